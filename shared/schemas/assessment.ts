import { z } from 'zod';
import { perSide } from './common.ts';
import { KEY_POINTS } from './neuro-exam.ts';
import { MOVEMENTS } from './movement-tests.ts';
import { e17Schema, moduleSchema, phaseSchema } from './plan.ts';
import { factSchema } from './red-flag-answers.ts';

/** Urgency of a red-flag row (spec 0.1). Rank E > D > U > R. */
export const URGENCIES = ['E', 'D', 'U', 'R'] as const;
export const urgencySchema = z.enum(URGENCIES);
export type Urgency = z.infer<typeof urgencySchema>;

export const ROUTES = ['ED', 'NUMBER', 'COORD', 'SPINE', 'VASC', 'MED', 'CLOT', 'CANCER', 'RHEUM', 'MATERNITY', 'CLINIC'] as const;
export const routeSchema = z.enum(ROUTES);
export type Route = z.infer<typeof routeSchema>;

/** Result classes of the straight-leg raise (spec 2.2). */
export const SLR_CLASSES = [
  'SLR-NT',
  'SLR-CROSSED',
  'SLR-UNCLEAR',
  'SLR-POS',
  'SLR-POS-ATYP',
  'SLR-EQUIV',
  'SLR-BACK-TENSION',
  'SLR-NEG-MSK',
  'SLR-NEG',
] as const;
export const slrClassSchema = z.enum(SLR_CLASSES);
export type SlrClass = z.infer<typeof slrClassSchema>;

/** Classes of spec 6.9, and two readings that have none: something missing, or a fall that began above the buttock. */
export const MOVEMENT_CLASSES = ['full', 'partial', 'easier', 'none', 'peripheral', 'worse', 'unclassed', 'incomplete'] as const;
export type MovementClass = (typeof MOVEMENT_CLASSES)[number];

/** Outputs of the root scoring rule (spec 3.4 step 4). */
export const ROOT_OUTPUTS = [
  'UPPER MOTOR NEURONE',
  'NOT ENOUGH DATA',
  'MORE THAN ONE ROOT',
  'CONSISTENT',
  'POSSIBLE',
  'SIGN WITHOUT LEVEL',
  'IRRITATION WITHOUT LEVEL',
  'HELD',
  'NO ROOT PATTERN',
] as const;
export const rootSchema = z.enum(KEY_POINTS);
export type Root = z.infer<typeof rootSchema>;

const slrResultSchema = z.object({
  class: slrClassSchema,
  /** Row of the decision table of spec 2.2 that fired, 1 to 16. */
  row: z.int().min(1).max(16),
  diff: z.enum(['pos', 'neg', 'nt']),
  crossed: z.boolean(),
  /** Generated sentences of spec 2.4, class sentence first. */
  sentences: z.array(z.string()),
});

const rootResultSchema = z.object({
  output: z.enum(ROOT_OUTPUTS),
  roots: z.array(rootSchema),
  text: z.string(),
  /** Missing items of step 3 as field name plus R or L, in order. */
  missing: z.array(z.string()),
  scores: z.object({ U: z.int(), L4: z.int(), L5: z.int(), S1: z.int() }),
  gap: z.int(),
  features: z.object({ count: z.int().min(0).max(4), present: z.array(z.string()), cough: z.boolean(), text: z.string() }),
  /** Findings for, against and not tested, each a plain sentence part (spec 3.4 step 5). */
  for: z.array(z.string()),
  against: z.array(z.string()),
  notTested: z.array(z.string()),
  /** PERONEAL, NEUROPATHY, BRISK, HEEL-RAISE-BOTH, RETEST <muscle> with their printed text. */
  notes: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type RootResult = z.infer<typeof rootResultSchema>;

/** One red-flag row that is present (spec 5.2). */
export const redFlagRowSchema = z.object({
  /** For instance `RF-01b.1` or `RF-UU`. */
  row: z.string(),
  urgency: urgencySchema,
  route: routeSchema,
  clinicianTextId: z.string(),
  clinicianText: z.string(),
  patientTextId: z.string(),
  /** May hold {ED} and {number}; filled where it is shown or printed. */
  patientText: z.string(),
  /** What in the record made the row true, as plain parts ("Is your stream weaker? yes, 3 days"). */
  because: z.array(z.string()),
});
export type RedFlagRow = z.infer<typeof redFlagRowSchema>;

const redFlagResultSchema = z.object({
  rows: z.array(redFlagRowSchema),
  overall: urgencySchema.nullable(),
  /** Required fields still unasked, in field order (spec 5.2). */
  open: z.array(factSchema),
  /** How many required fields there are and how many have been asked, for the completeness bar. */
  required: z.array(factSchema),
  askedCount: z.int(),
  /** Required fields of spec 7.0 row 2 that no reason can replace and that are unasked. */
  blocking: z.array(factSchema),
  /** All four fields of the D outcome are filled (spec 5.6). */
  discussionResolved: z.boolean(),
  /** An earlier emergency of this patient is still without an outcome. */
  openEarlierEmergency: z.boolean(),
});
export type RedFlagResult = z.infer<typeof redFlagResultSchema>;

const cueSchema = z.object({
  condition: z.string(),
  title: z.string(),
  for: z.array(z.string()),
  against: z.array(z.string()),
  source: z.string(),
});

export const FOLLOW_UP_RESULTS = ['NEURO WORSE', 'NOT ENOUGH DATA', 'WORSE', 'IMPROVED', 'MIXED', 'SAME'] as const;
const measureChangeSchema = z.object({
  measure: z.enum(['leg', 'back', 'rmdq', 'psfs', 'grc', 'level', 'sbi', 'odi', 'lefs', 'slr_right', 'slr_left']),
  verdict: z.enum(['better', 'worse', 'neither', 'na', 'withheld', 'within_error']),
  /** Raw numbers and the threshold used, as a plain sentence. */
  text: z.string(),
  /** The same in parts: raw value then and now, the threshold, and how much may be measurement error, each with its source. Assessments stored before there were parts have the sentence alone. */
  from: z.string().default(''),
  to: z.string().default(''),
  rule: z.string().default(''),
  error: z.string().default(''),
});
const followUpSchema = z.object({
  result: z.enum(FOLLOW_UP_RESULTS),
  /** Printed label, e.g. `one measure better (leg pain)`. Empty when there is none. */
  label: z.string(),
  text: z.string(),
  measures: z.array(measureChangeSchema),
  /** The same against the latest signed visit, where that is not the first one of the episode; decides nothing (spec 8.2). */
  sinceLast: z.array(measureChangeSchema).default([]),
  better: z.array(z.string()),
  worse: z.array(z.string()),
  /** Neurology items and notes of step 1: `power EHL R`, `reflex ankle R`. */
  neurology: z.array(z.string()),
  notes: z.array(z.string()),
  recovered: z.boolean(),
  action: z.string(),
  actionText: z.string(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

export const SHEETS = ['emergency', 'safety', 'homecare'] as const;
export const sheetSchema = z.enum(SHEETS);
export type Sheet = z.infer<typeof sheetSchema>;

/**
 * `chosen` is on the sheet; `held` has its show condition but a gate refuses it; `refused` was picked and a gate refuses it;
 * `removed` was taken off by the clinician; `offered` may be picked; `not_shown` neither shows nor can be picked now.
 */
export const MODULE_STATES = ['chosen', 'held', 'refused', 'removed', 'offered', 'not_shown'] as const;
const moduleChoiceSchema = z.object({
  id: moduleSchema,
  state: z.enum(MODULE_STATES),
  /** The answer that added, held or removed it, in words. */
  because: z.string(),
  picked: z.boolean(),
  /** M13 and M19 cannot be removed. */
  fixed: z.boolean(),
});
export type ModuleChoice = z.infer<typeof moduleChoiceSchema>;

const sheetPlanSchema = z.object({
  phase: phaseSchema,
  /** `tick` when the clinician set the phase. */
  phaseFrom: z.enum(['rule', 'tick']),
  phaseBecause: z.string(),
  leadId: z.enum(['LEAD-1A', 'LEAD-1B', 'LEAD-2', 'LEAD-3']),
  lead: z.string(),
  sheet: sheetSchema,
  /** Row of the table of spec 7.0, 1 to 6, and why in words. */
  sheetRow: z.int().min(1).max(6),
  sheetBecause: z.string(),
  /** Why a safety sheet prints: an open D, an incomplete screen, an earlier E. More than one may hold. */
  safetyReasons: z.array(z.enum(['D', 'incomplete', 'earlierE'])),
  safetyFirst: z.boolean(),
  /** Modules on the sheet in print order. */
  modules: z.array(moduleSchema),
  refused: z.array(moduleSchema),
  /** Ids of the notes of spec 7.2 (N-FOOTWEAR ...), homecare only. */
  notes: z.array(z.string()),
  /** Every module with its state and reason, for the plan panel. */
  choices: z.array(moduleChoiceSchema),
});
export type SheetPlan = z.infer<typeof sheetPlanSchema>;

/**
 * Everything the rules say of one visit (design D6), in the order of evaluation of spec 0.1. Pure: made from the visit record,
 * the patient's age and the earlier signed visits; stored with the signed visit.
 */
export const assessmentSchema = z.object({
  ruleVersion: z.string(),
  slr: perSide(slrResultSchema),
  /** Side difference of P1 (K06, K07). Information only. Null when it cannot be compared; `withheld` says why. */
  slrAsymmetry: z.object({
    differenceDeg: z.int().nullable(),
    lowerSide: z.enum(['right', 'left']).nullable(),
    flaggedFromDeg: z.int().nullable(),
    flagged: z.boolean(),
    withheld: z.string().nullable(),
  }),
  /** Sentences of the other tension tests of each leg (spec 2.4). None in an assessment made before they were recorded. */
  tensionTests: perSide(z.array(z.string())).default({ right: [], left: [] }),
  /** Repeated movements and positions (E17): class and sentence for each leg recorded, and what each direction says (spec 6.9, 7.0). */
  movementTests: z
    .object({
      results: z.array(
        z.object({ movement: z.enum(MOVEMENTS), side: z.enum(['right', 'left']), class: z.enum(MOVEMENT_CLASSES), text: z.string() }),
      ),
      flexion: e17Schema,
      extension: e17Schema,
    })
    .default({ results: [], flexion: 'nd', extension: 'nd' }),
  hold: perSide(z.boolean()),
  root: perSide(rootResultSchema),
  objectiveDeficit: z.boolean(),
  upperMotorNeurone: z.boolean(),
  tensionPositive: z.boolean(),
  cues: z.object({ stenosis: z.boolean(), vascular: z.boolean(), hipOsteoarthritis: z.boolean(), shown: z.array(cueSchema) }),
  followUp: followUpSchema.nullable(),
  redFlags: redFlagResultSchema,
  plan: sheetPlanSchema,
  /** Blocks a condition asks for that no panel of this version records yet, named; never passed over (spec 12.1 "Opens"). */
  notTestedBlocks: z.array(z.string()),
});
export type Assessment = z.infer<typeof assessmentSchema>;
