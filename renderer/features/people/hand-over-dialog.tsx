import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/schemas/common.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate, useDeskQuery } from '../../api/query.ts';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { text } from '../../text.ts';
import classes from './people.module.css';

const words = text.people.handOver;

type HandOverDialogProps = {
  visitId: Id;
  patientName: string;
  /** Stores what was typed; throws when it could not be. */
  beforehand: () => Promise<void>;
  onClose: () => void;
  /** The visit is somebody else's now. */
  onDone: () => void;
};

/** Gives an unsigned visit to a colleague. */
export function HandOverDialog({ visitId, patientName, beforehand, onClose, onDone }: HandOverDialogProps): ReactNode {
  const { data } = useDeskQuery('people.colleagues', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const clinicians = data?.filter(({ role }) => role !== 'assistant') ?? [];

  const handOver = async (): Promise<void> => {
    if (chosen === null) return;
    setBusy(true);
    setFailure(null);
    try {
      await beforehand();
      await call('visits.handOver', { visitId, userId: chosen });
      onDone();
      await invalidate('today.get', 'patients.chart', 'patients.search');
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': text.app.close }}>
      <div className={classes['form']}>
        <p>{words.body(patientName)}</p>
        {data !== undefined && clinicians.length === 0 ? (
          <Notice>{words.nobody}</Notice>
        ) : (
          <SelectField
            fieldPath="handOver.to"
            label={words.to}
            value={chosen}
            emptyLabel={text.people.choose}
            choices={clinicians.map(({ userId, displayName, role }) => ({
              value: userId,
              label: `${displayName}, ${text.people.roles[role]}`,
            }))}
            onChange={setChosen}
          />
        )}
        {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
        <div className={classes['actions']}>
          <Button loading={busy} disabled={chosen === null} onClick={() => void handOver()}>
            {words.submit}
          </Button>
          <Button variant="default" disabled={busy} onClick={onClose}>
            {text.app.confirm.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
