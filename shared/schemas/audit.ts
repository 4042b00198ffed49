import { z } from 'zod';
import { calendarDateSchema, idSchema, instantSchema } from './common.ts';

/** Most lines of one report; a longer period is asked for in parts. The newest are given. */
export const AUDIT_ROWS_MAX = 5000;

/** What a line tells of. */
export const AUDIT_TABLES = [
  'user',
  'clinic',
  'setting',
  'patient',
  'visit',
  'addendum',
  'flag_action',
  'handout',
  'handout_giving',
  'paper',
  'clinic_logo',
  'erasure',
] as const;
export const AUDIT_ACCESSES = ['chart', 'visit', 'handout', 'unlock', 'recovery', 'report', 'handover'] as const;

/** A report is about a period, and about one patient or everything. */
export const auditFilterSchema = z.object({
  from: calendarDateSchema,
  to: calendarDateSchema,
  patientId: idSchema.nullable(),
  /** What was changed, what was opened, or both. */
  show: z.enum(['all', 'changes', 'accesses']),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The removal of the text an entry kept: when, by whom (the name they had then), and why. */
export const textRemovalSchema = z.object({ at: instantSchema, by: z.string(), reason: z.string() });
export type TextRemoval = z.infer<typeof textRemovalSchema>;

/** One line of the change log or of the access log. */
export const auditRowSchema = z.object({
  log: z.enum(['change', 'access']),
  /** Number of the entry in its log. */
  seq: z.int(),
  at: instantSchema,
  userName: z.string(),
  /** `insert` and `update` of the change log; null for an access. */
  operation: z.enum(['insert', 'update']).nullable(),
  what: z.enum([...AUDIT_TABLES, ...AUDIT_ACCESSES]),
  /** Empty where it concerns no patient. */
  patientName: z.string(),
  /** The person, setting or day it is about, where there is one. */
  detail: z.string(),
  /** The entry still keeps an earlier text of its record, which can be removed; never the newest, which the record is compared with. */
  hasEarlierText: z.boolean(),
  /** Null where nothing was removed. */
  removal: textRemovalSchema.nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditReportSchema = z.object({
  rows: z.array(auditRowSchema),
  /** All there are; the rows are the newest `AUDIT_ROWS_MAX`. */
  total: z.int(),
});

export const AUDIT_SORTS = ['at', 'userName', 'what', 'patientName'] as const;
export const auditSortSchema = z.object({ by: z.enum(AUDIT_SORTS), descending: z.boolean() });
export type AuditSort = z.infer<typeof auditSortSchema>;

/** The rows in this order; equal ones by time, then by number, so that screen, paper and file agree. */
export function sortAuditRows(rows: readonly AuditRow[], { by, descending }: AuditSort): AuditRow[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows.toSorted((a, b) => {
    const order = by === 'at' ? compare(a.at, b.at) : a[by].localeCompare(b[by], 'en') || compare(a.at, b.at);
    return (descending ? -1 : 1) * (order || compare(a.log, b.log) || a.seq - b.seq);
  });
}

/** What checking the log found: `broken` is the first thing that does not fit (electron/db/verify-log.ts). */
export const logReportSchema = z.object({
  entries: z.int(),
  intact: z.boolean(),
  firstBrokenSeq: z.int().nullable(),
  headHash: z.string(),
  broken: z
    .object({
      kind: z.enum(['change', 'access', 'row-changed', 'row-unlogged', 'row-missing']),
      seq: z.int().nullable(),
      table: z.string().nullable(),
      at: z.string().nullable(),
    })
    .nullable(),
  /** Entries whose text was erased with a reason. */
  erased: z.int(),
});
export type LogBreak = NonNullable<z.infer<typeof logReportSchema>['broken']>;

/** Backups whose newest entry was looked for in the log, those that could not be read, and the first that does not fit. */
export const anchorReportSchema = z.object({
  checked: z.int(),
  unread: z.int(),
  misfit: z.object({ fileName: z.string(), seq: z.int() }).nullable(),
});
