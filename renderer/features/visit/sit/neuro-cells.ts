import type { Side } from '../../../../shared/schemas/common.ts';
import {
  MRC_GRADES,
  type KeyPoint,
  type MrcCell,
  type MrcGrade,
  type Muscle,
  type NeuroExam,
  type Reflex,
  type ReflexCell,
  type SensationCell,
} from '../../../../shared/schemas/neuro-exam.ts';
import { text } from '../../../text.ts';

// What a cell of the neurological grid holds, what a key makes of it and how it reads. Pure; the grid only draws and asks.

export type NeuroRow = { kind: 'mrc'; item: Muscle } | { kind: 'sensation'; item: KeyPoint } | { kind: 'reflex'; item: Reflex };
export type NeuroCell = MrcCell | SensationCell | ReflexCell;
export type NeuroPath = `neuro.${Side}.mrc.${Muscle}` | `neuro.${Side}.sensation.${KeyPoint}` | `neuro.${Side}.reflex.${Reflex}`;

const words = text.visit.exam;
const NOT_TESTED: NeuroCell = { state: 'nt', reason: '' };
const NORMAL_GRADE = { mrc: '5', sensation: 2, reflex: 2 } as const;
const HIGHEST_GRADE = { sensation: 2, reflex: 4 } as const;
/** Grades of power around 4, which plus and minus move through. */
const AROUND_FOUR: readonly MrcGrade[] = ['4-', '4', '4+'];

/** Name and roots of a row. */
export function namesOf(row: NeuroRow): { name: string; roots: string } {
  return row.kind === 'mrc' ? words.muscles[row.item] : row.kind === 'sensation' ? words.keyPoints[row.item] : words.reflexes[row.item];
}

/** Path of a cell in the record. */
export function pathOf(row: NeuroRow, side: Side): NeuroPath {
  return `neuro.${side}.${row.kind}.${row.item}` as NeuroPath;
}

/** The cell of a row and side; a missing one is not tested. */
export function cellOf(neuro: NeuroExam, row: NeuroRow, side: Side): NeuroCell {
  const cells = neuro[side];
  const cell = row.kind === 'mrc' ? cells.mrc[row.item] : row.kind === 'sensation' ? cells.sensation[row.item] : cells.reflex[row.item];
  return cell ?? NOT_TESTED;
}

/** The values a row can take, in the order they are offered. */
export function gradesOf(row: NeuroRow): readonly (MrcGrade | number)[] {
  return row.kind === 'mrc' ? MRC_GRADES : Array.from({ length: HIGHEST_GRADE[row.kind] + 1 }, (_, grade) => grade);
}

/** A grade as it is written: power as typed, reflexes with their plus. */
export function gradeText(row: NeuroRow, grade: MrcGrade | number): string {
  return row.kind === 'reflex' ? (words.reflexGrades[Number(grade)] ?? '') : String(grade);
}

/** A tested cell with this grade; pain limitation and reinforcement stay as they were. */
export function withGrade(row: NeuroRow, grade: MrcGrade | number, current: NeuroCell): NeuroCell {
  if (row.kind === 'reflex' && isReinforced(current)) return { state: 'tested', grade: Number(grade), reinforced: true };
  if (row.kind !== 'mrc') return { state: 'tested', grade: Number(grade) };
  const painLimited = current.state === 'tested' && 'painLimited' in current && current.painLimited;
  return { state: 'tested', grade: grade as MrcGrade, painLimited };
}

/** "Same as last time, not re-tested": shows the old grade and never counts as tested. Null where nothing was tested last time. */
export function carriedFrom(last: NeuroCell | null): NeuroCell | null {
  if (last === null || (last.state !== 'tested' && last.state !== 'carried')) return null;
  return { state: 'carried', grade: last.grade };
}

/** What a key makes of a cell, or null when the key means nothing here. */
export function cellAfterKey(row: NeuroRow, key: string, current: NeuroCell, last: NeuroCell | null): NeuroCell | null {
  switch (key.toLowerCase()) {
    case 'n':
    case 'delete':
    case 'backspace':
      return NOT_TESTED;
    case 'd':
      return { state: 'declined', reason: '' };
    case 's':
      return carriedFrom(last);
    case '*':
      return withPainToggled(row, current);
    case 'j':
      return withReinforcementToggled(row, current);
    case '+':
    case '-':
      return withStep(row, key === '+' ? 1 : -1, current);
  }
  if (!/^\d$/.test(key)) return null;
  const grade = gradesOf(row).find((candidate) => String(candidate) === key);
  return grade === undefined ? null : withGrade(row, grade, current);
}

function withPainToggled(row: NeuroRow, current: NeuroCell): NeuroCell | null {
  if (row.kind !== 'mrc' || current.state !== 'tested' || !('painLimited' in current)) return null;
  return { ...current, painLimited: !current.painLimited };
}

/** A tested reflex with or without the Jendrassik manoeuvre; null where it means nothing. */
export function withReinforcementToggled(row: NeuroRow, current: NeuroCell): NeuroCell | null {
  if (row.kind !== 'reflex' || current.state !== 'tested') return null;
  const wasReinforced = 'reinforced' in current && current.reinforced === true;
  return { state: 'tested', grade: Number(current.grade), reinforced: !wasReinforced };
}

/** Whether a tested reflex was reinforced. */
export function isReinforced(cell: NeuroCell): boolean {
  return cell.state === 'tested' && 'reinforced' in cell && cell.reinforced === true;
}

function withStep(row: NeuroRow, step: 1 | -1, current: NeuroCell): NeuroCell | null {
  if (row.kind !== 'mrc' || current.state !== 'tested') return null;
  const at = AROUND_FOUR.findIndex((grade) => grade === current.grade);
  const next = at < 0 ? undefined : AROUND_FOUR[at + step];
  return next === undefined ? null : withGrade(row, next, current);
}

export type CellLook = 'normal' | 'finding' | 'pain' | 'notTested' | 'declined' | 'last';
export type CellReading = { look: CellLook; value: string; words: string };

/** How a cell looks and reads. Finding means: not normal and not limited by pain. */
export function readCell(row: NeuroRow, side: Side, cell: NeuroCell, otherCell: NeuroCell, last: NeuroCell | null): CellReading {
  const lastText =
    last !== null && (last.state === 'tested' || last.state === 'carried') ? words.lastGrade(gradeText(row, last.grade)) : '';
  if (cell.state === 'nt') {
    return lastText === '' ? { look: 'notTested', value: '', words: words.notTestedCell } : { look: 'last', value: '–', words: lastText };
  }
  if (cell.state === 'declined') return { look: 'declined', value: '', words: words.declinedCell };
  if (cell.state === 'carried') {
    return { look: 'last', value: '–', words: words.sameNotRetested(gradeText(row, cell.grade)) };
  }
  const value = gradeText(row, cell.grade);
  if ('painLimited' in cell && cell.painLimited) return { look: 'pain', value, words: words.limitedByPain };
  const isNormal = cell.grade === NORMAL_GRADE[row.kind];
  return {
    look: isNormal || isEvenLowReflex(row, cell, otherCell) ? 'normal' : 'finding',
    value,
    words: describe(row, side, cell, otherCell, isNormal, lastText),
  };
}

/** A reflex of 1+ on both sides is nobody's finding: reflexes are judged against the other side (spec 3.4). */
function isEvenLowReflex(row: NeuroRow, cell: NeuroCell, otherCell: NeuroCell): boolean {
  return row.kind === 'reflex' && cell.state === 'tested' && cell.grade === 1 && otherCell.state === 'tested' && otherCell.grade === 1;
}

function describe(row: NeuroRow, side: Side, cell: NeuroCell, otherCell: NeuroCell, isNormal: boolean, lastText: string): string {
  if (cell.state !== 'tested') return '';
  const own =
    row.kind === 'sensation'
      ? (words.feelings[Number(cell.grade)] ?? '')
      : row.kind === 'reflex' && !isNormal
        ? (words.reflexWords[Number(cell.grade)] ?? '')
        : '';
  const below = otherCell.state === 'tested' && rank(cell.grade) < rank(otherCell.grade) ? words.belowOther(side) : '';
  const reinforced = isReinforced(cell) ? text.visit.further.reinforcedCell : '';
  return [own, reinforced, below, lastText].filter((part) => part !== '').join(', ');
}

/** Grades in order, 4- to 4+ between 4 and 5. */
function rank(grade: MrcGrade | number): number {
  return typeof grade === 'number' ? grade : MRC_GRADES.indexOf(grade);
}
