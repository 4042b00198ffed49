import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifySlr, compareSlrReadings, compareSlrSides, slrResult, slrSentences } from '../../../shared/clinical/slr.ts';
import { SLR_CLASSES, type SlrClass } from '../../../shared/schemas/assessment.ts';
import { SLR_ANKLES, SLR_FELT_IN, SLR_RESPONSES, SLR_STOPS, type SlrLeg } from '../../../shared/schemas/slr.ts';
import { arbitrarySlrLeg, arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';
import { SLR_NEG_LEG, SLR_POS_LEG, slrLeg } from '../../helpers/normal-visit.ts';

type Vector = [
  id: string,
  stop: SlrLeg['stop'],
  feltIn: SlrLeg['feltIn'],
  p1AngleDeg: number | null,
  level: number | null,
  movements: Partial<SlrLeg['movements']>,
  slrClass: SlrClass,
  row: number,
];

const VECTORS: readonly Vector[] = [
  ['SV1', 'leg_familiar', 'raised', 30, 4, { df: 'inc' }, 'SLR-POS', 6],
  ['SV2', 'leg_familiar', 'raised', 70, 5, { relPF: 'dec' }, 'SLR-POS', 6],
  ['SV3', 'leg_familiar', 'raised', 71, 5, { df: 'inc' }, 'SLR-POS-ATYP', 7],
  ['SV4', 'leg_familiar', 'raised', 45, 3, { neck: 'inc' }, 'SLR-POS-ATYP', 7],
  ['SV5', 'leg_familiar', 'raised', 25, 4, {}, 'SLR-EQUIV', 8],
  ['SV6', 'leg_familiar', 'raised', 50, 5, { df: 'same', neck: 'same' }, 'SLR-EQUIV', 8],
  ['SV7', 'leg_familiar', 'raised', 50, 5, { had: 'inc', relKnee: 'dec' }, 'SLR-EQUIV', 8],
  ['SV8', 'back', 'none', 50, 1, { df: 'inc' }, 'SLR-BACK-TENSION', 9],
  ['SV9', 'back', 'none', 50, 1, { df: 'same' }, 'SLR-NEG-MSK', 10],
  ['SV10', 'back', 'none', 50, 1, {}, 'SLR-UNCLEAR', 16],
  ['SV11', 'thigh_pull', 'none', 75, 3, { df: 'same' }, 'SLR-NEG', 12],
  ['SV12', 'thigh_pull', 'none', 69, 3, { neck: 'same' }, 'SLR-NEG-MSK', 13],
  ['SV13', 'fear', 'none', 40, null, {}, 'SLR-UNCLEAR', 16],
  ['SV14', 'end', 'none', 55, 0, {}, 'SLR-NEG', 14],
  ['SV15', 'leg_familiar', 'other', 40, 5, { df: 'inc' }, 'SLR-CROSSED', 2],
  ['SV16', 'leg_unfamiliar', 'raised', 50, 4, { df: 'inc' }, 'SLR-UNCLEAR', 16],
  // Edges and rows the public vectors leave out.
  ['29 degrees', 'leg_familiar', 'raised', 29, 4, { df: 'inc' }, 'SLR-POS-ATYP', 7],
  ['both legs', 'leg_familiar', 'both', 50, 4, { df: 'inc' }, 'SLR-POS', 6],
  ['felt in no leg', 'leg_familiar', 'none', 50, 4, { df: 'inc' }, 'SLR-UNCLEAR', 3],
  ['leg not recorded', 'leg_familiar', null, 50, 4, { df: 'inc' }, 'SLR-UNCLEAR', 3],
  ['no angle', 'leg_familiar', 'raised', null, 4, { df: 'inc' }, 'SLR-UNCLEAR', 4],
  ['no level', 'leg_familiar', 'raised', 50, null, { df: 'inc' }, 'SLR-UNCLEAR', 5],
  ['level 1', 'leg_familiar', 'raised', 50, 1, { df: 'inc' }, 'SLR-UNCLEAR', 5],
  ['end without an angle', 'end', 'none', null, 0, {}, 'SLR-UNCLEAR', 4],
  ['wrong way', 'leg_familiar', 'raised', 50, 4, { df: 'dec' }, 'SLR-EQUIV', 8],
  ['hip rotation only on back pain', 'back', 'none', 50, 1, { hir: 'same' }, 'SLR-UNCLEAR', 16],
  ['hip rotation decides', 'back', 'none', 50, 1, { hir: 'inc' }, 'SLR-BACK-TENSION', 9],
  ['pull that rises with the ankle', 'thigh_pull', 'none', 80, 3, { df: 'inc' }, 'SLR-UNCLEAR', 11],
  ['pull at 70', 'thigh_pull', 'none', 70, 3, {}, 'SLR-NEG', 12],
  ['pull at 69, nothing tested', 'thigh_pull', 'none', 69, 3, {}, 'SLR-UNCLEAR', 16],
  ['fear at 70', 'fear', 'none', 70, null, {}, 'SLR-NEG', 15],
  ['knee at 69', 'knee', 'none', 69, null, {}, 'SLR-UNCLEAR', 16],
  ['reason not recorded', null, null, 50, null, {}, 'SLR-UNCLEAR', 16],
];

describe('Result class of a straight-leg raise', () => {
  test.each(VECTORS)('%s', (_id, stop, feltIn, p1AngleDeg, level, movements, slrClass, row) => {
    const result = classifySlr(slrLeg({ stop, feltIn, p1AngleDeg, level }, movements));
    expect(result).toMatchObject({ class: slrClass, row, crossed: stop === 'leg_familiar' && (feltIn === 'other' || feltIn === 'both') });
  });

  test('A leg not tested is never positive or negative', () => {
    for (const tested of ['nt', 'declined'] as const) {
      expect(classifySlr({ ...SLR_POS_LEG, tested })).toMatchObject({ class: 'SLR-NT', row: 1, crossed: false });
    }
  });

  test('Every combination has one class, by the conditions of the table written out again', () => {
    const responses = ['inc', 'dec', 'same', 'nt'] as const;
    const angles = [null, 0, 29, 30, 69, 70, 71, 120];
    const levels = [null, 0, 1, 2, 3, 4, 5];
    const seen = new Map<number, number>();
    for (const stop of [...SLR_STOPS, null]) {
      for (const feltIn of [...SLR_FELT_IN, null]) {
        for (const p1AngleDeg of angles) {
          for (const level of levels) {
            for (const df of responses) {
              for (const hir of responses) {
                for (const neck of responses) {
                  for (const relPF of responses) {
                    const leg = slrLeg({ stop, feltIn, p1AngleDeg, level }, { df, hir, neck, relPF });
                    const { class: slrClass, row } = classifySlr(leg);
                    if (slrClass !== expectedClass(leg)) throw new Error(`${slrClass} for ${JSON.stringify(leg)}`);
                    seen.set(row, (seen.get(row) ?? 0) + 1);
                  }
                }
              }
            }
          }
        }
      }
    }
    expect([...seen.keys()].toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect([...seen.values()].reduce((a, b) => a + b)).toBe(9 * 5 * 8 * 7 * 256);
  });

  test('Hip adduction and the knee bend never decide', () => {
    fc.assert(
      fc.property(arbitrarySlrLeg, fc.constantFrom(...SLR_RESPONSES), fc.constantFrom(...SLR_RESPONSES), (leg, had, relKnee) => {
        expect(classifySlr({ ...leg, movements: { ...leg.movements, had, relKnee } })).toEqual(classifySlr(leg));
      }),
    );
  });
});

/** The table of spec 2.2 read from the other end: what each class requires, independent of the order of the rows. */
function expectedClass(leg: SlrLeg): SlrClass {
  const { stop, feltIn, p1AngleDeg: p1, level, movements } = leg;
  const pos = movements.df === 'inc' || movements.hir === 'inc' || movements.neck === 'inc' || movements.relPF === 'dec';
  const ankleNeck = movements.df !== 'nt' || movements.neck !== 'nt';
  switch (stop) {
    case 'leg_familiar': {
      if (feltIn === 'other') return 'SLR-CROSSED';
      if (feltIn === 'none' || feltIn === null || p1 === null || level === null || level < 2) return 'SLR-UNCLEAR';
      if (!pos) return 'SLR-EQUIV';
      return p1 >= 30 && p1 <= 70 && level >= 4 ? 'SLR-POS' : 'SLR-POS-ATYP';
    }
    case 'back':
      if (p1 === null) return 'SLR-UNCLEAR';
      return pos ? 'SLR-BACK-TENSION' : ankleNeck ? 'SLR-NEG-MSK' : 'SLR-UNCLEAR';
    case 'thigh_pull':
      if (p1 === null || pos) return 'SLR-UNCLEAR';
      return p1 >= 70 ? 'SLR-NEG' : ankleNeck ? 'SLR-NEG-MSK' : 'SLR-UNCLEAR';
    case 'end':
      return p1 === null ? 'SLR-UNCLEAR' : 'SLR-NEG';
    case 'knee':
    case 'fear':
    case 'other':
      return p1 !== null && p1 >= 70 ? 'SLR-NEG' : 'SLR-UNCLEAR';
    default:
      return 'SLR-UNCLEAR';
  }
}

describe('Sentences', () => {
  const right = (leg: SlrLeg): string[] => slrSentences({ right: leg, left: SLR_NEG_LEG }, 'right');

  test('Positive', () => {
    const leg = slrLeg({ stop: 'leg_familiar', feltIn: 'raised', p1AngleDeg: 42, level: 4 }, { df: 'inc', neck: 'inc', relPF: 'dec' });
    expect(right(leg)).toEqual([
      'Straight-leg raise on the right brought on the usual leg symptoms at 42 degrees, felt down to the calf or shin, and they changed with ankle dorsiflexion, neck flexion and release by pointing the foot. This supports irritation of the sciatic nerve roots (mainly L5/S1).',
    ]);
  });

  test('Each other class', () => {
    expect(right(slrLeg({ stop: 'leg_familiar', feltIn: 'raised', p1AngleDeg: 75, level: 2 }, { hir: 'inc' }))).toEqual([
      'Straight-leg raise on the right brought on the usual leg symptoms at 75 degrees, felt down to the buttock, and they changed with hip internal rotation. The angle or the place is not typical. This supports nerve-root irritation less strongly.',
    ]);
    expect(right(slrLeg({ stop: 'back', p1AngleDeg: 40 }, { df: 'inc', neck: 'inc' }))[0]).toContain(
      'it changed with ankle dorsiflexion and neck flexion.',
    );
    expect(right(slrLeg({ stop: 'leg_familiar', feltIn: 'raised', p1AngleDeg: 25, level: 5 }))).toEqual([
      'Straight-leg raise on the right brought on the usual leg symptoms at 25 degrees, felt down to the foot. No nerve movement was shown to change them. Supporting, not counted.',
    ]);
    expect(right(slrLeg({ stop: 'back', p1AngleDeg: 50 }, { df: 'inc' }))).toEqual([
      'Straight-leg raise on the right stopped at 50 degrees with back pain, and it changed with ankle dorsiflexion. This can fit nerve irritation but is not a positive test. Supporting, not counted.',
    ]);
    expect(right(slrLeg({ stop: 'thigh_pull', p1AngleDeg: 60 }, { df: 'same' }))).toEqual([
      'Straight-leg raise on the right stopped at 60 degrees by back-of-thigh pull; ankle or neck movement did not raise it. This does not support nerve-root irritation.',
    ]);
    expect(right(SLR_NEG_LEG)).toEqual([
      'No usual leg symptoms on the right to 80 degrees. This makes an irritated L5/S1 root less likely but does not rule it out.',
    ]);
  });

  test('A crossed raise names both legs by their side', () => {
    expect(right(slrLeg({ stop: 'leg_familiar', feltIn: 'other', p1AngleDeg: 40, level: 5 }))).toEqual([
      'Raising the right leg brought on the usual symptoms in the left leg only. The right leg itself is not called positive.',
      'The usual pain came in the left leg when the right leg was raised at 40 degrees. This makes a nerve-root cause from a disc more likely on the left side (specific but not sensitive sign).',
    ]);
  });

  test.each([
    [{ stop: 'leg_unfamiliar', p1AngleDeg: 50 }, 'a leg symptom that is not the usual one'],
    [{ stop: 'leg_familiar', feltIn: 'raised', level: 4 }, 'usual leg symptom, angle, level or leg not recorded'],
    [{ stop: 'leg_familiar', feltIn: 'raised', level: 1, p1AngleDeg: 50 }, 'usual leg symptom, but the level recorded is not in the leg'],
    [{ stop: 'leg_familiar', feltIn: 'none', level: 4, p1AngleDeg: 50 }, 'usual leg symptom, angle, level or leg not recorded'],
    [{ stop: 'end' }, 'no symptom, angle not recorded'],
    [{ stop: 'back', p1AngleDeg: 50 }, 'back pain'],
    [{ stop: 'knee', p1AngleDeg: 50 }, 'a knee problem'],
    [{ stop: 'fear', p1AngleDeg: 50 }, 'fear of pain'],
    [{ stop: 'other', p1AngleDeg: 50 }, 'another reason'],
    [{ p1AngleDeg: 50 }, 'reason not recorded'],
  ] satisfies [Partial<SlrLeg>, string][])('Unclear: %j', (fields, stop) => {
    expect(right(slrLeg(fields))).toEqual([
      `The straight-leg raise on the right cannot be read (stopped by ${stop}). It counts neither for nor against. Repeat with ankle and neck movements.`,
    ]);
  });

  test.each([
    ['nt', 'plaster cast.', 'plaster cast'],
    ['nt', '', 'reason not recorded'],
    ['declined', '', 'declined'],
    ['declined', 'too sore', 'declined, too sore'],
  ] as const)('Not tested (%s, "%s")', (tested, reason, printed) => {
    expect(right(slrLeg({ tested, reason }))).toEqual([`Straight-leg raise on the right was not tested: ${printed}.`]);
  });

  test('No sentence leaves a placeholder, a null or an empty part, and mirroring exchanges the sides', () => {
    fc.assert(
      fc.property(arbitraryVisit(), ({ slr }) => {
        const mirrored = { right: slr.left, left: slr.right };
        const exchange = (text: string): string => text.replaceAll('right', '#').replaceAll('left', 'right').replaceAll('#', 'left');
        const sentences = slrSentences(slr, 'right');
        for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|null|undefined| {2}|with \./);
        expect(slrSentences(mirrored, 'left')).toEqual(sentences.map(exchange));
        expect(SLR_CLASSES).toContain(slrResult(slr, 'right').class);
      }),
    );
  });
});

describe('Side difference', () => {
  const at = (p1AngleDeg: number | null, fields: Partial<SlrLeg> = {}): SlrLeg =>
    slrLeg({ stop: 'end', p1AngleDeg, ankle: 'relaxed', method: 'inclinometer', ...fields });

  test.each([
    ['relaxed', 50, 61, false],
    ['relaxed', 50, 62, true],
    ['plantarflexed', 62, 50, true],
    ['plantarflexed', 61, 50, false],
    ['neutral', 50, 59, false],
    ['neutral', 50, 60, true],
    ['dorsiflexed', 60, 50, true],
    ['dorsiflexed', 59, 50, false],
  ] as const)('ankle %s, %i and %i degrees', (ankle, right, left, flagged) => {
    expect(compareSlrSides({ right: at(right, { ankle }), left: at(left, { ankle }) })).toEqual({
      differenceDeg: Math.abs(right - left),
      lowerSide: right < left ? 'right' : 'left',
      flaggedFromDeg: ankle === 'relaxed' || ankle === 'plantarflexed' ? 12 : 10,
      flagged,
      withheld: null,
    });
  });

  test('Equal angles have no lower side', () => {
    expect(compareSlrSides({ right: at(60), left: at(60) })).toMatchObject({ differenceDeg: 0, lowerSide: null, flagged: false });
  });

  test.each([
    [at(50, { tested: 'nt' }), at(60), 'the right leg was not tested'],
    [at(50), at(null), 'no angle was recorded on the left'],
    [at(50, { ankle: 'neutral' }), at(60), 'the ankle position differs between the legs'],
    [at(50, { ankle: null }), at(60), 'the ankle position was not recorded on both sides'],
    [at(50, { ankle: null }), at(60, { ankle: null }), 'the ankle position was not recorded on both sides'],
    [at(50), at(60, { method: 'goniometer' }), 'the method differs between the legs'],
    [at(50), at(60, { method: null }), 'the method was not recorded on both sides'],
  ])('Withheld %#', (right, left, withheld) => {
    expect(compareSlrSides({ right, left })).toEqual({
      differenceDeg: null,
      lowerSide: null,
      flaggedFromDeg: null,
      flagged: false,
      withheld,
    });
  });

  test('It exchanges with the sides', () => {
    fc.assert(
      fc.property(arbitraryVisit(), (record) => {
        const here = compareSlrSides(record.slr);
        const there = compareSlrSides(mirrorVisit(record).slr);
        expect(there.differenceDeg).toBe(here.differenceDeg);
        expect(there.flagged).toBe(here.flagged);
        expect(there.lowerSide).toBe(here.lowerSide === null ? null : here.lowerSide === 'right' ? 'left' : 'right');
      }),
    );
  });
});

describe('Two readings of one leg', () => {
  const reading = (p1AngleDeg: number | null, fields: Partial<SlrLeg> = {}): SlrLeg =>
    slrLeg({ stop: 'end', p1AngleDeg, ankle: 'neutral', method: 'inclinometer', examiner: 'A. Example', ...fields });

  test.each([
    ['same examiner, 9 degrees', reading(50), reading(59), 'within_error'],
    ['same examiner, 10 up', reading(50), reading(60), 'up'],
    ['same examiner, 10 down', reading(50), reading(40), 'down'],
    ['other examiner, 14', reading(50), reading(64, { examiner: 'B. Example' }), 'within_error'],
    ['other examiner, 15', reading(50), reading(65, { examiner: 'B. Example' }), 'up'],
    ['examiner not recorded, 14', reading(50, { examiner: '' }), reading(64, { examiner: '' }), 'within_error'],
    ['estimates, 14', reading(50, { method: 'estimate' }), reading(36, { method: 'estimate' }), 'within_error'],
    ['estimates, 15', reading(50, { method: 'estimate' }), reading(35, { method: 'estimate' }), 'down'],
    ['other method', reading(50), reading(90, { method: 'goniometer' }), 'withheld'],
    ['ankle not recorded', reading(50, { ankle: null }), reading(90, { ankle: null }), 'withheld'],
    ['not tested now', reading(50), reading(null, { tested: 'nt' }), 'na'],
    ['not tested now, a left-over angle', reading(50), reading(90, { tested: 'nt' }), 'na'],
    ['not tested then, a left-over angle', reading(90, { tested: 'declined' }), reading(50), 'na'],
    ['no angle then', reading(null), reading(50), 'na'],
  ] as const)('%s', (_name, earlier, later, change) => {
    expect(compareSlrReadings(earlier, later)).toBe(change);
  });

  test.each(SLR_ANKLES.filter((ankle) => ankle !== 'neutral'))('never compares neutral with %s', (ankle) => {
    expect(compareSlrReadings(reading(20), reading(80, { ankle }))).toBe('withheld');
  });
});
