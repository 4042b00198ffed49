import { randomUUID } from 'node:crypto';
import type { DeskChannel, Input, Output } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';
import { emptyVisitRecord } from '../../shared/schemas/visit.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { CLINIC, PASSPHRASE } from '../db/host.ts';
import { askedRecord, PATIENT } from '../db/visits.ts';
import { valueOf } from '../db/database.ts';

/** Puts one request to a desk, by whatever line. */
export type Ask = (channel: unknown, input: unknown) => Promise<Result<unknown>>;

/** Ids of what lies in the desk under fire. */
export type Ids = { userId: string; patientId: string; signedVisitId: string; openVisitId: string; visitOn: string };

/** Fills an open desk with one patient, a signed and an open visit, through its own channels. */
export async function fillDesk(ask: Ask, userId: string): Promise<Ids> {
  const call = async <C extends DeskChannel>(channel: C, input: Input<C>): Promise<Output<C>> =>
    valueOf((await ask(channel, input)) as Result<Output<C>>);
  const { today: visitOn } = await call('desk.session', {});
  const [patientId, signedVisitId, openVisitId] = [uuidv7(), uuidv7(), uuidv7()];
  await call('patients.create', { patientId, patient: PATIENT });
  await call('visits.start', { visitId: signedVisitId, patientId, contact: 'first' });
  await call('visits.sign', { visitId: signedVisitId, sequence: 1, record: askedRecord('first', visitOn) });
  await call('visits.start', { visitId: openVisitId, patientId, contact: 'review' });
  return { userId, patientId, signedVisitId, openVisitId, visitOn };
}

/** A valid payload for each channel whose payloads have parts; the others are fired at with bare values. */
export function samplesOf(ids: Ids): { [C in DeskChannel]?: Input<C> } {
  const { userId, patientId, openVisitId: visitId, visitOn } = ids;
  const record = emptyVisitRecord('review', visitOn, 'UTC');
  const csvMapping = {
    givenNames: 'a',
    familyName: 'b',
    fullName: null,
    birthDate: 'c',
    sex: null,
    phone: null,
    email: null,
    address: null,
    ownNumber: null,
    note: null,
  };
  const options: Input<'handouts.preview'>['options'] = { kind: 'plan', paper: 'A4', largePrint: false };
  return {
    'desk.create': { displayName: 'Dr Other', passphrase: PASSPHRASE, clinic: CLINIC },
    'desk.unlock': { userId, passphrase: PASSPHRASE },
    'desk.changePassphrase': { current: PASSPHRASE, next: 'nine paper boats in march' },
    'desk.makeRecoveryKey': { passphrase: PASSPHRASE },
    'desk.recover': { userId, recoveryKey: 'AAAA', next: 'nine paper boats in march' },
    'desk.setLockAfter': { minutes: 5 },
    'clinic.save': { ...CLINIC, revision: 1 },
    'backup.configure': { folder: '/nowhere/at/all', everyHours: 24 },
    'backup.verify': { passphrase: PASSPHRASE },
    'backup.inspect': { path: '/nowhere/at/all' },
    'backup.restore': { path: '/nowhere/at/all', userId, passphrase: PASSPHRASE },
    'patients.search': { query: 'x', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 50 },
    'patients.get': { patientId },
    'patients.create': { patientId: uuidv7(), patient: PATIENT },
    'patients.update': { patientId, revision: 1, patient: PATIENT },
    'patients.findDuplicates': { givenNames: 'A', familyName: 'B', birthDate: '1980-05-04', ownNumber: '', exceptPatientId: null },
    'patients.chart': { patientId },
    'patients.previewImport': { csv: 'a,b,c\nA,B,1980-05-04', mapping: csvMapping, dateOrder: 'YMD' },
    'patients.import': { importId: uuidv7(), csv: 'a,b,c\nA,B,1980-05-04', mapping: csvMapping, dateOrder: 'YMD', withDuplicates: false },
    'visits.start': { visitId: uuidv7(), patientId, contact: 'review' },
    'visits.open': { visitId },
    'visits.earlier': { visitId },
    'visits.saveDraft': { visitId, sequence: 1, record, pendingText: { 'slr.right.p1AngleDeg': '4' }, focusField: 'note' },
    'visits.discardDraft': { visitId },
    'visits.sign': { visitId, sequence: 1, record },
    'visits.get': { visitId },
    'visits.addAddendum': { addendumId: uuidv7(), visitId, text: 'later', reason: 'heard later' },
    'handouts.preview': { visitId, options },
    'handouts.keep': { handoutId: uuidv7(), visitId, options, sha256: '0'.repeat(64), givenBy: 'save' },
    'handouts.get': { handoutId: uuidv7() },
  };
}

/** Requests of the right shape that reach for what is not there, is of another kind, or is finished. Each must be refused. */
export function forged(ids: Ids): (readonly [DeskChannel, unknown])[] {
  const { patientId, signedVisitId, openVisitId, visitOn, userId } = ids;
  const strangers = [randomUUID(), uuidv7(), userId];
  const record = emptyVisitRecord('review', visitOn, 'UTC');
  const draft = { sequence: 9, record, pendingText: {}, focusField: '' };
  const notVisits = [...strangers, patientId];
  const notPatients = [...strangers, openVisitId];
  return [
    ...notPatients.flatMap((id): (readonly [DeskChannel, unknown])[] => [
      ['patients.get', { patientId: id }],
      ['patients.update', { patientId: id, revision: 1, patient: PATIENT }],
      ['patients.chart', { patientId: id }],
      ['visits.start', { visitId: uuidv7(), patientId: id, contact: 'first' }],
    ]),
    ...notVisits.flatMap((visitId): (readonly [DeskChannel, unknown])[] => [
      ['visits.open', { visitId }],
      ['visits.earlier', { visitId }],
      ['visits.saveDraft', { visitId, ...draft }],
      ['visits.discardDraft', { visitId }],
      ['visits.sign', { visitId, sequence: 9, record }],
      ['visits.get', { visitId }],
      ['visits.addAddendum', { addendumId: uuidv7(), visitId, text: 'later', reason: 'heard later' }],
      ['handouts.get', { handoutId: visitId }],
    ]),
    // Signed: nothing of it may change any more. Open: nothing of a signed one may be asked of it.
    ['visits.saveDraft', { visitId: signedVisitId, ...draft }],
    ['visits.discardDraft', { visitId: signedVisitId }],
    ['visits.sign', { visitId: signedVisitId, sequence: 9, record }],
    ['visits.open', { visitId: signedVisitId }],
    ['visits.get', { visitId: openVisitId }],
    ['visits.addAddendum', { addendumId: uuidv7(), visitId: openVisitId, text: 'later', reason: 'heard later' }],
    // Of another patient, of another revision, of a stranger's file.
    ['patients.update', { patientId, revision: 7, patient: PATIENT }],
    ['desk.create', { displayName: 'Dr Other', passphrase: PASSPHRASE, clinic: CLINIC }],
    ['desk.unlock', { userId, passphrase: 'wrong' }],
    ['desk.recover', { userId, recoveryKey: 'AAAA', next: 'nine paper boats in march' }],
    ['backup.restore', { path: '/etc/passwd', userId, passphrase: PASSPHRASE }],
    ['backup.inspect', { path: '/etc/passwd' }],
    ['backup.inspect', { path: '/etc' }],
    ['backup.configure', { folder: '/etc/passwd', everyHours: 24 }],
    ['backup.verify', { passphrase: 'wrong' }],
    ['backup.make', {}],
  ];
}

/** Names that are no channel of the desk. */
export const NOT_CHANNELS: readonly unknown[] = [
  '__proto__',
  'constructor',
  'toString',
  'shell.lock',
  'shell.savePdf',
  '',
  'patients',
  'PATIENTS.GET',
  7,
  null,
  {},
  [],
];
