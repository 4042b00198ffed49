import type { AssessContext, EarlierVisitForRules } from '../../../shared/clinical/assess-types.ts';
import { assess } from '../../../shared/clinical/assess.ts';
import { findGuards } from '../../../shared/clinical/guards.ts';
import { highestOpenFlag, isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { FlagAction } from '../../../shared/schemas/red-flag-answers.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { insertDraft } from '../../db/repositories/draft.ts';
import { insertFlagAction } from '../../db/repositories/flag.ts';
import { insertPatient } from '../../db/repositories/patient.ts';
import { getVisitHead, insertAddendum, insertOpenVisit, setOpenFlag, signVisit, type VisitHead } from '../../db/repositories/visit.ts';
import type { Writer } from '../../db/store.ts';
import type { DeskContext } from '../context.ts';
import { makeSignature } from '../visits/sign-visit.ts';
import type { DemoDesk, DemoPatient, DemoVisit } from './generate-demo-desk.ts';

/** Writes the demo desk through the desk's own repositories and log, in one transaction: all of it or nothing. */
export function fillDemoDesk(desk: DeskContext, demo: DemoDesk): void {
  desk.write((db) => {
    for (const patient of demo.patients) writePatient(desk, db, patient);
  });
}

function writePatient(desk: DeskContext, db: Writer, demo: DemoPatient): void {
  insertPatient(db, demo.patientId, demo.patient);
  const earlier: EarlierVisitForRules[] = [];
  for (const visit of demo.visits)
    earlier.push(writeSignedVisit(desk, db, demo, visit, { birthDate: demo.patient.birthDate, earlier: [...earlier] }));
  if (demo.draft === null) return;
  const { visitId, contact, record, sequence, focusField, savedAt } = demo.draft;
  insertOpenVisit(db, { visitId, patientId: demo.patientId, contact, visitOn: record.visitOn, timeZone: record.timeZone });
  insertDraft(db, { visitId, userId: desk.user.userId, sequence, record, pendingText: {}, focusField, savedAt });
}

function writeSignedVisit(
  desk: DeskContext,
  db: Writer,
  { patientId, patient }: DemoPatient,
  visit: DemoVisit,
  context: AssessContext,
): EarlierVisitForRules {
  const { visitId, signedAt } = visit;
  const record = withGuardsAnswered(visit.record, patient, context);
  insertOpenVisit(db, { visitId, patientId, contact: record.contact, visitOn: record.visitOn, timeZone: record.timeZone });
  const signature = makeSignature(record, patient, context, desk.user, signedAt);
  if (!signVisit(db, headOf(db, visitId), signature)) throw new Error('the demo visit was changed meanwhile');
  const actions = visit.actions.map((action): FlagAction => {
    const { actionId, ...rest } = action;
    const flagAction: FlagAction = { ...rest, recordedBy: desk.user.displayName };
    insertFlagAction(db, { actionId, visitId, flagAction }, desk.user.userId);
    return flagAction;
  });
  const { assessment } = signature;
  const openFlag = highestOpenFlag({ record, assessment, actions });
  if (openFlag !== signature.openFlag) setOpenFlag(db, headOf(db, visitId), openFlag);
  if (visit.addendum !== null) insertAddendum(db, { ...visit.addendum, visitId, createdBy: desk.user.displayName }, desk.user.userId);
  return { record, assessment, emergencyOpen: isEmergencyOpen({ record, assessment, actions }) };
}

/** The clinicians of the demo desk looked again at every fall of power and every lost reflex before they signed. */
function withGuardsAnswered(record: VisitRecord, patient: DemoPatient['patient'], context: AssessContext): VisitRecord {
  const guards = findGuards(record, context.earlier, assess(record, { ...context, birthDate: patient.birthDate }));
  return { ...record, plan: { ...record.plan, answeredGuards: guards.map(({ id }) => id) } };
}

function headOf(db: Writer, visitId: string): VisitHead {
  const head = getVisitHead(db, visitId);
  if (head === null) throw new Error('a visit that was just written is not there');
  return head;
}
