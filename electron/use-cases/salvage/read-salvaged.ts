import type { Output } from '../../../shared/contract/contract.ts';
import type { Salvaged } from '../../db/salvage.ts';
import { salvageFilesText } from '../../../shared/text/en/salvage-files.ts';
import { answersOf } from './answers.ts';

type Row = Record<string, unknown>;
type PatientRow = Output<'salvage.patients'>['rows'][number];
type Patient = Output<'salvage.patient'>;

/** Everyone who could be read, and everyone of whom only visits or sheets are left, by name. */
export function readPatients(salvaged: Salvaged): PatientRow[] {
  const { visits, sheets, stored } = byPatient(salvaged);
  return [...new Set([...stored.keys(), ...visits.keys(), ...sheets.keys()])]
    .map((patientId) => {
      const row = stored.get(patientId) ?? {};
      const given = sheets.get(patientId) ?? [];
      return {
        patientId,
        // Where the patient cannot be read, the name may still stand on a sheet that was given.
        name: nameOf(row) || str(given[0] ?? {}, 'patient_name'),
        birthDate: str(row, 'birth_date'),
        ownNumber: str(row, 'own_number'),
        visits: visits.get(patientId)?.length ?? 0,
        sheets: given.length,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** One person with all that could be read of them, or null. */
export function readPatient(salvaged: Salvaged, patientId: string): Patient | null {
  return readEveryone(salvaged, (row) => row.patientId === patientId)[0] ?? null;
}

/** As `readPatients`, with all that could be read of each. */
export function readEveryone(salvaged: Salvaged, wanted: (row: PatientRow) => boolean = () => true): Patient[] {
  const { visits, sheets, stored } = byPatient(salvaged);
  const addenda = grouped(salvaged.addenda, 'visit_id');
  const flagActions = grouped(salvaged.flagActions, 'visit_id');
  const byDate = (a: { on: string }, b: { on: string }): number => (a.on < b.on ? 1 : -1);
  return readPatients(salvaged)
    .filter(wanted)
    .map((person) => {
      const row = stored.get(person.patientId) ?? {};
      return {
        ...person,
        phone: str(row, 'phone'),
        email: str(row, 'email'),
        address: str(row, 'address'),
        note: str(row, 'note'),
        visits: (visits.get(person.patientId) ?? [])
          .map((visit) => {
            const id = str(visit, 'visit_id');
            return readVisit(visit, salvaged.drafts.get(id), addenda.get(id) ?? [], flagActions.get(id) ?? []);
          })
          .toSorted(byDate),
        sheets: (sheets.get(person.patientId) ?? [])
          .map((sheet) => ({ on: str(sheet, 'made_on'), sheet: str(sheet, 'sheet'), isReadable: 'salvage_rowid' in sheet }))
          .toSorted(byDate),
      };
    });
}

function byPatient({ patients, visits, handouts }: Salvaged): {
  stored: Map<string, Row>;
  visits: Map<string, Row[]>;
  sheets: Map<string, Row[]>;
} {
  return {
    stored: new Map(patients.map((row) => [str(row, 'patient_id'), row])),
    visits: grouped(visits, 'patient_id'),
    sheets: grouped(handouts, 'patient_id'),
  };
}

function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(str(row, column), [...(groups.get(str(row, column)) ?? []), row]);
  return groups;
}

function readVisit(visit: Row, draft: Row | undefined, addenda: readonly Row[], flagActions: readonly Row[]): Patient['visits'][number] {
  return {
    on: str(visit, 'visit_on'),
    contact: str(visit, 'contact'),
    status: str(visit, 'status'),
    signedBy: str(visit, 'signed_by_name'),
    headline: str(visit, 'headline'),
    // An unsigned visit has its words in the draft only.
    answers: answersOf(parsed(str(visit, 'record_json')) ?? parsed(str(draft ?? {}, 'record_json'))),
    addenda: [
      ...addenda.map((addendum) => ({
        text: str(addendum, 'text'),
        reason: str(addendum, 'reason'),
        createdAt: str(addendum, 'created_at'),
        createdBy: str(addendum, 'created_by_name'),
      })),
      ...flagActions.map((action) => ({
        text: [
          str(action, 'urgency'),
          ...answersOf(parsed(str(action, 'action_json'))).map(({ field, value }) => `${field}: ${value}`),
        ].join(', '),
        reason: salvageFilesText.flagAction,
        createdAt: str(action, 'recorded_at'),
        createdBy: str(action, 'recorded_by_name'),
      })),
    ],
  };
}

function nameOf(row: Row): string {
  return `${str(row, 'given_names')} ${str(row, 'family_name')}`.trim();
}

/** The text of a column, or empty. */
export function str(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

function parsed(json: string): unknown {
  return json === '' ? null : (JSON.parse(json) as unknown);
}
