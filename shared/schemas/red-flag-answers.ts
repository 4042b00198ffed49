import { z } from 'zod';
import { answerSchema, calendarDateSchema, instantSchema, lineSchema, noteSchema } from './common.ts';

/** Facts asked of the patient, one question one answer, in field order (spec 5.2). RF-04x is the saddle examination, not a question. */
export const FACTS = [
  'RF-01a',
  'RF-01b',
  'RF-01c',
  'RF-01d',
  'RF-02a',
  'RF-02b',
  'RF-03a',
  'RF-03b',
  'RF-03c',
  'RF-04a',
  'RF-04b',
  'RF-05a',
  'RF-05b',
  'RF-06a',
  'RF-07b',
  'RF-08c',
  'RF-08d',
  'RF-08e',
  'RF-09c',
  'RF-10a',
  'RF-10b',
  'RF-10g',
  'RF-11a',
  'RF-11b',
  'RF-11d',
  'RF-11e',
  'RF-11f',
  'RF-11h',
  'RF-11i',
  'RF-12a',
  'RF-12b',
  'RF-12c',
  'RF-12d',
  'RF-12e',
  'RF-12f',
  'RF-12g',
  'RF-13a',
  'RF-13b',
  'RF-13h',
  'RF-14a',
  'RF-14b',
  'RF-15a',
  'RF-15b',
  'RF-15c',
  'RF-16a',
  'RF-16b',
  'RF-17a',
  'RF-17b',
  'RF-17c',
  'RF-17d',
  'RF-17e',
  'RF-17f',
  'RF-17g',
  'RF-18a',
  'RF-18b',
  'RF-18c',
  'RF-18d',
  'RF-18e',
  'RF-19a',
  'RF-19b',
  'RF-19c',
  'RF-22a',
  'RF-22b',
  'RF-22c',
  'RF-22d',
] as const;
export const factSchema = z.enum(FACTS);
export type Fact = z.infer<typeof factSchema>;

/** Cauda equina items that carry an onset (spec 5.2, `on.X`). */
export const ONSET_ITEMS = [
  'RF-01a',
  'RF-01b',
  'RF-01c',
  'RF-01d',
  'RF-02a',
  'RF-02b',
  'RF-03a',
  'RF-03b',
  'RF-03c',
  'RF-04a',
  'RF-04b',
  'RF-04x',
  'RF-05a',
  'RF-05b',
] as const;
export const onsetItemSchema = z.enum(ONSET_ITEMS);
export type OnsetItem = z.infer<typeof onsetItemSchema>;

/** When an item began and whether it is getting worse. An unknown onset counts as new (spec 0.1). */
export const onsetSchema = z.object({
  startedOn: calendarDateSchema.nullable(),
  /** Answer to "worse in the last 14 days?" */
  worse: answerSchema,
  /** Tick: known, investigated cause. */
  causeKnown: z.boolean(),
});
export type Onset = z.infer<typeof onsetSchema>;

/** Ticks that modify red-flag rows (spec 5.2 `mods`). `steroid3m` = steroids for 3 months or more (K45). */
export const MODIFIERS = ['diabetes', 'dialysis', 'steroids', 'immune', 'osteoporosis', 'steroid3m', 'surgery', 'travel', 'clot'] as const;
export const modifierSchema = z.enum(MODIFIERS);
export type Modifier = z.infer<typeof modifierSchema>;

const SIDE_OR_BOTH = z.enum(['right', 'left', 'both']).nullable();

/** Everything the red-flag rows read that is not an examination finding (spec 5.2). */
export const redFlagAnswersSchema = z.object({
  /** A missing fact reads as `unasked`. */
  answers: z.partialRecord(factSchema, answerSchema),
  onsets: z.partialRecord(onsetItemSchema, onsetSchema),
  modifiers: z.array(modifierSchema),
  smoked: answerSchema,
  /** Start of weakness, of the foot drop, of the cold leg; null when unknown (then new). */
  weakStartedOn: calendarDateSchema.nullable(),
  dropStartedOn: calendarDateSchema.nullable(),
  coldStartedOn: calendarDateSchema.nullable(),
  /** Tick: the weakness in both legs has a known cause. */
  weakCauseKnown: z.boolean(),
  coldSide: SIDE_OR_BOTH,
  calfSide: SIDE_OR_BOTH,
  /** Tick: fracture excluded. */
  fractureCleared: z.boolean(),
  /** Self-report, interpreter and chaperone for the sensitive set (spec 12.3). */
  interpreter: z.enum(['none_needed', 'professional', 'relative', 'none_available']).nullable(),
  interpreterLanguage: lineSchema,
});
export type RedFlagAnswers = z.infer<typeof redFlagAnswersSchema>;

/** An answer set in which nothing has been asked. */
export function emptyRedFlagAnswers(): RedFlagAnswers {
  return {
    answers: {},
    onsets: {},
    modifiers: [],
    smoked: 'unasked',
    weakStartedOn: null,
    dropStartedOn: null,
    coldStartedOn: null,
    weakCauseKnown: false,
    coldSide: null,
    calfSide: null,
    fractureCleared: false,
    interpreter: null,
    interpreterLanguage: '',
  };
}

/** What became of an emergency (spec 5.6). `pending` and null keep the flag open. */
export const E_OUTCOMES = ['attended', 'admitted', 'excluded', 'refused', 'pending'] as const;

/** The E action record (spec 5.6). Every field may be empty; an empty one prints as "not recorded" and blocks nothing. */
export const emergencyActionSchema = z.object({
  told: lineSchema,
  toldTime: lineSchema,
  transport: z.enum(['ambulance', 'taken', 'other', 'own_choice']).nullable(),
  companion: lineSchema,
  edTold: z.enum(['yes', 'no']).nullable(),
  edToldName: lineSchema,
  edToldTime: lineSchema,
  outcome: z.enum(E_OUTCOMES).nullable(),
  /** Service that excluded the emergency; for `refused` the reason, what was explained and the call-back time. */
  excludedBy: lineSchema,
  refusedReason: noteSchema,
  refusedExplained: noteSchema,
  callBackTime: lineSchema,
});
export type EmergencyAction = z.infer<typeof emergencyActionSchema>;

export function emptyEmergencyAction(): EmergencyAction {
  return {
    told: '',
    toldTime: '',
    transport: null,
    companion: '',
    edTold: null,
    edToldName: '',
    edToldTime: '',
    outcome: null,
    excludedBy: '',
    refusedReason: '',
    refusedExplained: '',
    callBackTime: '',
  };
}

/** The D outcome (spec 5.6). Resolved only when all four fields are filled. */
export const discussionOutcomeSchema = z.object({
  service: lineSchema,
  name: lineSchema,
  time: lineSchema,
  outcome: noteSchema,
});
export type DiscussionOutcome = z.infer<typeof discussionOutcomeSchema>;

export function emptyDiscussionOutcome(): DiscussionOutcome {
  return { service: '', name: '', time: '', outcome: '' };
}

/** A dated action on an open flag of a signed visit: the only way such a flag is closed. */
export const flagActionSchema = z.discriminatedUnion('urgency', [
  z.object({ urgency: z.literal('E'), action: emergencyActionSchema, recordedAt: instantSchema, recordedBy: lineSchema }),
  z.object({ urgency: z.literal('D'), action: discussionOutcomeSchema, recordedAt: instantSchema, recordedBy: lineSchema }),
]);
export type FlagAction = z.infer<typeof flagActionSchema>;
