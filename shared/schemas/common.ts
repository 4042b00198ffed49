import { z } from 'zod';

/** Answer states of every question asked of the patient (spec 0.1). A missing answer reads as `unasked`. */
export const ANSWERS = ['yes', 'no', 'unasked', 'unsure', 'declined'] as const;
export const answerSchema = z.enum(ANSWERS);
export type Answer = z.infer<typeof answerSchema>;

export const SIDES = ['right', 'left'] as const;
export const sideSchema = z.enum(SIDES);
/** Side of the body. Rules are evaluated right first, then left (spec 0.1). */
export type Side = z.infer<typeof sideSchema>;

/** The same record once per side. */
export function perSide<T extends z.ZodType>(schema: T): z.ZodObject<{ right: T; left: T }> {
  return z.object({ right: schema, left: schema });
}
export type PerSide<T> = { right: T; left: T };

const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A calendar date `YYYY-MM-DD`: local, without clock time, never converted between zones. */
export const calendarDateSchema = z.string().regex(DATE_PATTERN, 'not-a-date').refine(isRealDate, 'not-a-date');
export type CalendarDate = z.infer<typeof calendarDateSchema>;

/** An instant in UTC, ISO 8601 with offset `Z`. */
export const instantSchema = z.iso.datetime();
export type Instant = z.infer<typeof instantSchema>;

/** UUIDv7 of a row. Never shown to a person. */
export const idSchema = z.uuid();
export type Id = z.infer<typeof idSchema>;

/** Longest free text a field holds, in UTF-16 code units. The window counts down to it; the desk refuses more. */
export const NOTE_MAX = 10_000;
export const LINE_MAX = 200;

// oxlint-disable-next-line no-control-regex -- these are the characters to refuse
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;
const withoutControl = (text: string): boolean => !CONTROL.test(text);

/** One line of text a person typed: no control characters, at most LINE_MAX. Kept exactly as typed. */
export const lineSchema = z.string().max(LINE_MAX).refine(withoutControl, 'control-character');
/** Free text of several lines, at most NOTE_MAX. Kept exactly as typed. */
export const noteSchema = z.string().max(NOTE_MAX).refine(withoutControl, 'control-character');

/** Pain on the numeric rating scale: whole numbers 0 (no pain) to 10 (worst imaginable), or null when not recorded (spec 6.2). */
export const nprsSchema = z.int().min(0).max(10).nullable();

/** Most distal level of symptoms (spec 6.9): 0 none, 1 low back, 2 buttock, 3 thigh, 4 calf or shin, 5 foot; null when not recorded. */
export const levelSchema = z.int().min(0).max(5).nullable();

/** Answer of an examination item that is present or absent. `nt` is not tested. */
export const findingSchema = z.enum(['yes', 'no', 'nt', 'declined']);
export type Finding = z.infer<typeof findingSchema>;
