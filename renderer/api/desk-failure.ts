import type { DeskError, ErrorCode, FieldErrors } from '../../shared/contract/errors.ts';

/** An expected failure the desk or the shell answered with, thrown so that queries and forms can catch it. Carries codes, never patient data. */
export class DeskFailure extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldErrors;
  readonly retryAfterSeconds: number;
  readonly incident: string | null;

  constructor(error: DeskError) {
    super(error.code);
    this.name = 'DeskFailure';
    this.code = error.code;
    this.fields = error.fields ?? {};
    this.retryAfterSeconds = error.retryAfterSeconds ?? 0;
    this.incident = error.incident ?? null;
  }
}

/** Any thrown thing as a `DeskFailure`; what is not one is a programming error. */
export function asDeskFailure(thrown: unknown): DeskFailure {
  return thrown instanceof DeskFailure ? thrown : new DeskFailure({ code: 'bug' });
}
