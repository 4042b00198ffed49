import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Clinic, storedClinicSchema } from '../../../shared/schemas/clinic.ts';
import { query } from '../query.ts';
import type { NewRow, Reader, Writer } from '../store.ts';
import type { ClinicTable } from '../tables.ts';

export type StoredClinic = z.infer<typeof storedClinicSchema>;
type ClinicRow = Selectable<ClinicTable>;

function toClinic(row: ClinicRow): StoredClinic {
  return {
    name: row.name,
    phone: row.phone,
    emergencyNumber: row.emergency_number,
    emergencyDepartment: row.emergency_department,
    urgentRouteName: row.urgent_route_name,
    urgentRoutePhone: row.urgent_route_phone,
    paper: row.paper,
    dateFormat: row.date_format,
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
  return toClinic(readRow(read));
}

export function insertClinic(db: Writer, clinicId: string, clinic: Clinic): void {
  db.insert('clinic', { clinic_id: clinicId, ...toColumns(clinic) });
}

/** `false` when the settings were changed since `revision` was read. */
export function updateClinic(db: Writer, revision: number, clinic: Clinic): boolean {
  return db.update('clinic', readRow(db).clinic_id, revision, toColumns(clinic));
}
