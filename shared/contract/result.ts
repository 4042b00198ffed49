import { z } from 'zod';
import { deskErrorSchema, type DeskError, type ErrorCode } from './errors.ts';

/** An expected failure is a value; only bugs throw (design 4). */
export type Result<T> = { ok: true; value: T } | { ok: false; error: DeskError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: ErrorCode, more: Omit<DeskError, 'code'> = {}): { ok: false; error: DeskError } {
  return { ok: false, error: { code, ...more } };
}

/** The schema of a `Result` whose value follows `value`. */
export function resultSchema<T extends z.ZodType>(value: T): z.ZodType<Result<z.infer<T>>> {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: deskErrorSchema }),
  ]) as unknown as z.ZodType<Result<z.infer<T>>>;
}
