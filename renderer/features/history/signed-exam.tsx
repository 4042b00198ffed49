import type { ReactNode } from 'react';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import type { Side } from '../../../shared/schemas/common.ts';
import { KEY_POINTS, MUSCLES, REFLEXES } from '../../../shared/schemas/neuro-exam.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { KEY_POINT_NAMES, MUSCLE_NAMES, REFLEX_NAMES } from '../../../shared/text/en/nerve-roots.ts';
import { Panel } from '../../components/panel.tsx';
import { SideTag } from '../../components/side-tag.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

const words = text.history.signed;
/** Left stands left on the page, as the legs do on the couch. */
const COLUMNS: readonly Side[] = ['left', 'right'];

type Cell = { state: string; grade?: string | number; painLimited?: boolean } | undefined;

/** A cell in words: what was found, or that nothing was. */
function cellInWords(cell: Cell): string {
  if (cell === undefined || cell.state === 'nt') return words.cells.nt;
  if (cell.state === 'declined') return words.cells.declined;
  if (cell.state === 'carried') return words.cells.carried(String(cell.grade));
  return cell.painLimited === true ? words.cells.painLimited(String(cell.grade)) : String(cell.grade);
}

/** The straight-leg raise and the neurological examination as recorded, both sides beside each other. */
export function SignedExam({ record, assessment }: { record: VisitRecord; assessment: Assessment }): ReactNode {
  const { neuro, slr } = record;
  const rows: [string, (side: Side) => string][] = [
    ...MUSCLES.filter((muscle) => neuro.right.mrc[muscle] !== undefined || neuro.left.mrc[muscle] !== undefined).map(
      (muscle): [string, (side: Side) => string] => [MUSCLE_NAMES[muscle], (side) => cellInWords(neuro[side].mrc[muscle])],
    ),
    ...REFLEXES.map((reflex): [string, (side: Side) => string] => [
      REFLEX_NAMES[reflex],
      (side) => cellInWords(neuro[side].reflex[reflex]),
    ]),
    ...KEY_POINTS.filter((point) => neuro.right.sensation[point] !== undefined || neuro.left.sensation[point] !== undefined).map(
      (point): [string, (side: Side) => string] => [KEY_POINT_NAMES[point], (side) => cellInWords(neuro[side].sensation[point])],
    ),
    [words.heelWalk, (side) => words.functional[neuro[side].heelWalk]],
    [words.toeWalk, (side) => words.functional[neuro[side].toeWalk]],
    [words.heelRaise, (side) => (neuro[side].heelRaise.count === null ? words.cells.nt : words.heelRaises(neuro[side].heelRaise.count))],
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
