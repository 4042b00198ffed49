import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import { BackupPanel } from '../backup/index.ts';
import { ChangePassphraseForm, RecoveryKeyPanel } from '../desk/index.ts';
import { ClinicNotesPanel, SheetLanguagesPanel } from '../handouts/index.ts';
import { AboutPanel } from './about-panel.tsx';
import { ClinicPanel } from '../clinic/index.ts';
import { KeysPanel } from './keys-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { LockPanel } from './lock-panel.tsx';
import { LookPanel } from './look-panel.tsx';
import classes from './settings.module.css';

/** Clinic, backup, passphrase, lock, look, keys, change log and about. */
export function SettingsPage(): ReactNode {
  return (
    <Page title={text.settings.title}>
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <ClinicPanel />
          <SheetLanguagesPanel />
          <ClinicNotesPanel />
          <BackupPanel />
          <Panel title={text.desk.changePassphrase.title}>
            <ChangePassphraseForm />
          </Panel>
          <RecoveryKeyPanel />
        </div>
        <div className={classes['column']}>
          <LockPanel />
          <LookPanel />
          <KeysPanel />
          <LogPanel />
          <AboutPanel />
        </div>
      </div>
    </Page>
  );
}
