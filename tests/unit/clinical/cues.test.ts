import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CueFacts, type Cues, evaluateCues } from '../../../shared/clinical/cues.ts';
import { assessRoots } from '../../../shared/clinical/nerve-roots.ts';
import { classifySlr } from '../../../shared/clinical/slr.ts';
import { SIDES } from '../../../shared/schemas/common.ts';
import { type CueTick, emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { CUE_ITEMS, type CueCondition, type CueItem } from '../../../shared/text/en/cues.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { graded, normalVisit, power, SLR_POS_LEG, slrLeg, VISIT_ON } from '../../helpers/normal-visit.ts';

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
      'age over 70',
      'better bending forward',
      'leg/buttock pain walking',
      'normal equal foot pulses',
    ]);
    expect(cue(cues, 'lateral-stenosis')?.for).toEqual(['older', 'eased by sitting or bending']);
    expect(cue(evaluate(record, { ageYears: 70 }), 'central-stenosis')?.for).not.toContain('age over 70');
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

  const disc = (change: (record: VisitRecord) => void): { for: string[]; against: string[] } => {
    const record = visit((each) => {
      each.intake.legWorseThanBack = 'yes';
      each.intake.level.right = 4;
      change(each);
    });
    const found = cue(evaluate(record), 'disc');
    return { for: found?.for.slice(2) ?? [], against: found?.against ?? [] };
  };

  test('Disc: sitting or bending, cough, crossed raise', () => {
    const both = 'sitting/bending worse';
    expect(disc((record) => void (record.plan.sittingWorse = 'yes')).for).toEqual([both]);
    expect(disc((record) => void (record.plan.bendingWorse = 'yes')).for).toEqual([both]);
    expect(disc((record) => void (record.plan.bendingWorse = 'unsure')).for).toEqual([]);
    expect(disc((record) => void (record.intake.coughRaisesLegPain = 'yes')).for).toEqual(['cough/sneeze raises leg pain']);
    const crossed = disc((record) => {
      record.slr.left = slrLeg({ stop: 'leg_familiar', feltIn: 'other', p1AngleDeg: 40, level: 4 });
    });
    expect(crossed).toEqual({ for: ['crossed straight-leg raise'], against: [] });
  });

  test('Tension tests are normal only when both raises are negative and no other test is positive', () => {
    expect(disc(() => undefined).against).toEqual(['normal tension tests']);
    for (const change of [
      (record: VisitRecord) => void (record.neuro.left.slump = 'pos'),
      (record: VisitRecord) => void (record.neuro.right.femoralStretch = 'pos'),
      (record: VisitRecord) => void (record.slr.left = slrLeg({ tested: 'nt' })),
      (record: VisitRecord) => void (record.slr.left = slrLeg({ stop: 'fear', p1AngleDeg: 30 })),
    ]) {
      expect(disc(change).against).toEqual([]);
    }
  });

  test('Stenosis: what speaks against the lateral row', () => {
    const lateral = (ageYears: number, change: (record: VisitRecord) => void): Cues['shown'][number] | undefined =>
      cue(
        evaluate(
          visit((record) => {
            Object.assign(record.intake.walking, { bringsOn: 'yes', noPainSeated: 'yes', eases: ['sitting_or_bending'] });
            change(record);
          }),
          { ageYears },
        ),
        'lateral-stenosis',
      );
    expect(lateral(59, () => undefined)).toBeUndefined();
    expect(lateral(60, () => undefined)).toMatchObject({ for: ['older', 'eased by sitting or bending'], against: [] });
    expect(lateral(60, (record) => void (record.plan.sittingWorse = 'yes'))?.against).toEqual(['pain worst sitting']);
    expect(lateral(60, (record) => void (record.slr.right = structuredClone(SLR_POS_LEG)))?.against).toEqual([
      'strong straight-leg raise (weak: tension can aggravate stenosis too)',
    ]);
  });

  test('Vascular: relief that needs sitting, and pulses, speak against', () => {
    const vascular = (eases: VisitRecord['intake']['walking']['eases'], pulse: 'present' | 'nt'): string[] | undefined =>
      cue(
        evaluate(
          visit((record) => {
            Object.assign(record.intake.walking, { calfCramp: 'yes', eases });
            record.neuro.right.footPulse = pulse;
            record.neuro.left.footPulse = pulse;
          }),
        ),
        'vascular',
      )?.against;
    expect(vascular(['sitting_or_bending'], 'nt')).toEqual(['relief needs sitting/bending']);
    expect(vascular(['sitting_or_bending', 'standing_still'], 'nt')).toEqual([]);
    expect(vascular([], 'present')).toEqual(['normal pulses']);
  });

  test('Peroneal: foot drop with weak eversion, against it a weak inversion or abduction on that side', () => {
    const peroneal = (change: (record: VisitRecord) => void): Cues['shown'][number] | undefined =>
      cue(
        evaluate(
          visit((record) => {
            record.neuro.right.mrc.DF = power('3');
            record.neuro.right.mrc.EV = power('4');
            change(record);
          }),
        ),
        'peroneal',
      );
    expect(peroneal((record) => void (record.neuro.right.mrc.EV = power('5')))).toBeUndefined();
    expect(peroneal((record) => void (record.neuro.right.mrc.DF = power('4')))).toBeUndefined();
    expect(peroneal((record) => void (record.neuro.right.mrc.INV = power('4')))).toBeUndefined();
    expect(peroneal((record) => void delete record.neuro.right.mrc.ABD)).toBeUndefined();
    expect(peroneal((record) => void (record.neuro.left.mrc.INV = power('4')))?.against).toEqual([]);
    const otherSideWeak = peroneal((record) => {
      record.neuro.left.mrc = { ...record.neuro.left.mrc, DF: power('2'), EV: power('2'), ABD: power('4') };
      record.slr.right = structuredClone(SLR_POS_LEG);
    });
    expect(otherSideWeak?.against).toEqual(['positive straight-leg raise', 'weak inversion or abduction']);
  });

  type Item = [item: CueItem, condition: CueCondition, where: 'for' | 'against', ticks: CueTick[], change: (record: VisitRecord) => void];
  const walkingPain = (record: VisitRecord): void =>
    void Object.assign(record.intake.walking, { bringsOn: 'yes', betterBendingForward: 'yes' });
  test.each<Item>([
    ['noPainSeated', 'central-stenosis', 'for', [], (record) => void (record.intake.walking.noPainSeated = 'yes')],
    ['trolley', 'central-stenosis', 'for', [], (record) => void (record.intake.walking.eases = ['trolley_or_bicycle'])],
    ['absentPulses', 'central-stenosis', 'against', [], (record) => void (record.neuro.left.footPulse = 'absent')],
    ['worseSitting', 'deep-gluteal', 'for', ['buttockPain', 'slrLimited'], (record) => void (record.plan.sittingWorse = 'yes')],
    [
      'objectiveDeficit',
      'deep-gluteal',
      'against',
      ['buttockPain', 'slrLimited'],
      (record) => void (record.neuro.right.mrc.EHL = power('4')),
    ],
    [
      'crossedSlrPositive',
      'deep-gluteal',
      'against',
      ['buttockPain', 'slrLimited'],
      (record) => void (record.slr.left = slrLeg({ stop: 'leg_familiar', feltIn: 'other', p1AngleDeg: 40, level: 4 })),
    ],
    ['standingStill', 'vascular', 'for', ['coolSkin'], (record) => void (record.intake.walking.eases = ['standing_still'])],
    [
      'ankleReflexesLost',
      'neuropathy',
      'for',
      ['stocking', 'neuropathyRisk'],
      (record) => {
        record.neuro.right.reflex.ankle = graded(0);
        record.neuro.left.reflex.ankle = graded(0);
      },
    ],
    ['tensionReproduction', 'neuropathy', 'against', ['stocking', 'neuropathyRisk'], (record) => void (record.neuro.right.slump = 'pos')],
    ['deficit', 'sacroiliac', 'against', ['dullAche'], (record) => void (record.neuro.right.mrc.EHL = power('4'))],
    ['deficit', 'pelvic-girdle', 'against', ['pelvicPain', 'turningInBed'], (record) => void (record.neuro.right.mrc.EHL = power('4'))],
    ['pregnant', 'pelvic-girdle', 'for', ['pelvicPain', 'turningInBed'], (record) => void (record.intake.pregnant = 'yes')],
    ['pregnant', 'pelvic-girdle', 'for', ['pelvicPain', 'turningInBed'], (record) => void record.otherExam.cueTicks.push('afterBirth')],
  ])('%s speaks in the row %s, %s it, where it was recorded and nowhere else', (item, condition, where, ticks, change) => {
    const base = visit((record) => {
      if (condition === 'central-stenosis') walkingPain(record);
      record.otherExam.cueTicks.push(...ticks);
    });
    const changed = structuredClone(base);
    change(changed);
    const lines = (record: VisitRecord): readonly string[] => cue(evaluate(record), condition)?.[where] ?? [];
    expect(lines(base)).not.toContain(CUE_ITEMS[item]);
    expect(lines(changed)).toContain(CUE_ITEMS[item]);
  });

  test('"No deficit" needs both sides complete', () => {
    const sideOnly = visit((record) => {
      record.intake.regions.left = ['groin'];
      record.neuro.left.femoralStretch = 'nt';
    });
    expect(shown(evaluate(sideOnly))).toEqual([]);
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
