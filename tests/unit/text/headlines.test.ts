import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { visitHeadline } from '../../../shared/text/en/headlines.ts';
import type { Fact } from '../../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { everyFact } from '../../helpers/arbitrary-quiet-visit.ts';
import { arbitraryVisit } from '../../helpers/arbitrary-visit.ts';
import { earlierVisit, normalVisit, SLR_NEG_LEG, SLR_POS_LEG } from '../../helpers/normal-visit.ts';

const BIRTH_DATE = '1980-05-04';

const pain = (average24h: number): VisitRecord['intake']['backPain'] => ({ now: null, average24h, worst24h: null });

/** A first visit with pain in the right leg, `change`d. */
function visit(change: (record: VisitRecord) => void = () => {}, contact: VisitRecord['contact'] = 'first'): VisitRecord {
  const record = structuredClone(normalVisit(contact));
  record.intake.side = 'right';
  record.intake.level.right = 4;
  record.intake.legPain = { right: pain(6), left: pain(0) };
  record.intake.flareStartedOn = '2026-03-07';
  record.slr = { right: { ...SLR_POS_LEG }, left: { ...SLR_NEG_LEG } };
  change(record);
  return record;
}

function headline(record: VisitRecord, earlier: VisitRecord[] = []): string {
  const assessment = assess(record, { birthDate: BIRTH_DATE, earlier: earlier.map(earlierVisit) });
  return visitHeadline(record, assessment, earlier[0] ?? null);
}

describe('visitHeadline', () => {
  it('says what a first visit fits and the day of this pain', () => {
    expect(headline(visit())).toBe('Nerve irritation, level not determined, right. Day 9 of this pain.');
  });

  it('says how a review compares with the first visit', () => {
    const first = visit((record) => {
      record.measures.rmdq = 14;
    });
    const review = visit((record) => {
      record.visitOn = '2026-03-24';
      record.intake.legPain.right = pain(2);
      record.intake.level.right = 3;
      record.measures.rmdq = 5;
      record.slr.right = { ...SLR_POS_LEG, p1AngleDeg: 58 };
    }, 'review');
    expect(headline(review, [first])).toBe('Better. Leg pain 6 to 2. SLR right 58°.');
  });

  it('puts an emergency first', () => {
    const emergency = visit((record) => {
      record.redFlags.answers['RF-02a'] = 'yes';
    });
    expect(headline(emergency)).toMatch(/^Emergency\. /);
  });

  it('says of a phone contact only what was asked: an unsettled question is never "no"', () => {
    const asked = (change: Partial<Record<Fact, 'yes' | 'unsure' | 'unasked'>>): string =>
      headline(
        visit((record) => {
          Object.assign(record.redFlags.answers, everyFact('no'), change);
        }, 'phone'),
      );
    expect(asked({})).toContain('Bladder, bowel and saddle asked: no.');
    expect(asked({ 'RF-04b': 'unasked' })).toContain('Bladder, bowel and saddle not settled.');
    expect(asked({ 'RF-04b': 'unsure' })).toContain('Bladder, bowel and saddle not settled.');
    expect(asked({ 'RF-04b': 'yes' })).toContain('Bladder, bowel or saddle: yes.');
  });

  it('is one plain line of any visit, with no placeholder and no empty part', () => {
    fc.assert(
      fc.property(arbitraryVisit('2026-03-16'), arbitraryVisit('2026-04-20'), (first, review) => {
        for (const line of [headline(first), headline(review, [first])]) {
          expect(line).toMatch(/^[A-Z].*\.$/);
          expect(line).not.toMatch(/[{}\n]|undefined|null|NaN| {2}/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
