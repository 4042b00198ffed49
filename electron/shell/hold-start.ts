import { app } from 'electron';

/**
 * Lets a test connect its debugger before there is a window: a window that appears in the middle of connecting may wait for the
 * debugger for ever. With `LASEGUE_HOLD_START` set, in unpackaged builds only, starting waits for `globalThis.startLasegue()`.
 */
export function heldByTest(): Promise<void> {
  if (app.isPackaged || process.env['LASEGUE_HOLD_START'] === undefined) return Promise.resolve();
  return new Promise((resolve) => Object.assign(globalThis, { startLasegue: resolve }));
}
