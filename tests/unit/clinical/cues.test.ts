import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CueFacts, type Cues, evaluateCues } from '../../../shared/clinical/cues.ts';
import { assessRoots } from '../../../shared/clinical/nerve-roots.ts';
import { classifySlr } from '../../../shared/clinical/slr.ts';
import { SIDES } from '../../../shared/schemas/common.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { graded, normalVisit, power, SLR_POS_LEG, VISIT_ON } from '../../helpers/normal-visit.ts';

function evaluate(record: VisitRecord, facts: Partial<CueFacts> = {}): Cues {
  const slr = { right: classifySlr(record.slr.right), left: classifySlr(record.slr.left) };
  const roots = assessRoots(record, slr, { right: false, left: false });
  const pulses = SIDES.map((side) => record.neuro[side].footPulse);
  return evaluateCues(record, {
    ageYears: 45,
    root: roots.root,
    objectiveDeficit: roots.objectiveDeficit,
    tensionPositive: roots.tensionPositive,
    pulseAbsent: pulses.includes('absent'),
    pulseTested: pulses.every((pulse) => pulse === 'present' || pulse === 'absent'),
    slrClasses: { right: slr.right.class, left: slr.left.class },
    crossed: slr.right.crossed || slr.left.crossed,
    anyFlagRow: false,
    ...facts,
  });
}

function visit(change: (record: VisitRecord) => void): VisitRecord {
  const record = normalVisit();
  change(record);
  return record;
}

const shown = (cues: Cues): string[] => cues.shown.map((cue) => cue.condition);
const cue = (cues: Cues, condition: string): Cues['shown'][number] | undefined => cues.shown.find((each) => each.condition === condition);

describe('Cues that other rules read', () => {
  test('Stenosis needs walking and one easing posture', () => {
    const stenosis = (change: (walking: VisitRecord['intake']['walking']) => void): boolean =>
      evaluate(visit((record) => change(record.intake.walking))).stenosis;
    expect(stenosis((walking) => void (walking.bringsOn = 'yes'))).toBe(false);
    expect(stenosis((walking) => void (walking.noPainSeated = 'yes'))).toBe(false);
    for (const change of [{ noPainSeated: 'yes' }, { betterBendingForward: 'yes' }, { eases: ['trolley_or_bicycle'] }] satisfies Partial<
      VisitRecord['intake']['walking']
    >[]) {
      expect(stenosis((walking) => Object.assign(walking, { bringsOn: 'yes' }, change))).toBe(true);
      expect(stenosis((walking) => Object.assign(walking, { bringsOn: 'unsure' }, change))).toBe(false);
    }
    expect(stenosis((walking) => Object.assign(walking, { bringsOn: 'yes', eases: ['sitting_or_bending'] }))).toBe(false);
  });

  test('Vascular: an absent pulse, or calf cramp eased by standing still', () => {
    expect(evaluate(visit((record) => void (record.neuro.left.footPulse = 'absent'))).vascular).toBe(true);
    const walking = (calfCramp: 'yes' | 'no', ...eases: VisitRecord['intake']['walking']['eases']): boolean =>
      evaluate(visit((record) => Object.assign(record.intake.walking, { calfCramp, eases }))).vascular;
    expect(walking('yes', 'standing_still')).toBe(true);
    expect(walking('yes', 'sitting_or_bending')).toBe(false);
    expect(walking('no', 'standing_still')).toBe(false);
  });

  test('The peroneal pattern is on its side', () => {
    const cues = evaluate(
      visit((record) => {
        record.neuro.left.mrc.DF = power('3');
        record.neuro.left.mrc.EV = power('4');
      }),
    );
    expect(cues.peroneal).toEqual({ right: false, left: true });
    expect(cue(cues, 'peroneal')).toMatchObject({
      for: ['foot drop, eversion weak', 'inversion and hip abduction normal'],
      against: [],
    });
  });
});

describe('Differential table', () => {
  test('Nothing asked and nothing tested shows nothing', () => {
    const cues = evaluate(emptyVisitRecord('first', VISIT_ON, 'UTC'));
    expect(cues).toMatchObject({ stenosis: false, vascular: false, hipOsteoarthritis: false, shown: [] });
  });

  test('A complete normal examination shows referred pain only', () => {
    expect(evaluate(normalVisit()).shown).toEqual([
      {
        condition: 'sacroiliac',
        title: 'Sacroiliac / non-specific somatic referral',
        source: 'not verified',
        for: ['no deficit', 'tension tests negative'],
        against: [],
      },
    ]);
    const incomplete = visit((record) => void (record.neuro.right.reflex = {}));
    expect(evaluate(incomplete).shown).toEqual([]);
  });

  test('Disc: two items of the talk are enough', () => {
    const record = visit((each) => {
      each.intake.legWorseThanBack = 'yes';
      each.intake.level.left = 4;
    });
    expect(cue(evaluate(record), 'disc')).toMatchObject({
      for: ['leg worse than back', 'below knee'],
      against: ['normal tension tests'],
    });
    record.slr.right = structuredClone(SLR_POS_LEG);
    expect(cue(evaluate(record), 'disc')).toMatchObject({
      for: ['leg worse than back', 'below knee', 'positive straight-leg raise'],
      against: [],
    });
    expect(shown(evaluate(visit((each) => void (each.intake.legWorseThanBack = 'yes'))))).not.toContain('disc');
  });

  test('Stenosis rows need the cue, not age and pulses', () => {
    const record = visit((each) => {
      each.neuro.right.footPulse = 'present';
      each.neuro.left.footPulse = 'present';
    });
    expect(shown(evaluate(record, { ageYears: 78 }))).not.toContain('central-stenosis');
    Object.assign(record.intake.walking, { bringsOn: 'yes', betterBendingForward: 'yes', eases: ['sitting_or_bending'] });
    const cues = evaluate(record, { ageYears: 78 });
    expect(cue(cues, 'central-stenosis')?.for).toEqual([
      'age over 70 (LR 2.0; under 60 LR 0.40)',
      'better bending forward (LR 6.4)',
      'leg/buttock pain walking',
      'normal equal foot pulses',
    ]);
    expect(cue(cues, 'lateral-stenosis')?.for).toEqual(['older', 'eased by sitting or bending']);
    expect(cue(evaluate(record, { ageYears: 70 }), 'central-stenosis')?.for).not.toContain('age over 70 (LR 2.0; under 60 LR 0.40)');
  });

  test('A pulse tested on one side only is not a normal pulse', () => {
    const record = visit((each) => {
      each.neuro.right.footPulse = 'present';
      Object.assign(each.intake.walking, { calfCramp: 'yes' });
    });
    expect(cue(evaluate(record), 'vascular')?.against).toEqual([]);
  });

  test('Vascular, clot and serious disease show with one item', () => {
    const record = visit((each) => void (each.redFlags.answers['RF-18a'] = 'yes'));
    expect(shown(evaluate(record, { anyFlagRow: true }))).toEqual(['sacroiliac', 'dvt', 'serious']);
    expect(shown(evaluate(visit((each) => void (each.otherExam.calfDifferenceCm = 3))))).not.toContain('dvt');
    expect(shown(evaluate(visit((each) => void (each.otherExam.calfDifferenceCm = 3.1))))).toContain('dvt');
    expect(shown(evaluate(visit((each) => void (each.neuro.right.footPulse = 'absent'))))).toContain('vascular');
  });

  test('A one-root deficit and both ankle reflexes count where the table says', () => {
    const record = visit((each) => {
      each.neuro.right.sensation.L5 = graded(1);
      each.neuro.right.mrc.EHL = power('4');
      each.intake.level.right = 5;
    });
    expect(cue(evaluate(record), 'disc')?.for).toEqual(['below knee', 'one-root deficit']);
    expect(cue(evaluate(record), 'sacroiliac')).toBeUndefined();
  });

  test('Only the serious row depends on the red flags, and sides do not matter', () => {
    fc.assert(
      fc.property(arbitraryVisit(), fc.integer({ min: 18, max: 95 }), (record, ageYears) => {
        const without = evaluate(record, { ageYears });
        const withFlag = evaluate(record, { ageYears, anyFlagRow: true });
        expect(withFlag.shown.slice(0, -1)).toEqual(without.shown);
        expect(withFlag.shown.at(-1)?.condition).toBe('serious');
        const mirrored = evaluate(mirrorVisit(record), { ageYears });
        expect(mirrored).toEqual({ ...without, peroneal: { right: without.peroneal.left, left: without.peroneal.right } });
      }),
    );
  });
});
