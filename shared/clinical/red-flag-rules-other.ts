import type { Fact } from '../schemas/red-flag-answers.ts';
import { SIDES } from '../schemas/common.ts';
import { because } from '../text/en/red-flags-because.ts';
import { K } from './constants.ts';
import { deficitParts, modifierParts, part, said, saidYes, weaknessPart } from './red-flag-because.ts';
import type { RedFlagFacts } from './red-flag-inputs.ts';
import { above, anyYes, atLeast } from './red-flag-inputs.ts';
import { unsettledRequired } from './red-flag-required.ts';
import type { RedFlagRule } from './red-flag-rule.ts';

const pain: RedFlagRule[] = [
  {
    row: 'RF-14a',
    block: 'RF-14',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-CONST',
    patientTextId: 'P-PAIN',
    condition: (f) => anyYes(f, 'RF-14a'),
    because: (f) => [said(f, 'RF-14a')],
  },
  {
    row: 'RF-14b',
    block: 'RF-14',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-NIGHT',
    patientTextId: 'P-PAIN',
    condition: (f) => anyYes(f, 'RF-14b'),
    because: (f) => [said(f, 'RF-14b')],
  },
];

const isAneurysmAge = (f: RedFlagFacts): boolean => f.ageYears > K.K15_ANEURYSM_AGE_YEARS && f.smoked === 'yes';

const vessels: RedFlagRule[] = [
  {
    row: 'RF-15.1',
    block: 'RF-15',
    urgency: 'E',
    route: 'NUMBER',
    clinicianTextId: 'C-AAA-E',
    patientTextId: 'P-NUM',
    condition: (f) =>
      (anyYes(f, 'RF-15a') && (anyYes(f, 'RF-15b', 'RF-15c') || f.bellyMass === 'yes' || isAneurysmAge(f))) ||
      (anyYes(f, 'RF-15b') && (anyYes(f, 'RF-15c') || f.bellyMass === 'yes')),
    because: (f) => [
      ...saidYes(f, 'RF-15a', 'RF-15b', 'RF-15c'),
      ...part(f.bellyMass === 'yes', because.bellyMass),
      ...(isAneurysmAge(f) ? [because.age(f.ageYears), because.smoked] : []),
    ],
  },
  {
    row: 'RF-15.2',
    block: 'RF-15',
    urgency: 'D',
    route: 'VASC',
    clinicianTextId: 'C-AAA-D',
    patientTextId: 'P-CALL',
    condition: (f) => anyYes(f, 'RF-15a', 'RF-15b', 'RF-15c') || f.bellyMass === 'yes',
    because: (f) => [...saidYes(f, 'RF-15a', 'RF-15b', 'RF-15c'), ...part(f.bellyMass === 'yes', because.bellyMass)],
  },
  {
    row: 'RF-16.2',
    block: 'RF-16',
    urgency: 'U',
    route: 'VASC',
    clinicianTextId: 'C-LIMB-U',
    patientTextId: 'P-COLD',
    condition: (f) => anyYes(f, 'RF-16a', 'RF-16b') && above(f.coldDays, K.K17_COLD_OLD_DAYS),
    because: (f) => [...saidYes(f, 'RF-16a', 'RF-16b'), because.cold(f.coldDays)],
  },
  {
    row: 'RF-16.1',
    block: 'RF-16',
    urgency: 'E',
    route: 'NUMBER',
    clinicianTextId: 'C-LIMB-E',
    patientTextId: 'P-NUM',
    condition: (f) => anyYes(f, 'RF-16a', 'RF-16b'),
    because: (f) => [...saidYes(f, 'RF-16a', 'RF-16b'), because.cold(f.coldDays)],
  },
  {
    row: 'RF-16c',
    block: 'RF-16',
    urgency: 'R',
    route: 'VASC',
    clinicianTextId: 'C-PULSE',
    patientTextId: 'P-COLD',
    condition: (f) => f.footPulseAbsent.right || f.footPulseAbsent.left,
    because: (f) => SIDES.filter((side) => f.footPulseAbsent[side]).map((side) => because.footPulse(side)),
  },
];

const SPONDYLOARTHRITIS_ITEMS = ['RF-17a', 'RF-17c', 'RF-17d', 'RF-17e', 'RF-17f', 'RF-17g'] as const satisfies readonly Fact[];

const spondyloarthritis: RedFlagRule[] = [
  {
    row: 'RF-17',
    block: 'RF-17',
    urgency: 'R',
    route: 'RHEUM',
    clinicianTextId: 'C-SPA',
    patientTextId: 'P-RHEUM',
    condition: (f) =>
      anyYes(f, 'RF-17b') &&
      above(f.backDays, K.K18_SPONDYLOARTHRITIS_DAYS) &&
      SPONDYLOARTHRITIS_ITEMS.filter((fact) => anyYes(f, fact)).length >= K.K19_SPONDYLOARTHRITIS_COUNT,
    because: (f) => [
      said(f, 'RF-17b'),
      ...(f.backDays === null ? [] : [because.backPainDays(f.backDays)]),
      ...saidYes(f, ...SPONDYLOARTHRITIS_ITEMS),
    ],
  },
];

const isSwollen = (f: RedFlagFacts): boolean => anyYes(f, 'RF-18a') || above(f.calfDifferenceCm, K.K16_CALF_DIFFERENCE_CM);
const isSoft = (f: RedFlagFacts): boolean => anyYes(f, 'RF-18b', 'RF-18c');
const hasChestSymptom = (f: RedFlagFacts): boolean => anyYes(f, 'RF-18d', 'RF-18e');
const hasClotRisk = (f: RedFlagFacts): boolean =>
  f.modifiers.includes('surgery') ||
  f.modifiers.includes('travel') ||
  f.modifiers.includes('clot') ||
  anyYes(f, 'RF-11a') ||
  f.pregnant === 'yes';

function calfParts(f: RedFlagFacts): string[] {
  const { calfDifferenceCm } = f;
  const larger = calfDifferenceCm !== null && above(calfDifferenceCm, K.K16_CALF_DIFFERENCE_CM);
  return [...saidYes(f, 'RF-18a', 'RF-18b', 'RF-18c'), ...(larger ? [because.calf(calfDifferenceCm)] : [])];
}

const clot: RedFlagRule[] = [
  {
    row: 'RF-18.1',
    block: 'RF-18',
    urgency: 'E',
    route: 'NUMBER',
    clinicianTextId: 'C-PE',
    patientTextId: 'P-NUM',
    condition: (f) => (isSwollen(f) || isSoft(f)) && hasChestSymptom(f),
    because: (f) => [...calfParts(f), ...saidYes(f, 'RF-18d', 'RF-18e')],
  },
  {
    row: 'RF-18.2',
    block: 'RF-18',
    urgency: 'D',
    route: 'MED',
    clinicianTextId: 'C-CHEST',
    patientTextId: 'P-CALL',
    condition: hasChestSymptom,
    because: (f) => saidYes(f, 'RF-18d', 'RF-18e'),
  },
  {
    row: 'RF-18.3',
    block: 'RF-18',
    urgency: 'D',
    route: 'CLOT',
    clinicianTextId: 'C-DVT',
    patientTextId: 'P-CALF',
    condition: (f) => isSwollen(f) || (isSoft(f) && hasClotRisk(f)),
    because: (f) => [
      ...calfParts(f),
      ...modifierParts(f, 'surgery', 'travel', 'clot'),
      ...saidYes(f, 'RF-11a'),
      ...part(f.pregnant === 'yes', because.pregnant),
    ],
  },
  {
    row: 'RF-18.4',
    block: 'RF-18',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-CALF',
    patientTextId: 'P-CALF',
    condition: isSoft,
    because: calfParts,
  },
];

const isNotSettled = (f: RedFlagFacts): boolean => f.result === 'SAME' || f.result === 'WORSE' || f.result === 'MIXED';
const isWeekSix = (f: RedFlagFacts): boolean =>
  atLeast(f.daysSinceFirst, K.K21_WEEK6_DAYS) && (isNotSettled(f) || f.result === 'NOT ENOUGH DATA');

function weekSixParts(f: RedFlagFacts): string[] {
  return [
    ...(f.daysSinceFirst === null ? [] : [because.sinceFirst(f.daysSinceFirst)]),
    ...(f.result === null ? [] : [because.result(f.result)]),
    ...(f.legNprs === null ? [] : [because.legPain(f.legNprs)]),
  ];
}

const weekSix = {
  row: 'RF-20.2',
  block: 'RF-20',
  route: 'SPINE',
  clinicianTextId: 'C-WEEK6',
  patientTextId: 'P-SEE',
  because: weekSixParts,
} as const;

const control: RedFlagRule[] = [
  {
    row: 'RF-19.1',
    block: 'RF-19',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-PAIN',
    patientTextId: 'P-PAIN',
    condition: (f) => anyYes(f, 'RF-19a') && anyYes(f, 'RF-19b'),
    because: (f) => [said(f, 'RF-19a'), said(f, 'RF-19b')],
  },
  {
    row: 'RF-19.2',
    block: 'RF-19',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-JUMP',
    patientTextId: 'P-PAIN',
    condition: (f) => anyYes(f, 'RF-19c'),
    because: (f) => [said(f, 'RF-19c')],
  },
  { ...weekSix, urgency: 'U', condition: (f) => isWeekSix(f) && atLeast(f.legNprs, K.K22_WEEK6_PAIN_NPRS) },
  { ...weekSix, urgency: 'R', condition: isWeekSix },
  {
    row: 'RF-20.1',
    block: 'RF-20',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-FU01',
    patientTextId: 'P-SEE',
    condition: (f) =>
      atLeast(f.homeCareDays, K.K20_HOME_CARE_DAYS) && (isNotSettled(f) || (f.result === null && f.homeCareBetter === 'no')),
    because: (f) => [
      ...(f.homeCareDays === null ? [] : [because.homeCare(f.homeCareDays)]),
      f.result === null ? because.homeCareNotBetter : because.result(f.result),
    ],
  },
];

const person: RedFlagRule[] = [
  {
    row: 'RF-21a',
    block: 'RF-21a',
    urgency: 'R',
    route: 'MATERNITY',
    clinicianTextId: 'C-PREG',
    patientTextId: 'P-PREG',
    condition: (f) => f.pregnant === 'yes',
    because: () => [because.pregnant],
  },
  {
    row: 'RF-21b',
    block: 'RF-21b',
    urgency: 'D',
    route: 'CLINIC',
    clinicianTextId: 'C-CHILD',
    patientTextId: 'P-CALL',
    condition: (f) => f.ageYears < K.K23_UNDER_AGE_YEARS && f.deficit,
    because: (f) => [because.age(f.ageYears), ...deficitParts(f)],
  },
  {
    row: 'RF-21b',
    block: 'RF-21b',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-CHILD',
    patientTextId: 'P-TELL',
    condition: (f) => f.ageYears < K.K23_UNDER_AGE_YEARS,
    because: (f) => [because.age(f.ageYears)],
  },
];

const procedure: RedFlagRule[] = [
  {
    row: 'RF-22.1',
    block: 'RF-22',
    urgency: 'E',
    route: 'ED',
    clinicianTextId: 'C-HAEM',
    patientTextId: 'P-ED',
    condition: (f) => anyYes(f, 'RF-22a', 'RF-22b') && f.deficitNew,
    because: (f) => [...saidYes(f, 'RF-22a', 'RF-22b'), ...deficitParts(f), weaknessPart(f)],
  },
  {
    row: 'RF-22.2',
    block: 'RF-22',
    urgency: 'E',
    route: 'ED',
    clinicianTextId: 'C-HAEM',
    patientTextId: 'P-ED',
    condition: (f) => anyYes(f, 'RF-22c') && f.deficitNew && anyYes(f, 'RF-22d'),
    because: (f) => [said(f, 'RF-22c'), said(f, 'RF-22d'), ...deficitParts(f), weaknessPart(f)],
  },
  {
    row: 'RF-22.3',
    block: 'RF-22',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-HAEM',
    patientTextId: 'P-CALL',
    condition: (f) => anyYes(f, 'RF-22c') && (f.powerDrop || anyYes(f, 'RF-10g')),
    because: (f) => [said(f, 'RF-22c'), ...part(f.powerDrop, because.powerDrop), ...saidYes(f, 'RF-10g')],
  },
];

const unsettled: RedFlagRule = {
  row: 'RF-23',
  block: 'RF-23',
  urgency: 'U',
  route: 'CLINIC',
  clinicianTextId: 'C-UNSET',
  patientTextId: 'P-TELL',
  condition: (f) => unsettledRequired(f).length > 0,
  because: (f) => unsettledRequired(f).map((fact) => said(f, fact)),
};

/** RF-14 to RF-23: pain, blood vessels, clot, course, the person, procedures, open answers. */
export const OTHER_RULES: readonly RedFlagRule[] = [
  ...pain,
  ...vessels,
  ...spondyloarthritis,
  ...clot,
  ...control,
  ...person,
  ...procedure,
  unsettled,
];
