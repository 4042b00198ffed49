// A recovery key is 160 random bits in eight groups of five symbols. The fifth of each group checks the other four and the group's
// place, so that a typing error names its group, and two groups written in the wrong order are found.

/** Crockford's base 32: no I, L, O or U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECOVERY_GROUPS = 8;
const DATA_PER_GROUP = 4;
export const RECOVERY_SYMBOLS = RECOVERY_GROUPS * DATA_PER_GROUP;
const GROUP_LENGTH = DATA_PER_GROUP + 1;

/** x^5 + x^2 + 1: the field of 32 elements. */
const FIELD_POLYNOMIAL = 0b100101;

export type ReadRecoveryKey =
  | { ok: true; key: string }
  /** Numbers of the groups that do not check, from 1; empty when groups are missing or too many. */
  | { ok: false; wrongGroups: number[] };

/** The groups as they are shown, from 32 values of 0 to 31. */
export function toRecoveryGroups(values: readonly number[]): string[] {
  return Array.from({ length: RECOVERY_GROUPS }, (_, index) => {
    const data = values.slice(index * DATA_PER_GROUP, (index + 1) * DATA_PER_GROUP);
    return [...data, checkOf(data, index)].map((value) => SYMBOLS.charAt(value)).join('');
  });
}

/** Reads a key as people type it: in any case, with spaces or dashes or none, O for 0, I or L for 1. `key` holds the 32 data symbols. */
export function readRecoveryKey(typed: string): ReadRecoveryKey {
  const cleaned = typed.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const parts = cleaned.split(/[^0-9A-Z]+/).filter((part) => part !== '');
  const groups = parts.length === RECOVERY_GROUPS ? parts : splitEvenly(parts.join(''));
  if (groups.length !== RECOVERY_GROUPS) return { ok: false, wrongGroups: [] };
  const wrongGroups = groups.flatMap((group, index) => (isGroup(group, index) ? [] : [index + 1]));
  if (wrongGroups.length > 0) return { ok: false, wrongGroups };
  return { ok: true, key: groups.map((group) => group.slice(0, DATA_PER_GROUP)).join('') };
}

function splitEvenly(text: string): string[] {
  return text.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g')) ?? [];
}

function isGroup(group: string, index: number): boolean {
  const values = Array.from(group, (symbol) => SYMBOLS.indexOf(symbol));
  if (values.length !== GROUP_LENGTH || values.includes(-1)) return false;
  return values[DATA_PER_GROUP] === checkOf(values.slice(0, DATA_PER_GROUP), index);
}

/** Each place has a weight of its own in the field, so one wrong symbol and two symbols exchanged always change the sum. */
function checkOf(data: readonly number[], groupIndex: number): number {
  return data.reduce((sum, value, place) => sum ^ power(value, place + 1), groupIndex);
}

/** `value` times x to the power of `times`. */
function power(value: number, times: number): number {
  let product = value;
  for (let step = 0; step < times; step += 1) {
    product <<= 1;
    if (product > 31) product ^= FIELD_POLYNOMIAL;
  }
  return product;
}
