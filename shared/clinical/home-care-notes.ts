import type { Urgency } from '../schemas/assessment.ts';
import type { ModuleId } from '../schemas/plan.ts';
import type { HomeCareFacts } from './home-care-inputs.ts';

/** Ids of the notes printed with modules, in table order (spec 7.2). */
export const NOTES = ['N-FOOTWEAR', 'N-FEET', 'N-BED', 'N-SEATS', 'N-MATERNITY', 'N-BELLY', 'N-SLEEP-SIDE'] as const;
export type NoteId = (typeof NOTES)[number];

const WEAKNESS_FACTS: ReadonlySet<string> = new Set(['RF-10a', 'RF-10c', 'RF-10d', 'RF-10e', 'RF-10f', 'RF-10g']);
const FACT_LENGTH = 'RF-10a'.length;
const URGENT: ReadonlySet<Urgency> = new Set<Urgency>(['D', 'U']);

/** An RF-09 row E, D or U, or an RF-10a, c, d, e, f or g row D or U. */
function needsFootwear(f: HomeCareFacts): boolean {
  return f.footDropRow || f.rows.some(({ row, urgency }) => URGENT.has(urgency) && WEAKNESS_FACTS.has(row.slice(0, FACT_LENGTH)));
}

/** Notes of a home-care sheet that carries these modules (spec 7.2). */
export function notesFor(f: HomeCareFacts, modules: readonly ModuleId[]): NoteId[] {
  const has = (...ids: readonly ModuleId[]): boolean => ids.some((id) => modules.includes(id));
  const applies: Readonly<Record<NoteId, boolean>> = {
    'N-FOOTWEAR': needsFootwear(f),
    'N-FEET': f.diabetes === 'yes',
    'N-BED': f.floorSafe !== 'yes' && has('M03', 'M04a', 'M04b'),
    'N-SEATS': f.walkingWorsensSittingEases === 'yes' && has('M08'),
    'N-MATERNITY': f.pregnant === 'yes',
    'N-BELLY': f.pregnant === 'yes' && has('M02'),
    'N-SLEEP-SIDE': has('M10a') && (f.flat || f.lyingOnBack === 'worse'),
  };
  return NOTES.filter((id) => applies[id]);
}
