import { Modal } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { EventPayload } from '../../shared/contract/contract.ts';
import { onShellEvent } from '../api/call.ts';
import { Kbd } from '../components/kbd.tsx';
import { useNewest } from '../components/use-newest.ts';
import { text } from '../text.ts';
import classes from './shortcuts.module.css';

export type Shortcut = {
  /** A single key (`/`, `n`, `?`), pressed outside a text field. */
  key: string;
  label: string;
  run: () => void;
};

type MenuCommand = EventPayload<'menu'>['command'];

let registered: readonly { current: readonly Shortcut[] }[] = [];
let singleLetters = true;
const listeners = new Set<() => void>();

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers keys while a component is on show. The newest registration of a key wins. They appear in the list of keys. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const newest = useNewest(shortcuts);
  useEffect(() => {
    registered = [newest, ...registered];
    notify();
    return () => {
      registered = registered.filter((entry) => entry !== newest);
      notify();
    };
  }, [newest]);
}

/** Single-letter keys can be turned off (WCAG 2.1.4); kept until the window closes. */
export function useSingleLetterKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => singleLetters);
  return [
    on,
    (next) => {
      singleLetters = next;
      notify();
    },
  ];
}

const TYPING = 'input, textarea, select, [contenteditable="true"]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** True while a dialog is open: keys of the page behind it rest. */
function dialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], dialog[open]') !== null;
}

/** Listens for the registered keys. Used once, by the frame. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!singleLetters || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || dialogOpen()) return;
      const shortcut = registered.flatMap((entry) => entry.current).find((candidate) => candidate.key === event.key);
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Runs the given handler for each menu item it names while the component is on show. */
export function useMenuCommands(handlers: Partial<Record<MenuCommand, () => void>>): void {
  const newest = useNewest(handlers);
  useEffect(() => onShellEvent('menu', ({ command }) => newest.current[command]?.()), [newest]);
}

type KeyRow = { keys: readonly ReactNode[]; label: string };

// The font has no arrows; they are drawn and named.
const ARROW = { size: 14, stroke: 2, 'aria-hidden': false, role: 'img' } as const;

const QUESTION_KEYS: readonly KeyRow[] = [
  { keys: ['Y', 'N', 'U', 'D'], label: text.app.keys.answers },
  { keys: ['Delete'], label: text.app.keys.answerClear },
  {
    keys: [
      <IconArrowLeft key="left" aria-label={text.app.keys.arrowLeft} {...ARROW} />,
      <IconArrowRight key="right" aria-label={text.app.keys.arrowRight} {...ARROW} />,
    ],
    label: text.app.keys.move,
  },
  { keys: ['Space'], label: text.app.keys.choose },
];

const MENU_KEYS: readonly KeyRow[] = [
  { keys: ['Ctrl', 'F'], label: text.app.keys.find },
  { keys: ['Ctrl', 'N'], label: text.app.keys.newPatient },
  { keys: ['Ctrl', 'D'], label: text.app.keys.today },
  { keys: ['Ctrl', ','], label: text.app.keys.settings },
  { keys: ['Alt', <IconArrowLeft key="left" aria-label={text.app.keys.arrowLeft} {...ARROW} />], label: text.app.keys.back },
  { keys: ['Ctrl', 'Z'], label: text.app.keys.undo },
  { keys: ['Ctrl', 'L'], label: text.app.keys.lock },
];

/** Every key that works now. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  return (
    <Modal opened={opened} onClose={onClose} title={text.app.keys.title} closeButtonProps={{ 'aria-label': text.app.close }} size="lg">
      {opened && <Keys />}
    </Modal>
  );
}

function Keys(): ReactNode {
  // Read once: nothing behind an open dialog registers keys.
  const [rows] = useState(() => [...registeredRows(), ...MENU_KEYS]);
  return (
    <div className={classes['columns']}>
      <KeyList title={text.app.keys.groups.everywhere} rows={rows} />
      <KeyList title={text.app.keys.groups.questions} rows={QUESTION_KEYS} />
    </div>
  );
}

/** The registered keys, the newest registration of each. */
function registeredRows(): KeyRow[] {
  const byKey = new Map<string, KeyRow>();
  for (const shortcut of registered.flatMap((entry) => entry.current)) {
    if (!byKey.has(shortcut.key)) byKey.set(shortcut.key, { keys: [shortcut.key.toUpperCase()], label: shortcut.label });
  }
  return [...byKey.values()];
}

function KeyList({ title, rows }: { title: string; rows: readonly KeyRow[] }): ReactNode {
  return (
    <section>
      <h3 className={classes['group']}>{title}</h3>
      <dl className={classes['list']}>
        {rows.map((row) => (
          <div key={`${row.label} ${row.keys.length}`} className={classes['row']}>
            <dt>
              {row.keys.map((key, index) => (
                <Kbd key={index}>{key}</Kbd>
              ))}
            </dt>
            <dd>{row.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
