import type { RedFlagResult, RedFlagRow, Urgency } from '../schemas/assessment.ts';
import { URGENCIES } from '../schemas/assessment.ts';
import type { PerSide, Side } from '../schemas/common.ts';
import { CLINICIAN_TEXTS, PATIENT_TEXTS } from '../text/en/red-flags.ts';
import { because } from '../text/en/red-flags-because.ts';
import type { RedFlagFacts, RedFlagInput } from './red-flag-inputs.ts';
import { answerOf, deriveFacts, rfNumber } from './red-flag-inputs.ts';
import { blockingFacts, requiredFacts } from './red-flag-required.ts';
import { fireRules } from './red-flag-rules.ts';

/** Groups of the combination rule that matter to it (spec 5.3). */
const SERIOUS_GROUP: ReadonlySet<string> = new Set(['RF-11', 'RF-12', 'RF-13']);
const NOT_COUNTED: ReadonlySet<string> = new Set(['RF-20', 'RF-23']);

/** RF-UU (spec 5.3): two U rows with different RF numbers, one of them in the serious group; RF-20 and RF-23 do not count. */
function combination(rows: readonly RedFlagRow[]): RedFlagRow[] {
  const urgent = rows.filter(({ row, urgency }) => urgency === 'U' && !NOT_COUNTED.has(rfNumber(row)));
  const numbers = new Set(urgent.map(({ row }) => rfNumber(row)));
  if (numbers.size < 2 || ![...numbers].some((number) => SERIOUS_GROUP.has(number))) return [];
  return [
    {
      row: 'RF-UU',
      urgency: 'D',
      route: 'SPINE',
      clinicianTextId: 'C-UU',
      clinicianText: CLINICIAN_TEXTS['C-UU'],
      patientTextId: 'P-CALL',
      patientText: PATIENT_TEXTS['P-CALL'],
      because: urgent.map(({ row }) => because.urgentRow(row)),
    },
  ];
}

/** Highest urgency of all rows, null when there is none (spec 5.3). */
export function overallUrgency(rows: readonly Pick<RedFlagRow, 'urgency'>[]): Urgency | null {
  return URGENCIES.find((urgency) => rows.some((row) => row.urgency === urgency)) ?? null;
}

const HOLD_BLOCKS: ReadonlySet<string> = new Set(['RF-16', 'RF-18']);
const COLD_LEG_ROWS: ReadonlySet<string> = new Set(['RF-16.1', 'RF-16.2']);
const CALF_ROWS: ReadonlySet<string> = new Set(['RF-18.1', 'RF-18.3', 'RF-18.4']);

function includes(recorded: 'right' | 'left' | 'both' | null, side: Side): boolean {
  return recorded === null || recorded === 'both' || recorded === side;
}

/** `hold` of spec 3.2 per side: a blood-flow or clot question of this leg is open. An empty side includes both. */
export function clotOrFlowHold(input: RedFlagInput): PerSide<boolean> {
  const rows = fireRules(deriveFacts(input), HOLD_BLOCKS);
  const cold = rows.some(({ row }) => COLD_LEG_ROWS.has(row));
  const calf = rows.some(({ row }) => CALF_ROWS.has(row));
  const holds = (side: Side): boolean =>
    (cold && includes(input.coldSide, side)) || (calf && includes(input.calfSide, side)) || input.footPulseAbsent[side];
  return { right: holds('right'), left: holds('left') };
}

/** The rows of a visit in order, RF-UU last (spec 5.2, 5.3). */
export function redFlagRows(input: RedFlagInput): RedFlagRow[] {
  const facts: RedFlagFacts = deriveFacts(input);
  const rows = fireRules(facts);
  return [...rows, ...combination(rows)];
}

/**
 * The red-flag result of a visit (spec 5.2, 5.3, 5.6): rows, overall urgency and the state of the screen.
 * `discussionResolved` is the D outcome of this visit, `openEarlierEmergency` an earlier E without an outcome.
 */
export function evaluateRedFlags(
  input: RedFlagInput,
  actions: { discussionResolved: boolean; openEarlierEmergency: boolean },
): RedFlagResult {
  const rows = redFlagRows(input);
  const required = requiredFacts(input);
  const open = required.filter((fact) => answerOf(input, fact) === 'unasked');
  return {
    rows,
    overall: overallUrgency(rows),
    open,
    required,
    askedCount: required.length - open.length,
    blocking: blockingFacts(input),
    ...actions,
  };
}
