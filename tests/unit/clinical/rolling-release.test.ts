import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import { OPTIONAL_MODULES } from '../../../shared/schemas/clinic.ts';
import { type ModuleId, PRESSURE_ITEMS } from '../../../shared/schemas/plan.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { quietVisit } from '../../helpers/arbitrary-quiet-visit.ts';

// The gates of 7.3 and 7.4 from the fields of the record to the sheet, at a clinic that has every module.

const CONTEXT = { birthDate: '1981-05-05', earlier: [], modules: OPTIONAL_MODULES };
const GATED: readonly ModuleId[] = ['M14', 'M15', 'M16', 'M17'];

/** A visit in which everything that gates rolling, glides and graded activity was asked, and all four are wanted. */
function open(change: (record: VisitRecord) => void = () => undefined): VisitRecord {
  const record = quietVisit();
  record.plan = {
    ...record.plan,
    rollerUsed: 'yes',
    rollingAllowed: true,
    numbButtock: 'no',
    jointReplacement: 'no',
    pressure: Object.fromEntries(PRESSURE_ITEMS.map((item) => [item, 'no'])),
    picked: ['M14', 'M17'],
  };
  change(record);
  return record;
}

const planOf = (record: VisitRecord): Assessment['plan'] => assess(record, CONTEXT).plan;
const gatedOf = (record: VisitRecord): ModuleId[] => planOf(record).modules.filter((id) => GATED.includes(id));
const becauseOf = (record: VisitRecord, id: ModuleId): string => planOf(record).choices.find((choice) => choice.id === id)?.because ?? '';

describe('rolling, ball, glides and graded activity (spec 7.2 to 7.4)', () => {
  test('all four are on the sheet once every gate is open, and the rolling caution gives way', () => {
    expect(gatedOf(open())).toEqual(GATED);
    expect(planOf(open()).modules).not.toContain('M15x');
  });

  test('nothing is chosen without the tick or the pick', () => {
    const untouched = open(({ plan }) => [(plan.rollingAllowed = false), (plan.picked = [])]);
    expect(gatedOf(untouched)).toEqual([]);
    expect(planOf(untouched).modules).toContain('M15x');
  });

  test.each(PRESSURE_ITEMS)('%s: yes, unsure, declined and not asked each close rolling and ball, and say so', (item) => {
    for (const answer of ['yes', 'unsure', 'declined', 'unasked'] as const) {
      const record = open(({ plan }) => (plan.pressure = { ...plan.pressure, [item]: answer }));
      expect(gatedOf(record)).toEqual(['M14', 'M17']);
      expect(planOf(record).modules).toContain('M15x');
      expect(becauseOf(record, 'M15')).not.toBe('');
      expect(planOf(record).choices.find(({ id }) => id === 'M16')?.state).toBe('held');
    }
  });

  test.each<[string, (record: VisitRecord) => unknown]>([
    ['operation on the belly 42 days ago', ({ plan }) => (plan.abdominalSurgeryOn = '2026-02-02')],
    ['surgery on the spine', ({ redFlags }) => (redFlags.answers['RF-22a'] = 'yes')],
    ['bleeding disorder told at the tablets', ({ plan }) => (plan.nsaid.items.bleeding_disorder = 'yes')],
    ['numb buttock', ({ plan }) => (plan.numbButtock = 'yes')],
    ['blood thinner', ({ redFlags }) => (redFlags.answers['RF-22c'] = 'yes')],
    ['pregnancy possible', ({ intake }) => (intake.pregnant = 'possible')],
    ['day 2 of the flare', ({ intake }) => (intake.flareStartedOn = '2026-03-14')],
    ['leg pain 6', ({ intake }) => (intake.legPain.right.average24h = 6)],
    ['an urgent row', ({ redFlags }) => (redFlags.answers['RF-14a'] = 'yes')],
  ])('closed by %s', (_words, change) => {
    expect(gatedOf(open(change)).filter((id) => id === 'M15' || id === 'M16')).toEqual([]);
  });

  test('held after a result of worse until a visit measured enough to say otherwise', () => {
    const scored = (contact: VisitRecord['contact'], visitOn: string, leg: number, rmdq: number | null): VisitRecord =>
      open((record) => {
        record.contact = contact;
        record.visitOn = visitOn;
        record.intake.legPain.right.average24h = leg;
        record.measures.rmdq = rmdq;
        if (rmdq === null) record.intake.level = { right: null, left: null };
      });
    const first = scored('first', '2026-03-16', 2, 8);
    const worse = scored('review', '2026-03-18', 4, 14);
    const earlier = [first, worse].map((record, index, all) => {
      const before = all.slice(0, index).map((one) => ({ record: one, assessment: assess(one, CONTEXT), emergencyOpen: false }));
      return { record, assessment: assess(record, { ...CONTEXT, earlier: before }), emergencyOpen: false };
    });
    const next = (record: VisitRecord): Assessment => assess(record, { ...CONTEXT, earlier });
    const unmeasured = next(scored('phone', '2026-03-20', 4, null));
    expect([earlier[1]?.assessment.followUp?.result, unmeasured.followUp?.result]).toEqual(['WORSE', 'NOT ENOUGH DATA']);
    expect(unmeasured.plan.modules.filter((id) => [...GATED, 'M07'].includes(id))).toEqual([]);
    const same = next(scored('review', '2026-03-20', 2, 8));
    expect(same.followUp?.result).toBe('SAME');
    expect(same.plan.modules.filter((id) => GATED.includes(id))).toEqual(GATED);
  });

  test.each<[string, (record: VisitRecord) => unknown]>([
    ['an emergency', ({ redFlags }) => (redFlags.answers['RF-02a'] = 'yes')],
    ['an open discussion', ({ redFlags }) => (redFlags.answers['RF-09c'] = 'yes')],
    [
      'a recorded discussion',
      (record) => {
        record.redFlags.answers['RF-10g'] = 'yes';
        record.discussion = { service: 'Spinal', name: 'Dr Example', time: '10:00', outcome: 'seen today' };
      },
    ],
    ['a bladder question not asked', ({ redFlags }) => (redFlags.answers['RF-01a'] = 'unasked')],
  ])('none of the four with %s', (_words, change) => {
    const record = open((each) => {
      change(each);
      each.neuro.right.mrc.DF = { state: 'nt', reason: '' };
    });
    expect(gatedOf(record)).toEqual([]);
  });
});
