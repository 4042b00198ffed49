import type { OnsetItem } from '../schemas/red-flag-answers.ts';
import { ONSET_ITEMS } from '../schemas/red-flag-answers.ts';
import type { ClinicianTextId } from '../text/en/red-flags.ts';
import { because } from '../text/en/red-flags-because.ts';
import { K } from './constants.ts';
import { activeParts, deficitParts, muscleParts, part, presentItem, said, weaknessPart } from './red-flag-because.ts';
import type { RedFlagFacts } from './red-flag-inputs.ts';
import { above, answerOf, anyYes, isNewItem, isPresent, onsetOf, rfNumber, weakMuscles } from './red-flag-inputs.ts';
import type { RedFlagRule } from './red-flag-rule.ts';

function isOpenAnswer(f: RedFlagFacts, item: OnsetItem): boolean {
  if (item === 'RF-04x') return false;
  const answer = answerOf(f, item);
  return answer === 'unsure' || answer === 'declined';
}

const saddleDeclined: RedFlagRule = {
  row: 'RF-04x.5',
  block: 'RF-04x',
  urgency: 'D',
  route: 'SPINE',
  clinicianTextId: 'C-CE-UNS',
  patientTextId: 'P-CALL',
  condition: (f) => f.saddle === 'declined' && !(answerOf(f, 'RF-04a') === 'no' && answerOf(f, 'RF-04b') === 'no'),
  because: () => [because.saddleDeclined],
};

/** The template of the cauda equina items (spec 5.2, first block), in the order .3, .1, .2, .4, .5. */
function caudaEquinaItem(item: OnsetItem): RedFlagRule[] {
  const number = rfNumber(item);
  const sexual = number === 'RF-05';
  const oldTextId: ClinicianTextId = sexual ? 'C-SEX' : 'C-CE-OLD';
  const common = { block: item };
  const present: RedFlagRule[] = [
    {
      ...common,
      row: `${item}.3`,
      urgency: 'R',
      route: 'CLINIC',
      clinicianTextId: 'C-OLD',
      patientTextId: 'P-TELL',
      condition: (f) => isPresent(f, item) && !isNewItem(f, item) && onsetOf(f, item).causeKnown,
      because: (f) => [...presentItem(f, item), because.causeKnown],
    },
    {
      ...common,
      row: `${item}.1`,
      urgency: 'E',
      route: 'ED',
      clinicianTextId: 'C-CE',
      patientTextId: 'P-ED',
      condition: (f) => isPresent(f, item) && isNewItem(f, item) && (!sexual || f.ceCore),
      because: (f) => [...presentItem(f, item), ...(sexual ? activeParts(f, 'RF-05') : [])],
    },
    {
      ...common,
      row: `${item}.2`,
      urgency: 'D',
      route: 'SPINE',
      clinicianTextId: oldTextId,
      patientTextId: 'P-CALL',
      condition: (f) => isPresent(f, item),
      because: (f) => [...presentItem(f, item), ...part(!isNewItem(f, item) && !onsetOf(f, item).causeKnown, because.causeNotKnown)],
    },
  ];
  if (item === 'RF-04x') return [...present, saddleDeclined];
  return [
    ...present,
    {
      ...common,
      row: `${item}.4`,
      urgency: 'E',
      route: 'ED',
      clinicianTextId: 'C-CE',
      patientTextId: 'P-ED',
      condition: (f) => isOpenAnswer(f, item) && f.activeItems.some((other) => rfNumber(other) !== number),
      because: (f) => [said(f, item), ...activeParts(f, number)],
    },
    {
      ...common,
      row: `${item}.5`,
      urgency: 'D',
      route: 'SPINE',
      clinicianTextId: 'C-CE-UNS',
      patientTextId: 'P-CALL',
      condition: (f) => isOpenAnswer(f, item),
      because: (f) => [said(f, item)],
    },
  ];
}

function isBilateralNew(f: RedFlagFacts): boolean {
  return f.bilateralDays === null || f.bilateralDays <= K.K10_CE_NEW_DAYS || f.bilateralWorse !== 'no';
}

function bilateralParts(f: RedFlagFacts): string[] {
  return [said(f, 'RF-06a'), because.secondLeg(f.bilateralDays, f.bilateralWorse)];
}

const bothLegs: RedFlagRule[] = [
  {
    row: 'RF-06.1',
    block: 'RF-06',
    urgency: 'E',
    route: 'ED',
    clinicianTextId: 'C-BI-E',
    patientTextId: 'P-ED',
    condition: (f) => anyYes(f, 'RF-06a') && (f.ceAny || (isBilateralNew(f) && f.deficit)),
    because: (f) => [...bilateralParts(f), ...activeParts(f), ...(isBilateralNew(f) ? deficitParts(f) : [])],
  },
  {
    row: 'RF-06.2',
    block: 'RF-06',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-BI-R',
    patientTextId: 'P-BI',
    condition: (f) =>
      anyYes(f, 'RF-06a') &&
      above(f.bilateralDays, K.K11_BILATERAL_STABLE_DAYS) &&
      f.bilateralWorse === 'no' &&
      f.walkRelated === 'yes' &&
      !f.deficit,
    because: (f) => [...bilateralParts(f), because.walkRelated, because.noDeficit],
  },
  {
    row: 'RF-06.3',
    block: 'RF-06',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-BI-D',
    patientTextId: 'P-BI',
    condition: (f) => anyYes(f, 'RF-06a'),
    because: bilateralParts,
  },
];

function isWeakOnBothSides(f: RedFlagFacts): boolean {
  const weak = weakMuscles(f);
  return weak.some(({ side }) => side === 'right') && weak.some(({ side }) => side === 'left');
}

/** Rows .1, .3 and .2 of RF-07a and RF-07b, which differ only in what shows the weakness. */
function bothLegsWeak(block: string, isWeak: (f: RedFlagFacts) => boolean, parts: (f: RedFlagFacts) => string[]): RedFlagRule[] {
  return [
    {
      row: `${block}.1`,
      block,
      urgency: 'E',
      route: 'ED',
      clinicianTextId: 'C-CE',
      patientTextId: 'P-ED',
      condition: (f) => isWeak(f) && !(above(f.weakDays, K.K10_CE_NEW_DAYS) && answerOf(f, 'RF-10g') === 'no'),
      because: (f) => [...parts(f), weaknessPart(f)],
    },
    {
      row: `${block}.3`,
      block,
      urgency: 'R',
      route: 'CLINIC',
      clinicianTextId: 'C-OLD',
      patientTextId: 'P-TELL',
      condition: (f) => isWeak(f) && f.weakCauseKnown,
      because: (f) => [...parts(f), weaknessPart(f), because.causeKnown],
    },
    {
      row: `${block}.2`,
      block,
      urgency: 'D',
      route: 'SPINE',
      clinicianTextId: 'C-CE-OLD',
      patientTextId: 'P-CALL',
      condition: isWeak,
      because: (f) => [...parts(f), weaknessPart(f), because.causeNotKnown],
    },
  ];
}

/** RF-01 to RF-07: bladder, bowel, saddle, sexual change, both legs. */
export const CAUDA_EQUINA_RULES: readonly RedFlagRule[] = [
  ...ONSET_ITEMS.flatMap(caudaEquinaItem),
  ...bothLegs,
  ...bothLegsWeak('RF-07a', isWeakOnBothSides, (f) => muscleParts(weakMuscles(f))),
  ...bothLegsWeak(
    'RF-07b',
    (f) => anyYes(f, 'RF-07b'),
    (f) => [said(f, 'RF-07b')],
  ),
];
