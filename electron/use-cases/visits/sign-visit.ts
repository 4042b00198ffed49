import { isDeepStrictEqual } from 'node:util';
import { assess } from '../../../shared/clinical/assess.ts';
import type { AssessContext } from '../../../shared/clinical/assess-types.ts';
import { ageYearsOn } from '../../../shared/clinical/day-counts.ts';
import { episodeOf } from '../../../shared/clinical/follow-up.ts';
import { legNprs } from '../../../shared/clinical/follow-up-measures.ts';
import { highestOpenFlag } from '../../../shared/clinical/open-flags.ts';
import type { FieldCode, FieldErrors } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Assessment } from '../../../shared/schemas/assessment.ts';
import type { Instant } from '../../../shared/schemas/common.ts';
import type { Patient } from '../../../shared/schemas/patient.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { visitHeadline } from '../../../shared/text/en/headlines.ts';
import { deleteDraft } from '../../db/repositories/draft.ts';
import { getSignedVisit, signVisit as writeSignature, type Signature, type VisitHead } from '../../db/repositories/visit.ts';
import type { Writer } from '../../db/store.ts';
import type { DeskContext, DeskUser, Handler } from '../context.ts';
import { signsWithPassphrase } from '../desk/sign-with-passphrase.ts';
import { isStale, loadDraft, loadSignedVisit, rulesContext, setDraftAside } from './load-visit.ts';

const ANSWER_PREFIX = 'redFlags.answers.';

/**
 * Runs the rules again, writes the record and its assessment once, and removes the draft (design D8). An E or a D never blocks it.
 * Signing the same record again returns the signed visit. Errors: `visit-signed` (signed with another content), `conflict` (a newer
 * draft is stored), `invalid-input` with the fields (an impossible combination, or text that is no value yet), `reason-required` with
 * the unasked questions while no reason is recorded (spec 0.1), `draft-stale` (the red-flag answers now wait to be confirmed), `not-found`, `forbidden`; where the clinic asks for the passphrase also
 * `passphrase-needed`, `wrong-passphrase` and `wait`, and the visit stays as it is.
 */
export const signVisit: Handler<'visits.sign'> = async (desk, { passphrase, ...input }) => {
  if (signsWithPassphrase(desk)) {
    if (passphrase === undefined) return fail('passphrase-needed');
    const checked = await desk.checkPassphrase(passphrase);
    if (!checked.ok) return checked;
  }
  const signed = desk.write((db) => signInTransaction(desk, db, input));
  // A refusal rolls its transaction back, so the answers are set aside in one of their own.
  if (!signed.ok && signed.error.code === 'draft-stale') desk.write((db) => setAsideIfOpen(desk, db, input.visitId));
  if (signed.ok) desk.checkpoint();
  return signed;
};

function signInTransaction(
  desk: DeskContext,
  db: Writer,
  { visitId, sequence, record }: { visitId: string; sequence: number; record: VisitRecord },
): Result<Output<'visits.sign'>> {
  const already = getSignedVisit(db, visitId);
  if (already !== null) return isDeepStrictEqual(already.record, record) ? loadSignedVisit(db, visitId) : fail('visit-signed');
  const loaded = loadDraft(desk, db, visitId);
  if (!loaded.ok) return loaded;
  const { visit, draft, patient } = loaded.value;
  if (sequence < draft.sequence) return fail('conflict');
  if (isStale(draft, desk.clock.nowInstant())) return fail('draft-stale');
  const fields = {
    ...changedSinceOpening(visit, record),
    ...findVisitProblems(record, patient.birthDate),
    ...pendingTextProblems(draft.pendingText),
  };
  if (Object.keys(fields).length > 0) return fail('invalid-input', { fields });
  const signature = makeSignature(record, patient, rulesContext(db, visit, patient), desk.user, desk.clock.nowInstant());
  const unasked = missingReason(record, signature.assessment);
  if (unasked !== null) return fail('reason-required', { fields: unasked });
  if (!writeSignature(db, visit, signature)) return fail('conflict');
  deleteDraft(db, visitId);
  return loadSignedVisit(db, visitId);
}

function setAsideIfOpen(desk: DeskContext, db: Writer, visitId: string): Result<null> {
  const loaded = loadDraft(desk, db, visitId);
  if (!loaded.ok) return loaded;
  setDraftAside(desk, db, loaded.value.draft);
  return ok(null);
}

/** What signing writes: the record, the rules' answer to it, and the columns that lists and trends read. */
export function makeSignature(
  record: VisitRecord,
  patient: Pick<Patient, 'birthDate'>,
  context: AssessContext,
  user: DeskUser,
  signedAt: Instant,
): Signature {
  const assessment = assess(record, context);
  return {
    record,
    assessment,
    ageYears: ageYearsOn(patient.birthDate, record.visitOn),
    headline: visitHeadline(record, assessment, episodeOf(record, context.earlier)?.baseline ?? null),
    legNprs: legNprs(record),
    openFlag: highestOpenFlag({ record, assessment, actions: [] }),
    signedAt,
    userId: user.userId,
    userName: user.displayName,
  };
}

/** The date and zone of a visit are fixed when it is opened. */
function changedSinceOpening(visit: VisitHead, record: VisitRecord): FieldErrors {
  return {
    ...(record.visitOn === visit.visitOn ? {} : { visitOn: 'invalid' as const }),
    ...(record.timeZone === visit.timeZone ? {} : { timeZone: 'invalid' as const }),
  };
}

/** The unasked required questions while no reason for them is recorded, or null. */
function missingReason(record: VisitRecord, assessment: Assessment): FieldErrors | null {
  const { open } = assessment.redFlags;
  if (open.length === 0 || record.unaskedReason.trim() !== '') return null;
  return Object.fromEntries(open.map((fact): [string, FieldCode] => [`${ANSWER_PREFIX}${fact}`, 'required']));
}

function pendingTextProblems(pendingText: Record<string, string>): FieldErrors {
  return Object.fromEntries(Object.entries(pendingText).map(([path, text]) => [path, codeOfUnreadText(path, text)]));
}

/** Why a text in a field cannot be its value. A red-flag answer stands there while it waits to be confirmed (spec 12.5). */
function codeOfUnreadText(path: string, text: string): FieldCode {
  if (path.startsWith(ANSWER_PREFIX)) return 'required';
  if (path.endsWith('On')) return 'not-a-date';
  const number = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(number)) return 'not-a-number';
  const mayBeFraction = path.endsWith('temperatureC') || path.endsWith('calfDifferenceCm') || path.includes('.calfCm.');
  return Number.isInteger(number) || mayBeFraction ? 'out-of-range' : 'not-whole';
}
