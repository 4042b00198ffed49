import { useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { text } from '../../text.ts';
import classes from './settings.module.css';

const words = text.settings.look;
const CHOICES = [
  { value: 'auto', label: words.system },
  { value: 'light', label: words.light },
  { value: 'dark', label: words.dark },
] as const;

/** Light, dark, or as the system. Kept in memory only: the window writes nothing to disk. */
export function LookPanel(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Panel title={words.title}>
      <Segmented
        choices={CHOICES}
        value={colorScheme}
        onChange={(scheme) => scheme !== null && setColorScheme(scheme)}
        label={words.theme}
      />
      <p className={classes['note']}>{words.note}</p>
    </Panel>
  );
}
