import type { ReactNode } from 'react';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import type { Side } from '../../../shared/schemas/common.ts';
import { KEY_POINTS, MUSCLES, REFLEXES, type HeelRaise, type KeyPoint, type Muscle } from '../../../shared/schemas/neuro-exam.ts';
import { SLR_MOVEMENTS, type SlrLeg } from '../../../shared/schemas/slr.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { KEY_POINT_NAMES, MUSCLE_NAMES, REFLEX_NAMES } from '../../../shared/text/en/nerve-roots.ts';
import { Panel } from '../../components/panel.tsx';
import { SideTag } from '../../components/side-tag.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';
import { RecordedList, type Recorded } from './recorded-list.tsx';

const words = text.history.signed;
const exam = text.visit.exam;
const further = text.visit.further;
/** Left stands left on the page, as the legs do on the couch. */
const COLUMNS: readonly Side[] = ['left', 'right'];

/** The core of spec 12.1: these say "not tested" where nothing was recorded; others are listed only when something was. */
const CORE_MUSCLES = new Set<Muscle>(['KE', 'DF', 'EHL', 'PF']);
const CORE_POINTS = new Set<KeyPoint>(['L4', 'L5', 'S1']);

/** A normal grade of each kind; anything else recorded is a finding and stands out. */
const NORMAL = { mrc: '5', reflex: 2, sensation: 2 } as const;

type Cell = { state: string; grade?: string | number; painLimited?: boolean; reinforced?: boolean | undefined } | undefined;

/** A cell in words: what was found, or that nothing was. */
function CellInWords({ cell, kind }: { cell: Cell; kind: keyof typeof NORMAL }): ReactNode {
  if (cell === undefined || cell.state === 'nt') return words.cells.nt;
  if (cell.state === 'declined') return words.cells.declined;
  const grade = gradeInWords(kind, cell.grade ?? '');
  if (cell.state === 'carried') return words.cells.carried(grade);
  const shown =
    cell.painLimited === true ? words.cells.painLimited(grade) : cell.reinforced === true ? words.cells.reinforced(grade) : grade;
  return cell.grade === NORMAL[kind] ? shown : <span className={classes['finding']}>{shown}</span>;
}

function gradeInWords(kind: keyof typeof NORMAL, grade: string | number): string {
  if (kind === 'mrc') return String(grade);
  if (kind === 'reflex') return grade === 0 ? '0' : `${grade}+`;
  return words.sensations[Number(grade)] ?? String(grade);
}

/** What was recorded of one raised leg beside its angle, in the order of spec 2.1. */
function slrDetails(leg: SlrLeg): Recorded[] {
  const moved = SLR_MOVEMENTS.filter((movement) => leg.movements[movement] !== 'nt');
  const recorded: Recorded[] = [
    [exam.stop, leg.stop === null ? null : exam.stops[leg.stop]],
    [exam.symptom, leg.symptom === null ? null : exam.symptoms[leg.symptom]],
    [exam.feltIn, leg.feltIn === null ? null : exam.feltIns[leg.feltIn]],
    [exam.feltDownTo, leg.level === null ? null : (exam.levels[leg.level] ?? null)],
    [exam.painAtP1, leg.nprsP1 === null ? null : words.outOf10(leg.nprsP1)],
    [
      words.movements,
      moved.length === 0
        ? null
        : moved.map((movement) => `${exam.movements[movement]}: ${exam.responses[leg.movements[movement]]}`).join(', '),
    ],
    [exam.settled, leg.settledWithinOneMinute === 'nt' ? null : exam.yesNo[leg.settledWithinOneMinute]],
    [exam.atRestLevel, leg.restingLevel === null ? null : (exam.levels[leg.restingLevel] ?? null)],
    [exam.atRestPain, leg.restingNprs === null ? null : words.outOf10(leg.restingNprs)],
    [exam.ankle, leg.ankle === null ? null : exam.ankles[leg.ankle]],
    [exam.method, leg.method === null ? null : exam.methods[leg.method]],
    [further.pillow, leg.pillow === null ? null : further.pillows[leg.pillow]],
    [exam.examiner, leg.examiner === '' ? null : leg.examiner],
  ];
  // A leg that was not raised has its reason in the sentence above, and nothing else to list.
  return leg.tested === 'yes' ? recorded : recorded.filter(([, value]) => value !== null);
}

function heelRaiseInWords({ state, count, painLimited }: HeelRaise): string {
  if (state === 'declined') return words.cells.declined;
  if (count === null) return words.cells.nt;
  return painLimited ? words.cells.painLimited(words.heelRaises(count)) : words.heelRaises(count);
}

/** The straight-leg raise and the neurological examination as recorded, both sides beside each other. */
export function SignedExam({ record, assessment }: { record: VisitRecord; assessment: Assessment }): ReactNode {
  const { neuro, slr } = record;
  const rows: [string, (side: Side) => ReactNode][] = [
    ...MUSCLES.filter(
      (muscle) => CORE_MUSCLES.has(muscle) || neuro.right.mrc[muscle] !== undefined || neuro.left.mrc[muscle] !== undefined,
    ).map((muscle): [string, (side: Side) => ReactNode] => [
      MUSCLE_NAMES[muscle],
      (side) => <CellInWords cell={neuro[side].mrc[muscle]} kind="mrc" />,
    ]),
    ...REFLEXES.map((reflex): [string, (side: Side) => ReactNode] => [
      REFLEX_NAMES[reflex],
      (side) => <CellInWords cell={neuro[side].reflex[reflex]} kind="reflex" />,
    ]),
    ...KEY_POINTS.filter(
      (point) => CORE_POINTS.has(point) || neuro.right.sensation[point] !== undefined || neuro.left.sensation[point] !== undefined,
    ).map((point): [string, (side: Side) => ReactNode] => [
      KEY_POINT_NAMES[point],
      (side) => <CellInWords cell={neuro[side].sensation[point]} kind="sensation" />,
    ]),
    [words.heelWalk, (side) => words.functional[neuro[side].heelWalk]],
    [words.toeWalk, (side) => words.functional[neuro[side].toeWalk]],
    [words.heelRaise, (side) => heelRaiseInWords(neuro[side].heelRaise)],
  ];
  return (
    <>
      <Panel title={words.slr}>
        {COLUMNS.map((side) => (
          <div key={side} className={classes['group']}>
            <SideTag side={side} /> {slr[side].p1AngleDeg !== null && <b>{words.angle(slr[side].p1AngleDeg, slr[side].p2AngleDeg)}</b>}
            {assessment.slr[side].sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <RecordedList items={slrDetails(slr[side])} />
          </div>
        ))}
      </Panel>
      <Panel title={words.neuro}>
        <table className={classes['numbers']}>
          <thead>
            <tr>
              <td />
              {COLUMNS.map((side) => (
                <th key={side} scope="col">
                  <SideTag side={side} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {COLUMNS.map((side) => (
                  <td key={side}>{value(side)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  );
}
