import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureMessage } from '../../api/messages.ts';
import { useMay } from '../../app/desk-state.ts';
import { KeptNotice } from '../../components/kept-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './clinic.module.css';
import type { ClinicForm } from './use-clinic-form.ts';

const words = text.settings.clinic;

type ClinicFormPanelProps = {
  title: string;
  lead: string;
  form: Omit<ClinicForm<object>, 'value' | 'set'>;
  /** Put on the button that saves, so that each panel's has a name of its own. */
  saveLabel: string;
  children: ReactNode;
};

/** A panel of the clinic's settings with its save button, what became of saving, and the way back. */
export function ClinicFormPanel({ title, lead, form, saveLabel, children }: ClinicFormPanelProps): ReactNode {
  const { failure } = form;
  const maySave = useMay('clinic.save');
  return (
    <Panel title={title}>
      <p className={classes['lead']}>{lead}</p>
      {!maySave && <Notice>{text.app.notForRole}</Notice>}
      {form.keptAt !== null && <KeptNotice savedAt={form.keptAt} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        {children}
        {failure !== null && (
          <div className={classes['actions']}>
            <Notice
              kind="problem"
              actions={
                failure.code === 'conflict' && (
                  <Button variant="default" onClick={() => void form.showNewest()}>
                    {words.reload}
                  </Button>
                )
              }
            >
              {failure.code === 'conflict' ? words.conflict : failureMessage(failure)}
            </Notice>
          </div>
        )}
        <div className={classes['actions']}>
          <Button type="submit" loading={form.busy} disabled={!form.changed || !maySave}>
            {saveLabel}
          </Button>
          {form.changed && (
            <Button variant="default" onClick={form.discard}>
              {words.discard}
            </Button>
          )}
          <span role="status">{form.saved ? words.saved : form.changed ? words.unsaved : ''}</span>
        </div>
      </form>
    </Panel>
  );
}
