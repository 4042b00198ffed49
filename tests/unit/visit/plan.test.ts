import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import type { ModuleChoice } from '../../../shared/schemas/assessment.ts';
import { emptyPlan } from '../../../shared/schemas/plan.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { actionsFor, afterAction } from '../../../renderer/features/visit/plan/module-choice.ts';
import { suggestReviews } from '../../../renderer/features/visit/plan/suggest-review.ts';

const choice = (changes: Partial<ModuleChoice>): ModuleChoice => ({
  id: 'M08',
  state: 'chosen',
  because: '',
  picked: false,
  fixed: false,
  ...changes,
});
const nothing = { picked: [], removed: [] };

describe('a module', () => {
  it('can be taken off and put back, but never the stop rules or the safety block', () => {
    expect(actionsFor(choice({}), nothing)).toEqual(['remove']);
    expect(actionsFor(choice({ id: 'M13', fixed: true }), nothing)).toEqual([]);
    expect(actionsFor(choice({ id: 'M19', fixed: true }), nothing)).toEqual([]);
    const removed = afterAction(emptyPlan(), 'M08', 'remove');
    expect(removed.removed).toEqual(['M08']);
    expect(actionsFor(choice({ state: 'removed' }), removed)).toEqual(['putBack']);
    expect(afterAction(removed, 'M08', 'putBack').removed).toEqual([]);
  });

  it('can be added where the rules offer it, and a pick can be taken back when its gate refuses', () => {
    expect(actionsFor(choice({ state: 'offered' }), nothing)).toEqual(['pick']);
    const picked = afterAction(emptyPlan(), 'M08', 'pick');
    expect(actionsFor(choice({ state: 'refused', picked: true }), picked)).toEqual(['unpick']);
    expect(afterAction(picked, 'M08', 'unpick').picked).toEqual([]);
    expect(actionsFor(choice({ id: 'M12b', state: 'offered' }), nothing)).toEqual([]);
    expect(actionsFor(choice({ state: 'not_shown' }), nothing)).toEqual([]);
  });
});

describe('suggested reviews', () => {
  const suggestionsFor = (record: VisitRecord): string[] =>
    suggestReviews(record, assess(record, { birthDate: '1980-01-01', earlier: [] })).map(({ on, reason }) => `${on} ${reason}`);

  it('are day 10 after a first visit and two weeks after a review', () => {
    expect(suggestionsFor(emptyVisitRecord('first', '2026-11-23', 'UTC'))).toEqual(['2026-12-03 first']);
    expect(suggestionsFor(emptyVisitRecord('review', '2026-11-23', 'UTC')).at(-1)).toBe('2026-12-07 later');
  });

  it('offer week 12 of the episode when it is at most six weeks away', () => {
    const at = (visitOn: string): string[] => {
      const record = emptyVisitRecord('review', visitOn, 'UTC');
      record.intake.episodeStartedOn = '2026-09-01';
      return suggestionsFor(record);
    };
    expect(at('2026-10-13')).toContain('2026-11-24 weekTwelve');
    expect(at('2026-11-20')).toEqual(['2026-11-24 weekTwelve', '2026-12-04 later']);
    for (const outside of ['2026-10-12', '2026-11-24']) expect(at(outside).join()).not.toContain('weekTwelve');
  });

  it('add the phone check and the re-test for new mild weakness', () => {
    const record = emptyVisitRecord('first', '2026-11-23', 'UTC');
    record.neuro.right.mrc.EHL = { state: 'tested', grade: '4', painLimited: false };
    expect(suggestionsFor(record)).toEqual(['2026-11-25 phone', '2026-11-30 retest', '2026-12-03 first']);
  });

  it('add the phone check for irritable pain, whether ticked or told by its score or its time to settle', () => {
    const at = (edit: (record: VisitRecord) => void): string[] => {
      const record = emptyVisitRecord('first', '2026-11-23', 'UTC');
      edit(record);
      return suggestionsFor(record);
    };
    const phone = ['2026-11-25 phone', '2026-12-03 first'];
    expect(at(({ plan }) => (plan.irritable = true))).toEqual(phone);
    expect(at(({ intake }) => (intake.legPain.left.average24h = 7))).toEqual(phone);
    expect(at(({ intake }) => (intake.legPain.left.average24h = 6))).toEqual(['2026-12-03 first']);
    expect(at(({ plan }) => (plan.settleMinutes = 31))).toEqual(phone);
    expect(at(({ plan }) => (plan.settleMinutes = 30))).toEqual(['2026-12-03 first']);
  });

  it('add the look within 72 hours for new numbness and the one within 7 days for constant pain', () => {
    const record = emptyVisitRecord('first', '2026-11-23', 'UTC');
    record.redFlags.answers['RF-10b'] = 'yes';
    expect(suggestionsFor(record)).toEqual(['2026-11-26 numbness', '2026-12-03 first']);
    record.redFlags.answers['RF-14a'] = 'yes';
    expect(suggestionsFor(record)).toEqual(['2026-11-26 numbness', '2026-11-30 constantPain', '2026-12-03 first']);
  });
});
