import { Button, Modal } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { setAnswersAside } from '../../../../shared/clinical/stale-draft.ts';
import type { DeskFailure } from '../../../api/desk-failure.ts';
import { asDeskFailure } from '../../../api/desk-failure.ts';
import { failureMessage } from '../../../api/messages.ts';
import { replaceRoute } from '../../../app/routes.ts';
import { useSession } from '../../../app/desk-state.ts';
import { focusField } from '../../../components/focus-field.ts';
import { Notice } from '../../../components/notice.tsx';
import { PassphraseField } from '../../../components/passphrase-field.tsx';
import { fullName } from '../../../components/person-name.ts';
import { text } from '../../../text.ts';
import { BoundText } from '../fields/bound-fields.tsx';
import { FieldLinks, fieldName } from '../fields/field-links.tsx';
import { GuardCards } from '../plan/guard-cards.tsx';
import { useRecord, useVisit, useVisitState } from '../state/visit-session.tsx';
import { signVisit } from '../visit.resource.ts';
import classes from './sign.module.css';
import { openItems } from './what-is-open.ts';

const words = text.visit.sign;

/** Names whose visit is signed and what of it is open, takes the reason where one is needed, and signs. */
export function SignDialog({ onClose }: { onClose: () => void }): ReactElement {
  const session = useVisit();
  const { assess, patient, problemsOf, store } = session;
  const record = useRecord((whole) => whole);
  const pending = useVisitState((state) => state.pendingText);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const { signWithPassphrase, user } = useSession();
  const [passphrase, setPassphrase] = useState('');
  const [isSigning, setSigning] = useState(false);
  const assessment = assess(record);
  const { notAsked, notTested, needsReason } = openItems(record, assessment, patient.birthDate);
  const [askedForReason] = useState(assessment.redFlags.open.length > 0);
  const unreadable = [...new Set([...Object.keys(pending), ...Object.keys(problemsOf(record)), ...Object.keys(failure?.fields ?? {})])];
  const name = fullName(patient);
  const flags = assessment.redFlags;

  async function sign(): Promise<void> {
    setSigning(true);
    setFailure(null);
    try {
      await signVisit(session, signWithPassphrase ? passphrase : undefined);
      replaceRoute({ page: 'signed-visit', visitId: session.visitId });
    } catch (thrown) {
      const refused = asDeskFailure(thrown);
      // The desk found the draft stale: its answers wait here as they do there.
      if (refused.code === 'draft-stale') store.replace(setAnswersAside(store.getState()));
      setFailure(refused);
      if (refused.code === 'wrong-passphrase') setPassphrase('');
      setSigning(false);
    }
  }

  const goTo = (field: string): void => {
    onClose();
    // The dialog gives the focus back when it closes; the field takes it after that.
    setTimeout(() => focusField(field), 0);
  };

  return (
    <Modal opened onClose={onClose} title={words.title(name)} size={640} closeButtonProps={{ 'aria-label': text.app.close }}>
      <div className={classes['body']}>
        <p>{words.readOnly}</p>
        {flags.overall === 'E' && <Notice>{words.emergencyOpen}</Notice>}
        {flags.overall === 'D' && !flags.discussionResolved && <Notice>{words.discussionOpen}</Notice>}
        <GuardCards onLeave={onClose} />
        {unreadable.length > 0 && (
          <Notice kind="problem" title={words.pending}>
            <FieldLinks items={unreadable.map((field) => ({ name: fieldName(field), field }))} onGo={goTo} />
          </Notice>
        )}
        {notAsked.length === 0 && notTested.length === 0 && <p>{words.nothingMissing}</p>}
        {notAsked.length > 0 && (
          <section>
            <h3 className={classes['heading']}>{words.notAsked}</h3>
            <FieldLinks items={notAsked} onGo={goTo} />
          </section>
        )}
        {notTested.length > 0 && (
          <section>
            <h3 className={classes['heading']}>{words.notTested}</h3>
            <FieldLinks items={notTested} onGo={goTo} />
          </section>
        )}
        {askedForReason && <BoundText path="unaskedReason" label={words.reasonLabel} hint={needsReason ? words.reasonNeeded : undefined} />}
        {signWithPassphrase && (
          <PassphraseField
            fieldPath="sign.passphrase"
            label={text.people.sign.label(user.displayName)}
            value={passphrase}
            onChange={setPassphrase}
          />
        )}
        {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
      </div>
      <div className={classes['actions']}>
        <Button variant="default" onClick={onClose}>
          {words.back}
        </Button>
        <Button
          loading={isSigning}
          disabled={needsReason || unreadable.length > 0 || (signWithPassphrase && passphrase === '')}
          onClick={() => void sign()}
        >
          {words.button(name)}
        </Button>
      </div>
    </Modal>
  );
}
