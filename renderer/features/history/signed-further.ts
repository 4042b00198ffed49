import type { Side } from '../../../shared/schemas/common.ts';
import type { Movement, MovementSide } from '../../../shared/schemas/movement-tests.ts';
import { SADDLE_AREAS } from '../../../shared/schemas/sensitive-exam.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { MOVEMENT_NAMES } from '../../../shared/text/en/movement-tests.ts';
import { text } from '../../text.ts';
import type { Recorded } from './recorded-list.tsx';

// What the further tests of a signed visit held, as labels and values. Only what was recorded.

const exam = text.visit.exam;
const further = text.visit.further;
const words = text.history.signed;
const LEFT_FIRST: readonly Side[] = ['left', 'right'];
const sideName = (side: Side): string => text.app.sides[side].toLowerCase();

/** "foot, 6/10" of one moment, or an empty text. */
function moment(level: number | null, nprs: number | null): string {
  const place = level === null ? '' : (exam.levels[level]?.toLowerCase() ?? '');
  return [place, nprs === null ? '' : words.outOf10(nprs)].filter((part) => part !== '').join(', ');
}

function legInWords(leg: MovementSide): string {
  return [
    [further.start, moment(leg.startLevel, leg.startNprs)],
    [further.during, moment(leg.duringLevel, leg.duringNprs)],
    [further.after, moment(leg.afterLevel, leg.afterNprs)],
  ]
    .filter(([, said]) => said !== '')
    .map(([when, said]) => `${when}: ${said}`)
    .join('. ');
}

/** One repeated movement or position (E17). */
export function movementRecords({ otherExam }: VisitRecord, movement: Movement): Recorded[] {
  const test = otherExam.movementTests[movement];
  const name = MOVEMENT_NAMES[movement];
  if (test.done !== 'yes') {
    const said = [test.done === 'declined' ? words.cells.declined : '', test.reason].filter((part) => part !== '').join(': ');
    return said === '' ? [] : [[name, said]];
  }
  const dose = [
    test.repetitions === null ? '' : `${test.repetitions} ${further.repetitions}`,
    test.seconds === null ? '' : `${test.seconds} ${further.seconds}`,
  ].filter((part) => part !== '');
  const legs = LEFT_FIRST.map((side): Recorded => [`${name}, ${sideName(side)}`, legInWords(test[side])]).filter(([, said]) => said !== '');
  const back = [
    [further.start, moment(null, test.backStartNprs)],
    [further.after, moment(null, test.backAfterNprs)],
  ].filter(([, said]) => said !== '');
  return [
    [name, [further.movementDone.yes, ...dose].join(', ')],
    ...legs,
    ...(back.length === 0
      ? []
      : [[`${name}, ${further.backPain.toLowerCase()}`, back.map(([when, said]) => `${when}: ${said}`).join('. ')] satisfies Recorded]),
  ];
}

/** Saddle and bladder (spec 12.3, E09, E10). */
export function sensitiveRecords({ otherExam }: VisitRecord): Recorded[] {
  const { sensitive, saddle, saddleReason, postVoidResidualMl } = otherExam;
  const said = (label: string, ...parts: readonly (string | null)[]): Recorded[] => {
    const value = parts.filter((part) => part !== null && part.trim() !== '').join(', ');
    return value === '' ? [] : [[label, value]];
  };
  const { chaperone, areas } = sensitive;
  return [
    ...said(further.consent, sensitive.consent === 'unasked' ? null : further.consents[sensitive.consent]),
    ...said(
      further.chaperone,
      chaperone === null ? null : further.chaperones[chaperone],
      sensitive.chaperoneName,
      sensitive.chaperoneRole,
      sensitive.chaperoneReason,
    ),
    ...said(further.saddleOverall, saddle === 'nt' && saddleReason.trim() === '' ? null : exam.saddles[saddle], saddleReason),
    ...SADDLE_AREAS.flatMap((area) =>
      LEFT_FIRST.flatMap((side) =>
        said(
          `${further.saddleAreas[area]}, ${sideName(side)}`,
          areas[side][area] === 'nt' ? null : further.saddleFeelings[areas[side][area]],
        ),
      ),
    ),
    ...said(further.analTone, sensitive.analTone === 'nt' ? null : further.analTones[sensitive.analTone]),
    ...said(further.declineReason, sensitive.declineReason === null ? null : further.declineReasons[sensitive.declineReason]),
    ...said(further.explained, sensitive.explained),
    ...said(further.alternative, sensitive.alternative === null ? null : further.alternatives[sensitive.alternative]),
    ...said(further.selfReport, sensitive.selfReport === 'unasked' ? null : further.selfReports[sensitive.selfReport]),
    ...said(
      further.residual,
      postVoidResidualMl === null ? null : `${postVoidResidualMl} ${words.units.ml}`,
      sensitive.residualMethod === null ? null : further.residualMethods[sensitive.residualMethod],
      sensitive.residualTime,
      sensitive.residualDeclined ? further.residualDeclined : null,
      sensitive.residualReason,
    ),
  ];
}
