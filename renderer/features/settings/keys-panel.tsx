import type { ReactNode } from 'react';
import { useSingleLetterKeys } from '../../app/shortcuts.tsx';
import { Panel } from '../../components/panel.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { text } from '../../text.ts';
import classes from './settings.module.css';

const words = text.settings.keys;
const CHOICES = [
  { value: 'on', label: words.on },
  { value: 'off', label: words.off },
] as const;

/** Turns single-letter keys off for people whom they get in the way of. */
export function KeysPanel(): ReactNode {
  const [on, setOn] = useSingleLetterKeys();
  return (
    <Panel title={words.title}>
      <div className={classes['row']}>
        <span id="single-keys">{words.single}</span>
        <Segmented
          choices={CHOICES}
          value={on ? 'on' : 'off'}
          onChange={(choice) => choice !== null && setOn(choice === 'on')}
          labelledBy="single-keys"
        />
      </div>
      <p className={classes['note']}>{words.note}</p>
    </Panel>
  );
}
