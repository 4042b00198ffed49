import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { findGuards } from '../../../shared/clinical/guards.ts';
import { calfDifference, saddleFinding } from '../../../shared/clinical/sensitive-exam.ts';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import { SADDLE_AREAS } from '../../../shared/schemas/sensitive-exam.ts';
import { CUE_TICKS, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { CUE_ITEMS, CUE_TITLES } from '../../../shared/text/en/cues.ts';
import { quietVisit } from '../../helpers/arbitrary-quiet-visit.ts';
import { SLR_NEG_LEG } from '../../helpers/normal-visit.ts';

const CONTEXT = { birthDate: '1980-05-04', earlier: [] };

function visit(change: (record: VisitRecord) => void = () => {}): VisitRecord {
  const record = quietVisit();
  change(record);
  return record;
}

const assessed = (change: (record: VisitRecord) => void = () => {}): Assessment => assess(visit(change), CONTEXT);
const cue = (change: (record: VisitRecord) => void, condition: string): Assessment['cues']['shown'][number] | undefined =>
  assessed(change).cues.shown.find((shown) => shown.condition === condition);
const rows = (assessment: Assessment): string[] => assessment.redFlags.rows.map(({ row }) => row);

describe('Hip screen (E18) and the hip cue', () => {
  test('two signs raise the cue and close child’s pose; one does not', () => {
    expect(assessed(({ otherExam }) => void (otherExam.hip.left.squatPain = 'yes')).cues.hipOsteoarthritis).toBe(false);
    const two = (record: VisitRecord): void => {
      record.otherExam.hip.left.squatPain = 'yes';
      record.otherExam.hip.right.passiveGroinPain = 'yes';
      record.plan.floorSafe = 'yes';
      record.plan.e17Flexion = 'better';
      record.plan.kneeOrHipLimit = 'no';
      record.plan.jointReplacement = 'no';
    };
    const assessment = assessed(two);
    expect(assessment.cues.hipOsteoarthritis).toBe(true);
    expect(assessment.plan.modules).not.toContain('M04b');
    expect(cue(two, 'hip-osteoarthritis')).toMatchObject({
      for: ['squat gives posterior hip pain', 'groin pain on passive abduction/adduction'],
    });
  });

  test('less adduction and less rotation are one item; a number of degrees alone is none', () => {
    const both = (record: VisitRecord): void => {
      record.otherExam.hip.right.adductionReduced = 'yes';
      record.otherExam.hip.right.internalRotationReduced = 'yes';
      record.otherExam.hip.right.internalRotationDeg = 5;
    };
    expect(assessed(both).cues.hipOsteoarthritis).toBe(false);
    expect(
      cue((record) => {
        both(record);
        record.otherExam.cueTicks = ['groinPain'];
      }, 'hip-osteoarthritis')?.for,
    ).toEqual(['groin or medial-thigh pain', 'reduced passive adduction or internal rotation']);
  });

  test('weak abductors of the grid count, and normal movement speaks against', () => {
    const shown = cue((record) => {
      record.neuro.right.mrc.ABD = { state: 'tested', grade: '4', painLimited: false };
      record.otherExam.cueTicks = ['stairsWorse', 'electricBelowKnee'];
      record.otherExam.hip.right.rotationFree = 'yes';
      record.otherExam.hip.right.adductionReduced = 'no';
    }, 'hip-osteoarthritis');
    expect(shown?.for).toEqual(['abductor weakness (also an L5 sign)', 'worse on stairs or slopes']);
    expect(shown?.against).toEqual(['full painless hip rotation', 'normal passive adduction', 'below-knee electric pain']);
  });

  test('less hip movement is a knee or hip limit, and an answer "no" against it is asked about', () => {
    const limited = visit((record) => {
      record.otherExam.hip.left.internalRotationReduced = 'yes';
      Object.assign(record.plan, { floorSafe: 'yes', e17Flexion: 'better', kneeOrHipLimit: 'no', jointReplacement: 'no' });
    });
    const choice = assess(limited, CONTEXT).plan.choices.find(({ id }) => id === 'M04b');
    expect(choice?.state).toBe('held');
    expect(findGuards(limited, [], assess(limited, CONTEXT)).map(({ id }) => id)).toEqual(['hip.limit']);
    limited.otherExam.hip.left.internalRotationReduced = 'no';
    expect(assess(limited, CONTEXT).plan.modules).toContain('M04b');
    expect(findGuards(limited, [], assess(limited, CONTEXT))).toEqual([]);
  });

  test('marked groin asks for the hip screen of that side until a finding was tested', () => {
    const blocks = (change: (record: VisitRecord) => void): string[] =>
      assessed((record) => {
        record.intake.regions.right = ['groin'];
        change(record);
      }).notTestedBlocks;
    expect(blocks(() => {})).toContain('hip screen');
    expect(blocks(({ otherExam }) => void (otherExam.hip.left.squatPain = 'no'))).toContain('hip screen');
    expect(blocks(({ otherExam }) => void (otherExam.hip.right.squatPain = 'declined'))).toContain('hip screen');
    expect(blocks(({ otherExam }) => void (otherExam.hip.right.squatPain = 'no'))).not.toContain('hip screen');
  });
});

test('Deep gluteal signs (E19): the stretch tests are one item; a deficit speaks against', () => {
  const shown = cue((record) => {
    record.otherExam.gluteal.left = { notchTender: 'yes', fair: 'yes', seatedStretch: 'yes' };
    record.otherExam.cueTicks = ['midlineDominant', 'buttockPain'];
    record.neuro.right.sensation.L5 = { state: 'tested', grade: 1 };
  }, 'deep-gluteal');
  expect(shown).toMatchObject({
    for: ['buttock pain', 'tenderness near the greater sciatic notch', 'pain on movements that stretch or load the muscle (FAIR)'],
    against: ['objective deficit', 'midline back pain dominant'],
  });
  expect(
    cue(({ otherExam }) => void (otherExam.gluteal.left = { notchTender: 'no', fair: 'yes', seatedStretch: 'nt' }), 'deep-gluteal'),
  ).toBeUndefined();
});

describe('Clinician’s ticks (spec 4.2)', () => {
  test('every tick stands in the list of a condition, and none shows alone in a row that needs two', () => {
    const record = visit(({ otherExam, intake, slr }) => {
      Object.assign(slr, { right: SLR_NEG_LEG, left: SLR_NEG_LEG });
      otherExam.cueTicks = [...CUE_TICKS];
      Object.assign(intake, { legWorseThanBack: 'yes', coughRaisesLegPain: 'yes' });
      Object.assign(intake.walking, { bringsOn: 'yes', noPainSeated: 'yes', eases: ['sitting_or_bending'] });
    });
    const said = assess(record, { ...CONTEXT, birthDate: '1944-05-04' }).cues.shown.flatMap((shown) => [...shown.for, ...shown.against]);
    for (const tick of CUE_TICKS) expect(said).toContain(tick === 'afterBirth' ? CUE_ITEMS.pregnant : CUE_ITEMS[tick]);
    for (const tick of ['buttockPain', 'stocking', 'dullAche', 'burningBand', 'pelvicPain', 'littlePain'] as const) {
      const alone = assessed(({ otherExam }) => void (otherExam.cueTicks = [tick])).cues.shown.filter(
        ({ for: reasons }) => reasons.length < 2,
      );
      expect(alone).toEqual([]);
    }
    expect(cue(({ otherExam }) => void (otherExam.cueTicks = ['burningBand', 'skinPain', 'noRash']), 'shingles')).toEqual({
      condition: 'shingles',
      ...CUE_TITLES.shingles,
      for: ['burning band pain', 'rash or skin pain'],
      against: ['no rash over time'],
    });
    expect(cue(({ otherExam }) => void (otherExam.cueTicks = ['afterBirth', 'turningInBed']), 'pelvic-girdle')?.for).toHaveLength(2);
  });

  test('no item beside a patient carries an accuracy figure', () => {
    for (const item of Object.values(CUE_ITEMS)) expect(item).not.toMatch(/\bLR\b|\bsens\b|\bspec\b|\d %/);
  });
});

describe('Saddle and sensitive items (spec 12.3)', () => {
  test('an abnormal area or tone makes the saddle abnormal; a normal one changes nothing', () => {
    for (const area of SADDLE_AREAS) {
      for (const feeling of ['changed', 'absent'] as const) {
        expect(rows(assessed(({ otherExam }) => void (otherExam.sensitive.areas.left[area] = feeling)))).toContain('RF-04x.1');
      }
    }
    for (const tone of ['reduced', 'absent'] as const) {
      expect(rows(assessed(({ otherExam }) => void (otherExam.sensitive.analTone = tone)))).toContain('RF-04x.1');
    }
    const declined = visit(({ otherExam, redFlags }) => {
      otherExam.saddle = 'declined';
      redFlags.answers['RF-04b'] = 'unsure';
    });
    const before = rows(assess(declined, CONTEXT));
    expect(before).toContain('RF-04x.5');
    for (const area of SADDLE_AREAS) declined.otherExam.sensitive.areas.right[area] = 'normal';
    declined.otherExam.sensitive.analTone = 'normal';
    declined.otherExam.postVoidResidualMl = 0;
    expect(rows(assess(declined, CONTEXT))).toEqual(before);
    expect(saddleFinding(declined.otherExam)).toBe('declined');
  });

  test('a saddle called normal or declined beside an abnormal area is refused at the field', () => {
    for (const saddle of ['normal', 'declined'] as const) {
      const record = visit(({ otherExam }) => {
        otherExam.saddle = saddle;
        otherExam.sensitive.areas.right.anus = 'changed';
      });
      expect(findVisitProblems(record, CONTEXT.birthDate)).toEqual({ 'otherExam.saddle': 'saddle-area-abnormal' });
      record.otherExam.saddle = 'abnormal';
      expect(findVisitProblems(record, CONTEXT.birthDate)).toEqual({});
    }
  });

  test('what the patient noticed in private is asked about until RF-04a is yes, and holds the sheet', () => {
    const record = visit(({ otherExam }) => void (otherExam.sensitive.selfReport = 'changed'));
    expect(findGuards(record, [], assess(record, CONTEXT))).toMatchObject([
      { id: 'selfReport.no', field: 'redFlags.answers.RF-04a', holdsSheet: true },
    ]);
    record.redFlags.answers['RF-04a'] = 'yes';
    expect(findGuards(record, [], assess(record, CONTEXT))).toEqual([]);
    record.redFlags.answers['RF-04a'] = 'no';
    record.otherExam.sensitive.selfReport = 'normal';
    expect(findGuards(record, [], assess(record, CONTEXT))).toEqual([]);
  });

  test('a residual volume that was declined has no volume', () => {
    const record = visit(({ otherExam }) => {
      otherExam.postVoidResidualMl = 40;
      otherExam.sensitive.residualDeclined = true;
    });
    expect(findVisitProblems(record, CONTEXT.birthDate)).toEqual({ 'otherExam.postVoidResidualMl': 'value-on-untested' });
  });
});

describe('Calves, gait and vital signs', () => {
  test('the two calves give the difference; the larger of measured and typed counts (K16)', () => {
    const calves = (right: number | null, left: number | null, typed: number | null = null): number | null =>
      calfDifference({ calfCm: { right, left }, calfDifferenceCm: typed });
    expect(calves(null, 34)).toBeNull();
    expect(calves(null, 34, 2)).toBe(2);
    expect(calves(37.1, 34)).toBe(3.1);
    expect(calves(34, 37)).toBe(3);
    expect(calves(37.04, 34)).toBe(3.04);
    expect(calves(35, 34, 4)).toBe(4);
    const clot = (right: number): string[] =>
      rows(
        assessed(({ otherExam, redFlags }) => {
          redFlags.answers['RF-18b'] = 'yes';
          otherExam.calfCm = { right, left: 34 };
        }),
      );
    expect(clot(37).join()).not.toBe(clot(37.1).join());
  });

  test('an odd gait opens the cord signs; a limp does not', () => {
    const blocks = (gait: VisitRecord['neuro']['gait']): string =>
      assessed(({ neuro }) => Object.assign(neuro, { gait, plantarUp: 'nt', clonus: 'nt', toneUp: 'nt' })).notTestedBlocks.join();
    for (const gait of ['normal', 'limp', 'nt', 'declined'] as const) expect(blocks(gait)).not.toContain('clonus');
    for (const gait of ['unsteady', 'high_stepping', 'other'] as const) expect(blocks(gait)).toContain('clonus');
  });

  test('a lower pressure above the upper one is refused', () => {
    const record = visit(({ otherExam }) => Object.assign(otherExam, { systolicMmHg: 80, diastolicMmHg: 120 }));
    expect(findVisitProblems(record, CONTEXT.birthDate)).toEqual({ 'otherExam.diastolicMmHg': 'diastolic-above-systolic' });
  });
});
