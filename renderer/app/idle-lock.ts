import { useEffect } from 'react';
import { leave } from './desk-state.ts';

const CHECK_MS = 2000;
const MINUTE_MS = 60_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const;

/** Locks after so many minutes in which nobody touched keys or pointer; what was typed is stored first. */
export function useIdleLock(minutes: number): void {
  useIdle(minutes, lockWhenIdle);
}

const lockWhenIdle = (): void => void leave('idle');

/**
 * Calls `onIdle` after so many minutes in which nobody touched keys or pointer. Both clocks are read: one goes on while the computer sleeps,
 * the other when the time of day is set back.
 */
export function useIdle(minutes: number, onIdle: () => void): void {
  useEffect(() => {
    let lastSign = { clock: Date.now(), steady: performance.now() };
    const note = (): void => {
      lastSign = { clock: Date.now(), steady: performance.now() };
    };
    const check = (): void => {
      const idleMs = Math.max(Date.now() - lastSign.clock, performance.now() - lastSign.steady);
      if (idleMs >= minutes * MINUTE_MS) onIdle();
    };
    for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
    const timer = setInterval(check, CHECK_MS);
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true });
      clearInterval(timer);
    };
  }, [minutes, onIdle]);
}
