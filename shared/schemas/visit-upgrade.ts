import { z } from 'zod';
import { calendarDateSchema, lineSchema } from './common.ts';
import { contactSchema, emptyVisitRecord, VISIT_SCHEMA_VERSION, visitRecordSchema, type VisitRecord } from './visit.ts';

/** What every version of the record says of itself. */
const headSchema = z.object({
  schemaVersion: z.int().min(1),
  contact: contactSchema,
  visitOn: calendarDateSchema,
  timeZone: lineSchema,
});

/** Thrown for a record that a newer version of Lasègue wrote: this one would drop what it does not know. Read by `storageErrorCode`. */
export class NewerRecordError extends Error {
  readonly code = 'RECORD_NEWER';
  constructor() {
    super('a visit record of a newer version');
  }
}

/**
 * A stored visit record, of this version or an older one, in the shape of this version. A field that the stored record lacks was not
 * asked and not tested when it was written, so it takes the value it has in an untouched record ("unasked", "nt", null, empty): never
 * a finding, never "no". What is stored stays as it is. Throws `NewerRecordError` for a newer version and a `ZodError` for what is not a
 * visit record.
 */
export function readVisitRecord(stored: unknown): VisitRecord {
  const head = headSchema.parse(stored);
  if (head.schemaVersion > VISIT_SCHEMA_VERSION) throw new NewerRecordError();
  const untouched = emptyVisitRecord(head.contact, head.visitOn, head.timeZone);
  const filled = fillMissing(stored, untouched) as object;
  return visitRecordSchema.parse({ ...filled, schemaVersion: VISIT_SCHEMA_VERSION });
}

/** `stored` with every key of `untouched` that it lacks. Lists and keyed cells (power, facts) are taken as they are. */
function fillMissing(stored: unknown, untouched: unknown): unknown {
  if (!isPlainObject(stored) || !isPlainObject(untouched)) return stored;
  const filled: Record<string, unknown> = { ...stored };
  for (const [key, value] of Object.entries(untouched)) {
    filled[key] = Object.hasOwn(stored, key) ? fillMissing(stored[key], value) : value;
  }
  return filled;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
