import type { Selectable } from 'kysely';
import { z } from 'zod';
import { optionalMeasureSchema, type Clinic, type storedClinicSchema } from '../../../shared/schemas/clinic.ts';
import { query } from '../query.ts';
import type { NewRow, Reader, Writer } from '../store.ts';
import type { ClinicTable } from '../tables.ts';
import { readSetting, saveSetting } from './setting.ts';

export type StoredClinic = z.infer<typeof storedClinicSchema>;
type ClinicRow = Selectable<ClinicTable>;

const OUTCOME_MEASURES = 'outcome-measures';
const outcomeMeasuresSchema = z.array(optionalMeasureSchema);

function toClinic(row: ClinicRow, outcomeMeasures: Clinic['outcomeMeasures']): StoredClinic {
  return {
    name: row.name,
    phone: row.phone,
    emergencyNumber: row.emergency_number,
    emergencyDepartment: row.emergency_department,
    urgentRouteName: row.urgent_route_name,
    urgentRoutePhone: row.urgent_route_phone,
    paper: row.paper,
    dateFormat: row.date_format,
    outcomeMeasures,
    revision: row.revision,
  };
}

function toColumns(clinic: Clinic): Omit<NewRow<'clinic'>, 'clinic_id'> {
  return {
    name: clinic.name,
    phone: clinic.phone,
    emergency_number: clinic.emergencyNumber,
    emergency_department: clinic.emergencyDepartment,
    urgent_route_name: clinic.urgentRouteName,
    urgent_route_phone: clinic.urgentRoutePhone,
    paper: clinic.paper,
    date_format: clinic.dateFormat,
  };
}

function readRow(read: Reader): ClinicRow {
  const row = read.first(query.selectFrom('clinic').selectAll());
  if (!row) throw new Error('a desk has its clinic settings from the first run on');
  return row;
}

/** The clinic's settings; every desk has one row from its creation. */
export function readClinic(read: Reader): StoredClinic {
  return toClinic(readRow(read), readSetting(read, OUTCOME_MEASURES, outcomeMeasuresSchema) ?? []);
}

export function insertClinic(db: Writer, clinicId: string, clinic: Clinic): void {
  db.insert('clinic', { clinic_id: clinicId, ...toColumns(clinic) });
  saveOutcomeMeasures(db, clinic);
}

/** Written only when it differs, so that the log shows each change of it once. */
function saveOutcomeMeasures(db: Writer, { outcomeMeasures }: Clinic): void {
  const stored = readSetting(db, OUTCOME_MEASURES, outcomeMeasuresSchema) ?? [];
  if (JSON.stringify(stored) !== JSON.stringify(outcomeMeasures)) saveSetting(db, OUTCOME_MEASURES, outcomeMeasures);
}

/** `false` when the settings were changed since `revision` was read. */
export function updateClinic(db: Writer, revision: number, clinic: Clinic): boolean {
  if (!db.update('clinic', readRow(db).clinic_id, revision, toColumns(clinic))) return false;
  saveOutcomeMeasures(db, clinic);
  return true;
}
