import type { FieldCode } from '../../shared/contract/errors.ts';

export type NumberLimits = {
  min: number;
  max: number;
  /** Whole numbers only. */
  whole: boolean;
};

export type NumberReading = { ok: true; value: number | null } | { ok: false; code: FieldCode };

const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/** Reads a typed number: a decimal point or comma, nothing else. Empty text is no value. Never rounds and never clamps. */
export function readNumber(typed: string, limits: NumberLimits): NumberReading {
  const line = typed
    .normalize('NFKC')
    .replace(/[°\s]/g, '')
    .replace('\u2212', '-');
  if (line === '') return { ok: true, value: null };
  if (!NUMBER.test(line)) return { ok: false, code: 'not-a-number' };
  // "1,000" is a thousand to one person and one to another: never guessed.
  if (limits.whole && /[.,]/.test(line)) return { ok: false, code: 'not-whole' };
  if (/,\d{3}$/.test(line)) return { ok: false, code: 'not-a-number' };
  const value = Number(line.replace(',', '.'));
  if (!Number.isFinite(value)) return { ok: false, code: 'not-a-number' };
  if (value < limits.min || value > limits.max) return { ok: false, code: 'out-of-range' };
  // -0 is 0 to everybody but a comparison of stored records.
  return { ok: true, value: value === 0 ? 0 : value };
}
