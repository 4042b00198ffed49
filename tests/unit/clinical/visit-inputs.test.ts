import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import type { HomeCareInput, NsaidSet } from '../../../shared/clinical/home-care-inputs.ts';
import { readHomeCareInput } from '../../../shared/clinical/home-care-read.ts';
import { NOTHING_DERIVED, readRedFlagInput } from '../../../shared/clinical/red-flag-read.ts';
import { evaluateRedFlags } from '../../../shared/clinical/red-flags.ts';
import type { Answer } from '../../../shared/schemas/common.ts';
import { COLD_ITEMS, HEAT_ITEMS, NSAID_ITEMS, PRESSURE_ITEMS } from '../../../shared/schemas/plan.ts';
import type { Fact } from '../../../shared/schemas/red-flag-answers.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { quietVisit, VISIT_ON } from '../../helpers/arbitrary-quiet-visit.ts';

const CONTEXT = { birthDate: '1981-02-03', earlier: [] };

function change(edit: (record: VisitRecord) => void): VisitRecord {
  const record = structuredClone(quietVisit());
  edit(record);
  return record;
}

function answer(record: VisitRecord, answers: Partial<Record<Fact, Answer>>): void {
  Object.assign(record.redFlags.answers, answers);
}

function rowsOf(record: VisitRecord, context = CONTEXT): string {
  return assess(record, context)
    .redFlags.rows.map(({ row, urgency }) => `${row} ${urgency}`)
    .join(', ');
}

describe('red-flag inputs from the visit', () => {
  test.each<[string, number, string]>([
    ['14 days before the visit', 14, 'RF-01b.1 E'],
    ['15 days before the visit', 15, 'RF-01b.2 D'],
    ['dated after the visit, which no one could have meant', -3, 'RF-01b.1 E'],
  ])('an onset %s', (_words, daysAgo, expected) => {
    const record = change((each) => {
      answer(each, { 'RF-01b': 'yes' });
      each.redFlags.onsets = { 'RF-01b': { startedOn: addDays(VISIT_ON, -daysAgo), worse: 'no', causeKnown: false } };
    });
    expect(rowsOf(record)).toBe(expected);
  });

  test('the day count does not move when the clocks change', () => {
    const record = change((each) => {
      each.visitOn = '2026-04-05';
      answer(each, { 'RF-01b': 'yes' });
      each.redFlags.onsets = { 'RF-01b': { startedOn: '2026-03-22', worse: 'no', causeKnown: false } };
    });
    expect(rowsOf(record)).toBe('RF-01b.1 E');
  });

  test.each<[string, Partial<VisitRecord['intake']['backPain']>, boolean, boolean]>([
    ['scored above 0', { average24h: 1 }, true, false],
    ['scored 0', { average24h: 0 }, false, false],
    ['worst 3, average 0', { average24h: 0, worst24h: 3 }, true, false],
    ['not scored: read as present', {}, true, true],
    ['only now 0: the day is not scored, read as present', { now: 0 }, true, true],
  ])('back pain %s', (_words, scores, backPain, backPainUnrecorded) => {
    const record = change((each) => {
      each.intake.backPain = { now: null, average24h: null, worst24h: null, ...scores };
    });
    expect(readRedFlagInput(record, 45, NOTHING_DERIVED)).toMatchObject({ backPain, backPainUnrecorded });
  });

  test('the back marked on the chart is back pain, whatever the score', () => {
    const record = change((each) => {
      each.intake.backPain = { now: 0, average24h: 0, worst24h: 0 };
      each.intake.regions.left = ['back'];
      answer(each, { 'RF-12a': 'yes' });
    });
    expect(rowsOf(record)).toBe('RF-12.3 D');
  });

  test('a phone contact with a fever and no pain score is a same-day matter and says why', () => {
    const record: VisitRecord = { ...emptyVisitRecord('phone', VISIT_ON, 'UTC') };
    record.redFlags.answers = { 'RF-12a': 'yes' };
    const [row] = assess(record, CONTEXT).redFlags.rows;
    expect(row?.row).toBe('RF-12.3');
    expect(row?.because).toContain('back pain not recorded, so read as present');
  });

  test('diabetes asked in the plan and long steroids count as the modifiers they are', () => {
    const ill = change((each) => answer(each, { 'RF-12b': 'yes' }));
    expect(rowsOf(ill)).toBe('RF-12.5 U');
    expect(rowsOf({ ...ill, plan: { ...ill.plan, diabetes: 'yes' } })).toBe('RF-12.1 E');
    expect(rowsOf({ ...ill, redFlags: { ...ill.redFlags, modifiers: ['steroid3m'] } })).toBe('RF-12.1 E');
  });

  test('a fragile fracture and an operation asked before the sheet count as the modifiers they are', () => {
    const blow = change((each) => answer(each, { 'RF-13b': 'yes' }));
    expect(rowsOf(blow)).toBe('');
    blow.plan.pressure.fragility_fracture = 'yes';
    expect(rowsOf(blow)).toBe('RF-13.4 U');
    const calf = change((each) => answer(each, { 'RF-18b': 'yes' }));
    expect(rowsOf(calf)).toBe('RF-18.4 U');
    const operated = structuredClone(calf);
    operated.plan.pressure.recent_surgery = 'yes';
    expect(rowsOf(operated)).toBe('RF-18.3 D');
    const belly = structuredClone(calf);
    belly.plan.abdominalSurgeryOn = addDays(VISIT_ON, -42);
    expect(rowsOf(belly)).toBe('RF-18.3 D');
    belly.plan.abdominalSurgeryOn = addDays(VISIT_ON, -43);
    expect(rowsOf(belly)).toBe('RF-18.4 U');
  });

  test('smoking asked before the tablets counts as having smoked', () => {
    const bellyPain = change((each) => answer(each, { 'RF-15a': 'yes' }));
    const born = { birthDate: '1964-02-03', earlier: [] };
    expect(rowsOf(bellyPain, born)).toBe('RF-15.2 D');
    for (const asked of ['unasked', 'no', 'yes'] as const) {
      const smokes = structuredClone(bellyPain);
      smokes.redFlags.smoked = asked;
      smokes.plan.nsaid.items.smoking = 'yes';
      expect(rowsOf(smokes, born)).toBe('RF-15.1 E');
    }
    const quit = structuredClone(bellyPain);
    quit.redFlags.smoked = 'yes';
    quit.plan.nsaid.items.smoking = 'no';
    expect(rowsOf(quit, born)).toBe('RF-15.1 E');
  });

  test('power drops against the last visit reach the rows', () => {
    const first = quietVisit({ visitOn: addDays(VISIT_ON, -10) });
    const review = change((each) => {
      each.contact = 'review';
      each.neuro.right.mrc.EHL = { state: 'tested', grade: '4', painLimited: false };
      answer(each, { 'RF-10g': 'no' });
    });
    const earlier = [{ record: first, assessment: assess(first, CONTEXT), emergencyOpen: false }];
    const assessment = assess(review, { ...CONTEXT, earlier });
    expect(assessment.redFlags.rows.map(({ row }) => row)).toEqual(['RF-10e', 'RF-10d.1']);
    expect(assessment.followUp?.result).toBe('NEURO WORSE');
    expect(assessment.redFlags.overall).toBe('D');
  });

  test('age is counted in completed years on the day of the visit', () => {
    const record = quietVisit();
    expect(rowsOf(record, { birthDate: '2008-03-17', earlier: [] })).toBe('RF-21b R');
    expect(rowsOf(record, { birthDate: '2008-03-16', earlier: [] })).toBe('');
  });

  test('the screen counts what was asked of what is required', () => {
    const { redFlags } = assess(
      change((each) => answer(each, { 'RF-12f': 'unasked', 'RF-12g': 'unasked' })),
      CONTEXT,
    );
    expect(redFlags.open).toEqual(['RF-12f', 'RF-12g']);
    expect(redFlags.required.length - redFlags.askedCount).toBe(2);
  });
});

function read(record: VisitRecord, ageYears = 45): HomeCareInput {
  const redFlags = evaluateRedFlags(readRedFlagInput(record, ageYears, NOTHING_DERIVED), {
    discussionResolved: false,
    openEarlierEmergency: false,
  });
  const cues = { stenosis: false, vascular: false, hipOsteoarthritis: false };
  return readHomeCareInput(record, { ageYears, redFlags, cues, slrWorse: false, result: null });
}

function allNo(items: readonly string[]): Record<string, Answer> {
  return Object.fromEntries(items.map((item) => [item, 'no']));
}

/** A visit in which everything the gate asks is answered no, changed by `edit`; RF-17g and RF-22c are "no" in a quiet visit. */
function nsaid(edit: (record: VisitRecord) => void, ageYears = 45): NsaidSet {
  const record = change((each) => {
    each.plan.nsaid = { discussed: true, items: allNo(NSAID_ITEMS), clearedBy: '', clearedOn: null };
    each.plan.diabetes = 'no';
    edit(each);
  });
  return read(record, ageYears).nsaid;
}

describe('home-care inputs from the visit', () => {
  test.each(['cold', 'heat', 'pressure'] as const)('the %s check is "no" only with every item answered no', (set) => {
    const items = { cold: COLD_ITEMS, heat: HEAT_ITEMS, pressure: PRESSURE_ITEMS }[set];
    const complete = change((each) => Object.assign(each.plan[set], allNo(items)));
    expect(read(quietVisit())[set].state).toBe('open');
    expect(read(complete)[set]).toEqual({ state: 'no', items: [] });
    for (const item of items) {
      for (const state of ['unasked', 'unsure', 'declined'] as const) {
        expect(read(change((each) => Object.assign(each.plan[set], allNo(items), { [item]: state })))[set].state).toBe('open');
      }
      expect(read(change((each) => Object.assign(each.plan[set], { [item]: 'yes' })))[set].state).toBe('yes');
    }
  });

  test('a yes told at one check counts at every check that asks the same (spec 7.5)', () => {
    const answeredNo = (edit: (record: VisitRecord) => void): HomeCareInput =>
      read(
        change((each) => {
          each.plan = { ...each.plan, cold: allNo(COLD_ITEMS), heat: allNo(HEAT_ITEMS), pressure: allNo(PRESSURE_ITEMS) };
          each.plan.nsaid.items = allNo(NSAID_ITEMS);
          edit(each);
        }),
      );
    const shared = ['poor_circulation', 'broken_skin'] as const;
    for (const item of shared) {
      expect(answeredNo(({ plan }) => (plan.cold[item] = 'yes')).heat.state).toBe('yes');
      expect(answeredNo(({ plan }) => (plan.heat[item] = 'yes')).cold.state).toBe('yes');
    }
    expect(answeredNo(({ plan }) => (plan.nsaid.items.heart_disease = 'yes')).cold.state).toBe('yes');
    expect(answeredNo(({ plan }) => (plan.cold.heart_disease = 'yes')).nsaid.holdItems).toEqual(['heart disease']);
    expect(answeredNo(({ plan }) => (plan.nsaid.items.bleeding_disorder = 'yes')).pressure.items).toEqual(['bleeding tendency']);
    expect(answeredNo(({ plan }) => (plan.pressure.bleeding_tendency = 'yes')).nsaid.hardItems).toEqual(['bleeding disorder']);
    expect(answeredNo(({ redFlags }) => (redFlags.answers['RF-22a'] = 'yes')).pressure.items).toEqual(['surgery within 42 days']);
    const operatedOn = (daysAgo: number): string =>
      answeredNo(({ plan }) => (plan.abdominalSurgeryOn = addDays(VISIT_ON, -daysAgo))).pressure.state;
    expect([operatedOn(42), operatedOn(43)]).toEqual(['yes', 'no']);
  });

  test('everything asked and answered no is complete, clear and not cleared', () => {
    expect(nsaid(() => undefined)).toEqual({ discussed: true, hardItems: [], holdItems: [], openItems: [], cleared: false });
  });

  test.each<[string, (record: VisitRecord) => void, Partial<NsaidSet>]>([
    ['pregnant', (r) => (r.intake.pregnant = 'yes'), { hardItems: ['pregnant'] }],
    ['blood thinner', (r) => answer(r, { 'RF-22c': 'yes' }), { hardItems: ['blood thinner'] }],
    ['dialysis', (r) => (r.redFlags.modifiers = ['dialysis']), { hardItems: ['dialysis'] }],
    ['chickenpox', (r) => (r.plan.nsaid.items.chickenpox = 'yes'), { hardItems: ['chickenpox'] }],
    ['trying for a baby', (r) => (r.intake.pregnant = 'trying'), { holdItems: ['pregnancy possible or being tried for'] }],
    ['breastfeeding', (r) => (r.intake.breastfeeding = 'yes'), { holdItems: ['breastfeeding'] }],
    ['diabetes ticked', (r) => (r.redFlags.modifiers = ['diabetes']), { holdItems: ['diabetes'] }],
    ['steroids', (r) => (r.redFlags.modifiers = ['steroids']), { holdItems: ['steroid tablets'] }],
    ['bowel disease', (r) => answer(r, { 'RF-17g': 'yes' }), { holdItems: ["Crohn's disease or ulcerative colitis"] }],
    ['asthma', (r) => (r.plan.nsaid.items.asthma = 'yes'), { holdItems: ['asthma, nasal polyps or hay fever'] }],
    ['pregnancy not asked', (r) => (r.intake.pregnant = 'unasked'), { openItems: ['pregnancy'] }],
    ['blood thinner unsure', (r) => answer(r, { 'RF-22c': 'unsure' }), { openItems: ['blood thinner'] }],
    ['diabetes not asked', (r) => (r.plan.diabetes = 'unasked'), { openItems: ['diabetes'] }],
    ['lithium declined', (r) => (r.plan.nsaid.items.lithium = 'declined'), { openItems: ['lithium'] }],
    ['cleared by a name without a date', (r) => (r.plan.nsaid.clearedBy = 'Dr Example'), { cleared: false }],
    [
      'cleared by a name on a date',
      (r) => Object.assign(r.plan.nsaid, { clearedBy: 'Dr Example', clearedOn: VISIT_ON }),
      { cleared: true },
    ],
  ])('anti-inflammatory set: %s', (_words, edit, expected) => {
    expect(nsaid(edit)).toMatchObject({ hardItems: [], holdItems: [], openItems: [], ...expected });
  });

  test('anti-inflammatory set: age 65 waits, 64 does not', () => {
    expect(nsaid(() => undefined, 64).holdItems).toEqual([]);
    expect(nsaid(() => undefined, 65).holdItems).toEqual(['age 65']);
  });

  test('triggers are the five of a flare; manual work is not one', () => {
    const record = change((each) => Object.assign(each.plan, { manualWork: 'yes', lifting: 'yes', activityRise: 'unsure' }));
    expect(read(record).triggers).toBe(1);
    expect(read(change((each) => Object.assign(each.plan, { lifting: 'yes', activityRise: 'yes' }))).triggers).toBe(2);
  });

  test('a diabetes tick counts as yes, without it the question decides', () => {
    expect(read(quietVisit()).diabetes).toBe('unasked');
    expect(read(change((each) => (each.redFlags.modifiers = ['diabetes']))).diabetes).toBe('yes');
  });
});

function blocks(record: VisitRecord, birthDate = CONTEXT.birthDate): string[] {
  return assess(record, { birthDate, earlier: [] }).notTestedBlocks;
}

describe('blocks a condition asks for and nobody tested (spec 12.1)', () => {
  test('a quiet visit asks for none', () => {
    expect(blocks(quietVisit())).toEqual([]);
  });

  test.each<[string, (record: VisitRecord) => void, string[]]>([
    ['a saddle question unasked', (r) => answer(r, { 'RF-04a': 'unasked' }), ['saddle sensation']],
    ['both legs', (r) => answer(r, { 'RF-06a': 'yes' }), ['saddle sensation']],
    [
      'both legs, saddle examination declined',
      (r) => (answer(r, { 'RF-06a': 'yes' }), (r.otherExam.saddle = 'declined')),
      ['saddle sensation (declined)'],
    ],
    [
      'heel walk fails, Trendelenburg not tested on the left',
      (r) => ((r.neuro.right.heelWalk = 'fail'), (r.neuro.left.trendelenburg = 'nt')),
      ['Trendelenburg test, left'],
    ],
    [
      'clumsy walking, tone and clonus not tested',
      (r) => (answer(r, { 'RF-08c': 'yes' }), (r.neuro.clonus = 'nt'), (r.neuro.toneUp = 'nt')),
      ['ankle clonus', 'leg tone'],
    ],
    [
      'brisk reflex, plantar not tested',
      (r) => ((r.neuro.left.reflex.knee = { state: 'tested', grade: 3 }), (r.neuro.plantarUp = 'nt')),
      ['plantar response'],
    ],
    [
      'groin marked, hip flexion carried, femoral stretch not tested',
      (r) => {
        r.intake.regions.right = ['groin'];
        r.neuro.left.mrc.HF = { state: 'carried', grade: '5' };
        r.neuro.right.femoralStretch = 'nt';
      },
      ['hip flexion power, left', 'hip screen', 'femoral stretch, right'],
    ],
    [
      'dorsiflexion 4 limited by pain, eversion not tested',
      (r) => {
        r.neuro.right.mrc.DF = { state: 'tested', grade: '4', painLimited: true };
        delete r.neuro.right.mrc.EV;
      },
      ['ankle eversion power, right'],
    ],
    ['cold leg, pulse not tested', (r) => (answer(r, { 'RF-16a': 'yes' }), (r.neuro.left.footPulse = 'nt')), ['foot pulse, left']],
    ['warm calf', (r) => answer(r, { 'RF-18b': 'yes' }), ['calf measurement, both sides']],
    ['fever', (r) => answer(r, { 'RF-12a': 'yes' }), ['temperature']],
    ['fall', (r) => answer(r, { 'RF-13b': 'yes' }), ['spinal percussion']],
    [
      'walking brings it on, nothing else asked',
      (r) => (r.intake.walking.bringsOn = 'yes'),
      ['walking questions: what brings it on and what eases it'],
    ],
    [
      'walking brings it on, what eases it asked, pulses tested',
      (r) => ((r.intake.walking.bringsOn = 'yes'), (r.intake.walking.noPainSeated = 'no')),
      [],
    ],
    ['osteoporosis', (r) => (r.redFlags.modifiers = ['osteoporosis']), ['spinal percussion']],
    ['steroids for months', (r) => (r.redFlags.modifiers = ['steroid3m']), ['spinal percussion']],
    [
      'foot drop, Trendelenburg not tested on the right',
      (r) => {
        r.neuro.left.mrc.DF = { state: 'tested', grade: '2', painLimited: false };
        r.neuro.right.trendelenburg = 'declined';
      },
      ['Trendelenburg test, right'],
    ],
    ['toe walk fails, all tested', (r) => (r.neuro.left.toeWalk = 'fail'), []],
  ])('%s', (_words, edit, expected) => {
    expect(blocks(change(edit))).toEqual(expected);
  });

  test('from 60 the walking questions and foot pulses are asked for (K53)', () => {
    const record = change((each) => (each.neuro.right.footPulse = 'nt'));
    expect(blocks(record, '1966-03-17')).toEqual([]);
    expect(blocks(record, '1966-03-16')).toEqual(['walking questions: what brings it on and what eases it', 'foot pulse, right']);
  });

  test('spinal percussion is asked for from 71 (K14)', () => {
    const record = change((each) => (each.intake.walking.bringsOn = 'no'));
    expect(blocks(record, '1956-03-16')).toEqual([]);
    expect(blocks(record, '1955-03-16')).toEqual(['spinal percussion']);
  });

  test('a phone contact reports no examination missing (spec 12.4)', () => {
    const record = emptyVisitRecord('phone', VISIT_ON, 'UTC');
    record.redFlags.answers = { 'RF-04a': 'yes', 'RF-12a': 'yes' };
    expect(blocks(record)).toEqual([]);
  });
});
