import type { Side } from '../../../../shared/schemas/common.ts';
import { emptySlrLeg, SLR_ANGLE_MAX_DEG, SLR_ANGLE_MIN_DEG, type SLR_RESPONSES, type SlrLeg } from '../../../../shared/schemas/slr.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';

export type SlrResponse = (typeof SLR_RESPONSES)[number];
export type SlrMovement = keyof SlrLeg['movements'];

/** Fields that say how a leg is tested, not what was found: filling them in does not make a leg tested. */
const SETTING_FIELDS: ReadonlySet<string> = new Set(['tested', 'reason', 'ankle', 'method', 'examiner', 'restingLevel', 'restingNprs']);

/** True when nothing was found on this leg: no angle, no answer, no movement. */
export function hasNoFinding(leg: SlrLeg): boolean {
  const empty: Record<string, unknown> = { ...emptySlrLeg() };
  return Object.entries(leg).every(([name, value]) => SETTING_FIELDS.has(name) || JSON.stringify(value) === JSON.stringify(empty[name]));
}

/**
 * A leg after something was recorded on it. Recording a finding makes an untouched leg tested, and taking the last one back makes it untested
 * again. A leg marked "not tested" with a reason, or declined, keeps its mark: `findVisitProblems` then says what does not fit.
 */
export function withFinding(leg: SlrLeg, changes: Partial<SlrLeg>): SlrLeg {
  const next = { ...leg, ...changes };
  if (leg.tested === 'declined' || leg.reason !== '' || 'tested' in changes) return next;
  return { ...next, tested: hasNoFinding(next) ? 'nt' : 'yes' };
}

/** The record with one leg changed by `withFinding`. */
export function withLegFinding(record: VisitRecord, side: Side, changes: Partial<SlrLeg>): VisitRecord {
  return { ...record, slr: { ...record.slr, [side]: withFinding(record.slr[side], changes) } };
}

/** The record with a setting of both legs changed: ankle, method, pillow or examiner. */
export function withSharedSetting(
  record: VisitRecord,
  changes: Partial<Pick<SlrLeg, 'ankle' | 'method' | 'pillow' | 'examiner'>>,
): VisitRecord {
  return { ...record, slr: { right: { ...record.slr.right, ...changes }, left: { ...record.slr.left, ...changes } } };
}

/** Next response when a movement's cell is pressed: not tested, more, less, same, and round again. */
export function nextResponse(current: SlrResponse): SlrResponse {
  const order: readonly SlrResponse[] = ['nt', 'inc', 'dec', 'same'];
  return order[(order.indexOf(current) + 1) % order.length] ?? 'nt';
}

const RESPONSE_KEYS: Record<string, SlrResponse> = { m: 'inc', l: 'dec', s: 'same', n: 'nt', delete: 'nt', backspace: 'nt' };

/** The response a key stands for: More, Less, Same, Not tested. */
export function responseOfKey(key: string): SlrResponse | null {
  return RESPONSE_KEYS[key.toLowerCase()] ?? null;
}

const STEP_KEYS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
const SHIFT_STEP_DEG = 5;

/** The angle after an arrow key: 1 degree, 5 with Shift, 10 with Page Up or Down. Null when the key moves nothing. */
export function angleAfterKey(angleDeg: number | null, key: string, withShift: boolean): number | null {
  const step = STEP_KEYS[key];
  if (step === undefined) return null;
  const size = withShift && Math.abs(step) === 1 ? step * SHIFT_STEP_DEG : step;
  return Math.min(SLR_ANGLE_MAX_DEG, Math.max(SLR_ANGLE_MIN_DEG, (angleDeg ?? SLR_ANGLE_MIN_DEG) + size));
}
