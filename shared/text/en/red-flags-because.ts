import type { Answer } from '../../schemas/common.ts';
import type { Muscle } from '../../schemas/neuro-exam.ts';
import type { Fact, Modifier, OnsetItem } from '../../schemas/red-flag-answers.ts';
import { MUSCLE_NAMES } from './nerve-roots.ts';
import { FACT_QUESTIONS, MODIFIER_NAMES } from './red-flags.ts';

/** Answers as said in a sentence. "Not asked" is never "no". */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  yes: 'yes',
  no: 'no',
  unasked: 'not asked',
  unsure: 'unsure',
  declined: 'declined to answer',
};

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** "began 3 days ago"; a start that is not known says so, because it counts as new. */
function began(count: number | null): string {
  if (count === null) return 'start not known';
  if (count < 0) return 'start dated after this visit';
  return count === 0 ? 'began today' : `began ${days(count)} ago`;
}

function course(worse: Answer): string {
  if (worse === 'yes') return 'getting worse';
  if (worse === 'no') return 'not getting worse';
  return `worse in the last 14 days: ${ANSWER_WORDS[worse]}`;
}

const SADDLE_EXAMINATION = 'Saddle examination:';

/** Parts that say what in the record made a red-flag row true. */
export const because = {
  answer: (fact: Fact, answer: Answer): string => `${FACT_QUESTIONS[fact]} ${ANSWER_WORDS[answer]}`,
  item: (item: OnsetItem, state: Answer | 'abnormal'): string =>
    item === 'RF-04x'
      ? `${SADDLE_EXAMINATION} ${state === 'declined' ? 'declined' : 'abnormal'}`
      : `${FACT_QUESTIONS[item]} ${state === 'abnormal' ? 'yes' : ANSWER_WORDS[state]}`,
  onset: (count: number | null, worse: Answer): string => `${began(count)}, ${course(worse)}`,
  causeKnown: 'known, investigated cause',
  causeNotKnown: 'no known cause',
  saddleDeclined: `${SADDLE_EXAMINATION} declined, and the saddle questions are not both answered no`,
  secondLeg: (count: number | null, worse: Answer): string => `second leg ${began(count)}, ${course(worse)}`,
  walkRelated: 'comes on with walking',
  noDeficit: 'no weakness, new numbness or sign of nerve loss',
  muscle: (muscle: Muscle, side: 'right' | 'left', grade: number, painLimited: boolean): string =>
    `${MUSCLE_NAMES[muscle]} ${side} ${grade} of 5${painLimited ? ', limited by pain' : ''}`,
  weakness: (count: number | null, gettingWorse: Answer): string =>
    `weakness ${began(count)}, still getting worse: ${ANSWER_WORDS[gettingWorse]}`,
  drop: (count: number | null, gettingWorse: Answer): string =>
    `foot drop ${began(count)}, still getting worse: ${ANSWER_WORDS[gettingWorse]}`,
  objectiveDeficit: 'sign of nerve loss on examination',
  powerDrop: 'power at least one grade lower than before',
  reflexFall: 'a reflex 2 grades or more lower than before',
  dorsiflexionGood: 'dorsiflexion above 3 on both sides today, not limited by pain',
  upperMotorNeurone: 'signs of a problem above the lumbar roots',
  multiRoot: 'findings involve more than one root on one side',
  tension: 'nerve tension test positive',
  belowKnee: (side: 'right' | 'left'): string => `symptoms below the knee, ${side}`,
  percussion: 'midline bony tenderness',
  deformity: 'step in the spine',
  bruise: 'bruise or graze over the spine',
  temperature: (temperatureC: number): string => `temperature ${temperatureC.toFixed(1)} °C`,
  backPain: 'back pain',
  backPainUnrecorded: 'back pain not recorded, so read as present',
  modifier: (modifier: Modifier): string => MODIFIER_NAMES[modifier],
  age: (years: number): string => `age ${years}`,
  smoked: 'has smoked',
  bellyMass: 'pulsatile belly mass',
  cold: (count: number | null): string => `cold or pale leg ${began(count)}`,
  footPulse: (side: 'right' | 'left'): string => `foot pulse absent, ${side}`,
  backPainDays: (count: number): string => `back pain for ${days(count)}`,
  calf: (cm: number): string => `one calf larger by ${cm} cm`,
  pregnant: 'pregnant',
  sinceFirst: (count: number): string => `${days(count)} since the first visit`,
  result: (result: string): string => `follow-up result ${result}`,
  legPain: (nprs: number): string => `leg pain ${nprs} of 10`,
  homeCare: (count: number): string => `${days(count)} of home care in a row`,
  homeCareNotBetter: 'not better since home care began',
  urgentRow: (row: string): string => `urgent row ${row}`,
} as const;
