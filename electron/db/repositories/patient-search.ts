import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { CalendarDate, Id } from '../../../shared/schemas/common.ts';
import type { PatientRow, patientFilterSchema, patientSortSchema } from '../../../shared/schemas/patient.ts';
import type { z } from 'zod';
import { query } from '../query.ts';
import type { Reader } from '../store.ts';

/** What is looked for, already read from what was typed (use-cases/patients/read-query.ts). */
export type PatientQuery = {
  /** Any of these finds a patient; empty = everybody. */
  alternatives: readonly PatientMatch[];
  filter: z.infer<typeof patientFilterSchema>;
  sort: z.infer<typeof patientSortSchema>;
  descending: boolean;
  offset: number;
  limit: number;
  /** The desk's date, for reviews that are due. */
  today: CalendarDate;
};

/** All of the given parts must hold: words of the index, a birth date between two dates, a number, the exact text in a name. */
export type PatientMatch = {
  /** As `toSearchTerms` gives them. */
  terms: readonly (readonly (readonly string[])[])[];
  bornBetween?: { from: CalendarDate; to: CalendarDate };
  /** As `toOwnNumberKey` gives it. */
  ownNumberKey?: string;
  nameContains?: string;
};

/** One page of patients and how many there are in all. Sorted and cut in the database. */
export function searchPatients(read: Reader, wanted: PatientQuery): { rows: PatientRow[]; total: number } {
  const where = conditions(wanted);
  const from = sql`FROM patient JOIN patient_list ON patient_list.patient_id = patient.patient_id WHERE ${where}`;
  const total = read.first(sql<{ total: number }>`SELECT count(*) AS total FROM patient WHERE ${where}`.compile(query));
  const ids = read.all(
    sql<{ patient_id: Id }>`
      SELECT patient.patient_id ${from} ORDER BY ${order(wanted)} LIMIT ${wanted.limit} OFFSET ${wanted.offset}`.compile(query),
  );
  return {
    rows: readPatientRows(
      read,
      ids.map((row) => row.patient_id),
    ),
    total: total?.total ?? 0,
  };
}

function conditions({ alternatives, filter, today }: PatientQuery): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = [];
  if (alternatives.length > 0) parts.push(sql`patient.search_rowid IN (${sql.join(alternatives.map(rowidsOf), sql` UNION `)})`);
  if (filter === 'review_due') parts.push(listed(sql`next_review_on <= ${today}`));
  if (filter === 'open_draft') parts.push(listed(sql`open_visit_id IS NOT NULL`));
  if (filter === 'open_flag') parts.push(listed(sql`open_flag IS NOT NULL`));
  return parts.length === 0 ? sql`TRUE` : sql`${sql.join(parts, sql` AND `)}`;
}

/** Few patients pass a filter: starting from them beats walking the whole list in its order. */
function listed(condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql`patient.patient_id IN (SELECT patient_id FROM patient_list WHERE ${condition})`;
}

function rowidsOf({ terms, bornBetween, ownNumberKey, nameContains }: PatientMatch): RawBuilder<unknown> {
  const parts: RawBuilder<SqlBool>[] = [];
  if (terms.length > 0) {
    parts.push(sql`search_rowid IN (SELECT rowid FROM patient_search WHERE patient_search MATCH ${toMatchExpression(terms)})`);
  }
  if (bornBetween) parts.push(sql`birth_date BETWEEN ${bornBetween.from} AND ${bornBetween.to}`);
  if (ownNumberKey !== undefined) parts.push(sql`own_number_key = ${ownNumberKey}`);
  if (nameContains !== undefined) {
    parts.push(sql`instr(given_names || char(10) || family_name || char(10) || latin_name || char(10) || own_number, ${nameContains}) > 0`);
  }
  return sql`SELECT search_rowid FROM patient WHERE ${sql.join(parts, sql` AND `)}`;
}

/** FTS5 query: every word, in any of its spellings, as the beginning of a word. Index words hold no quotes. */
function toMatchExpression(terms: PatientMatch['terms']): string {
  return terms.map((spellings) => `(${spellings.map((words) => `"${words.join(' ')}" *`).join(' OR ')})`).join(' AND ');
}

function order({ sort, descending }: PatientQuery): RawBuilder<unknown> {
  const column = {
    name: sql`patient.sort_name`,
    birthDate: sql`patient.birth_date`,
    ownNumber: sql`patient.own_number_key`,
    lastVisit: sql`patient_list.last_visit_on`,
    updated: sql`patient.updated_at`,
  }[sort];
  const tie = sort === 'lastVisit' ? sql`patient_list.patient_id` : sql`patient.patient_id`;
  // Patients without a number or a visit come last either way; descending order puts them there by itself.
  return descending ? sql`${column} DESC, ${tie} DESC` : sql`${column} ASC NULLS LAST, ${tie}`;
}

/** Rows of the patient list for these ids, in their order; ids that are not there are left out. */
export function readPatientRows(read: Reader, patientIds: readonly Id[]): PatientRow[] {
  if (patientIds.length === 0) return [];
  const rows = read.all(
    query
      .selectFrom('patient')
      .innerJoin('patient_list', 'patient_list.patient_id', 'patient.patient_id')
      .select(['patient.patient_id', 'given_names', 'family_name', 'latin_name', 'birth_date', 'own_number'])
      .select(['side', 'last_visit_on', 'next_review_on', 'visit_count', 'result', 'open_flag', 'open_visit_id'])
      .where('patient.patient_id', 'in', patientIds),
  );
  const legNprs = readLegNprs(read, patientIds);
  const byId = new Map(
    rows.map((row): [Id, PatientRow] => [
      row.patient_id,
      {
        patientId: row.patient_id,
        givenNames: row.given_names,
        familyName: row.family_name,
        latinName: row.latin_name,
        birthDate: row.birth_date,
        ownNumber: row.own_number,
        side: row.side,
        lastVisitOn: row.last_visit_on,
        nextReviewOn: row.next_review_on,
        visitCount: row.visit_count,
        course: toCourse(row.result, row.visit_count),
        legNprs: legNprs.get(row.patient_id) ?? [],
        openFlag: row.open_flag,
        hasDraft: row.open_visit_id !== null,
      },
    ]),
  );
  return patientIds.flatMap((id) => byId.get(id) ?? []);
}

/** Values shown as a small line in the list. */
const LEG_NPRS_MAX = 12;

function readLegNprs(read: Reader, patientIds: readonly Id[]): Map<Id, number[]> {
  const values = new Map<Id, number[]>();
  const rows = read.all(
    query
      .selectFrom('visit')
      .select(['patient_id', 'leg_nprs'])
      .where('patient_id', 'in', patientIds)
      .where('status', '=', 'signed')
      .where('leg_nprs', 'is not', null)
      .orderBy('visit_on')
      .orderBy('signed_at'),
  );
  for (const { patient_id: patientId, leg_nprs: value } of rows) {
    if (value !== null) values.set(patientId, [...(values.get(patientId) ?? []), value].slice(-LEG_NPRS_MAX));
  }
  return values;
}

/** The result of the latest signed visit (spec 8.2) as the list shows it. "Not enough data" is no course at all. */
function toCourse(result: string | null, visitCount: number): PatientRow['course'] {
  switch (result) {
    case 'IMPROVED':
      return 'better';
    case 'WORSE':
    case 'NEURO WORSE':
      return 'worse';
    case 'MIXED':
      return 'mixed';
    case 'SAME':
      return 'same';
    default:
      return result === null && visitCount === 1 ? 'new' : null;
  }
}
