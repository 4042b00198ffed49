import type { Side } from '../../schemas/common.ts';
import { KEY_POINTS, MUSCLES, REFLEXES, type HeelRaise } from '../../schemas/neuro-exam.ts';
import { SLR_MOVEMENTS, type SlrLeg } from '../../schemas/slr.ts';
import type { VisitRecord } from '../../schemas/visit.ts';
import { examRecords, movementRecords, sensitiveRecords } from '../../text/en/exam-records.ts';
import { papersText } from '../../text/en/papers.ts';
import { historyText } from '../../text/en/screens-history.ts';
import { visitExamText as exam } from '../../text/en/screens-visit-exam.ts';

const words = papersText.exam;
const { notTested } = papersText;
const signed = historyText.signed;

/** A label within a sentence: its first letter small, unless it is a name. */
export function lowered(label: string): string {
  return label === exam.trendelenburg ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

type Cell = { state: string; grade?: string | number; painLimited?: boolean } | undefined;

/** Whether a cell holds a value or a refusal: something to report. */
const isRecorded = (cell: Cell): cell is NonNullable<Cell> => cell !== undefined && cell.state !== 'nt';

/** A cell of the neurological grid in words. "Not tested" and "declined" are never a grade. */
export function cellInWords(cell: Cell, kind: 'mrc' | 'reflex' | 'sensation'): string {
  if (!isRecorded(cell)) return notTested;
  if (cell.state === 'declined') return words.declined;
  const grade = gradeInWords(kind, cell.grade ?? '');
  if (cell.state === 'carried') return words.carried(grade);
  return cell.painLimited === true ? words.painLimited(grade) : grade;
}

function gradeInWords(kind: 'mrc' | 'reflex' | 'sensation', grade: string | number): string {
  if (kind === 'mrc') return String(grade);
  if (kind === 'reflex') return grade === 0 ? '0' : `${grade}+`;
  return signed.sensations[Number(grade)] ?? String(grade);
}

type Name = { name: string };

/** Cells that share a grade together: "5: hip up, knee straight; 4: great toe up". What was not tested is left out. */
function grouped(cells: readonly (readonly [Name, string])[]): string {
  const byGrade = new Map<string, string[]>();
  for (const [{ name }, grade] of cells) byGrade.set(grade, [...(byGrade.get(grade) ?? []), name.toLowerCase()]);
  return [...byGrade].map(([grade, names]) => words.all(grade, names.join(', '))).join('; ');
}

/** Power, reflexes and feeling of one leg, each on a line; null where nothing of it was recorded. */
export function neuroLines(record: VisitRecord, side: Side): Record<'power' | 'reflexes' | 'feeling', string | null> {
  const { mrc, reflex, sensation } = record.neuro[side];
  const line = (cells: (readonly [Name, Cell])[], kind: 'mrc' | 'reflex' | 'sensation'): string | null => {
    const found = cells.flatMap(([name, cell]) => (isRecorded(cell) ? [[name, cellInWords(cell, kind)] as const] : []));
    return found.length === 0 ? null : grouped(found);
  };
  return {
    power: line(
      MUSCLES.map((muscle) => [exam.muscles[muscle], mrc[muscle]]),
      'mrc',
    ),
    reflexes: line(
      REFLEXES.map((one) => [exam.reflexes[one], reflex[one]]),
      'reflex',
    ),
    feeling: line(
      KEY_POINTS.map((point) => [exam.keyPoints[point], sensation[point]]),
      'sensation',
    ),
  };
}

/** One raised leg in a line, or why it was not raised. */
export function slrLine(leg: SlrLeg): string {
  if (leg.tested !== 'yes') {
    const state = leg.tested === 'declined' ? words.declined : notTested;
    return leg.reason.trim() === '' ? state : `${state}: ${leg.reason.trim()}`;
  }
  const moved = SLR_MOVEMENTS.filter((movement) => leg.movements[movement] !== 'nt');
  const parts = [
    leg.p1AngleDeg === null ? words.noAngle : words.angle(leg.p1AngleDeg, leg.p2AngleDeg),
    leg.stop === null ? '' : exam.stops[leg.stop].toLowerCase(),
    leg.feltIn === null || leg.feltIn === 'none' ? '' : `${exam.feltIn.toLowerCase()} ${exam.feltIns[leg.feltIn].toLowerCase()}`,
    leg.level === null || leg.level === 0 ? '' : `${exam.feltDownTo.toLowerCase()} ${(exam.levels[leg.level] ?? '').toLowerCase()}`,
    leg.nprsP1 === null ? '' : `${lowered(exam.painAtP1)} ${signed.outOf10(leg.nprsP1)}`,
    ...moved.map((movement) => `${exam.movements[movement].toLowerCase()}: ${exam.responses[leg.movements[movement]]}`),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** Heel raises of one leg. */
export function heelRaiseInWords({ state, count, painLimited }: HeelRaise): string {
  if (state === 'declined') return words.declined;
  if (count === null) return notTested;
  return painLimited ? words.painLimited(String(count)) : String(count);
}

/** Heel and toe walk of one leg. */
export function walksInWords(record: VisitRecord, side: Side): string {
  const { heelWalk, toeWalk } = record.neuro[side];
  return `${words.heelWalk}: ${signed.functional[heelWalk]}; ${words.toeWalk}: ${signed.functional[toeWalk]}`;
}

/** Tests beside the grid that were done or declined, each a label and what was found. Those not done are left out. */
export function otherTests(record: VisitRecord): [string, string][] {
  return [...examRecords(record), ...movementRecords(record), ...sensitiveRecords(record)];
}

/** The declined saddle examination with its reason and what was done instead (spec 12.3), or null where it was not declined. */
export function saddleDeclined(record: VisitRecord): string | null {
  const { saddle, saddleReason, sensitive } = record.otherExam;
  if (saddle !== 'declined' && sensitive.consent !== 'declined') return null;
  const orMissing = (value: string): string => (value.trim() === '' ? papersText.notRecorded : value.trim());
  const reason = [sensitive.declineReason === null ? '' : words.declineReasons[sensitive.declineReason], saddleReason.trim()];
  return words.saddleDeclined(
    orMissing(reason.filter((part) => part !== '').join(', ')),
    orMissing(sensitive.explained),
    sensitive.alternative === null ? papersText.notRecorded : words.alternatives[sensitive.alternative],
  );
}
