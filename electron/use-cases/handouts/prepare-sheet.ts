import { createHash } from 'node:crypto';
import type { AssessContext } from '../../../shared/clinical/assess-types.ts';
import { assess } from '../../../shared/clinical/assess.ts';
import { findGuards, openGuards } from '../../../shared/clinical/guards.ts';
import { highestOpenFlag } from '../../../shared/clinical/open-flags.ts';
import { RULE_VERSION } from '../../../shared/clinical/rule-version.ts';
import { ANSWER_PATH } from '../../../shared/clinical/stale-draft.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { buildHandout, type HandoutInput } from '../../../shared/handouts/build.ts';
import type { HandoutDocument, PaperDocument } from '../../../shared/handouts/document-model.ts';
import { lintHandout } from '../../../shared/handouts/lint.ts';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import type { CalendarDate, Id, Instant } from '../../../shared/schemas/common.ts';
import type { HandoutOptions, HandoutProblem, HandoutSummary } from '../../../shared/schemas/handout.ts';
import type { Patient } from '../../../shared/schemas/patient.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { sheetRefusals } from '../../../shared/text/en/sheet-refusals.ts';
import { readClinic, readLogoPng } from '../../db/repositories/clinic.ts';
import { listFlagActions } from '../../db/repositories/flag.ts';
import { type KeptHandout, listHandouts } from '../../db/repositories/handout.ts';
import { getVisitHead, listSignedVisits } from '../../db/repositories/visit.ts';
import type { Reader } from '../../db/store.ts';
import type { DeskContext } from '../context.ts';
import { readClinicNotes } from './clinic-notes.ts';
import { flagOfOpenVisit } from './flag-of-patient.ts';
import { readReviewedLanguages } from './sheet-languages.ts';
import { isStale, loadDraft, loadSignedVisit, rulesContext } from '../visits/load-visit.ts';

/**
 * Draws a sheet; the same document and options always give the same bytes. `printedName` is the name as it stands on the sheet, empty
 * where it is written by hand; `problems` is what only drawing can find out, such as characters no font has.
 */
export type SheetRenderer = {
  render(
    document: PaperDocument,
    options: Pick<HandoutOptions, 'paper' | 'largePrint'> & { logo?: Uint8Array | null },
  ): Promise<{ pdf: Uint8Array; pageCount: number; printedName: string; problems: HandoutProblem[] }>;
  /** A kept sheet with a line in its top margin, its own bytes unchanged in front. */
  stampCopy(kept: Uint8Array, line: string): Promise<Uint8Array>;
};

/** A renderer for what somebody looks at, which can be called off. */
export type PreviewRenderer = SheetRenderer & { preview: SheetRenderer['render']; cancelPreviews(): void };

/** A visit as a sheet is made from it: the open one as last saved, or the signed one with what was recorded on it since. */
export type SheetSource = {
  patient: Patient;
  record: VisitRecord;
  assessment: Assessment;
  clinicianName: string;
  /** Reasons outside the assessment why a home-care sheet waits. */
  waits: HandoutProblem[];
};

/** When, by whom and how a sheet left the desk. */
export type Keeping = { handoutId: Id; givenBy: 'print' | 'save'; keptAt: Instant; keptBy: string };

/** A sheet ready to be shown or kept. `pdf` is empty when a hard problem stopped it. */
export type PreparedSheet = {
  visitId: Id;
  patient: Patient;
  /** The name the sheet carries, for the print button (hazard 3). */
  patientName: string;
  document: HandoutDocument;
  options: HandoutOptions;
  madeOn: CalendarDate;
  pdf: Uint8Array<ArrayBuffer>;
  sha256: string;
  pageCount: number;
  problems: HandoutProblem[];
};

/**
 * Record to document to bytes (design D7). A home-care sheet with a hard problem is not drawn; an emergency or safety sheet is always
 * drawn (spec 13). Errors: `not-found`, `forbidden` (another user's draft).
 */
export async function prepareSheet(
  desk: DeskContext,
  renderer: SheetRenderer,
  visitId: Id,
  options: HandoutOptions,
): Promise<Result<PreparedSheet>> {
  const source = loadSource(desk, visitId);
  if (!source.ok) return source;
  const { patient, record, assessment, clinicianName, waits } = source.value;
  const madeOn = desk.clock.today();
  const clinic = readClinic(desk.read);
  const document = buildHandout({
    patient,
    visitOn: record.visitOn,
    record,
    assessment,
    clinic,
    clinicianName,
    clinicNotes: readClinicNotes(desk.read),
    previous: previousSheet(desk.read, patient.patientId, visitId, record.visitOn),
    options,
    reviewedLanguages: readReviewedLanguages(desk.read),
    madeOn,
  });
  const found = [...lintHandout(document, assessment), ...(document.sheet === 'homecare' ? waits : [])];
  const undrawn = {
    visitId,
    patient,
    patientName: nameOf(patient),
    document,
    options,
    madeOn,
    pdf: new Uint8Array(),
    sha256: '',
    pageCount: 0,
  };
  if (isStopped(document, found)) return ok({ ...undrawn, problems: found });
  const logo = clinic.logo === null ? null : readLogoPng(desk.read);
  const drawn = await renderer.render(document, { paper: options.paper, largePrint: options.largePrint, logo });
  const problems = [...found, ...drawn.problems];
  if (isStopped(document, problems)) return ok({ ...undrawn, problems });
  const sha256 = createHash('sha256').update(drawn.pdf).digest('hex');
  const patientName = drawn.printedName === '' ? undrawn.patientName : drawn.printedName;
  return ok({ ...undrawn, patientName, pdf: new Uint8Array(drawn.pdf), sha256, pageCount: drawn.pageCount, problems });
}

/** The last home-care sheet given for another visit, up to the day of this one: what this sheet is compared with. */
function previousSheet(db: Reader, patientId: Id, visitId: Id, visitOn: CalendarDate): HandoutInput['previous'] {
  const isEarlier = (kept: HandoutSummary): boolean => kept.sheet === 'homecare' && kept.visitId !== visitId && kept.madeOn <= visitOn;
  return listHandouts(db, patientId).find(isEarlier) ?? null;
}

/** The row of a prepared sheet that is kept as given. */
export function toKeptHandout(sheet: PreparedSheet, keeping: Keeping): KeptHandout {
  const { document, options, patient } = sheet;
  return {
    summary: {
      ...keeping,
      visitId: sheet.visitId,
      sheet: document.sheet,
      language: document.language,
      paper: options.paper,
      largePrint: options.largePrint,
      modules: document.modules,
      madeOn: sheet.madeOn,
      sha256: sheet.sha256,
      giving: null,
    },
    patientId: patient.patientId,
    patientName: sheet.patientName,
    options,
    documentJson: JSON.stringify(document),
    pageCount: sheet.pageCount,
    pdf: sheet.pdf,
  };
}

function nameOf(patient: Pick<Patient, 'givenNames' | 'familyName'>): string {
  return `${patient.givenNames} ${patient.familyName}`;
}

function isStopped(document: HandoutDocument, problems: readonly HandoutProblem[]): boolean {
  return document.sheet === 'homecare' && problems.some(({ hard }) => hard);
}

/** The visit a paper is made from. Errors: `not-found`, `forbidden` (another user's draft). */
export function loadSource(desk: DeskContext, visitId: Id): Result<SheetSource> {
  const db = desk.read;
  const visit = getVisitHead(db, visitId);
  if (visit === null || visit.status === 'voided') return fail('not-found');
  return visit.status === 'open' ? loadDraftSource(desk, db, visitId) : loadSignedSource(db, visitId);
}

function loadDraftSource(desk: DeskContext, db: Reader, visitId: Id): Result<SheetSource> {
  const loaded = loadDraft(desk, db, visitId);
  if (!loaded.ok) return loaded;
  const { visit, draft, patient } = loaded.value;
  const pending = Object.keys(draft.pendingText);
  const isUnconfirmed = pending.some((path) => path.startsWith(ANSWER_PATH));
  // What cannot be read has no value, so no rule saw it: "102" in a field for degrees Celsius is no fever to them.
  const isUnread = pending.some((path) => !path.startsWith(ANSWER_PATH));
  const isImpossible = Object.keys(findVisitProblems(draft.record, patient.birthDate)).length > 0;
  const context = rulesContext(db, visit, patient);
  const assessment = assess(draft.record, context);
  const waits = [
    ...(isUnconfirmed || isStale(draft, desk.clock.nowInstant()) ? [gateProblem(sheetRefusals.answersToConfirm)] : []),
    ...(isUnread || isImpossible ? [gateProblem(sheetRefusals.unreadFields)] : []),
    ...unansweredGuards(draft.record, context, assessment),
  ];
  return ok({ patient, record: draft.record, assessment, clinicianName: desk.user.displayName, waits });
}

function loadSignedSource(db: Reader, visitId: Id): Result<SheetSource> {
  const loaded = loadSignedVisit(db, visitId);
  if (!loaded.ok) return loaded;
  const { patient, signedBy, actions } = loaded.value;
  const lastEmergency = actions.findLast((action) => action.urgency === 'E');
  const lastDiscussion = actions.findLast((action) => action.urgency === 'D');
  const record: VisitRecord = {
    ...loaded.value.record,
    emergency: lastEmergency?.action ?? loaded.value.record.emergency,
    discussion: lastDiscussion?.action ?? loaded.value.record.discussion,
  };
  // A discussion or an outcome recorded since signing changes which sheet may print. Rules of another version keep their own answer.
  const isSameRules = loaded.value.assessment.ruleVersion === RULE_VERSION;
  const context = rulesContext(db, { visitId, patientId: patient.patientId }, patient);
  const assessment = isSameRules ? assess(record, context) : loaded.value.assessment;
  const waits = [
    ...(hasNewerFlag(db, visitId, patient) ? [gateProblem(sheetRefusals.newerFlag)] : []),
    ...unansweredGuards(record, context, assessment),
  ];
  return ok({ patient, record, assessment, clinicianName: signedBy, waits });
}

/** A fall of power, a lost reflex or a new bladder or saddle answer that nobody has looked at again. */
function unansweredGuards(record: VisitRecord, context: AssessContext, assessment: Assessment): HandoutProblem[] {
  return openGuards(record, findGuards(record, context.earlier, assessment))
    .filter(({ holdsSheet }) => holdsSheet)
    .map(({ text }) => gateProblem(sheetRefusals.lookAgain(text)));
}

/** Whether a visit after this one, signed or still open, holds an emergency or a discussion without an outcome (hazard 6). */
function hasNewerFlag(db: Reader, visitId: Id, patient: Patient): boolean {
  const signed = listSignedVisits(db, patient.patientId);
  const own = signed.find((visit) => visit.visitId === visitId);
  const isFlagged = signed.some(
    (visit) =>
      visit.visitId !== visitId &&
      own !== undefined &&
      visit.signedAt >= own.signedAt &&
      ['E', 'D'].includes(
        highestOpenFlag({ record: visit.record, assessment: visit.assessment, actions: listFlagActions(db, visit.visitId) }) ?? '',
      ),
  );
  return isFlagged || flagOfOpenVisit(db, patient) !== null;
}

function gateProblem(message: string): HandoutProblem {
  return { hard: true, code: 'gate-fails', message };
}
