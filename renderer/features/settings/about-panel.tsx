import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAbout } from '../../app/banners.tsx';
import { useSession } from '../../app/desk-state.ts';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import { copyDiagnostics } from '../../app/diagnostics.ts';
import classes from './settings.module.css';

const words = text.settings.about;

/** Version, runtime and who is signed in. */
export function AboutPanel(): ReactNode {
  const { user } = useSession();
  const about = useAbout();
  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.purpose}</p>
      {about !== undefined && (
        <dl className={classes['facts']}>
          <dt>{words.version}</dt>
          <dd>{about.version}</dd>
          <dt>{words.runtime}</dt>
          <dd>
            Electron {about.electron}
            {about.developmentRuntime && `, ${words.developmentRuntime}`}
          </dd>
          <dt>{words.system}</dt>
          <dd>{about.platform}</dd>
          <dt>{words.desk}</dt>
          <dd>{about.desk === 'demo' ? words.demo : words.own}</dd>
          <dt>{words.user}</dt>
          <dd>{user.displayName}</dd>
        </dl>
      )}
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => void copyDiagnostics()}>
          {words.copy}
        </Button>
      </div>
    </Panel>
  );
}
