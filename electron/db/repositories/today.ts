import { sql } from 'kysely';
import type { CalendarDate, Id, Instant } from '../../../shared/schemas/common.ts';
import type { PatientRow } from '../../../shared/schemas/patient.ts';
import type { Contact } from '../../../shared/schemas/visit.ts';
import { query } from '../query.ts';
import type { Reader } from '../store.ts';

/** A patient as the lists of the Today page name them. */
export type TodayPatient = Pick<PatientRow, 'patientId' | 'givenNames' | 'familyName' | 'birthDate' | 'ownNumber' | 'side'>;

export type ReviewDue = { patientId: Id; visitId: Id; dueOn: CalendarDate; headline: string };

export type DraftLine = {
  patientId: Id;
  visitId: Id;
  contact: Contact;
  visitOn: CalendarDate;
  savedAt: Instant;
  focusField: string;
};

/** SQLite takes at most 32,766 parameters; ids are asked for in parts well below that. */
const IDS_A_QUERY = 500;

/** These patients by id. */
export function listTodayPatients(db: Reader, patientIds: readonly Id[]): Map<Id, TodayPatient> {
  const unique = [...new Set(patientIds)];
  const patients = new Map<Id, TodayPatient>();
  for (let start = 0; start < unique.length; start += IDS_A_QUERY) {
    const rows = db.all(
      query
        .selectFrom('patient')
        .leftJoin('patient_list', 'patient_list.patient_id', 'patient.patient_id')
        .select([
          'patient.patient_id',
          'patient.given_names',
          'patient.family_name',
          'patient.birth_date',
          'patient.own_number',
          'patient_list.side',
        ])
        .where('patient.patient_id', 'in', unique.slice(start, start + IDS_A_QUERY)),
    );
    for (const row of rows) {
      patients.set(row.patient_id, {
        patientId: row.patient_id,
        givenNames: row.given_names,
        familyName: row.family_name,
        birthDate: row.birth_date,
        ownNumber: row.own_number,
        side: row.side,
      });
    }
  }
  return patients;
}

/**
 * Reviews planned at the latest signed visit of a patient and due between two dates, both included, oldest first. A patient whose
 * review this user has already opened is left out: the draft stands for it.
 */
export function listReviewsDue(db: Reader, from: CalendarDate, to: CalendarDate, userId: Id): ReviewDue[] {
  const rows = db.all(
    query
      .selectFrom('patient_list')
      .innerJoin('visit', (join) =>
        join.on(
          'visit.visit_id',
          '=',
          sql<string>`(
            SELECT latest.visit_id FROM visit AS latest WHERE latest.patient_id = patient_list.patient_id AND latest.status = 'signed'
            ORDER BY latest.visit_on DESC, latest.signed_at DESC, latest.visit_id DESC LIMIT 1
          )`,
        ),
      )
      .leftJoin('draft', (join) => join.onRef('draft.visit_id', '=', 'patient_list.open_visit_id').on('draft.user_id', '=', userId))
      .select(['patient_list.patient_id', 'patient_list.next_review_on', 'visit.visit_id', 'visit.headline'])
      .where('patient_list.next_review_on', '>=', from)
      .where('patient_list.next_review_on', '<=', to)
      .where('draft.visit_id', 'is', null)
      .orderBy('patient_list.next_review_on')
      .orderBy('patient_list.patient_id'),
  );
  return rows.flatMap((row): ReviewDue[] =>
    row.next_review_on === null
      ? []
      : [{ patientId: row.patient_id, visitId: row.visit_id, dueOn: row.next_review_on, headline: row.headline }],
  );
}

/** Open visits of this user, last edited first. */
export function listDraftsOf(db: Reader, userId: Id): DraftLine[] {
  const rows = db.all(
    query
      .selectFrom('draft')
      .innerJoin('visit', 'visit.visit_id', 'draft.visit_id')
      .select(['visit.patient_id', 'visit.visit_id', 'visit.visit_on', 'draft.saved_at', 'draft.focus_field'])
      .select(sql<Contact>`json_extract(draft.record_json, '$.contact')`.as('contact'))
      .where('draft.user_id', '=', userId)
      .where('visit.status', '=', 'open')
      .orderBy('draft.saved_at', 'desc')
      .orderBy('visit.visit_id', 'desc'),
  );
  return rows.map((row) => ({
    patientId: row.patient_id,
    visitId: row.visit_id,
    contact: row.contact,
    visitOn: row.visit_on,
    savedAt: row.saved_at,
    focusField: row.focus_field,
  }));
}
