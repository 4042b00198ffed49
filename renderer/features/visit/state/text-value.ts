import type { FieldCode } from '../../../../shared/contract/errors.ts';

/** What a typed text means: a value, nothing, or a reason why it cannot be read. */
export type Reading = { ok: true; value: number | null } | { ok: false; code: FieldCode };

export type NumberRange = { min: number; max: number; /** Whole numbers only. */ whole: boolean };

const NUMBER = /^[-+]?\d+(?:[.,]\d*)?$/;
/** Signs people type after a number: degrees, percent of ten, a unit. */
const TRAILING_UNIT = /\s*(?:°|º|\/\s*10|deg|cm|ml|°\s*C)$/iu;

/**
 * Reads a number as people type it: spaces around it, a degree sign or unit after it, comma or point. Never rounds and never clamps:
 * 45.5 where whole degrees are asked is an error, not 45 or 46.
 */
export function readNumber(text: string, range: NumberRange): Reading {
  const trimmed = text.normalize('NFKC').trim().replace('−', '-').replace(TRAILING_UNIT, '');
  if (trimmed === '') return text.trim() === '' ? { ok: true, value: null } : { ok: false, code: 'not-a-number' };
  if (!NUMBER.test(trimmed)) return { ok: false, code: 'not-a-number' };
  const value = Number(trimmed.replace(',', '.'));
  if (range.whole && !Number.isInteger(value)) return { ok: false, code: 'not-whole' };
  if (range.whole && /[.,]/.test(trimmed)) return { ok: false, code: 'not-whole' };
  if (value < range.min || value > range.max) return { ok: false, code: 'out-of-range' };
  return { ok: true, value };
}
