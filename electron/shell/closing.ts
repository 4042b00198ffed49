import { app, dialog, type BrowserWindow } from 'electron';
import { shellText } from '../../shared/text/en/shell.ts';
import { sendEvent } from './bridge.ts';
import type { DeskHost } from './desk-host.ts';
import { reportBug } from './log.ts';

/** How long the window may take to write what it holds before the person is asked, milliseconds. */
const READY_TIMEOUT_MS = 8000;

export type Closing = {
  /** The window says that it has written everything (`shell.readyToClose`). */
  windowIsReady: () => void;
};

/**
 * Closing in order: the window writes its drafts and says so, the desk closes its database, then the window goes. When the window
 * does not answer in time, the person decides; nothing is thrown away silently.
 */
export function closeInOrder(window: BrowserWindow, desk: DeskHost): Closing {
  let ready: (() => void) | null = null;
  let isUnderWay = false;

  window.on('close', (event) => {
    event.preventDefault();
    if (isUnderWay) return;
    isUnderWay = true;
    void close().catch((error: unknown) => {
      reportBug('closing', error);
      window.destroy();
    });
  });

  async function close(): Promise<void> {
    if (!(await windowHasWritten()) && !(await personGivesUp())) {
      isUnderWay = false;
      return;
    }
    await desk.end();
    window.destroy();
    app.quit();
  }

  function windowHasWritten(): Promise<boolean> {
    // A page that is not there holds nothing.
    if (window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), READY_TIMEOUT_MS);
      ready = () => {
        clearTimeout(timer);
        resolve(true);
      };
      sendEvent(window, 'closing', {});
    });
  }

  async function personGivesUp(): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: shellText.notSavedTitle,
      detail: shellText.notSavedDetail,
      buttons: [shellText.keepOpen, shellText.closeAnyway],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  return { windowIsReady: () => ready?.() };
}
