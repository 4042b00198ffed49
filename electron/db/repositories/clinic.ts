import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { type Clinic, clinicSchema, type Logo, NEW_CLINIC, servicesWith, type StoredClinic } from '../../../shared/schemas/clinic.ts';
import { idSchema } from '../../../shared/schemas/common.ts';
import { query } from '../query.ts';
import type { NewRow, Reader, Writer } from '../store.ts';
import type { ClinicTable } from '../tables.ts';
import { readSetting, saveSetting } from './setting.ts';

type ClinicRow = Selectable<ClinicTable>;

// The row holds what the first run asked for; what a clinic adds later lies in settings of its own.
const { shape } = clinicSchema;
type Further = typeof NEW_CLINIC;
const FURTHER: { [K in keyof Further]: { setting: string; schema: z.ZodType<Further[K]> } } = {
  address: { setting: 'clinic.address', schema: shape.address },
  services: { setting: 'clinic.services', schema: shape.services },
  modules: { setting: 'clinic.modules', schema: shape.modules },
  doses: { setting: 'clinic.doses', schema: shape.doses },
  printsIbuprofenDose: { setting: 'clinic.printsIbuprofenDose', schema: shape.printsIbuprofenDose },
  outcomeMeasures: { setting: 'outcome-measures', schema: shape.outcomeMeasures },
};
const LOGO_SETTING = 'clinic.logo';

function readRow(read: Reader): ClinicRow {
  const row = read.first(query.selectFrom('clinic').selectAll());
  if (!row) throw new Error('a desk has its clinic settings from the first run on');
  return row;
}

/** What a clinic has that never saved a further setting. A desk of before the services knows the on-call spinal service by its row. */
function furtherAtFirst(row: ClinicRow): Further {
  return { ...NEW_CLINIC, services: servicesWith({ SPINE: { name: row.urgent_route_name, phone: row.urgent_route_phone } }) };
}

/** The modules this clinic has, of those it may leave out. */
export function readModules(read: Reader): Clinic['modules'] {
  return readSetting(read, FURTHER.modules.setting, FURTHER.modules.schema) ?? NEW_CLINIC.modules;
}

function readFurther(read: Reader, row: ClinicRow): Further {
  const first = furtherAtFirst(row);
  const stored = <K extends keyof Further>(name: K): Further[K] =>
    readSetting(read, FURTHER[name].setting, FURTHER[name].schema) ?? first[name];
  return {
    address: stored('address'),
    services: stored('services'),
    modules: stored('modules'),
    doses: stored('doses'),
    printsIbuprofenDose: stored('printsIbuprofenDose'),
    outcomeMeasures: stored('outcomeMeasures'),
  };
}

/** Written only where it differs, so that the log shows each change once. */
function saveFurther(db: Writer, before: Further, clinic: Clinic): void {
  for (const name of Object.keys(FURTHER) as (keyof Further)[]) {
    if (JSON.stringify(before[name]) !== JSON.stringify(clinic[name])) saveSetting(db, FURTHER[name].setting, clinic[name]);
  }
}

function toColumns(clinic: Clinic): Omit<NewRow<'clinic'>, 'clinic_id'> {
  return {
    name: clinic.name,
    phone: clinic.phone,
    emergency_number: clinic.emergencyNumber,
    emergency_department: clinic.emergencyDepartment,
    urgent_route_name: clinic.services.SPINE.name,
    urgent_route_phone: clinic.services.SPINE.phone,
    paper: clinic.paper,
    date_format: clinic.dateFormat,
  };
}

/** The clinic's settings; every desk has one row from its creation. */
export function readClinic(read: Reader): StoredClinic {
  const row = readRow(read);
  return {
    name: row.name,
    phone: row.phone,
    emergencyNumber: row.emergency_number,
    emergencyDepartment: row.emergency_department,
    paper: row.paper,
    dateFormat: row.date_format,
    ...readFurther(read, row),
    revision: row.revision,
    logo: readLogo(read),
  };
}

export function insertClinic(db: Writer, clinicId: string, clinic: Clinic): void {
  db.insert('clinic', { clinic_id: clinicId, ...toColumns(clinic) });
  saveFurther(db, furtherAtFirst(readRow(db)), clinic);
}

/** `false` when the settings were changed since `revision` was read. */
export function updateClinic(db: Writer, revision: number, clinic: Clinic): boolean {
  const row = readRow(db);
  const before = readFurther(db, row);
  if (!db.update('clinic', row.clinic_id, revision, toColumns(clinic))) return false;
  // Compared with what the row says now: a service that only the row knew is not written a second time.
  saveFurther(db, { ...before, services: readFurther(db, readRow(db)).services }, clinic);
  return true;
}

/** A logo with its bytes, and who put it there when. */
export type NewLogo = Logo & { png: Uint8Array; createdAt: string; createdBy: string };

/** Puts a logo on the sheets, or takes it off (null). `false` when the settings were changed since `revision` was read. */
export function updateLogo(db: Writer, revision: number, logo: NewLogo | null): boolean {
  const row = readRow(db);
  if (!db.update('clinic', row.clinic_id, revision, {})) return false;
  if (logo !== null) {
    db.insert('clinic_logo', {
      logo_id: logo.logoId,
      png: Buffer.from(logo.png),
      sha256: logo.sha256,
      width_px: logo.widthPx,
      height_px: logo.heightPx,
      created_at: logo.createdAt,
      created_by: logo.createdBy,
    });
  }
  saveSetting(db, LOGO_SETTING, logo?.logoId ?? null);
  return true;
}

function readLogo(read: Reader): Logo | null {
  const logoId = readSetting(read, LOGO_SETTING, idSchema);
  if (logoId === null) return null;
  const row = read.first(
    query.selectFrom('clinic_logo').select(['logo_id', 'width_px', 'height_px', 'sha256']).where('logo_id', '=', logoId),
  );
  return row === undefined ? null : { logoId: row.logo_id, widthPx: row.width_px, heightPx: row.height_px, sha256: row.sha256 };
}

/** The bytes of the clinic's logo, or null where it has none. */
export function readLogoPng(read: Reader): Uint8Array<ArrayBuffer> | null {
  const logoId = readSetting(read, LOGO_SETTING, idSchema);
  const row = logoId === null ? undefined : read.first(query.selectFrom('clinic_logo').select('png').where('logo_id', '=', logoId));
  return row === undefined ? null : new Uint8Array(row.png);
}
