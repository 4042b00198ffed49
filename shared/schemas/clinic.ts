import { z } from 'zod';
import { lineSchema } from './common.ts';

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

/** Clinic settings the safety block needs (spec 0.1 "Configurable by clinic"), asked once at first run. */
export const clinicSchema = z.object({
  name: required,
  phone: required,
  /** `{number}`: the emergency telephone number, for instance 999, 112 or 911. */
  emergencyNumber: required,
  /** `{ED}`: what patients call the emergency department, for instance A&E. */
  emergencyDepartment: required,
  /** Whom to phone for the urgent route (on-call spinal service), and its number. */
  urgentRouteName: lineSchema,
  urgentRoutePhone: lineSchema,
  paper: paperSchema,
  dateFormat: z.enum(DATE_FORMATS),
  /** Optional outcome measures this clinic switched on; empty on a new desk. */
  outcomeMeasures: z.array(optionalMeasureSchema),
});
export type Clinic = z.infer<typeof clinicSchema>;

/** The stored settings with their revision (design D12). */
export const storedClinicSchema = clinicSchema.extend({ revision: z.int().min(1) });
