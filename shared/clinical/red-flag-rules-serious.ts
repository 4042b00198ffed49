import { because } from '../text/en/red-flags-because.ts';
import {
  activeParts,
  backPainPart,
  belowKneeParts,
  boneParts,
  deficitParts,
  frailParts,
  illParts,
  modifierParts,
  part,
  said,
  saidYes,
  strongParts,
  weaknessPart,
} from './red-flag-because.ts';
import type { RedFlagFacts } from './red-flag-inputs.ts';
import { anyYes } from './red-flag-inputs.ts';
import type { RedFlagRule } from './red-flag-rule.ts';

const cancer: RedFlagRule[] = [
  {
    row: 'RF-11.1',
    block: 'RF-11',
    urgency: 'E',
    route: 'COORD',
    clinicianTextId: 'C-CA-E',
    patientTextId: 'P-CA',
    condition: (f) =>
      anyYes(f, 'RF-11a') && (f.deficit || anyYes(f, 'RF-08c', 'RF-11i') || f.ceAny || belowKneeParts(f).length > 0 || f.tensionPositive),
    because: (f) => [
      said(f, 'RF-11a'),
      ...deficitParts(f),
      ...saidYes(f, 'RF-08c'),
      ...activeParts(f),
      ...belowKneeParts(f),
      ...part(f.tensionPositive, because.tension),
      ...saidYes(f, 'RF-11i'),
    ],
  },
  {
    row: 'RF-11.2',
    block: 'RF-11',
    urgency: 'D',
    route: 'COORD',
    clinicianTextId: 'C-CA-D',
    patientTextId: 'P-CALL',
    condition: (f) => anyYes(f, 'RF-11a') && (anyYes(f, 'RF-11d', 'RF-11e', 'RF-11f', 'RF-11h') || f.percussionTender === 'yes'),
    because: (f) => [
      said(f, 'RF-11a'),
      ...saidYes(f, 'RF-11d', 'RF-11e', 'RF-11f', 'RF-11h'),
      ...part(f.percussionTender === 'yes', because.percussion),
    ],
  },
  {
    row: 'RF-11b',
    block: 'RF-11b',
    urgency: 'U',
    route: 'CANCER',
    clinicianTextId: 'C-WT',
    patientTextId: 'P-TESTS',
    condition: (f) => anyYes(f, 'RF-11b'),
    because: (f) => [said(f, 'RF-11b')],
  },
];

const isIll = (f: RedFlagFacts): boolean => f.fever || anyYes(f, 'RF-12b');
const isUnexplained = (f: RedFlagFacts): boolean => f.strong && anyYes(f, 'RF-12g') && f.backPain;

const infection: RedFlagRule[] = [
  {
    row: 'RF-12.1',
    block: 'RF-12',
    urgency: 'E',
    route: 'ED',
    clinicianTextId: 'C-INF-E',
    patientTextId: 'P-ED',
    condition: (f) => isIll(f) && f.backPain && (f.risk || f.deficit),
    because: (f) => [...illParts(f), backPainPart(f), ...strongParts(f), ...modifierParts(f, 'diabetes', 'steroids'), ...deficitParts(f)],
  },
  {
    row: 'RF-12.2',
    block: 'RF-12',
    urgency: 'E',
    route: 'ED',
    clinicianTextId: 'C-INF-E',
    patientTextId: 'P-ED',
    condition: (f) => isUnexplained(f) && f.deficitNew,
    because: (f) => [...strongParts(f), said(f, 'RF-12g'), backPainPart(f), ...deficitParts(f), weaknessPart(f)],
  },
  {
    row: 'RF-12.3',
    block: 'RF-12',
    urgency: 'D',
    route: 'MED',
    clinicianTextId: 'C-INF-D',
    patientTextId: 'P-CALL',
    condition: (f) => f.fever && f.backPain,
    because: (f) => [...illParts(f), backPainPart(f)],
  },
  {
    row: 'RF-12.4',
    block: 'RF-12',
    urgency: 'D',
    route: 'MED',
    clinicianTextId: 'C-INF-D',
    patientTextId: 'P-CALL',
    condition: isUnexplained,
    because: (f) => [...strongParts(f), said(f, 'RF-12g'), backPainPart(f)],
  },
  {
    row: 'RF-12.5',
    block: 'RF-12',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-ILL',
    patientTextId: 'P-FEVER',
    condition: isIll,
    because: illParts,
  },
];

const hasBrittleBone = (f: RedFlagFacts): boolean => f.modifiers.includes('osteoporosis') || f.modifiers.includes('steroid3m');

/** RF-13, tried only while a fracture has not been excluded. */
const fracture: RedFlagRule[] = [
  {
    row: 'RF-13.1',
    block: 'RF-13',
    urgency: 'E',
    route: 'ED',
    clinicianTextId: 'C-FX-E',
    patientTextId: 'P-ED',
    condition: (f) => !f.fractureCleared && anyYes(f, 'RF-13a'),
    because: (f) => [said(f, 'RF-13a')],
  },
  {
    row: 'RF-13.2',
    block: 'RF-13',
    urgency: 'E',
    route: 'ED',
    clinicianTextId: 'C-FX-E',
    patientTextId: 'P-ED',
    condition: (f) => !f.fractureCleared && anyYes(f, 'RF-13b') && f.deficit && (f.bone || f.frail),
    because: (f) => [said(f, 'RF-13b'), ...deficitParts(f), ...boneParts(f), ...frailParts(f)],
  },
  {
    row: 'RF-13.3',
    block: 'RF-13',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-FX-D',
    patientTextId: 'P-LIFT',
    condition: (f) => !f.fractureCleared && anyYes(f, 'RF-13b') && (f.deficit || (f.bone && f.frail)),
    because: (f) => [said(f, 'RF-13b'), ...deficitParts(f), ...boneParts(f), ...frailParts(f)],
  },
  {
    row: 'RF-13.4',
    block: 'RF-13',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-FX-U',
    patientTextId: 'P-LIFT',
    condition: (f) => !f.fractureCleared && anyYes(f, 'RF-13b') && (f.bone || f.frail),
    because: (f) => [said(f, 'RF-13b'), ...boneParts(f), ...frailParts(f)],
  },
  {
    row: 'RF-13.5',
    block: 'RF-13',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-FX-U',
    patientTextId: 'P-LIFT',
    condition: (f) => !f.fractureCleared && (anyYes(f, 'RF-13h') || f.bone) && hasBrittleBone(f),
    because: (f) => [...saidYes(f, 'RF-13h'), ...boneParts(f), ...modifierParts(f, 'osteoporosis', 'steroid3m')],
  },
];

/** RF-11 to RF-13: cancer, infection, fracture. The serious group of spec 5.3. */
export const SERIOUS_RULES: readonly RedFlagRule[] = [...cancer, ...infection, ...fracture];
