import { sql, type CompiledQuery } from 'kysely';
import type { Answer } from '../../shared/schemas/common.ts';
import type { PatientInput } from '../../shared/schemas/patient.ts';
import { FACTS, type Fact } from '../../shared/schemas/red-flag-answers.ts';
import { emptyVisitRecord, type Contact, type VisitRecord } from '../../shared/schemas/visit.ts';
import type { Output } from '../../shared/contract/contract.ts';
import { query } from '../../electron/db/query.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { visitHandlers } from '../../electron/use-cases/visits/index.ts';
import { valueOf } from './database.ts';

/** A synthetic patient; not a real person. */
export const PATIENT: PatientInput = {
  givenNames: 'Testa',
  familyName: 'Examplewoman',
  latinName: '',
  birthDate: '1980-05-04',
  sex: 'female',
  phone: '',
  email: '',
  address: '',
  preferredLanguage: 'en',
  largePrint: false,
  ownNumber: 'T-1',
  note: '',
};

export function addPatient(desk: DeskContext, changes: Partial<PatientInput> = {}): string {
  const patientId = uuidv7();
  desk.write((db) => insertPatient(db, patientId, { ...PATIENT, ...changes }));
  return patientId;
}

/** A record in which every question was asked and answered "no", except for `answers`. */
export function askedRecord(contact: Contact, visitOn: string, answers: Partial<Record<Fact, Answer>> = {}): VisitRecord {
  const record = emptyVisitRecord(contact, visitOn, 'UTC');
  const allNo = Object.fromEntries(FACTS.map((fact): [Fact, Answer] => [fact, 'no']));
  return {
    ...record,
    intake: {
      ...record.intake,
      side: 'right',
      level: { right: 4, left: 0 },
      pregnant: 'no',
      episodeStartedOn: visitOn,
      flareStartedOn: visitOn,
      backPain: { now: 2, average24h: 2, worst24h: 3 },
      legPain: { right: { now: 4, average24h: 5, worst24h: 6 }, left: { now: 0, average24h: 0, worst24h: 0 } },
    },
    redFlags: { ...record.redFlags, answers: { ...allNo, ...answers } },
  };
}

/** Starts a visit of today and saves `record` into its draft. */
export async function openVisit(desk: DeskContext, patientId: string, record: VisitRecord): Promise<string> {
  const visitId = uuidv7();
  valueOf(await visitHandlers['visits.start'](desk, { visitId, patientId, contact: record.contact }));
  valueOf(await visitHandlers['visits.saveDraft'](desk, { visitId, sequence: 1, record, pendingText: {}, focusField: 'intake.side' }));
  return visitId;
}

/** Starts, saves and signs a visit of today. */
export async function signedVisit(desk: DeskContext, patientId: string, record: VisitRecord): Promise<Output<'visits.sign'>> {
  const visitId = await openVisit(desk, patientId, record);
  return valueOf(await visitHandlers['visits.sign'](desk, { visitId, sequence: 2, record }));
}

/** Rows of a table, read past the repositories. */
export function countRows(desk: DeskContext, table: 'change_log' | 'draft' | 'visit' | 'handout' | 'paper'): number {
  const [row] = desk.read.all<{ count: number }>(rawQuery(`SELECT count(*) AS count FROM ${table}`));
  return row?.count ?? 0;
}

/** A statement without parameters, for what the repositories do not offer. */
export function rawQuery<O>(statement: string): CompiledQuery<O> {
  return sql.raw<O>(statement).compile(query);
}
