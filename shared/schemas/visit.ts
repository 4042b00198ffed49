import { z } from 'zod';
import { regionQualitiesSchema, regionSchema } from './body-chart.ts';
import {
  answerSchema,
  calendarDateSchema,
  findingSchema,
  idSchema,
  instantSchema,
  levelSchema,
  lineSchema,
  noteSchema,
  nprsSchema,
  perSide,
} from './common.ts';
import { emptyGlutealScreen, emptyHipScreen, glutealExamSchema, hipExamSchema } from './hip-exam.ts';
import { emptyMovementTests, movementTestsSchema } from './movement-tests.ts';
import { emptyNeuroExam, neuroExamSchema } from './neuro-exam.ts';
import {
  discussionOutcomeSchema,
  emergencyActionSchema,
  emptyDiscussionOutcome,
  emptyEmergencyAction,
  emptyRedFlagAnswers,
  redFlagAnswersSchema,
} from './red-flag-answers.ts';
import { emptySensitiveExam, sensitiveExamSchema } from './sensitive-exam.ts';
import { emptySlrLeg, slrSchema } from './slr.ts';
import { emptyPlan, planSchema } from './plan.ts';

/**
 * Version of the visit record's shape. Raised with every change that an older reader would not understand. A field added since is filled
 * with its untouched value when an older record is read (visit-upgrade.ts), so it needs an entry in `emptyVisitRecord` and nothing else.
 */
export const VISIT_SCHEMA_VERSION = 2;

export const CONTACTS = ['first', 'review', 'phone'] as const;
export const contactSchema = z.enum(CONTACTS);
export type Contact = z.infer<typeof contactSchema>;

export const ONSET_TYPES = ['sudden', 'gradual', 'after_load', 'after_fall', 'unknown'] as const;

const painSchema = z.object({ now: nprsSchema, average24h: nprsSchema, worst24h: nprsSchema });
export type Pain = z.infer<typeof painSchema>;

export const WALKING_EASES = ['standing_still', 'sitting_or_bending', 'trolley_or_bicycle'] as const;

/** The talk: intake items I01 to I20 that are not red-flag facts (spec 0.2, 12.1). Nothing is preset. */
export const intakeSchema = z.object({
  /** I02. `unasked` until asked or recorded as not applying ("no"); never presumed from sex. */
  pregnant: z.enum(['no', 'yes', 'possible', 'trying', 'unasked']),
  pregnantWeeks: z.int().min(0).max(45).nullable(),
  breastfeeding: answerSchema,
  /** I03 start of the episode, I03a start of this flare. */
  episodeStartedOn: calendarDateSchema.nullable(),
  flareStartedOn: calendarDateSchema.nullable(),
  /** I04 */
  onsetType: z.enum(ONSET_TYPES).nullable(),
  /** I05 */
  side: z.enum(['right', 'left', 'both', 'none']).nullable(),
  secondSideStartedOn: calendarDateSchema.nullable(),
  secondSideWorse: answerSchema,
  walkRelated: answerSchema,
  /** I06 most distal level, I07 marked regions, per side. */
  level: perSide(levelSchema),
  regions: perSide(z.array(regionSchema)),
  /** I08: what it feels like in each marked region, and whether it comes and goes in strength. */
  qualities: perSide(regionQualitiesSchema),
  comesAndGoes: answerSchema,
  /** I09 */
  backPain: painSchema,
  legPain: perSide(painSchema),
  /** I10, I11 */
  legWorseThanBack: answerSchema,
  coughRaisesLegPain: answerSchema,
  /** I14 */
  walking: z.object({
    bringsOn: answerSchema,
    calfCramp: answerSchema,
    stopsFor: answerSchema,
    eases: z.array(z.enum(WALKING_EASES)),
    noPainSeated: answerSchema,
    betterBendingForward: answerSchema,
  }),
  /** I17: flares in the last 6 months, this one included; null when not asked (then 1 in the rules). */
  flaresInSixMonths: z.int().min(1).max(60).nullable(),
  /** I18, I18b */
  homeCareDays: z.int().min(0).max(3650).nullable(),
  homeCareBetter: answerSchema,
  note: noteSchema,
});
export type Intake = z.infer<typeof intakeSchema>;

/**
 * Groups of tests with a reason of their own, by their first number (spec 0.2): standing, cord signs, hip, buttock, pulses and calves, spine
 * and belly, vital signs. The straight-leg raise, the grid and the saddle keep theirs beside the finding.
 */
export const EXAM_ITEMS = ['E01', 'E08', 'E18', 'E19', 'E20', 'E23', 'E24'] as const;
export type ExamItem = (typeof EXAM_ITEMS)[number];

/** Clinician's ticks of the differential table (spec 4, 4.2), in the order of its rows. */
export const CUE_TICKS = [
  'reliefOnlyBending',
  'bilateralWalking',
  'rootPainStanding',
  'walkingDeficit',
  'walkingWeakness',
  'postureNoChange',
  'notByStanding',
  'buttockPain',
  'slrLimited',
  'midlineDominant',
  'groinPain',
  'stairsWorse',
  'electricBelowKnee',
  'coolSkin',
  'lowAnkleIndex',
  'standingAlonePain',
  'stocking',
  'neuropathyRisk',
  'vibrationReduced',
  'oneSided',
  'backLinked',
  'outerShinChange',
  'kneeCause',
  'littlePain',
  'backPainPresent',
  'dullAche',
  'burningBand',
  'skinPain',
  'noRash',
  'clotRisk',
  'afterBirth',
  'pelvicPain',
  'turningInBed',
] as const;
export type CueTick = (typeof CUE_TICKS)[number];

/** Examination items beside the SLR and the neurological grid (E09, E10, E17 to E19, E21 to E24). */
export const otherExamSchema = z.object({
  /** RF-04x, E09. Never required. */
  saddle: z.enum(['normal', 'abnormal', 'declined', 'nt']),
  saddleReason: lineSchema,
  /** E10, millilitres. A number only: never lowers a row (spec 5.1 rule 2). */
  postVoidResidualMl: z.int().min(0).max(5000).nullable(),
  temperatureC: z.number().min(30).max(45).nullable(),
  /** E24 beats a minute, and millimetres of mercury. Recorded; no rule reads them. */
  pulseBpm: z.int().min(20).max(250).nullable(),
  systolicMmHg: z.int().min(40).max(300).nullable(),
  diastolicMmHg: z.int().min(20).max(200).nullable(),
  /** E22 larger minus smaller calf, centimetres; the two calves themselves 10 cm below the tibial tubercle. */
  calfDifferenceCm: z.number().min(0).max(30).nullable(),
  calfCm: perSide(z.number().min(10).max(90).nullable()),
  percussionTender: findingSchema,
  deformity: findingSchema,
  bruise: findingSchema,
  bellyMass: findingSchema,
  hip: hipExamSchema,
  gluteal: glutealExamSchema,
  movementTests: movementTestsSchema,
  sensitive: sensitiveExamSchema,
  /** Items of the differential table that no field records, ticked by the clinician (spec 4.2). Not ticked says nothing. */
  cueTicks: z.array(z.enum(CUE_TICKS)),
  /** Why a test was not done or was declined, by its number in the specification (spec 0.1). */
  notTestedReasons: z.partialRecord(z.enum(EXAM_ITEMS), lineSchema),
  note: noteSchema,
});
export type OtherExam = z.infer<typeof otherExamSchema>;

/** Wordings of the RMDQ in use: scores of different ones are never compared (spec 6.3). */
export const RMDQ_VARIANTS = ['back', 'back_or_leg'] as const;
/** How the form was filled in: a blank one is not 0, so 0 needs the tick that none applies (spec 6.3). */
export const RMDQ_FORMS = ['complete', 'none_apply', 'incomplete'] as const;
/** Topics of the Sciatica Bothersomeness Index, each 0 (not bothersome) to 6 (extremely) for the past week (spec 6.8). */
export const SBI_TOPICS = ['legPain', 'numbness', 'weakness', 'sitting'] as const;

const sbiRatingSchema = z.int().min(0).max(6).nullable();

/** Outcome measures entered as scores (spec 6). Null = not recorded. PSFS scores 0 (cannot) to 10 (as before). */
export const measuresSchema = z.object({
  /** Ticked items, 0 to 24. */
  rmdq: z.int().min(0).max(24).nullable(),
  rmdqVariant: z.enum(RMDQ_VARIANTS).nullable(),
  rmdqForm: z.enum(RMDQ_FORMS).nullable(),
  psfs: z.array(z.object({ activity: lineSchema, score: z.int().min(0).max(10).nullable() })).max(5),
  grc: z.int().min(-5).max(5).nullable(),
  /** Symptoms that moved further down settled the same day (`perSettled`, spec 8.3 row 2). */
  peripheralizationSettled: answerSchema,
  /** Percentage, and the total and number of answered sections it is checked against when they are entered (spec 6.7). */
  odiPercent: z.int().min(0).max(100).nullable(),
  odiTotal: z.int().min(0).max(50).nullable(),
  odiSections: z.int().min(9).max(10).nullable(),
  lefs: z.int().min(0).max(80).nullable(),
  sbi: z.object({ legPain: sbiRatingSchema, numbness: sbiRatingSchema, weakness: sbiRatingSchema, sitting: sbiRatingSchema }),
  /** Total 0 to 9, and of it the psychosocial items 5 to 9 (spec 6.6). */
  startBackTotal: z.int().min(0).max(9).nullable(),
  startBackPsychosocial: z.int().min(0).max(5).nullable(),
});
export type Measures = z.infer<typeof measuresSchema>;

/**
 * The content of one visit: what was asked, found and planned (spec 12). While the visit is open this lies in its draft;
 * signing writes it once (design D8). It holds no name, birth date or identifier of the patient.
 */
export const visitRecordSchema = z.object({
  schemaVersion: z.literal(VISIT_SCHEMA_VERSION),
  contact: contactSchema,
  /** Local calendar date of the visit and its IANA zone, fixed when the visit is opened. */
  visitOn: calendarDateSchema,
  timeZone: lineSchema,
  intake: intakeSchema,
  redFlags: redFlagAnswersSchema,
  slr: slrSchema,
  neuro: neuroExamSchema,
  otherExam: otherExamSchema,
  measures: measuresSchema,
  plan: planSchema,
  /** Reason why required safety questions stay unasked; empty = none recorded. Never releases a module while a question of spec 7.0 row 2 is open. */
  unaskedReason: lineSchema,
  emergency: emergencyActionSchema,
  discussion: discussionOutcomeSchema,
  /** The clinician's own words for the record. Raises no flag (spec 5.1 rule 7). */
  note: noteSchema,
});
export type VisitRecord = z.infer<typeof visitRecordSchema>;

const noPain = (): Pain => ({ now: null, average24h: null, worst24h: null });

/** A visit in which nothing has been asked or tested. */
export function emptyVisitRecord(contact: Contact, visitOn: string, timeZone: string): VisitRecord {
  return {
    schemaVersion: VISIT_SCHEMA_VERSION,
    contact,
    visitOn,
    timeZone,
    intake: {
      pregnant: 'unasked',
      pregnantWeeks: null,
      breastfeeding: 'unasked',
      episodeStartedOn: null,
      flareStartedOn: null,
      onsetType: null,
      side: null,
      secondSideStartedOn: null,
      secondSideWorse: 'unasked',
      walkRelated: 'unasked',
      level: { right: null, left: null },
      regions: { right: [], left: [] },
      qualities: { right: {}, left: {} },
      comesAndGoes: 'unasked',
      backPain: noPain(),
      legPain: { right: noPain(), left: noPain() },
      legWorseThanBack: 'unasked',
      coughRaisesLegPain: 'unasked',
      walking: {
        bringsOn: 'unasked',
        calfCramp: 'unasked',
        stopsFor: 'unasked',
        eases: [],
        noPainSeated: 'unasked',
        betterBendingForward: 'unasked',
      },
      flaresInSixMonths: null,
      homeCareDays: null,
      homeCareBetter: 'unasked',
      note: '',
    },
    redFlags: emptyRedFlagAnswers(),
    slr: { right: emptySlrLeg(), left: emptySlrLeg() },
    neuro: emptyNeuroExam(),
    otherExam: {
      saddle: 'nt',
      saddleReason: '',
      postVoidResidualMl: null,
      temperatureC: null,
      pulseBpm: null,
      systolicMmHg: null,
      diastolicMmHg: null,
      calfDifferenceCm: null,
      calfCm: { right: null, left: null },
      percussionTender: 'nt',
      deformity: 'nt',
      bruise: 'nt',
      bellyMass: 'nt',
      hip: { right: emptyHipScreen(), left: emptyHipScreen() },
      gluteal: { right: emptyGlutealScreen(), left: emptyGlutealScreen() },
      movementTests: emptyMovementTests(),
      sensitive: emptySensitiveExam(),
      cueTicks: [],
      notTestedReasons: {},
      note: '',
    },
    measures: {
      rmdq: null,
      rmdqVariant: null,
      rmdqForm: null,
      psfs: [],
      grc: null,
      peripheralizationSettled: 'unasked',
      odiPercent: null,
      odiTotal: null,
      odiSections: null,
      lefs: null,
      sbi: { legPain: null, numbness: null, weakness: null, sitting: null },
      startBackTotal: null,
      startBackPsychosocial: null,
    },
    plan: emptyPlan(),
    unaskedReason: '',
    emergency: emptyEmergencyAction(),
    discussion: emptyDiscussionOutcome(),
    note: '',
  };
}

export const visitStatusSchema = z.enum(['open', 'signed', 'voided']);

/** One line of the patient's timeline. Figures are the extracted columns (design 5). */
export const visitSummarySchema = z.object({
  visitId: idSchema,
  contact: contactSchema,
  visitOn: calendarDateSchema,
  status: visitStatusSchema,
  signedAt: instantSchema.nullable(),
  signedBy: z.string().nullable(),
  side: z.enum(['right', 'left', 'both', 'none']).nullable(),
  /** Overall urgency E, D, U, R or null. */
  urgency: z.enum(['E', 'D', 'U', 'R']).nullable(),
  /** The E or D of this visit has been closed with an outcome. */
  flagClosed: z.boolean(),
  /** Result of spec 8.2, null at a first visit. */
  result: z.string().nullable(),
  legNprs: z.int().min(0).max(10).nullable(),
  slrRightDeg: z.int().nullable(),
  slrLeftDeg: z.int().nullable(),
  /** One plain line for the timeline, made from the assessment; no name in it. */
  headline: z.string(),
  nextReviewOn: calendarDateSchema.nullable(),
});
export type VisitSummary = z.infer<typeof visitSummarySchema>;
