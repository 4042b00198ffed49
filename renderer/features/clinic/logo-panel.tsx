import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { LogoRefusal } from '../../../shared/clinic-logo.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate, useDeskQuery } from '../../api/query.ts';
import { updateSession, useSession } from '../../app/desk-state.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './clinic.module.css';
import { drawLogo } from './draw-logo.ts';

const words = text.settings.logo;

type Outcome = { kind: 'info' | 'problem'; sentence: string };

/** The clinic's logo: chosen, checked, drawn once and kept in the desk. */
export function LogoPanel(): ReactNode {
  const { clinic } = useSession();
  const stored = useDeskQuery('clinic.logo', {});
  const shown = usePictureUrl(stored.data?.png ?? null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);

  const keep = async (png: Uint8Array<ArrayBuffer> | null): Promise<void> => {
    updateSession({ clinic: await call('clinic.saveLogo', { revision: clinic.revision, png }) });
    await invalidate('clinic.logo', 'clinic.get', 'handouts.preview');
    setOutcome({ kind: 'info', sentence: png === null ? words.removed : words.saved });
  };
  const choose = async (): Promise<void> => {
    const { bytes } = await call('shell.openLogo', {});
    const drawn = await drawLogo(bytes);
    if ('refusal' in drawn) setOutcome({ kind: 'problem', sentence: words.refusals[drawn.refusal] });
    else await keep(drawn.png);
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setOutcome(null);
    try {
      await work();
    } catch (thrown) {
      setOutcome(refusalOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      <div className={classes['logo']}>
        {shown === null ? (
          <p>{clinic.logo === null ? words.none : ''}</p>
        ) : (
          <img src={shown} alt={words.alt} className={classes['logoPicture']} />
        )}
      </div>
      {outcome !== null && <Notice kind={outcome.kind}>{outcome.sentence}</Notice>}
      <div className={classes['actions']}>
        <Button variant="default" loading={busy} onClick={() => void run(choose)}>
          {clinic.logo === null ? words.choose : words.chooseOther}
        </Button>
        {clinic.logo !== null && (
          <Button variant="subtle" disabled={busy} onClick={() => void run(() => keep(null))}>
            {words.remove}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function refusalOf(thrown: unknown): Outcome | null {
  const { code } = asDeskFailure(thrown);
  if (code === 'cancelled') return null;
  const refusal: LogoRefusal | null = code === 'file-too-large' ? 'too-large' : code === 'logo-refused' ? 'cannot-be-drawn' : null;
  if (refusal !== null) return { kind: 'problem', sentence: words.refusals[refusal] };
  return { kind: 'problem', sentence: code === 'conflict' ? text.settings.clinic.conflict : failureMessage(thrown) };
}

/** An address of these bytes for as long as they are shown. */
function usePictureUrl(png: Uint8Array | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (png === null) {
      setUrl(null);
      return undefined;
    }
    const made = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [png]);
  return url;
}
