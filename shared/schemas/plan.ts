import { z } from 'zod';
import { answerSchema, calendarDateSchema, lineSchema } from './common.ts';

/** Home-care modules in the table order of spec 7.2, which is the print order. */
export const MODULES = [
  'M01',
  'M02',
  'M03',
  'M04a',
  'M04b',
  'M05',
  'M06',
  'M07',
  'M08',
  'M09',
  'M10a',
  'M10b',
  'M10c',
  'M11',
  'M12',
  'M12b',
  'M12c',
  'M13',
  'M14',
  'M15',
  'M15x',
  'M16',
  'M17',
  'M18',
  'M19',
  'M20',
] as const;
export const moduleSchema = z.enum(MODULES);
export type ModuleId = z.infer<typeof moduleSchema>;

export const PHASES = ['P1', 'P2', 'P3'] as const;
export const phaseSchema = z.enum(PHASES);
export type Phase = z.infer<typeof phaseSchema>;

/** Response of a repeated movement or sustained position in one direction (E17); `nd` = not done. */
export const e17Schema = z.enum(['better', 'same', 'worse', 'nd']);

/** Cold contraindications (spec 7.2 coldSet), heat contraindications (heatSet), pressure contraindications (7.4). All must be "no" to open the gate. */
export const COLD_ITEMS = [
  'raynaud',
  'cold_allergy',
  'cryoglobulinaemia',
  'cold_haemoglobinuria',
  'poor_circulation',
  'broken_skin',
  'cannot_report',
  'heart_disease',
] as const;
export const HEAT_ITEMS = ['poor_circulation', 'broken_skin', 'hot_swelling', 'cancer_in_area', 'confused_or_sedated'] as const;
export const PRESSURE_ITEMS = [
  'open_wound',
  'fracture',
  'inflammation',
  'dvt',
  'osteomyelitis',
  'myositis_ossificans',
  'bleeding_tendency',
  'fragility_fracture',
  'recent_surgery',
] as const;

/** Items of the NSAID gate (spec 7.3). Pregnancy, anticoagulant, diabetes, dialysis, steroids, RF-17g and age are read from where they are asked. */
export const NSAID_HARD_ITEMS = [
  'past_reaction',
  'ulcer_current',
  'ulcer_repeated',
  'nsaid_bleed',
  'heart_failure_severe',
  'liver_severe',
  'kidney_severe',
  'bleeding_disorder',
  'other_nsaid',
  'chickenpox',
] as const;
export const NSAID_HOLD_ITEMS = [
  'asthma',
  'ulcer_once',
  'alcohol_heavy',
  'smoking',
  'heart_failure_mild',
  'heart_disease',
  'stroke',
  'blood_pressure_uncontrolled',
  'kidney_mild',
  'liver_other',
  'dehydrated',
  'antiplatelet',
  'ssri_snri',
  'lithium',
  'methotrexate',
  'ace_arb_diuretic',
] as const;
export const NSAID_ITEMS = [...NSAID_HARD_ITEMS, ...NSAID_HOLD_ITEMS] as const;

export const nsaidSchema = z.object({
  discussed: z.boolean(),
  /** A missing item reads as unasked; unasked, unsure or declined leaves the set "not complete". */
  items: z.partialRecord(z.enum(NSAID_ITEMS), answerSchema),
  /** A named prescriber, pharmacist or maternity team agreed; empty name = not cleared. */
  clearedBy: lineSchema,
  clearedOn: calendarDateSchema.nullable(),
});

/** The plan and the "before the sheet" block: every field section 7 of the spec reads that is not asked elsewhere. */
export const planSchema = z.object({
  phaseTick: phaseSchema.nullable(),
  picked: z.array(moduleSchema),
  /** Modules the clinician took off. Never M13 or M19 (spec 7.0). */
  removed: z.array(moduleSchema),
  nextReviewOn: calendarDateSchema.nullable(),
  irritable: z.boolean(),
  /** Minutes the pain takes to settle; null when not asked. */
  settleMinutes: z.int().min(0).max(1440).nullable(),
  temperaturePreference: z.enum(['cold', 'heat', 'none', 'unasked']),
  cold: z.partialRecord(z.enum(COLD_ITEMS), answerSchema),
  heat: z.partialRecord(z.enum(HEAT_ITEMS), answerSchema),
  pressure: z.partialRecord(z.enum(PRESSURE_ITEMS), answerSchema),
  numbSite: answerSchema,
  numbButtock: answerSchema,
  diabetes: answerSchema,
  siteSensation: z.enum(['normal', 'reduced', 'nt']),
  e17Flexion: e17Schema,
  e17Extension: e17Schema,
  sittingWorse: answerSchema,
  bendingWorse: answerSchema,
  extensionEases: answerSchema,
  lyingOnBack: z.enum(['eases', 'same', 'worse', 'nd']),
  floorSafe: answerSchema,
  kneeOrHipLimit: answerSchema,
  jointReplacement: answerSchema,
  abdominalSurgeryOn: calendarDateSchema.nullable(),
  longSitting: answerSchema,
  lifting: answerSchema,
  manualWork: answerSchema,
  stress: answerSchema,
  poorSleep: answerSchema,
  activityRise: answerSchema,
  walkingRaisesOver30Min: answerSchema,
  walkingWorsensSittingEases: answerSchema,
  footwearAdviceGiven: z.boolean(),
  rollingAllowed: z.boolean(),
  rollerUsed: answerSchema,
  nsaid: nsaidSchema,
  /** Why the sheet is not in the preferred language; empty = none recorded. */
  sheetLanguageReason: lineSchema,
  /** Guards that the clinician answered (clinical/guards.ts), by id. Visits stored before guards existed answered none. */
  answeredGuards: z.array(lineSchema).default([]),
});
export type Plan = z.infer<typeof planSchema>;

/** A plan in which nothing has been asked or chosen. */
export function emptyPlan(): Plan {
  return {
    phaseTick: null,
    picked: [],
    removed: [],
    nextReviewOn: null,
    irritable: false,
    settleMinutes: null,
    temperaturePreference: 'unasked',
    cold: {},
    heat: {},
    pressure: {},
    numbSite: 'unasked',
    numbButtock: 'unasked',
    diabetes: 'unasked',
    siteSensation: 'nt',
    e17Flexion: 'nd',
    e17Extension: 'nd',
    sittingWorse: 'unasked',
    bendingWorse: 'unasked',
    extensionEases: 'unasked',
    lyingOnBack: 'nd',
    floorSafe: 'unasked',
    kneeOrHipLimit: 'unasked',
    jointReplacement: 'unasked',
    abdominalSurgeryOn: null,
    longSitting: 'unasked',
    lifting: 'unasked',
    manualWork: 'unasked',
    stress: 'unasked',
    poorSleep: 'unasked',
    activityRise: 'unasked',
    walkingRaisesOver30Min: 'unasked',
    walkingWorsensSittingEases: 'unasked',
    footwearAdviceGiven: false,
    rollingAllowed: false,
    rollerUsed: 'unasked',
    nsaid: { discussed: false, items: {}, clearedBy: '', clearedOn: null },
    sheetLanguageReason: '',
    answeredGuards: [],
  };
}
