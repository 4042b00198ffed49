import type { Selectable } from 'kysely';
import { z } from 'zod';
import { redFlagRowSchema, type RedFlagRow, type Urgency } from '../../../shared/schemas/assessment.ts';
import type { CalendarDate, Id } from '../../../shared/schemas/common.ts';
import { flagActionSchema, type FlagAction } from '../../../shared/schemas/red-flag-answers.ts';
import { query } from '../query.ts';
import { sql, type SqlBool } from 'kysely';
import type { Reader, Writer } from '../store.ts';
import type { FlagActionTable } from '../tables.ts';

export type FlagActionRow = Selectable<FlagActionTable>;

/** An action with its own id and the visit whose flag it is about. */
export type StoredFlagAction = { actionId: Id; visitId: Id; flagAction: FlagAction };

function rowToFlagAction(row: FlagActionRow): StoredFlagAction {
  return {
    actionId: row.action_id,
    visitId: row.visit_id,
    flagAction: flagActionSchema.parse({
      urgency: row.urgency,
      action: JSON.parse(row.action_json) as unknown,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by_name,
    }),
  };
}

function flagActionToRow({ actionId, visitId, flagAction }: StoredFlagAction, userId: Id): FlagActionRow {
  return {
    action_id: actionId,
    visit_id: visitId,
    urgency: flagAction.urgency,
    action_json: JSON.stringify(flagAction.action),
    recorded_at: flagAction.recordedAt,
    recorded_by: userId,
    recorded_by_name: flagAction.recordedBy,
  };
}

export function getFlagAction(db: Reader, actionId: Id): StoredFlagAction | null {
  const row = db.first(query.selectFrom('flag_action').selectAll().where('action_id', '=', actionId));
  return row === undefined ? null : rowToFlagAction(row);
}

/** As they were written: a clock that was set back does not put the newest action before an older one. */
const IN_ORDER = sql`flag_action.rowid`;

/** Actions on the flags of a visit, oldest first. */
export function listFlagActions(db: Reader, visitId: Id): FlagAction[] {
  return db
    .all(query.selectFrom('flag_action').selectAll().where('visit_id', '=', visitId).orderBy(IN_ORDER))
    .map((row) => rowToFlagAction(row).flagAction);
}

/** Actions on the flags of every visit of a patient, oldest first, by visit. */
export function listFlagActionsOfPatient(db: Reader, patientId: Id): Map<Id, FlagAction[]> {
  const rows = db.all(
    query
      .selectFrom('flag_action')
      .innerJoin('visit', 'visit.visit_id', 'flag_action.visit_id')
      .selectAll('flag_action')
      .where('visit.patient_id', '=', patientId)
      .orderBy(IN_ORDER),
  );
  const byVisit = new Map<Id, FlagAction[]>();
  for (const row of rows) byVisit.set(row.visit_id, [...(byVisit.get(row.visit_id) ?? []), rowToFlagAction(row).flagAction]);
  return byVisit;
}

export function insertFlagAction(db: Writer, action: StoredFlagAction, userId: Id): void {
  db.insert('flag_action', flagActionToRow(action, userId));
}

/** An open flag with the red-flag rows of its visit. */
export type OpenFlagRows = { visitId: Id; patientId: Id; visitOn: CalendarDate; openFlag: 'E' | 'D' | 'U'; rows: RedFlagRow[] };

const rowsSchema = z.array(redFlagRowSchema);
const BY_URGENCY: Record<Urgency, number> = { E: 0, D: 1, U: 2, R: 3 };

/**
 * Visits with an open flag: every E and D, and a U until a later visit has examined the patient again (a phone contact has not: it
 * asks only a part of the questions, spec 12.4). Voiding a visit hides none. Highest urgency first, then newest.
 * `patientId` null = of the whole desk.
 */
export function listOpenFlags(db: Reader, patientId: Id | null): OpenFlagRows[] {
  const rows = db.all(
    query
      .selectFrom('visit')
      .select(['visit_id', 'patient_id', 'visit_on', 'open_flag'])
      .select(sql<string>`json_extract(assessment_json, '$.redFlags.rows')`.as('rows_json'))
      .where('status', 'in', ['signed', 'voided'])
      .where('open_flag', 'is not', null)
      .$if(patientId !== null, (visits) => visits.where('patient_id', '=', patientId ?? ''))
      .where((where) =>
        where.or([
          where('open_flag', '<>', 'U'),
          sql<SqlBool>`NOT EXISTS (
            SELECT 1 FROM visit AS later WHERE later.patient_id = visit.patient_id AND later.status = 'signed'
            AND later.contact <> 'phone' AND (later.visit_on, later.signed_at, later.visit_id) > (visit.visit_on, visit.signed_at, visit.visit_id)
          )`,
        ]),
      )
      .orderBy('visit_on', 'desc')
      .orderBy('visit_id', 'desc'),
  );
  return rows
    .flatMap((row): OpenFlagRows[] =>
      row.open_flag === null
        ? []
        : [
            {
              visitId: row.visit_id,
              patientId: row.patient_id,
              visitOn: row.visit_on,
              openFlag: row.open_flag,
              rows: rowsSchema.parse(JSON.parse(row.rows_json)),
            },
          ],
    )
    .toSorted((a, b) => BY_URGENCY[a.openFlag] - BY_URGENCY[b.openFlag]);
}
