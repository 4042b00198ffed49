import type { Selectable } from 'kysely';
import type { Id } from '../../../shared/schemas/common.ts';
import type { Patient, PatientInput } from '../../../shared/schemas/patient.ts';
import { toNameKey, toOwnNumberKey, toSearchText, toSortName } from '../../../shared/text-folding.ts';
import { query } from '../query.ts';
import type { NewRow, Reader, Writer } from '../store.ts';
import type { PatientTable } from '../tables.ts';

function toPatient(row: Selectable<PatientTable>): Patient {
  return {
    patientId: row.patient_id,
    givenNames: row.given_names,
    familyName: row.family_name,
    latinName: row.latin_name,
    birthDate: row.birth_date,
    sex: row.sex,
    phone: row.phone,
    email: row.email,
    address: row.address,
    preferredLanguage: row.preferred_language,
    largePrint: row.large_print === 1,
    ownNumber: row.own_number,
    note: row.note,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toColumns(patient: PatientInput): Omit<NewRow<'patient'>, 'patient_id' | 'import_id' | 'search_rowid'> {
  const { givenNames, familyName, latinName, ownNumber } = patient;
  return {
    given_names: givenNames,
    family_name: familyName,
    latin_name: latinName,
    birth_date: patient.birthDate,
    sex: patient.sex,
    phone: patient.phone,
    email: patient.email,
    address: patient.address,
    preferred_language: patient.preferredLanguage,
    large_print: patient.largePrint ? 1 : 0,
    own_number: ownNumber,
    note: patient.note,
    sort_name: toSortName(givenNames, familyName),
    search_text: toSearchText([familyName, givenNames, latinName, ownNumber]),
    name_key: toNameKey(givenNames, familyName),
    own_number_key: toOwnNumberKey(ownNumber) || null,
  };
}

/** The patient as stored, or null. */
export function getPatient(read: Reader, patientId: Id): Patient | null {
  const row = read.first(query.selectFrom('patient').selectAll().where('patient_id', '=', patientId));
  return row ? toPatient(row) : null;
}

export function countPatients(read: Reader): number {
  return read.first(query.selectFrom('patient').select(({ fn }) => fn.countAll<number>().as('rows')))?.rows ?? 0;
}

/** Throws when the id is taken. `importId` names the CSV import the patient came with. */
export function insertPatient(db: Writer, patientId: Id, patient: PatientInput, importId: Id | null = null): void {
  db.insert('patient', { patient_id: patientId, import_id: importId, ...toColumns(patient) });
}

/** `false` when the patient was changed since `revision` was read. */
export function updatePatient(db: Writer, patientId: Id, revision: number, patient: PatientInput): boolean {
  return db.update('patient', patientId, revision, toColumns(patient));
}

/** Patients with the same folded name and birth date, oldest record first. */
export function findByNameAndBirthDate(read: Reader, nameKey: string, birthDate: string): Id[] {
  return read
    .all(
      query
        .selectFrom('patient')
        .select('patient_id')
        .where('name_key', '=', nameKey)
        .where('birth_date', '=', birthDate)
        .orderBy('patient_id'),
    )
    .map((row) => row.patient_id);
}

/** Patients with the same own number, whatever its spaces, signs and leading zeros; oldest record first. */
export function findByOwnNumber(read: Reader, ownNumberKey: string): Id[] {
  return read
    .all(query.selectFrom('patient').select('patient_id').where('own_number_key', '=', ownNumberKey).orderBy('patient_id'))
    .map((row) => row.patient_id);
}

/** The keys by which an import recognises patients that are there already. */
export function readDuplicateKeys(read: Reader): { people: Set<string>; ownNumbers: Set<string> } {
  const people = new Set<string>();
  const ownNumbers = new Set<string>();
  for (const row of read.all(query.selectFrom('patient').select(['name_key', 'birth_date', 'own_number_key']))) {
    people.add(personKey(row.name_key, row.birth_date));
    if (row.own_number_key !== null) ownNumbers.add(row.own_number_key);
  }
  return { people, ownNumbers };
}

/** One text for a folded name with a birth date. */
export function personKey(nameKey: string, birthDate: string): string {
  return `${birthDate} ${nameKey}`;
}

export type ImportResult = { imported: number; leftOut: number };

/** What an import of this id did, or null when it has not been carried out. */
export function readImport(read: Reader, importId: Id): ImportResult | null {
  const row = read.first(query.selectFrom('setting').select('value_json').where('setting_id', '=', importSetting(importId)));
  return row ? (JSON.parse(row.value_json) as ImportResult) : null;
}

export function insertImport(db: Writer, importId: Id, result: ImportResult): void {
  db.insert('setting', { setting_id: importSetting(importId), value_json: JSON.stringify(result) });
}

function importSetting(importId: Id): string {
  return `import ${importId}`;
}
