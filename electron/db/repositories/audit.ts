import { sql, type RawBuilder } from 'kysely';
import type { Id, Instant } from '../../../shared/schemas/common.ts';
import { AUDIT_ROWS_MAX, type AuditRow } from '../../../shared/schemas/audit.ts';
import { query } from '../query.ts';
import type { Reader } from '../store.ts';

export type AuditLine = Omit<AuditRow, 'patientName' | 'detail'> & {
  patientName: string;
  rowId: string;
  /** Of the visit it is about. */
  visitOn: string | null;
  /** The entry whose text was removed, where the line tells of that. */
  removedSeq: number | null;
};

/** From `from` on and before `until`, instants; `patientId` null = everything. */
export type AuditPeriod = { from: Instant; until: Instant; patientId: Id | null };

type Row = {
  log: 'change' | 'access';
  seq: number;
  at: string;
  user_name: string | null;
  operation: AuditRow['operation'];
  what: AuditRow['what'];
  row_id: string;
  visit_on: string | null;
  given_names: string | null;
  family_name: string | null;
  removed_seq: number | null;
  /** 1: a newer entry of the row exists, and the text this one kept is still there. */
  has_earlier_text: 0 | 1;
  erased_at: string | null;
  erased_by_name: string | null;
  reason: string | null;
};

/** The visit a logged row belongs to, where it belongs to one. */
const VISIT_OF = sql`CASE entry.table_name
  WHEN 'visit' THEN entry.row_id
  WHEN 'addendum' THEN (SELECT visit_id FROM addendum WHERE addendum_id = entry.row_id)
  WHEN 'flag_action' THEN (SELECT visit_id FROM flag_action WHERE action_id = entry.row_id)
  WHEN 'handout' THEN (SELECT visit_id FROM handout WHERE handout_id = entry.row_id)
  WHEN 'handout_giving' THEN (
    SELECT handout.visit_id FROM handout_giving JOIN handout ON handout.handout_id = handout_giving.handout_id
    WHERE handout_giving.giving_id = entry.row_id
  )
  WHEN 'paper' THEN (SELECT visit_id FROM paper WHERE paper_id = entry.row_id)
END`;

/** Every logged row of one patient, by the index over table and row. */
function rowsOf(patientId: Id): RawBuilder<unknown> {
  return sql`(entry.table_name, entry.row_id) IN (
    SELECT 'patient', ${patientId}
    UNION ALL SELECT 'visit', visit_id FROM visit WHERE patient_id = ${patientId}
    UNION ALL SELECT 'addendum', addendum_id FROM addendum JOIN visit USING (visit_id) WHERE patient_id = ${patientId}
    UNION ALL SELECT 'flag_action', action_id FROM flag_action JOIN visit USING (visit_id) WHERE patient_id = ${patientId}
    UNION ALL SELECT 'handout', handout_id FROM handout WHERE patient_id = ${patientId}
    UNION ALL SELECT 'handout_giving', giving_id FROM handout_giving JOIN handout USING (handout_id) WHERE patient_id = ${patientId}
    UNION ALL SELECT 'paper', paper_id FROM paper WHERE patient_id = ${patientId}
  )`;
}

function changes({ from, until, patientId }: AuditPeriod): RawBuilder<unknown> {
  return sql`FROM change_log AS entry WHERE entry.at >= ${from} AND entry.at < ${until} ${patientId === null ? sql`` : sql`AND ${rowsOf(patientId)}`}`;
}

function accesses({ from, until, patientId }: AuditPeriod): RawBuilder<unknown> {
  return sql`FROM access_log AS entry WHERE entry.at >= ${from} AND entry.at < ${until} ${patientId === null ? sql`` : sql`AND entry.patient_id = ${patientId}`}`;
}

/** How many entries of each log the period holds. */
export function countAudit(read: Reader, period: AuditPeriod): { changes: number; accesses: number } {
  const count = (entries: RawBuilder<unknown>): number =>
    read.first(sql<{ count: number }>`SELECT count(*) AS count ${entries}`.compile(query))?.count ?? 0;
  return { changes: count(changes(period)), accesses: count(accesses(period)) };
}

/** The newest changes of the period, at most `AUDIT_ROWS_MAX`. */
export function listChanges(read: Reader, period: AuditPeriod): AuditLine[] {
  return read
    .all(
      sql<Row>`
        SELECT 'change' AS log, logged.seq, logged.at, user.display_name AS user_name, logged.operation, logged.table_name AS what,
          logged.row_id, visit.visit_on, patient.given_names, patient.family_name, made.seq AS removed_seq,
          change_body.seq IS NOT NULL AND EXISTS (
            SELECT 1 FROM change_log AS newer
            WHERE newer.table_name = logged.table_name AND newer.row_id = logged.row_id AND newer.seq > logged.seq
          ) AS has_earlier_text, erasure.erased_at, erasure.erased_by_name, erasure.reason
        FROM (
          SELECT entry.seq, entry.at, entry.user_id, entry.operation, entry.table_name, entry.row_id, ${VISIT_OF} AS visit_id
          ${changes(period)} ORDER BY entry.at DESC, entry.seq DESC LIMIT ${AUDIT_ROWS_MAX}
        ) AS logged
        LEFT JOIN user ON user.user_id = logged.user_id
        LEFT JOIN change_body ON change_body.seq = logged.seq
        LEFT JOIN erasure ON erasure.seq = logged.seq
        LEFT JOIN erasure AS made ON logged.table_name = 'erasure' AND made.erasure_id = logged.row_id
        LEFT JOIN visit ON visit.visit_id = logged.visit_id
        LEFT JOIN patient ON patient.patient_id = CASE logged.table_name WHEN 'patient' THEN logged.row_id ELSE visit.patient_id END`.compile(
        query,
      ),
    )
    .map(toLine);
}

/** The newest accesses of the period, at most `AUDIT_ROWS_MAX`. */
export function listAccesses(read: Reader, period: AuditPeriod): AuditLine[] {
  return read
    .all(
      sql<Row>`
        SELECT 'access' AS log, logged.seq, logged.at, user.display_name AS user_name, NULL AS operation, logged.what,
          '' AS row_id, NULL AS visit_on, patient.given_names, patient.family_name, NULL AS removed_seq, 0 AS has_earlier_text,
          NULL AS erased_at, NULL AS erased_by_name, NULL AS reason
        FROM (
          SELECT entry.seq, entry.at, entry.user_id, entry.patient_id, entry.what
          ${accesses(period)} ORDER BY entry.at DESC, entry.seq DESC LIMIT ${AUDIT_ROWS_MAX}
        ) AS logged
        LEFT JOIN user ON user.user_id = logged.user_id
        LEFT JOIN patient ON patient.patient_id = logged.patient_id`.compile(query),
    )
    .map(toLine);
}

function toLine(row: Row): AuditLine {
  return {
    log: row.log,
    seq: row.seq,
    at: row.at,
    userName: row.user_name ?? '',
    operation: row.operation,
    what: row.what,
    patientName: `${row.given_names ?? ''} ${row.family_name ?? ''}`.trim(),
    rowId: row.row_id,
    visitOn: row.visit_on,
    removedSeq: row.removed_seq,
    hasEarlierText: row.has_earlier_text === 1,
    removal: row.erased_at === null ? null : { at: row.erased_at, by: row.erased_by_name ?? '', reason: row.reason ?? '' },
  };
}
