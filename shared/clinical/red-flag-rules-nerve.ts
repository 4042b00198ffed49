import { SIDES } from '../schemas/common.ts';
import { because } from '../text/en/red-flags-because.ts';
import { K } from './constants.ts';
import { dropPart, gradedParts, said, saidYes, weaknessPart } from './red-flag-because.ts';
import type { GradedMuscle, RedFlagFacts } from './red-flag-inputs.ts';
import { anyYes, gradedMuscles } from './red-flag-inputs.ts';
import type { RedFlagRule } from './red-flag-rule.ts';

const cord: RedFlagRule[] = [
  {
    row: 'RF-08b',
    block: 'RF-08b',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-CORD',
    patientTextId: 'P-CALL',
    condition: (f) => f.upperMotorNeurone,
    because: () => [because.upperMotorNeurone],
  },
  {
    row: 'RF-08c',
    block: 'RF-08c',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-CORD',
    patientTextId: 'P-CALL',
    condition: (f) => anyYes(f, 'RF-08c'),
    because: (f) => [said(f, 'RF-08c')],
  },
  {
    row: 'RF-08d',
    block: 'RF-08d',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-CORD',
    patientTextId: 'P-CALL',
    condition: (f) => anyYes(f, 'RF-08d'),
    because: (f) => [said(f, 'RF-08d')],
  },
  {
    row: 'RF-08a',
    block: 'RF-08a',
    urgency: 'U',
    route: 'SPINE',
    clinicianTextId: 'C-MULTI',
    patientTextId: 'P-TELL',
    condition: (f) => f.multiRoot,
    because: () => [because.multiRoot],
  },
  {
    row: 'RF-08e',
    block: 'RF-08e',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-TONE',
    patientTextId: 'P-TELL',
    condition: (f) => anyYes(f, 'RF-08e'),
    because: (f) => [said(f, 'RF-08e')],
  },
];

const isFootDrop = (m: GradedMuscle): boolean => m.muscle === 'DF' && m.grade <= K.K24_MRC_LOW && !m.painLimited;
const isFootDropPainLimited = (m: GradedMuscle): boolean => m.muscle === 'DF' && m.grade <= K.K24_MRC_LOW && m.painLimited;

function hasMuscle(f: RedFlagFacts, test: (muscle: GradedMuscle) => boolean): boolean {
  return gradedMuscles(f).some(test);
}

function isDorsiflexionTestedOnBothSides(f: RedFlagFacts): boolean {
  return SIDES.every((side) => f.power[side].DF?.painLimited === false);
}

const footDrop: RedFlagRule[] = [
  {
    row: 'RF-09a.2',
    block: 'RF-09a',
    urgency: 'U',
    route: 'SPINE',
    clinicianTextId: 'C-DROP',
    patientTextId: 'P-FOOT',
    condition: (f) => hasMuscle(f, isFootDrop) && f.oldDrop,
    because: (f) => [...gradedParts(f, isFootDrop), dropPart(f)],
  },
  {
    row: 'RF-09a.1',
    block: 'RF-09a',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-DROP',
    patientTextId: 'P-CALL',
    condition: (f) => hasMuscle(f, isFootDrop),
    because: (f) => [...gradedParts(f, isFootDrop), dropPart(f)],
  },
  {
    row: 'RF-09b',
    block: 'RF-09b',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-RETEST',
    patientTextId: 'P-FOOT',
    condition: (f) => hasMuscle(f, isFootDropPainLimited),
    because: (f) => gradedParts(f, isFootDropPainLimited),
  },
  // RF-09c is tried only if there is no RF-09a row, that is, without a foot drop on either side.
  {
    row: 'RF-09c.3',
    block: 'RF-09c',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-DROP-NOT',
    patientTextId: 'P-FOOT',
    condition: (f) => anyYes(f, 'RF-09c') && !hasMuscle(f, isFootDrop) && isDorsiflexionTestedOnBothSides(f),
    because: (f) => [said(f, 'RF-09c'), because.dorsiflexionGood],
  },
  {
    row: 'RF-09c.2',
    block: 'RF-09c',
    urgency: 'U',
    route: 'SPINE',
    clinicianTextId: 'C-DROP',
    patientTextId: 'P-FOOT',
    condition: (f) => anyYes(f, 'RF-09c') && !hasMuscle(f, isFootDrop) && f.oldDrop,
    because: (f) => [said(f, 'RF-09c'), dropPart(f)],
  },
  {
    row: 'RF-09c.1',
    block: 'RF-09c',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-DROP',
    patientTextId: 'P-CALL',
    condition: (f) => anyYes(f, 'RF-09c') && !hasMuscle(f, isFootDrop),
    because: (f) => [said(f, 'RF-09c'), dropPart(f)],
  },
];

const isLow = (m: GradedMuscle): boolean => m.grade <= K.K24_MRC_LOW && !m.painLimited;
const isLowNotDorsiflexion = (m: GradedMuscle): boolean => m.muscle !== 'DF' && isLow(m);
const isLowPainLimitedNotDorsiflexion = (m: GradedMuscle): boolean => m.muscle !== 'DF' && m.grade <= K.K24_MRC_LOW && m.painLimited;
const isFour = (m: GradedMuscle): boolean => m.grade === K.K25_MRC_WEAK && !m.painLimited;

const weakness: RedFlagRule[] = [
  {
    row: 'RF-10e',
    block: 'RF-10e',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-PROG',
    patientTextId: 'P-STOP',
    condition: (f) => f.powerDrop,
    because: () => [because.powerDrop],
  },
  {
    row: 'RF-10g',
    block: 'RF-10g',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-PROG',
    patientTextId: 'P-STOP',
    condition: (f) => anyYes(f, 'RF-10g'),
    because: (f) => [said(f, 'RF-10g')],
  },
  {
    row: 'RF-10c.2',
    block: 'RF-10c',
    urgency: 'U',
    route: 'SPINE',
    clinicianTextId: 'C-WEAK3',
    patientTextId: 'P-WEAK',
    condition: (f) => hasMuscle(f, isLowNotDorsiflexion) && f.oldWeak,
    because: (f) => [...gradedParts(f, isLowNotDorsiflexion), weaknessPart(f)],
  },
  {
    row: 'RF-10c.1',
    block: 'RF-10c',
    urgency: 'D',
    route: 'SPINE',
    clinicianTextId: 'C-WEAK3',
    patientTextId: 'P-CALL',
    condition: (f) => hasMuscle(f, isLowNotDorsiflexion),
    because: (f) => [...gradedParts(f, isLowNotDorsiflexion), weaknessPart(f)],
  },
  {
    row: 'RF-10d.2',
    block: 'RF-10d',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-WEAK4',
    patientTextId: 'P-WEAK',
    condition: (f) => !hasMuscle(f, isLow) && hasMuscle(f, isFour) && f.oldWeak,
    because: (f) => [...gradedParts(f, isFour), weaknessPart(f)],
  },
  {
    row: 'RF-10d.1',
    block: 'RF-10d',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-WEAK4',
    patientTextId: 'P-WEAK',
    condition: (f) => !hasMuscle(f, isLow) && hasMuscle(f, isFour),
    because: (f) => [...gradedParts(f, isFour), weaknessPart(f)],
  },
  {
    row: 'RF-10f',
    block: 'RF-10f',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-RETEST',
    patientTextId: 'P-WEAK',
    condition: (f) => hasMuscle(f, isLowPainLimitedNotDorsiflexion),
    because: (f) => gradedParts(f, isLowPainLimitedNotDorsiflexion),
  },
  {
    row: 'RF-10h',
    block: 'RF-10h',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-REFLEX',
    patientTextId: 'P-WEAK',
    condition: (f) => f.reflexFall2,
    because: () => [because.reflexFall],
  },
  {
    row: 'RF-10a.2',
    block: 'RF-10a',
    urgency: 'R',
    route: 'CLINIC',
    clinicianTextId: 'C-WEAK4',
    patientTextId: 'P-WEAK',
    condition: (f) => anyYes(f, 'RF-10a') && f.oldWeak,
    because: (f) => [said(f, 'RF-10a'), weaknessPart(f)],
  },
  {
    row: 'RF-10a.1',
    block: 'RF-10a',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-WEAK4',
    patientTextId: 'P-WEAK',
    condition: (f) => anyYes(f, 'RF-10a'),
    because: (f) => [said(f, 'RF-10a'), weaknessPart(f)],
  },
  {
    row: 'RF-10b',
    block: 'RF-10b',
    urgency: 'U',
    route: 'CLINIC',
    clinicianTextId: 'C-NUMB',
    patientTextId: 'P-WEAK',
    condition: (f) => anyYes(f, 'RF-10b'),
    because: (f) => saidYes(f, 'RF-10b'),
  },
];

/** RF-08 to RF-10: cord signs, foot drop, weakness and numbness. */
export const NERVE_RULES: readonly RedFlagRule[] = [...cord, ...footDrop, ...weakness];
