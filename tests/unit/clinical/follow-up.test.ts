import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { compareWithEarlier } from '../../../shared/clinical/follow-up.ts';
import type { FollowUp } from '../../../shared/schemas/assessment.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { FU_03 } from '../../../shared/text/en/follow-up.ts';
import { compare, compareScores, FIRST_ON, scored, type Scores } from '../../helpers/follow-up-visits.ts';
import { earlierVisit, graded, normalVisit, power, VISIT_ON } from '../../helpers/normal-visit.ts';

/** The output line of spec 8.4: result; better; worse; neurology or notes; action. */
function line({ result, better, worse, neurology, notes, action }: FollowUp): string {
  const list = (items: readonly string[]): string => (items.length === 0 ? '-' : items.join(','));
  const parts = [result, `better ${list(better)}`, `worse ${list(worse)}`];
  if (neurology.length > 0) parts.push(`neuro ${list(neurology)}`);
  parts.push(...notes, action);
  return parts.join('; ');
}

describe('Worked examples', () => {
  test('W1', () => {
    const followUp = compareScores({ leg: 8, rmdq: 14, psfs: [2, 3, 3], level: 5 }, { leg: 5, rmdq: 8, psfs: [5, 5, 5], level: 3, grc: 3 });
    expect(line(followUp)).toBe('IMPROVED; better leg,rmdq,psfs,grc,level; worse -; NEXT PHASE');
    expect(followUp.text).toBe('Better: leg pain 8 to 5 (38%), activity score 2.7 to 5.0.');
  });

  test('W2', () => {
    const followUp = compareScores(
      { leg: 6, rmdq: 12, psfs: [3, 3, 3], level: 4 },
      { leg: 5, rmdq: 10, psfs: [4, 4, 4], level: 4, grc: 1, homeCareDays: 8 },
    );
    expect(line(followUp)).toBe('SAME; better -; worse -; RE-EXAMINE');
    expect(followUp.label).toBe('');
    expect(followUp.text).toBe('Same: leg pain 6 to 5 (17%), activity score 3.0 to 4.0.');
  });

  test('W3', () => {
    const now = scored('review', { leg: 3, rmdq: 6 });
    now.neuro.right.mrc.EHL = power('4');
    const result = compare(scored('first', { leg: 5, rmdq: 12 }, FIRST_ON), now);
    expect(line(result.followUp)).toBe('NEURO WORSE; better leg,rmdq; worse -; neuro power EHL R; RED-FLAG URGENCY');
    expect(result.drop).toBe(true);
  });

  test('W4', () => {
    const followUp = compareScores({ leg: 4 }, { leg: 4 });
    expect(line(followUp)).toBe('NOT ENOUGH DATA; better -; worse -; COLLECT');
    expect(followUp.text).toBe('Not enough measures to compare: leg pain 4 to 4 (0%).');
  });

  test('W5', () => {
    const followUp = compareScores({ leg: 4, rmdq: 9 }, { leg: 6, rmdq: 14, grc: -3 });
    expect(line(followUp)).toBe('WORSE; better -; worse leg,rmdq,grc; REVIEW 7 D');
    expect(followUp.text).toBe('Worse: leg pain 4 to 6 (-50%).');
    expect(followUp.actionText).toContain('Hold pelvic tilts, nerve glides, rolling, ball and graded activity.');
  });

  test('W6: row 3 of the result wins over MIXED', () => {
    const followUp = compareScores(
      { leg: 4, rmdq: 14, psfs: [3, 3, 3], level: 4 },
      { leg: 6, rmdq: 7, psfs: [6, 6, 6], level: 5, settled: 'yes' },
    );
    expect(line(followUp)).toBe('WORSE; better rmdq,psfs; worse leg,level; REVIEW 7 D');
  });

  test('W7', () => {
    const now = scored('review', { leg: 5, rmdq: 12 });
    now.neuro.right.reflex.ankle = graded(0);
    const result = compare(scored('first', { leg: 5, rmdq: 12 }, FIRST_ON), now);
    expect(line(result.followUp)).toBe('NEURO WORSE; better -; worse -; neuro reflex ankle R; RED-FLAG URGENCY');
    expect(result.reflexFall2).toBe(true);
  });

  test('W8', () => {
    const now = scored('review', { leg: 5, rmdq: 12, homeCareDays: 3 });
    now.neuro.right.reflex.ankle = graded(1);
    const result = compare(scored('first', { leg: 5, rmdq: 12 }, FIRST_ON), now);
    expect(line(result.followUp)).toBe('SAME; better -; worse -; reflex one grade lower ankle R; RE-TEACH');
    expect(result.reflexFall2).toBe(false);
  });
});

describe('Result and action', () => {
  test('A worse level with neutral leg pain needs a rating of -1', () => {
    const before = { leg: 5, rmdq: 14, level: 3 };
    const after = { leg: 5, rmdq: 14, level: 4, settled: 'yes' } as const;
    expect(compareScores(before, { ...after, grc: -1 }).result).toBe('WORSE');
    expect(compareScores(before, { ...after, grc: 0 }).result).toBe('SAME');
    expect(compareScores(before, after).result).toBe('SAME');
  });

  test('A worse level not settled the same day is reviewed within 48 hours', () => {
    const before = { leg: 5, rmdq: 14, level: 3 };
    const after = { leg: 3, rmdq: 7, level: 4 };
    expect(compareScores(before, after)).toMatchObject({ result: 'MIXED', action: 'REVIEW 48 H' });
    expect(compareScores(before, { ...after, settled: 'no' }).action).toBe('REVIEW 48 H');
    expect(compareScores(before, { ...after, settled: 'yes' }).action).toBe('NOTE');
  });

  test('Two worse and none better is worse, and holds the modules; one worse is not', () => {
    const worse = compareScores({ leg: 4, rmdq: 9 }, { leg: 6, rmdq: 14 });
    expect(worse).toMatchObject({ result: 'WORSE', action: 'REVIEW 7 D' });
    expect(worse.actionText).toContain('Hold pelvic tilts');
    const oneWorse = compareScores({ leg: 4, rmdq: 9 }, { leg: 6, rmdq: 9 });
    expect(oneWorse).toMatchObject({ result: 'SAME', action: 'REVIEW 7 D', actionText: 'Review within 7 days.' });
  });

  test('The home plan counts as followed from day 7', () => {
    const after = (homeCareDays?: number): string =>
      compareScores({ leg: 5, rmdq: 9 }, { leg: 5, rmdq: 9, ...(homeCareDays === undefined ? {} : { homeCareDays }) }).action;
    expect([after(6), after(7), after()]).toEqual(['RE-TEACH', 'RE-EXAMINE', 'RE-TEACH']);
  });

  test('A measure recorded once only drops out of the sentence', () => {
    expect(compareScores({ leg: 5, rmdq: 9, psfs: [1, 2, 3] }, { rmdq: 9, psfs: [1, 2, 3] }).text).toBe('Same: activity score 2.0 to 2.0.');
    expect(compareScores({ rmdq: 9, psfs: [1, 2, 3] }, { leg: 5, rmdq: 9, psfs: [1, 2, 3, 4] }).text).toBe(
      'Not enough measures to compare.',
    );
  });

  test('Two worse with one better is mixed', () => {
    expect(compareScores({ leg: 4, rmdq: 9, psfs: [3, 3, 3] }, { leg: 6, rmdq: 14, psfs: [6, 6, 6] }).result).toBe('MIXED');
  });

  test('From day 42 an opinion is added, except when improved or without data', () => {
    const of = (days: number, before: Scores, after: Scores): FollowUp =>
      compare(scored('first', before, addDays(VISIT_ON, -days)), scored('review', after)).followUp;
    const at = (days: number, before: Scores, after: Scores): string => of(days, before, after).action;
    expect(of(42, { leg: 5, rmdq: 9 }, { leg: 5, rmdq: 9 }).actionText).toContain(FU_03.text);
    expect(of(41, { leg: 5, rmdq: 9 }, { leg: 5, rmdq: 9 }).actionText).not.toContain(FU_03.text);
    expect(at(41, { leg: 5, rmdq: 9 }, { leg: 5, rmdq: 9 })).toBe('RE-TEACH');
    expect(at(42, { leg: 5, rmdq: 9 }, { leg: 5, rmdq: 9 })).toBe('RE-TEACH + FU-03');
    expect(at(42, { leg: 8, rmdq: 14 }, { leg: 4, rmdq: 7 })).toBe('NEXT PHASE');
    expect(at(42, { leg: 8 }, { leg: 4 })).toBe('COLLECT');
    expect(at(42, { leg: 4, rmdq: 9 }, { leg: 6, rmdq: 14 })).toBe('REVIEW 7 D + FU-03');
    expect(at(42, { leg: 4, rmdq: 14 }, { leg: 6, rmdq: 7 })).toBe('NOTE + FU-03');
  });

  test('Recovered needs every figure and a complete examination', () => {
    const before = { leg: 5, back: 4, rmdq: 12 };
    const after = scored('review', { leg: 0, back: 0, rmdq: 2, grc: 4 });
    after.redFlags.answers = { 'RF-10a': 'no', 'RF-10b': 'no' };
    const first = scored('first', before, FIRST_ON);
    const recovered = (change: (record: VisitRecord) => void): boolean => {
      const record = structuredClone(after);
      change(record);
      return compare(first, record).followUp.recovered;
    };
    expect(recovered(() => undefined)).toBe(true);
    expect(recovered((record) => void (record.intake.backPain.average24h = null))).toBe(false);
    expect(recovered((record) => void (record.measures.rmdq = 3))).toBe(false);
    expect(recovered((record) => void (record.measures.grc = 3))).toBe(false);
    expect(recovered((record) => void (record.redFlags.answers = {}))).toBe(false);
    expect(recovered((record) => void (record.neuro.left.reflex = {}))).toBe(false);
    expect(recovered((record) => void (record.neuro.left.sensation.S1 = graded(1)))).toBe(false);
    const upperRootUntested = (record: VisitRecord): void => {
      record.intake.regions.left = ['groin'];
      delete record.neuro.left.mrc.HF;
    };
    expect(recovered(upperRootUntested)).toBe(false);
  });

  test('Nothing is compared at a first visit', () => {
    const empty = { drop: false, reflexFall2: false, slrWorse: false, daysSinceFirst: null, followUp: null, knownResult: null };
    const earlier = [earlierVisit(normalVisit('first', FIRST_ON))];
    expect(compareWithEarlier(normalVisit('first'), earlier)).toEqual(empty);
    expect(compareWithEarlier(normalVisit('review'), [])).toEqual(empty);
  });

  test('The baseline is the first visit of the current episode', () => {
    const older = scored('first', { leg: 9, rmdq: 20 }, addDays(VISIT_ON, -300));
    const first = scored('first', { leg: 6, rmdq: 12 }, FIRST_ON);
    const result = compareWithEarlier(scored('review', { leg: 3, rmdq: 6 }), [older, first].map(earlierVisit));
    expect(result.daysSinceFirst).toBe(9);
    expect(result.followUp?.text).toBe('Better: leg pain 6 to 3 (50%).');
    const noneFirst = compareWithEarlier(
      scored('review', { leg: 3 }),
      [scored('review', { leg: 8 }, addDays(VISIT_ON, -30))].map(earlierVisit),
    );
    expect(noneFirst.daysSinceFirst).toBe(30);
  });
});
