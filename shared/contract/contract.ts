import { z } from 'zod';
import { RECOVERY_GROUPS } from '../recovery-key.ts';
import { assessmentSchema, urgencySchema } from '../schemas/assessment.ts';
import {
  anchorReportSchema,
  auditFilterSchema,
  auditReportSchema,
  auditSortSchema,
  logReportSchema,
  textRemovalSchema,
} from '../schemas/audit.ts';
import { backupPlanSchema, backupStatusSchema, pathSchema } from '../schemas/backup.ts';
import { clinicNotesSchema } from '../schemas/clinic-notes.ts';
import { clinicSchema, revisedClinicSchema, storedClinicSchema, paperSchema } from '../schemas/clinic.ts';
import { calendarDateSchema, idSchema, instantSchema, lineSchema, noteSchema } from '../schemas/common.ts';
import {
  handoutOptionsSchema,
  handoutPreviewSchema,
  handoutSummarySchema,
  sheetLanguageSchema,
  teachBackSchema,
} from '../schemas/handout.ts';
import {
  csvDateOrderSchema,
  csvMappingSchema,
  csvRowReportSchema,
  duplicateSchema,
  patientFilterSchema,
  patientInputSchema,
  patientRowSchema,
  patientSchema,
  patientSortSchema,
} from '../schemas/patient.ts';
import { paperPreviewSchema, paperSummarySchema, visitPaperSchema } from '../schemas/paper.ts';
import { lockAfterSchema } from '../schemas/lock.ts';
import { salvagedPatientRowSchema, salvagedPatientSchema } from '../schemas/salvage.ts';
import { noticesSchema } from '../schemas/notices.ts';
import { discussionOutcomeSchema, emergencyActionSchema, flagActionSchema } from '../schemas/red-flag-answers.ts';
import { formDraftSchema, formSchema, storedFormDraftSchema } from '../schemas/form-draft.ts';
import { peopleSchema } from '../schemas/people.ts';
import { roleSchema, userSchema } from '../schemas/user.ts';
import { contactSchema, visitRecordSchema, visitStatusSchema, visitSummarySchema } from '../schemas/visit.ts';

// Every channel of the application. Reading this file tells what the window can ask for; nothing else crosses the bridge.
// `deskChannels` are passed on by the shell unread and answered by the desk process; `shellChannels` are answered by the shell.

/** Longest CSV file taken, in characters. */
const CSV_MAX = 20_000_000;
const passphraseSchema = z.string().max(1000);
const nothing = z.object({});
const pendingTextSchema = z.record(z.string().max(200), z.string().max(100_000));

/** State of the desk folder and of the desk process. `problem` says why a desk that is there cannot be opened. */
export const deskStatusSchema = z.object({
  state: z.enum(['missing', 'locked', 'open']),
  problem: z.enum(['not-a-desk', 'desk-damaged', 'desk-newer', 'desk-in-use', 'folder-not-writable']).nullable(),
  isDemo: z.boolean(),
  users: z.array(userSchema),
  clinicName: z.string(),
  /** Seconds until the next passphrase is taken, 0 when it may be tried now. */
  retryAfterSeconds: z.number(),
});

export const sessionSchema = z.object({
  user: userSchema.extend({ role: roleSchema }),
  isDemo: z.boolean(),
  clinic: storedClinicSchema,
  /** The desk's calendar date and zone, the only "today" the window uses. */
  today: calendarDateSchema,
  timeZone: z.string(),
  lockAfterMinutes: lockAfterSchema,
  /** Signing asks for the passphrase. */
  signWithPassphrase: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** An open visit as the window edits it. */
export const openVisitSchema = z.object({
  visitId: idSchema,
  patient: patientSchema,
  record: visitRecordSchema,
  /** Number of the last draft stored; the next save carries a higher one. */
  sequence: z.int().min(0),
  savedAt: instantSchema.nullable(),
  /** What was typed in a field but cannot be read as its value yet, by field path. Signing waits until it is empty. */
  pendingText: pendingTextSchema,
  /** Field that had the focus when the draft was last stored, for instance `slr.right.p1AngleDeg`. */
  focusField: z.string().max(200),
  /** The last edit was more than K50 hours ago: every red-flag answer now waits in `pendingText` to be confirmed (spec 12.5). */
  stale: z.boolean(),
});
export type OpenVisit = z.infer<typeof openVisitSchema>;

/** What the rules read of earlier visits: enough to run `assess` in the window with the desk's own answer. */
export const earlierVisitSchema = z.object({
  visitId: idSchema,
  record: visitRecordSchema,
  assessment: assessmentSchema,
  /** Last action recorded on this visit's E or D after signing. */
  lastAction: flagActionSchema.nullable(),
});
export type EarlierVisit = z.infer<typeof earlierVisitSchema>;

export const signedVisitSchema = z.object({
  visitId: idSchema,
  patient: patientSchema,
  status: visitStatusSchema,
  record: visitRecordSchema,
  assessment: assessmentSchema,
  ageYears: z.int(),
  signedAt: instantSchema,
  signedBy: z.string(),
  addenda: z.array(
    z.object({ addendumId: idSchema, text: noteSchema, reason: lineSchema, createdAt: instantSchema, createdBy: z.string() }),
  ),
  actions: z.array(flagActionSchema),
  /** Why, when and by whom it was set aside; null: it counts. */
  voided: z.object({ reason: noteSchema, at: instantSchema, by: z.string() }).nullable(),
});

/** An open flag: an E or D of a signed visit without an outcome, or a U since which nobody has examined the patient again. */
export const openFlagSchema = z.object({
  visitId: idSchema,
  visitOn: calendarDateSchema,
  urgency: urgencySchema,
  /** Clinician text of the first row of that urgency, and how many rows more. */
  text: z.string(),
  more: z.int().min(0),
});
export type OpenFlag = z.infer<typeof openFlagSchema>;

const todayPatient = patientRowSchema.pick({
  patientId: true,
  givenNames: true,
  familyName: true,
  birthDate: true,
  ownNumber: true,
  side: true,
});

export const deskChannels = {
  // The desk itself
  'desk.status': { kind: 'read', input: nothing, output: deskStatusSchema },
  'desk.create': {
    kind: 'write',
    input: z.object({ displayName: lineSchema, passphrase: passphraseSchema, clinic: clinicSchema }),
    output: sessionSchema,
  },
  /** Creates the demo desk with its synthetic patients if it is missing. Only in the demo folder. */
  'desk.createDemo': { kind: 'write', input: nothing, output: sessionSchema },
  'desk.unlock': { kind: 'write', input: z.object({ userId: idSchema, passphrase: passphraseSchema }), output: sessionSchema },
  'desk.changePassphrase': { kind: 'write', input: z.object({ current: passphraseSchema, next: passphraseSchema }), output: nothing },
  /** Shown once and stored nowhere; an earlier one no longer opens the desk. */
  'desk.makeRecoveryKey': {
    kind: 'write',
    input: z.object({ passphrase: passphraseSchema }),
    output: z.object({ groups: z.array(z.string()) }),
  },
  /** Opens the desk with the recovery key and sets a new passphrase. */
  'desk.recover': {
    kind: 'write',
    input: z.object({ userId: idSchema, recoveryKey: z.string().max(200), next: passphraseSchema }),
    output: sessionSchema,
  },
  /** For the whole clinic. */
  'desk.setLockAfter': { kind: 'write', input: z.object({ minutes: lockAfterSchema }), output: nothing },
  /** For the whole clinic: signing asks for the passphrase. */
  'desk.setSignWithPassphrase': { kind: 'write', input: z.object({ on: z.boolean() }), output: nothing },
  'desk.session': { kind: 'read', input: nothing, output: sessionSchema },
  'desk.notices': { kind: 'read', input: nothing, output: noticesSchema },
  'desk.markNoticesRead': { kind: 'write', input: nothing, output: nothing },
  /** Checkpoints and closes the database; the shell ends the process after the answer. */
  'desk.close': { kind: 'write', input: nothing, output: nothing },
  'desk.verifyLog': {
    kind: 'read',
    input: nothing,
    output: logReportSchema,
  },
  /** Codes, versions and counts for "copy diagnostics". Never patient data. */
  'desk.diagnostics': { kind: 'read', input: nothing, output: z.object({ lines: z.array(z.string()) }) },

  // People
  'people.list': { kind: 'read', input: nothing, output: peopleSchema },
  /** Everyone who may be handed a visit: active, and not the one who asks. */
  'people.colleagues': { kind: 'read', input: nothing, output: z.array(userSchema.extend({ role: roleSchema })) },
  /** The window makes the UUIDv7. `passphrase` is the administrator's, `next` is typed by the new person. */
  'people.add': {
    kind: 'write',
    input: z.object({ userId: idSchema, displayName: lineSchema, role: roleSchema, next: passphraseSchema, passphrase: passphraseSchema }),
    output: peopleSchema,
  },
  'people.setRole': { kind: 'write', input: z.object({ userId: idSchema, role: roleSchema }), output: peopleSchema },
  /** A new passphrase typed by the person, by the authority of the administrator's. */
  'people.resetPassphrase': {
    kind: 'write',
    input: z.object({ userId: idSchema, next: passphraseSchema, passphrase: passphraseSchema }),
    output: peopleSchema,
  },
  /** Takes somebody's way in away, hands their unsigned visits to `draftsTo`, and encrypts all records again under a new key. */
  'people.remove': {
    kind: 'write',
    input: z.object({ userId: idSchema, draftsTo: idSchema.nullable(), passphrase: passphraseSchema }),
    output: peopleSchema,
  },
  /** Encrypts all records again under a new key: a passphrase has become known, or it failed when somebody was removed. */
  'people.rekey': { kind: 'write', input: z.object({ passphrase: passphraseSchema }), output: peopleSchema },

  // Audit
  /** Lines of both logs in a period; a line of the access log says that it was made. */
  'audit.report': { kind: 'write', input: auditFilterSchema, output: auditReportSchema },
  'audit.export': {
    kind: 'write',
    input: z.object({ filter: auditFilterSchema, sort: auditSortSchema, format: z.enum(['pdf', 'csv']) }),
    output: z.object({ bytes: z.instanceof(Uint8Array) }),
  },
  /** Erases what an entry of the change log kept of its row, where the law asks for it; the chain stays whole. */
  'audit.erase': {
    kind: 'write',
    input: z.object({ seq: z.int().min(1), reason: lineSchema, passphrase: passphraseSchema }),
    output: textRemovalSchema,
  },

  // Clinic settings
  'clinic.get': { kind: 'read', input: nothing, output: storedClinicSchema },
  'clinic.save': { kind: 'write', input: revisedClinicSchema, output: storedClinicSchema },
  /** Takes a logo the window has drawn as a plain PNG, or takes it away (null). `logo-refused` when the bytes are not such a PNG. */
  'clinic.saveLogo': {
    kind: 'write',
    input: z.object({ revision: z.int().min(1), png: z.instanceof(Uint8Array).nullable() }),
    output: storedClinicSchema,
  },
  'clinic.logo': { kind: 'read', input: nothing, output: z.object({ png: z.instanceof(Uint8Array).nullable() }) },

  // Backup
  'backup.status': { kind: 'read', input: nothing, output: backupStatusSchema },
  /** Sets folder and schedule, and makes a first backup there. */
  'backup.configure': { kind: 'job', input: backupPlanSchema, output: backupStatusSchema },
  'backup.make': { kind: 'job', input: nothing, output: backupStatusSchema },
  /** The restore drill: opens the newest backup in an empty folder, compares all of it with what it must hold, and removes it again. */
  'backup.verify': { kind: 'job', input: z.object({ passphrase: passphraseSchema }), output: backupStatusSchema },
  /** Compares the log with the newest entry each backup names: a shortened or rewritten log does not hold it any more. */
  'backup.checkAnchors': { kind: 'job', input: nothing, output: anchorReportSchema },
  /** What a backup file says of itself, before any passphrase. */
  'backup.inspect': {
    kind: 'read',
    input: z.object({ path: pathSchema }),
    output: z.object({
      clinicName: z.string(),
      madeAt: instantSchema,
      users: z.array(userSchema),
      /** Of the desk that lies in the folder now, of another, or there is none to compare with. */
      desk: z.enum(['this', 'another', 'none']),
    }),
  },
  /** Puts the desk of a backup in place of the locked or missing one, whose folder is kept under another name. */
  'backup.restore': {
    kind: 'write',
    input: z.object({ path: pathSchema, userId: idSchema, passphrase: passphraseSchema }),
    output: z.object({ patients: z.int(), visits: z.int(), keptAs: z.string().nullable() }),
  },

  // A damaged desk: what can still be read of it, without changing it
  'salvage.open': {
    kind: 'job',
    input: z.object({ userId: idSchema, passphrase: passphraseSchema }),
    output: z.object({
      pages: z.int(),
      damagedPages: z.int(),
      patients: z.int(),
      visits: z.int(),
      sheets: z.int(),
      /** What the log names and could not be read anywhere. */
      lost: z.object({ patients: z.int(), visits: z.int(), addenda: z.int(), sheets: z.int(), drafts: z.boolean() }),
      /** The log is damaged too, so more may be missing than is counted. */
      mayBeMore: z.boolean(),
    }),
  },
  'salvage.patients': {
    kind: 'read',
    input: z.object({ query: z.string().max(200), offset: z.int().min(0) }),
    output: z.object({ rows: z.array(salvagedPatientRowSchema), total: z.int() }),
  },
  'salvage.patient': { kind: 'read', input: z.object({ patientId: z.string().max(100) }), output: salvagedPatientSchema },
  /** Writes all of it, in the clear, into a new folder within `folder`. */
  'salvage.export': {
    kind: 'job',
    input: z.object({ folder: pathSchema }),
    output: z.object({ folderName: z.string(), patients: z.int(), visits: z.int(), sheets: z.int(), sheetsUnreadable: z.int() }),
  },

  // Patients
  'patients.search': {
    kind: 'read',
    input: z.object({
      query: z.string().max(200),
      filter: patientFilterSchema,
      sort: patientSortSchema,
      descending: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(50),
    }),
    output: z.object({ rows: z.array(patientRowSchema), total: z.int(), stored: z.int() }),
  },
  'patients.get': { kind: 'read', input: z.object({ patientId: idSchema }), output: patientSchema },
  /** The window makes the UUIDv7, so that a retry never makes a second record. */
  'patients.create': { kind: 'write', input: z.object({ patientId: idSchema, patient: patientInputSchema }), output: patientSchema },
  'patients.update': {
    kind: 'write',
    input: z.object({ patientId: idSchema, revision: z.int().min(1), patient: patientInputSchema }),
    output: patientSchema,
  },
  'patients.findDuplicates': {
    kind: 'read',
    input: z.object({
      givenNames: z.string().max(200),
      familyName: z.string().max(200),
      birthDate: z.string().max(10),
      ownNumber: z.string().max(200),
      exceptPatientId: idSchema.nullable(),
    }),
    output: z.array(duplicateSchema),
  },
  /** The patient page: timeline, kept sheets and open flags. */
  'patients.chart': {
    kind: 'read',
    input: z.object({ patientId: idSchema }),
    output: z.object({
      patient: patientSchema,
      visits: z.array(visitSummarySchema),
      handouts: z.array(handoutSummarySchema),
      /** Letters and summaries kept as given. */
      papers: z.array(paperSummarySchema),
      openFlags: z.array(openFlagSchema),
      openVisitId: idSchema.nullable(),
    }),
  },
  /** Reads a CSV text and says what would happen to each line; writes nothing. `mapping` null = guess it from the header. */
  'patients.previewImport': {
    kind: 'read',
    input: z.object({ csv: z.string().max(CSV_MAX), mapping: csvMappingSchema.nullable(), dateOrder: csvDateOrderSchema.nullable() }),
    output: z.object({
      columns: z.array(z.string()),
      mapping: csvMappingSchema,
      dateOrder: csvDateOrderSchema,
      counts: z.object({ ready: z.int(), duplicate: z.int(), duplicateInFile: z.int(), refused: z.int() }),
      /** The first 200 lines; the counts are of the whole file. */
      rows: z.array(csvRowReportSchema),
    }),
  },
  'patients.import': {
    kind: 'write',
    input: z.object({
      importId: idSchema,
      csv: z.string().max(CSV_MAX),
      mapping: csvMappingSchema,
      dateOrder: csvDateOrderSchema,
      withDuplicates: z.boolean(),
    }),
    output: z.object({ imported: z.int(), leftOut: z.int() }),
  },

  // Visits
  'visits.start': {
    kind: 'write',
    input: z.object({ visitId: idSchema, patientId: idSchema, contact: contactSchema }),
    output: openVisitSchema,
  },
  'visits.open': { kind: 'read', input: z.object({ visitId: idSchema }), output: openVisitSchema },
  /** Signed visits of this patient before the open one, oldest first, for the rules and for "last" values. */
  'visits.earlier': { kind: 'read', input: z.object({ visitId: idSchema }), output: z.array(earlierVisitSchema) },
  /** Overwrites the draft. A sequence not above the stored one is ignored and answered with the stored one. */
  'visits.saveDraft': {
    kind: 'write',
    input: z.object({
      visitId: idSchema,
      sequence: z.int().min(1),
      record: visitRecordSchema,
      pendingText: pendingTextSchema,
      focusField: z.string().max(200),
    }),
    /** `answersSetAside`: the stored draft had grown stale, so answers it held already wait to be confirmed (spec 12.5). */
    output: z.object({ sequence: z.int(), savedAt: instantSchema, answersSetAside: z.boolean() }),
  },
  'visits.discardDraft': { kind: 'write', input: z.object({ visitId: idSchema }), output: nothing },
  /** Gives an unsigned visit to somebody else; an administrator also one that is not their own. */
  'visits.handOver': { kind: 'write', input: z.object({ visitId: idSchema, userId: idSchema }), output: nothing },
  /** Runs the rules again, stores the record and its assessment once, and makes the visit read-only. */
  'visits.sign': {
    kind: 'write',
    input: z.object({
      visitId: idSchema,
      sequence: z.int().min(0),
      record: visitRecordSchema,
      /** Where the clinic asks for it (`signWithPassphrase`). */
      passphrase: passphraseSchema.optional(),
    }),
    output: signedVisitSchema,
  },
  /** Sets a signed visit aside with a reason: it stays legible and marked, and counts no more. Refused while an E or a D of it is open. */
  'visits.void': { kind: 'write', input: z.object({ visitId: idSchema, reason: noteSchema }), output: signedVisitSchema },
  'visits.get': { kind: 'read', input: z.object({ visitId: idSchema }), output: signedVisitSchema },
  'visits.addAddendum': {
    kind: 'write',
    input: z.object({ addendumId: idSchema, visitId: idSchema, text: noteSchema, reason: lineSchema }),
    output: signedVisitSchema,
  },
  /** Records an action or outcome on the E or D of a signed visit (spec 5.6). */
  'visits.recordFlagAction': {
    kind: 'write',
    input: z.object({
      actionId: idSchema,
      visitId: idSchema,
      action: z.discriminatedUnion('urgency', [
        z.object({ urgency: z.literal('E'), action: emergencyActionSchema }),
        z.object({ urgency: z.literal('D'), action: discussionOutcomeSchema }),
      ]),
    }),
    output: signedVisitSchema,
  },

  // Forms that are not stored yet
  /** Keeps what is typed, private to the user. A sequence not above the stored one is ignored. */
  'forms.save': { kind: 'write', input: formDraftSchema, output: z.object({ sequence: z.int(), savedAt: instantSchema }) },
  /** The newest kept text of this user in a form about this patient or visit, or null. */
  'forms.find': {
    kind: 'read',
    input: z.object({ form: formSchema, subjectId: idSchema.nullable() }),
    output: z.object({ draft: storedFormDraftSchema.nullable() }),
  },
  'forms.get': { kind: 'read', input: z.object({ formDraftId: idSchema }), output: z.object({ draft: storedFormDraftSchema.nullable() }) },
  'forms.discard': { kind: 'write', input: z.object({ formDraftId: idSchema }), output: nothing },

  // Today
  'today.get': {
    kind: 'read',
    input: nothing,
    output: z.object({
      today: calendarDateSchema,
      flags: z.array(z.object({ patient: todayPatient, flag: openFlagSchema })),
      reviewsDue: z.array(z.object({ patient: todayPatient, dueOn: calendarDateSchema, visitId: idSchema, headline: z.string() })),
      drafts: z.array(
        z.object({
          patient: todayPatient,
          visitId: idSchema,
          contact: contactSchema,
          visitOn: calendarDateSchema,
          savedAt: instantSchema,
          focusField: z.string(),
        }),
      ),
      /** Forms of this user with text that is not stored. */
      forms: z.array(
        z.object({
          formDraftId: idSchema,
          form: formSchema,
          subjectId: idSchema.nullable(),
          label: z.string(),
          patient: todayPatient.nullable(),
          savedAt: instantSchema,
        }),
      ),
      /** Unsigned visits of colleagues that hold an E, or a D whose discussion is not recorded: whose, never what. */
      colleagueFlags: z.array(
        z.object({ patient: todayPatient, visitId: idSchema, userName: z.string(), urgency: z.enum(['E', 'D']), savedAt: instantSchema }),
      ),
      patientCount: z.int(),
      visitCount: z.int(),
    }),
  },

  // Handouts
  'handouts.preview': {
    kind: 'read',
    input: z.object({ visitId: idSchema, options: handoutOptionsSchema }),
    output: handoutPreviewSchema,
  },
  /** Calls off every preview that is being made; each answers `cancelled`. */
  'handouts.cancelPreviews': { kind: 'read', input: nothing, output: nothing },
  /** Keeps the previewed sheet as given. Refused with `conflict` when the record would now give other bytes. */
  'handouts.keep': {
    kind: 'write',
    input: z.object({
      handoutId: idSchema,
      visitId: idSchema,
      options: handoutOptionsSchema,
      sha256: z.string().length(64),
      givenBy: z.enum(['print', 'save']),
    }),
    output: handoutSummarySchema,
  },
  /** Records that a kept sheet was given to the patient, and teach-back. The same `givingId` again changes nothing. */
  'handouts.recordGiving': {
    kind: 'write',
    input: z.object({
      givingId: idSchema,
      handoutId: idSchema,
      givenOn: calendarDateSchema,
      teachBack: teachBackSchema.nullable(),
      note: lineSchema,
    }),
    output: handoutSummarySchema,
  },
  /** The clinic's own notes on home-care sheets. Saving is refused with `invalid-input` for what spec 1.4 keeps off them. */
  'handouts.clinicNotes': { kind: 'read', input: nothing, output: clinicNotesSchema },
  'handouts.saveClinicNotes': { kind: 'write', input: clinicNotesSchema, output: clinicNotesSchema },
  /** Languages of the sheets beside English, and whether the clinic's lead has read their words. */
  'handouts.languages': { kind: 'read', input: nothing, output: z.array(sheetLanguageSchema) },
  'handouts.reviewLanguage': { kind: 'write', input: sheetLanguageSchema, output: z.array(sheetLanguageSchema) },
  /** The bytes of a kept sheet, exactly as given; `copy` is what a reprint prints: those bytes with the line "Copy of …" (spec 9). */
  'handouts.get': {
    kind: 'read',
    input: z.object({ handoutId: idSchema }),
    output: z.object({
      summary: handoutSummarySchema,
      pdf: z.instanceof(Uint8Array),
      copy: z.instanceof(Uint8Array),
      patientName: z.string(),
      /** With a home-care sheet: an emergency or same-day flag of the patient that waits by now. No text: in an unsigned visit. */
      openFlag: z.object({ urgency: z.enum(['E', 'D']), visitOn: calendarDateSchema, text: z.string() }).nullable(),
    }),
  },

  // Papers for clinicians
  /** The referral letter or the summary of an open visit as last saved, or of a signed one. Never refused. */
  'papers.preview': {
    kind: 'read',
    input: z.object({ visitId: idSchema, kind: visitPaperSchema, paper: paperSchema }),
    output: paperPreviewSchema,
  },
  /** The recovery key just shown, on paper. Nothing of it is stored, and the paper is not kept. */
  'papers.recovery': {
    kind: 'read',
    input: z.object({ groups: z.array(z.string().max(10)).length(RECOVERY_GROUPS), paper: paperSchema }),
    output: paperPreviewSchema,
  },
  /** The examination sheet to fill by hand, of no patient. */
  'papers.blank': { kind: 'read', input: z.object({ paper: paperSchema }), output: paperPreviewSchema },
  /** Keeps the previewed letter or summary as given. Refused with `conflict` when the record would now give other bytes. */
  'papers.keep': {
    kind: 'write',
    input: z.object({
      paperId: idSchema,
      visitId: idSchema,
      kind: visitPaperSchema,
      paper: paperSchema,
      sha256: z.string().length(64),
      givenBy: z.enum(['print', 'save']),
    }),
    output: paperSummarySchema,
  },
  /** The bytes of a kept letter or summary, exactly as given, and the copy that a reprint prints. */
  'papers.get': {
    kind: 'read',
    input: z.object({ paperId: idSchema }),
    output: z.object({
      summary: paperSummarySchema,
      pdf: z.instanceof(Uint8Array),
      copy: z.instanceof(Uint8Array),
      patientName: z.string(),
    }),
  },
} as const satisfies Record<string, Channel>;

export const shellChannels = {
  /** Ends the desk process, which is the only holder of the key. The window flushes its drafts first. */
  'shell.lock': { kind: 'write', input: nothing, output: nothing },
  /** Which desk folder is used: the clinic's own or the demo desk's. Ends the desk process and starts a new one. */
  'shell.useDesk': { kind: 'write', input: z.object({ desk: z.enum(['own', 'demo']) }), output: nothing },
  'shell.about': {
    kind: 'read',
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      platform: z.string(),
      /** The development runtime shows the banner "development runtime: no real patients". */
      developmentRuntime: z.boolean(),
      desk: z.enum(['own', 'demo']),
      /** The desk process ended by itself since the window was loaded. */
      deskEndedUnexpectedly: z.boolean(),
    }),
  },
  /** Asks for a place and writes the bytes there, atomically. `cancelled` when the person changes their mind. */
  'shell.savePdf': {
    kind: 'write',
    input: z.object({ pdf: z.instanceof(Uint8Array), suggestedName: z.string().max(120) }),
    output: nothing,
  },
  /** As `savePdf`, for a list. */
  'shell.saveCsv': {
    kind: 'write',
    input: z.object({ csv: z.instanceof(Uint8Array), suggestedName: z.string().max(120) }),
    output: nothing,
  },
  /** The system's print dialog for these bytes. */
  'shell.printPdf': { kind: 'write', input: z.object({ pdf: z.instanceof(Uint8Array) }), output: nothing },
  /** Asks for a CSV file and reads it. */
  'shell.openCsv': { kind: 'read', input: nothing, output: z.object({ fileName: z.string(), csv: z.string().max(CSV_MAX) }) },
  /** Asks for a picture and reads it. `file-too-large` before it is read; what it is, the window finds out. */
  'shell.openLogo': { kind: 'read', input: nothing, output: z.object({ bytes: z.instanceof(Uint8Array) }) },
  /** Asks for a folder for what is read from a damaged desk, for a folder for the backups, and for a backup file. Answered with its path. */
  'shell.chooseSalvageFolder': { kind: 'read', input: nothing, output: z.object({ path: pathSchema }) },
  'shell.chooseBackupFolder': { kind: 'read', input: nothing, output: z.object({ path: pathSchema }) },
  'shell.chooseBackupFile': { kind: 'read', input: nothing, output: z.object({ path: pathSchema }) },
  'shell.copyText': { kind: 'write', input: z.object({ text: z.string().max(20_000) }), output: nothing },
  /** The window has written what it held; the shell may go on closing. */
  'shell.readyToClose': { kind: 'write', input: nothing, output: nothing },
} as const satisfies Record<string, Channel>;

/** Events the shell sends to the window. */
export const events = {
  /** The desk process ended by itself; a new, locked one has been started. */
  'desk-gone': nothing,
  /** The window is about to be closed: write drafts, then call `shell.readyToClose`. */
  closing: nothing,
  /** A menu item or its shortcut was chosen. */
  menu: z.object({
    command: z.enum(['new-patient', 'find-patient', 'today', 'settings', 'lock', 'keys', 'about', 'diagnostics', 'undo', 'redo']),
  }),
  /** The system was locked or suspended. */
  'system-locked': nothing,
} as const;

/** A `write` is carried out before the next request; a `read` sees every write before it; a `job` takes long and runs beside the others. */
type Channel = { kind: 'read' | 'write' | 'job'; input: z.ZodType; output: z.ZodType };
export const channels = { ...deskChannels, ...shellChannels };
export type DeskChannel = keyof typeof deskChannels;
export type ShellChannel = keyof typeof shellChannels;
export type ChannelName = keyof typeof channels;
export type Input<C extends ChannelName> = z.infer<(typeof channels)[C]['input']>;
export type Output<C extends ChannelName> = z.infer<(typeof channels)[C]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
