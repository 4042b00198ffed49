import { useState, type ReactNode } from 'react';
import type { DeskChannel } from '../../../shared/contract/contract.ts';
import { useMay } from '../../app/desk-state.ts';
import type { SettingsSection } from '../../app/routes.ts';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import { AuditPanel } from '../audit/index.ts';
import { BackupPanel } from '../backup/index.ts';
import { ClinicPanel, DosesPanel, LogoPanel, MeasuresPanel, ModulesPanel, ServicesPanel } from '../clinic/index.ts';
import { ChangePassphraseForm, RecoveryKeyPanel } from '../desk/index.ts';
import { ClinicNotesPanel, SheetLanguagesPanel } from '../handouts/index.ts';
import { PeoplePanel, SigningPanel } from '../people/index.ts';
import { AboutPanel } from './about-panel.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { LockPanel } from './lock-panel.tsx';
import { LookPanel } from './look-panel.tsx';
import classes from './settings.module.css';

const words = text.settings.sections;

/** The parts of the settings in the order of the list, each with its panels. */
const SECTIONS: readonly { id: SettingsSection; panels: ReactNode }[] = [
  {
    id: 'clinic',
    panels: (
      <>
        <ClinicPanel />
        <LogoPanel />
        <MeasuresPanel />
      </>
    ),
  },
  { id: 'services', panels: <ServicesPanel /> },
  {
    id: 'sheets',
    panels: (
      <>
        <SheetLanguagesPanel />
        <ForRole channel="handouts.saveClinicNotes">
          <ClinicNotesPanel />
        </ForRole>
      </>
    ),
  },
  {
    id: 'doses',
    panels: (
      <>
        <ModulesPanel />
        <DosesPanel />
      </>
    ),
  },
  {
    id: 'access',
    panels: (
      <>
        <PeoplePanel />
        <LockPanel />
        <SigningPanel />
        <Panel title={text.desk.changePassphrase.title}>
          <ChangePassphraseForm />
        </Panel>
        <ForRole channel="desk.makeRecoveryKey">
          <RecoveryKeyPanel />
        </ForRole>
      </>
    ),
  },
  {
    id: 'backup',
    panels: (
      <ForRole channel="backup.configure">
        <BackupPanel />
      </ForRole>
    ),
  },
  {
    id: 'desk',
    panels: (
      <>
        <LookPanel />
        <KeysPanel />
      </>
    ),
  },
  {
    id: 'log',
    panels: (
      <>
        <ForRole channel="desk.verifyLog">
          <LogPanel />
        </ForRole>
        <AuditPanel />
        <AboutPanel />
      </>
    ),
  },
];

/** A panel for those whose role may use it; others are told who may. */
function ForRole({ channel, children }: { channel: DeskChannel; children: ReactNode }): ReactNode {
  return useMay(channel) ? children : <Notice>{text.app.notForRole}</Notice>;
}

/** The part that was looked at last; it is on show again when the page is opened. */
let last: SettingsSection = 'clinic';

function remember(id: SettingsSection): void {
  last = id;
}

/** Settings in parts, listed at the left. Every part stays in the page, so that nothing typed in one is lost by looking at another. */
export function SettingsPage({ section }: { section: SettingsSection | undefined }): ReactNode {
  const [shown, setShown] = useState<SettingsSection>(section ?? last);
  const show = (id: SettingsSection): void => {
    remember(id);
    setShown(id);
    document.getElementById('page')?.scrollTo({ top: 0 });
  };
  return (
    <Page title={text.settings.title}>
      <div className={classes['columns']}>
        <nav aria-label={words.label} className={classes['list']}>
          {SECTIONS.map(({ id }) => (
            <button
              key={id}
              type="button"
              className={classes['item']}
              aria-current={id === shown ? 'true' : undefined}
              data-section={id}
              onClick={() => show(id)}
            >
              {words[id]}
            </button>
          ))}
        </nav>
        {SECTIONS.map(({ id, panels }) => (
          <div key={id} hidden={id !== shown} className={classes['column']}>
            {panels}
          </div>
        ))}
      </div>
    </Page>
  );
}
