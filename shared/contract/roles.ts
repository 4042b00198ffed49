import type { Role } from '../schemas/user.ts';
import type { DeskChannel } from './contract.ts';

/** Roles that may call a channel; `anyone` is answered before somebody has unlocked, when there is no role yet. */
export type Access = 'anyone' | readonly Role[];

const ALL = ['admin', 'clinician', 'assistant'] as const;
const CLINICAL = ['admin', 'clinician'] as const;
const ADMIN = ['admin'] as const;

/**
 * Who may do what, channel by channel; the desk refuses everything else with `forbidden` before it reads the request, and the window
 * offers nothing the desk would refuse. An assistant takes intakes, keeps patients and prints.
 */
export const CHANNEL_ACCESS: { readonly [C in DeskChannel]: Access } = {
  'desk.status': 'anyone',
  'desk.create': 'anyone',
  'desk.createDemo': 'anyone',
  'desk.unlock': 'anyone',
  'desk.recover': 'anyone',
  'desk.close': 'anyone',
  'desk.diagnostics': 'anyone',
  'desk.changePassphrase': ALL,
  'desk.makeRecoveryKey': ADMIN,
  'desk.setLockAfter': ADMIN,
  'desk.setSignWithPassphrase': ADMIN,
  'desk.session': ALL,
  'desk.notices': ALL,
  'desk.markNoticesRead': ALL,
  'desk.verifyLog': CLINICAL,

  'people.list': ADMIN,
  'people.colleagues': ALL,
  'people.add': ADMIN,
  'people.setRole': ADMIN,
  'people.resetPassphrase': ADMIN,
  'people.remove': ADMIN,
  'people.rekey': ADMIN,

  'audit.report': ADMIN,
  'audit.export': ADMIN,
  'audit.erase': ADMIN,

  'clinic.get': ALL,
  'clinic.save': CLINICAL,
  'clinic.logo': ALL,
  'clinic.saveLogo': CLINICAL,

  'backup.status': ALL,
  'backup.configure': CLINICAL,
  'backup.make': CLINICAL,
  'backup.verify': CLINICAL,
  'backup.checkAnchors': CLINICAL,
  'backup.inspect': 'anyone',
  // While the desk is locked: the use-case looks at the role of whose passphrase it is.
  'backup.restore': 'anyone',
  // As for a restore, as far as the role can still be read; nobody can use them on a desk that is whole.
  'salvage.open': 'anyone',
  'salvage.patients': 'anyone',
  'salvage.patient': 'anyone',
  'salvage.export': 'anyone',

  'patients.search': ALL,
  'patients.get': ALL,
  'patients.create': ALL,
  'patients.update': ALL,
  'patients.findDuplicates': ALL,
  'patients.chart': ALL,
  'patients.previewImport': ALL,
  'patients.import': ALL,

  'visits.start': ALL,
  'visits.open': ALL,
  'visits.earlier': ALL,
  'visits.saveDraft': ALL,
  'visits.discardDraft': ALL,
  'visits.handOver': ALL,
  'visits.sign': CLINICAL,
  'visits.void': CLINICAL,
  'visits.get': ALL,
  'visits.addAddendum': CLINICAL,
  'visits.recordFlagAction': CLINICAL,

  'forms.save': ALL,
  'forms.find': ALL,
  'forms.get': ALL,
  'forms.discard': ALL,

  'today.get': ALL,

  'handouts.preview': ALL,
  'handouts.cancelPreviews': ALL,
  'handouts.keep': ALL,
  'handouts.get': ALL,
  'handouts.recordGiving': ALL,
  'handouts.clinicNotes': ALL,
  'handouts.saveClinicNotes': CLINICAL,
  'handouts.languages': ALL,
  'handouts.reviewLanguage': CLINICAL,

  'papers.preview': ALL,
  'papers.blank': ALL,
  'papers.recovery': ADMIN,
  'papers.keep': ALL,
  'papers.get': ALL,
};

/** Whether somebody of this role may call the channel on an open desk. */
export function mayCall(role: Role, channel: DeskChannel): boolean {
  const access = CHANNEL_ACCESS[channel];
  return access === 'anyone' || access.includes(role);
}
