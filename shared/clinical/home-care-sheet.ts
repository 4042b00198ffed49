import type { ModuleChoice, SheetPlan } from '../schemas/assessment.ts';
import type { ModuleId } from '../schemas/plan.ts';
import { MODULES } from '../schemas/plan.ts';
import { choiceWords, LEADS, moduleWords, sheetWords } from '../text/en/home-care.ts';
import type { HomeCareFacts, HomeCareInput } from './home-care-inputs.ts';
import { deriveHomeCare } from './home-care-inputs.ts';
import { FIXED_MODULES, FOLLOWING_MODULES, MODULE_RULES, type Reason } from './home-care-modules.ts';
import { notesFor } from './home-care-notes.ts';
import { phaseOf } from './home-care-phase.ts';
import { rfNumber } from './red-flag-inputs.ts';

type SheetRow = 1 | 2 | 3 | 4 | 5 | 6;

function isIncomplete(f: HomeCareFacts): boolean {
  return f.blocking.length > 0 || (f.otherUnasked.length > 0 && !f.reasonRecorded);
}

/** Row of the table of spec 7.0, first match wins. */
function sheetRowOf(f: HomeCareFacts): SheetRow {
  if (f.emergencyRow) return 1;
  if (f.openEarlierEmergency || isIncomplete(f)) return 2;
  if (f.discussionRow) return f.discussionResolved ? 4 : 3;
  return f.pregnant === 'yes' || f.rows.some(({ row }) => rfNumber(row) === 'RF-21') ? 5 : 6;
}

function incompleteWords(f: HomeCareFacts): string {
  return [
    ...(f.openEarlierEmergency ? [sheetWords.earlierEmergency] : []),
    ...(isIncomplete(f) ? [sheetWords.incomplete(f.blocking.length + f.otherUnasked.length)] : []),
  ].join(' ');
}

/** Why this sheet, by row of the table. */
const SHEET_BECAUSE: Readonly<Record<SheetRow, (f: HomeCareFacts) => string>> = {
  1: () => sheetWords.emergency,
  2: incompleteWords,
  3: () => sheetWords.discussionOpen,
  4: () => sheetWords.discussionDone,
  5: (f) => (f.pregnant === 'yes' ? sheetWords.pregnant : sheetWords.underAge),
  6: () => sheetWords.homecare,
};

/** Reasons that a safety sheet prints on its own lines (spec 5.4); they are told whichever sheet this is. */
function safetyReasonsOf(f: HomeCareFacts): SheetPlan['safetyReasons'] {
  return [
    ...(f.discussionRow && !f.discussionResolved ? (['D'] as const) : []),
    ...(isIncomplete(f) ? (['incomplete'] as const) : []),
    ...(f.openEarlierEmergency ? (['earlierE'] as const) : []),
  ];
}

/** What the table says of one module before rolling against M15x is settled. */
type Decision = { id: ModuleId; show: Reason; refusals: string[]; picked: boolean; removed: boolean; available: boolean };

function decide(f: HomeCareFacts, id: ModuleId, available: ReadonlySet<ModuleId>): Decision {
  const rule = MODULE_RULES[id];
  return {
    id,
    show: rule.show(f),
    refusals: FOLLOWING_MODULES.has(id) ? [choiceWords.follows] : rule.gate(f),
    picked: f.activePicks.includes(id),
    removed: f.removed.includes(id) && !FIXED_MODULES.has(id),
    available: available.has(id),
  };
}

const SAFETY_SHEET_ONLY: ReadonlySet<ModuleId> = new Set<ModuleId>(['M19']);
const WITH_STOP_RULES: ReadonlySet<ModuleId> = new Set<ModuleId>(['M19', 'M13']);
const DISCUSSION_SHEET: ReadonlySet<ModuleId> = new Set<ModuleId>(['M19', 'M13', 'M05', 'M06']);

/** Modules a row of 7.0 puts on the sheet by itself, if their show condition and gate hold. Null = every module. */
const PRE_CHOSEN: Readonly<Record<SheetRow, ReadonlySet<ModuleId> | null>> = {
  1: SAFETY_SHEET_ONLY,
  2: SAFETY_SHEET_ONLY,
  3: DISCUSSION_SHEET,
  4: DISCUSSION_SHEET,
  5: WITH_STOP_RULES,
  6: null,
};

function isOnSheet(row: SheetRow, { id, show, refusals, picked, removed, available }: Decision): boolean {
  if (removed || !available) return false;
  if (FOLLOWING_MODULES.has(id)) return row >= 4 && show.holds;
  if (refusals.length > 0) return false;
  const preChosen = PRE_CHOSEN[row]?.has(id) ?? true;
  return (preChosen && show.holds) || (row >= 4 && picked);
}

/** Modules on the sheet in print order. M15x gives way to rolling or ball on the same sheet (spec 7.2). */
function modulesOnSheet(row: SheetRow, decisions: readonly Decision[]): ModuleId[] {
  const chosen = decisions.filter((decision) => isOnSheet(row, decision)).map(({ id }) => id);
  const rolls = chosen.includes('M15') || chosen.includes('M16');
  return chosen.filter((id) => id !== 'M15x' || !rolls);
}

function isRefused(row: SheetRow, { id, refusals, picked, available }: Decision): boolean {
  return row >= 4 && picked && (refusals.length > 0 || !available || FOLLOWING_MODULES.has(id));
}

const SHEET_HOLDS: Readonly<Record<1 | 2 | 3, string>> = {
  1: choiceWords.emergencySheet,
  2: choiceWords.incompleteSheet,
  3: choiceWords.discussionSheet,
};

function chosenBecause(row: SheetRow, { id, show, picked }: Decision): string {
  if (FIXED_MODULES.has(id)) return choiceWords.fixed;
  if (row === 3 || (row === 4 && DISCUSSION_SHEET.has(id) && show.holds)) {
    return id === 'M05' ? choiceWords.safeUntilDiscussed : `${choiceWords.safeUntilDiscussed}; ${show.words}`;
  }
  const byApp = row === 6 && show.holds;
  if (FOLLOWING_MODULES.has(id) || byApp) return show.words;
  return picked ? choiceWords.picked : show.words;
}

function stateOf(row: SheetRow, decision: Decision, onSheet: boolean, f: HomeCareFacts): Pick<ModuleChoice, 'state' | 'because'> {
  const { id, show, refusals, removed, available } = decision;
  if (onSheet) return { state: 'chosen', because: chosenBecause(row, decision) };
  const reason = available ? refusals.join('; ') : choiceWords.notOffered;
  if (isRefused(row, decision)) return { state: 'refused', because: reason };
  if (!available) return { state: 'not_shown', because: choiceWords.notOffered };
  if (removed) return { state: 'removed', because: choiceWords.removed };
  if (row === 1 || row === 2 || row === 3) return { state: show.holds ? 'held' : 'not_shown', because: SHEET_HOLDS[row] };
  if (FOLLOWING_MODULES.has(id)) {
    const gaveWay = id === 'M15x' && f.rollerUsed === 'yes';
    return { state: 'not_shown', because: gaveWay ? moduleWords.rollingOnSheet : show.words };
  }
  if (refusals.length > 0) return { state: show.holds ? 'held' : 'not_shown', because: reason };
  if (row === 6) return { state: 'offered', because: show.words };
  return { state: 'offered', because: row === 4 ? choiceWords.oneByOne : choiceWords.notPreChosen };
}

/**
 * Phase, sheet, modules and notes of a visit (spec 7.0 to 7.4). `available` limits what may be chosen or offered; the rules of the other
 * modules still run. Total: every input has one sheet.
 */
export function planSheet(input: HomeCareInput, available: ReadonlySet<ModuleId>): SheetPlan {
  const phase = phaseOf(input);
  const f = deriveHomeCare(input, phase.phase);
  const row = sheetRowOf(f);
  const sheet = row === 1 ? 'emergency' : row <= 3 ? 'safety' : 'homecare';
  const decisions = MODULES.map((id) => decide(f, id, available));
  const modules = modulesOnSheet(row, decisions);
  const refused = f.activePicks.filter((id, index, all) => {
    const decision = decisions.find((each) => each.id === id);
    return decision !== undefined && all.indexOf(id) === index && isRefused(row, decision);
  });
  return {
    ...phase,
    lead: LEADS[phase.leadId],
    sheet,
    sheetRow: row,
    sheetBecause: SHEET_BECAUSE[row](f),
    safetyReasons: safetyReasonsOf(f),
    safetyFirst: sheet !== 'homecare' || f.rows.some(({ urgency }) => urgency === 'U' || urgency === 'D'),
    modules,
    refused,
    notes: sheet === 'homecare' ? notesFor(f, modules) : [],
    choices: decisions.map((decision) => ({
      id: decision.id,
      ...stateOf(row, decision, modules.includes(decision.id), f),
      picked: decision.picked,
      fixed: FIXED_MODULES.has(decision.id),
    })),
  };
}
