import { z } from 'zod';
import type { Route } from './assessment.ts';
import { idSchema, lineSchema } from './common.ts';
import { dosesSchema } from './doses.ts';
import type { ModuleId } from './plan.ts';

export const PAPERS = ['A4', 'Letter'] as const;
export const paperSchema = z.enum(PAPERS);
export type Paper = z.infer<typeof paperSchema>;

/** How dates are shown on screen and paper. Stored dates are always ISO. */
export const DATE_FORMATS = ['D MMM YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY-MM-DD'] as const;

/**
 * Outcome measures a clinic may switch on for score entry (spec 6.1). All are off by default: their licences or permissions are the
 * clinic's to settle first.
 */
export const OPTIONAL_MEASURES = ['odi', 'lefs', 'sbi', 'start_back'] as const;
export const optionalMeasureSchema = z.enum(OPTIONAL_MEASURES);
export type OptionalMeasure = z.infer<typeof optionalMeasureSchema>;

const required = lineSchema.refine((text) => text.trim() !== '', { message: 'required' });

/** Routes a clinic names a service for (spec 0.1): every route but the ambulance's number and the clinic itself. */
export const SERVICE_ROUTES = [
  'ED',
  'SPINE',
  'COORD',
  'VASC',
  'MED',
  'CLOT',
  'CANCER',
  'RHEUM',
  'MATERNITY',
] as const satisfies readonly Route[];
export type ServiceRoute = (typeof SERVICE_ROUTES)[number];

/** Who takes a route here, and their number. Empty where the clinic does not know it. */
export const serviceSchema = z.object({ name: lineSchema, phone: lineSchema });
export type Service = z.infer<typeof serviceSchema>;
export const servicesSchema = z.record(z.enum(SERVICE_ROUTES), serviceSchema);
export type Services = z.infer<typeof servicesSchema>;

/** Services of a clinic that named none, with those given. */
export function servicesWith(known: Partial<Services> = {}): Services {
  const empty = Object.fromEntries(SERVICE_ROUTES.map((route) => [route, { name: '', phone: '' }])) as Services;
  return { ...empty, ...known };
}

/**
 * Modules a clinic may choose not to have (spec 7.2). The others cannot be taken away: the stop rules, the safety block, lying on the
 * side, the caution on stretching, and what is said of tablets and rolling that this patient must not use.
 */
export const OPTIONAL_MODULES = [
  'M01',
  'M02',
  'M03',
  'M04a',
  'M04b',
  'M06',
  'M07',
  'M08',
  'M09',
  'M10a',
  'M10b',
  'M10c',
  'M12',
  'M14',
  'M15',
  'M16',
  'M17',
  'M18',
] as const satisfies readonly ModuleId[];
export const optionalModuleSchema = z.enum(OPTIONAL_MODULES);
export type OptionalModule = z.infer<typeof optionalModuleSchema>;

/**
 * Rolling and ball are off until a clinic says that it teaches them (spec 1.3 C6, 7.4). Nerve glides and graded activity are there from
 * the first day: no rule ever chooses them, only the clinician does (7.2).
 */
const OFF_AT_FIRST: readonly OptionalModule[] = ['M15', 'M16'];
export const DEFAULT_MODULES: readonly OptionalModule[] = OPTIONAL_MODULES.filter((id) => !OFF_AT_FIRST.includes(id));

/** Clinic settings (spec 0.1 "Configurable by clinic"). The first run asks for what the safety block needs. */
export const clinicSchema = z.object({
  name: required,
  phone: required,
  /** One line, printed beside the name. May be empty. */
  address: lineSchema,
  /** `{number}`: the emergency telephone number, for instance 999, 112 or 911. */
  emergencyNumber: required,
  /** `{ED}`: what patients call the emergency department, for instance A&E. */
  emergencyDepartment: required,
  services: servicesSchema,
  /** Modules that exist here, of those a clinic may leave out. */
  modules: z.array(optionalModuleSchema),
  /** Doses that are not the default. */
  doses: dosesSchema,
  /** Prints the dose line of ibuprofen on the packet's module (spec 7.2 M12: "only if clinic enables"). */
  printsIbuprofenDose: z.boolean(),
  paper: paperSchema,
  dateFormat: z.enum(DATE_FORMATS),
  /** Optional outcome measures this clinic switched on; empty on a new desk. */
  outcomeMeasures: z.array(optionalMeasureSchema),
});
export type Clinic = z.infer<typeof clinicSchema>;

/** What a clinic has before it has said anything beyond the first run. */
export const NEW_CLINIC: Pick<Clinic, 'address' | 'services' | 'modules' | 'doses' | 'printsIbuprofenDose' | 'outcomeMeasures'> = {
  address: '',
  services: servicesWith(),
  modules: [...DEFAULT_MODULES],
  doses: {},
  printsIbuprofenDose: false,
  outcomeMeasures: [],
};

/** A logo as it is stored: a PNG of this many pixels, named by the hash of its bytes. */
export const logoSchema = z.object({
  logoId: idSchema,
  widthPx: z.int().min(1),
  heightPx: z.int().min(1),
  sha256: z.string().length(64),
});
export type Logo = z.infer<typeof logoSchema>;

/** The settings as the form sends them, with the revision they were read at (design D12). */
export const revisedClinicSchema = clinicSchema.extend({ revision: z.int().min(1) });

/** The stored settings. The logo is changed by channels of its own. */
export const storedClinicSchema = revisedClinicSchema.extend({ logo: logoSchema.nullable() });
export type StoredClinic = z.infer<typeof storedClinicSchema>;
