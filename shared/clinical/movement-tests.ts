import type { Assessment, MovementClass } from '../schemas/assessment.ts';
import { type Answer, type PerSide, SIDES } from '../schemas/common.ts';
import { type Movement, MOVEMENTS, type MovementSide, type MovementTest, type MovementTests } from '../schemas/movement-tests.ts';
import type { Plan } from '../schemas/plan.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { movementSentence, movementWords } from '../text/en/movement-tests.ts';
import { K } from './constants.ts';

/** Smallest change of leg pain on the 0 to 10 scale that counts without a change of level (spec 6.9). */
const LEG_CHANGE_NPRS = 2;
const LOW_BACK_LEVEL = 1;

/** Class of one leg from its start to one minute after (spec 6.9). What happened during the movement enters no class. */
export function classifyMovement({ startLevel, afterLevel, startNprs, afterNprs }: MovementSide): MovementClass {
  if (startLevel === null || afterLevel === null) return 'incomplete';
  if (afterLevel > startLevel) return 'peripheral';
  if (afterLevel < startLevel) {
    if (startLevel < K.K09_IN_LEG_LEVEL) return 'unclassed';
    return afterLevel <= LOW_BACK_LEVEL ? 'full' : 'partial';
  }
  if (startNprs === null || afterNprs === null) return 'incomplete';
  if (afterNprs - startNprs >= LEG_CHANGE_NPRS) return 'worse';
  return startNprs - afterNprs >= LEG_CHANGE_NPRS ? 'easier' : 'none';
}

/** Classes of both legs, or null for a movement that was not done. */
export function movementClasses(test: MovementTest): PerSide<MovementClass> | null {
  return test.done === 'yes' ? { right: classifyMovement(test.right), left: classifyMovement(test.left) } : null;
}

type Response = Plan['e17Flexion'];

const BETTER: ReadonlySet<MovementClass> = new Set<MovementClass>(['full', 'partial', 'easier']);
const WORSE: ReadonlySet<MovementClass> = new Set<MovementClass>(['peripheral', 'worse']);
const SAME: ReadonlySet<MovementClass> = new Set<MovementClass>(['none', 'unclassed']);

/** Movements that load the back towards bending and towards arching. Side-lying, walking and sitting speak for neither. */
const DIRECTIONS = {
  flexion: ['flexion_lying', 'childs_pose', 'ninety_ninety'],
  extension: ['extension_lying'],
} as const satisfies Record<string, readonly Movement[]>;
export type Direction = keyof typeof DIRECTIONS;

/** What the recorded tests of a few movements say together: any leg made worse wins, then any made better; `nd` without a class. */
function responseOf(tests: MovementTests, movements: readonly Movement[]): Response {
  const classes = movements.flatMap((movement) => Object.values(movementClasses(tests[movement]) ?? {}));
  const any = (set: ReadonlySet<MovementClass>): boolean => classes.some((each) => set.has(each));
  if (any(WORSE)) return 'worse';
  if (any(BETTER)) return 'better';
  return any(SAME) ? 'same' : 'nd';
}

/** The recorded response of one direction (E17): better, same, worse, or nd while no test of it can be classed. */
export function recordedResponse(record: VisitRecord, direction: Direction): Response {
  return responseOf(record.otherExam.movementTests, DIRECTIONS[direction]);
}

const ANSWERED = { flexion: 'e17Flexion', extension: 'e17Extension' } as const satisfies Record<Direction, keyof Plan>;

/** The answer given in the plan for one direction, which a record makes unnecessary. */
export function answeredResponse(record: VisitRecord, direction: Direction): Response {
  return record.plan[ANSWERED[direction]];
}

/** True when the answer in the plan and the recorded tests say different things. The clinician is asked; the safe side counts. */
export function responsesDiffer(record: VisitRecord, direction: Direction): boolean {
  const recorded = recordedResponse(record, direction);
  const answered = answeredResponse(record, direction);
  return recorded !== 'nd' && answered !== 'nd' && recorded !== answered;
}

/** From the side that opens least: worse closes, same opens little, better opens most. */
const SAFE_ORDER: readonly Response[] = ['worse', 'same', 'better', 'nd'];

/** The response the home-care gates read (spec 7.0 e17flex, e17ext): the record, the answer, or the safer of the two. */
export function movementResponse(record: VisitRecord, direction: Direction): Response {
  const given = [recordedResponse(record, direction), answeredResponse(record, direction)];
  return SAFE_ORDER.find((response) => given.includes(response)) ?? 'nd';
}

/** Whether sitting makes it worse (spec 7.0 sitWorse): the answer, or "yes" when the recorded sitting test made a leg worse. */
export function sittingWorse(record: VisitRecord): Answer {
  return responseOf(record.otherExam.movementTests, ['sitting']) === 'worse' ? 'yes' : record.plan.sittingWorse;
}

/** True when back pain rose while a leg centralized: still centralization (spec 6.9), and said so to the patient. */
export function backRoseWhileLegImproved(test: MovementTest): boolean {
  const { backStartNprs, backAfterNprs } = test;
  if (backStartNprs === null || backAfterNprs === null || backAfterNprs <= backStartNprs) return false;
  const classes = movementClasses(test);
  return classes !== null && SIDES.some((side) => classes[side] === 'full' || classes[side] === 'partial');
}

/** The movements that were done, in the order of the record. */
export function movementsDone(record: VisitRecord): Movement[] {
  return MOVEMENTS.filter((movement) => record.otherExam.movementTests[movement].done === 'yes');
}

/** A leg of which something was recorded in this test. */
function isRecorded(leg: MovementSide): boolean {
  return Object.values(leg).some((value) => value !== null);
}

/** The recorded tests as the assessment keeps them: class and sentence for each leg that has anything recorded, right first (spec 6.9). */
export function movementResults(record: VisitRecord): Assessment['movementTests'] {
  const results: Assessment['movementTests']['results'] = [];
  for (const movement of movementsDone(record)) {
    const test = record.otherExam.movementTests[movement];
    for (const side of SIDES) {
      const leg = test[side];
      if (!isRecorded(leg)) continue;
      const response = classifyMovement(leg);
      const { startLevel: from, afterLevel: to, startNprs, afterNprs } = leg;
      const sentence = movementSentence(response, { movement, side, from, to, startNprs, afterNprs });
      const improved = response === 'full' || response === 'partial';
      const text = improved && backRoseWhileLegImproved(test) ? `${sentence} ${movementWords.backRose}` : sentence;
      results.push({ movement, side, class: response, text });
    }
  }
  return { results, flexion: movementResponse(record, 'flexion'), extension: movementResponse(record, 'extension') };
}
