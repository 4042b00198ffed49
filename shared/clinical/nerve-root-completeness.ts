import type { SlrClass } from '../schemas/assessment.ts';
import { type PerSide, type Side, SIDES } from '../schemas/common.ts';
import { KEY_POINTS, type KeyPoint, MUSCLES, type Muscle, type NeuroExam, REFLEXES, type Reflex } from '../schemas/neuro-exam.ts';
import type { Region } from '../schemas/body-chart.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import {
  HEEL_RAISE_NAME,
  itemOnSide,
  KEY_POINT_NAMES,
  missingItem,
  powerItem,
  REFLEX_NAMES,
  TENSION_TEST_NAMES,
  UNTESTED_TEXTS,
} from '../text/en/nerve-roots.ts';
import { isHeelRaiseComplete, testedReflex, testedSensation, usableMrc } from './neuro-grades.ts';

type Item =
  | { kind: 'power'; muscle: Muscle }
  | { kind: 'reflex'; reflex: Reflex }
  | { kind: 'sensation'; point: KeyPoint }
  | { kind: 'slr' }
  | { kind: 'femoralStretch' };
/** One item the root statement needs, on one side. */
export type ItemOnSide = Item & { side: Side };

const ALWAYS: readonly Item[] = [
  ...(['DF', 'EHL', 'PF'] as const).map((muscle) => ({ kind: 'power' as const, muscle })),
  ...REFLEXES.map((reflex) => ({ kind: 'reflex' as const, reflex })),
  ...(['L4', 'L5', 'S1'] as const).map((point) => ({ kind: 'sensation' as const, point })),
  { kind: 'slr' },
];
const FOR_UPPER_ROOTS: readonly Item[] = [
  ...(['HF', 'KE'] as const).map((muscle) => ({ kind: 'power' as const, muscle })),
  { kind: 'sensation', point: 'U' },
];
const UPPER_REGIONS: readonly Region[] = ['groin', 'front_thigh', 'inner_shin'];

function neededItems(record: VisitRecord, side: Side): ItemOnSide[] {
  const onBothSides = (items: readonly Item[]): ItemOnSide[] =>
    items.flatMap((item) => SIDES.map((itemSide): ItemOnSide => ({ ...item, side: itemSide })));
  const needed = onBothSides(ALWAYS);
  if (record.intake.regions[side].some((region) => UPPER_REGIONS.includes(region))) {
    needed.push(...onBothSides(FOR_UPPER_ROOTS), { kind: 'femoralStretch', side });
  }
  return needed;
}

function isTested(neuro: NeuroExam, slr: PerSide<SlrClass>, item: ItemOnSide): boolean {
  switch (item.kind) {
    case 'power':
      return usableMrc(neuro, item.side, item.muscle) !== null || (item.muscle === 'PF' && isHeelRaiseComplete(neuro));
    case 'reflex':
      return testedReflex(neuro, item.side, item.reflex) !== null;
    case 'sensation':
      return testedSensation(neuro, item.side, item.point) !== null;
    case 'slr':
      return slr[item.side] !== 'SLR-NT';
    case 'femoralStretch':
      return neuro[item.side].femoralStretch === 'pos' || neuro[item.side].femoralStretch === 'neg';
  }
}

/** What the root statement of this side still needs, in the order of spec 3.4 step 3, right before left. */
export function missingItems(record: VisitRecord, slr: PerSide<SlrClass>, side: Side): ItemOnSide[] {
  return neededItems(record, side).filter((item) => !isTested(record.neuro, slr, item));
}

/** Whether power, reflexes and feeling that the root statements of both sides need were all tested at this visit. */
export function isNeurologyComplete(record: VisitRecord): boolean {
  const ofExam = (item: ItemOnSide): boolean => item.kind === 'power' || item.kind === 'reflex' || item.kind === 'sensation';
  const slr: PerSide<SlrClass> = { right: 'SLR-NT', left: 'SLR-NT' };
  return SIDES.every((side) => !missingItems(record, slr, side).some(ofExam));
}

/** The item as field name plus R or L, for instance `knee reflex L`. */
export function itemCode(item: ItemOnSide): string {
  const letter = item.side === 'right' ? 'R' : 'L';
  switch (item.kind) {
    case 'power':
      return `${item.muscle} ${letter}`;
    case 'reflex':
      return `${item.reflex} reflex ${letter}`;
    case 'sensation':
      return `${item.point} point ${letter}`;
    case 'slr':
      return `SLR ${letter}`;
    case 'femoralStretch':
      return `femoral stretch ${letter}`;
  }
}

function itemName(item: ItemOnSide): string {
  switch (item.kind) {
    case 'power':
      return powerItem(item.muscle);
    case 'reflex':
      return REFLEX_NAMES[item.reflex];
    case 'sensation':
      return KEY_POINT_NAMES[item.point];
    case 'slr':
    case 'femoralStretch':
      return TENSION_TEST_NAMES[item.kind];
  }
}

/** The `{list}` of NOT ENOUGH DATA: each item once, with the sides on which it is missing. */
export function missingList(missing: readonly ItemOnSide[]): string {
  const sidesByName = new Map<string, Side[]>();
  for (const item of missing) {
    sidesByName.set(itemName(item), [...(sidesByName.get(itemName(item)) ?? []), item.side]);
  }
  return [...sidesByName].map(([name, sides]) => missingItem(name, sides)).join(', ');
}

const reflexValue = (grade: number): string => (grade === 0 ? '0' : `${grade}+`);

/** Why an item of the examination does not count as tested, or null when it does or when nothing was recorded for it. */
function whyUncounted(record: VisitRecord, slr: PerSide<SlrClass>, item: ItemOnSide): string | null {
  const side = record.neuro[item.side];
  switch (item.kind) {
    case 'power': {
      const cell = side.mrc[item.muscle];
      if (cell?.state === 'tested') return cell.painLimited ? UNTESTED_TEXTS.painLimited(cell.grade) : null;
      if (cell?.state === 'carried') return UNTESTED_TEXTS.carried(cell.grade);
      return cell?.state === 'declined' ? UNTESTED_TEXTS.declined : null;
    }
    case 'reflex': {
      const cell = side.reflex[item.reflex];
      if (cell?.state === 'carried') return UNTESTED_TEXTS.carried(reflexValue(cell.grade));
      return cell?.state === 'declined' ? UNTESTED_TEXTS.declined : null;
    }
    case 'sensation': {
      const cell = side.sensation[item.point];
      if (cell?.state === 'carried') return UNTESTED_TEXTS.carried(String(cell.grade));
      return cell?.state === 'declined' ? UNTESTED_TEXTS.declined : null;
    }
    case 'slr':
      if (slr[item.side] === 'SLR-UNCLEAR') return UNTESTED_TEXTS.unclear;
      return record.slr[item.side].tested === 'declined' ? UNTESTED_TEXTS.declined : null;
    case 'femoralStretch':
      return side.femoralStretch === 'declined' ? UNTESTED_TEXTS.declined : null;
  }
}

/**
 * "Not tested" of spec 3.4 step 5 for one side: everything missing, then the pain-limited, carried, declined and unclear items of
 * this side that the statement does not need.
 */
export function notTestedTexts(record: VisitRecord, slr: PerSide<SlrClass>, side: Side): string[] {
  const missing = missingItems(record, slr, side);
  const texts = missing.map((item) => itemOnSide(itemName(item), item.side, whyUncounted(record, slr, item) ?? UNTESTED_TEXTS.notTested));
  const listed = new Set(missing.map(itemCode));
  const others: ItemOnSide[] = [
    ...MUSCLES.map((muscle): ItemOnSide => ({ kind: 'power', muscle, side })),
    ...REFLEXES.map((reflex): ItemOnSide => ({ kind: 'reflex', reflex, side })),
    ...KEY_POINTS.map((point): ItemOnSide => ({ kind: 'sensation', point, side })),
    { kind: 'slr', side },
    { kind: 'femoralStretch', side },
  ];
  for (const item of others) {
    const why = listed.has(itemCode(item)) ? null : whyUncounted(record, slr, item);
    if (why !== null) texts.push(itemOnSide(itemName(item), side, why));
  }
  if (record.neuro[side].heelRaise.painLimited) {
    texts.push(itemOnSide(HEEL_RAISE_NAME, side, UNTESTED_TEXTS.heelRaisePainLimited));
  }
  return texts;
}
