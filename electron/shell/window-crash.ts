import { app, dialog, type BrowserWindow } from 'electron';
import { shellText } from '../../shared/text/en/shell.ts';
import type { DeskHost } from './desk-host.ts';
import { reportBug } from './log.ts';
import { loadPage } from './window.ts';

/** A page that is gone again sooner than this after it was loaded is not loaded a third time, milliseconds. */
const SETTLED_AFTER_MS = 5000;

/**
 * When the page's process ends by itself, nobody sits before an open desk any more: the desk is locked, then the page is loaded
 * again. The records are whole; the draft is found again after unlocking.
 */
export function recoverWindow(window: BrowserWindow, desk: DeskHost): void {
  let loadedAt = Date.now();
  let quickFailures = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    reportBug('window', `process gone: ${reason}`);
    quickFailures = Date.now() - loadedAt < SETTLED_AFTER_MS ? quickFailures + 1 : 0;
    if (quickFailures > 1) {
      dialog.showErrorBox(shellText.windowFailedTitle, shellText.windowFailedDetail);
      app.exit(1);
      return;
    }
    void desk.lock().then(() => {
      loadedAt = Date.now();
      return loadPage(window);
    });
  });
}
