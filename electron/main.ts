import { app, powerMonitor } from 'electron';
import { answerWindow, sendEvent } from './shell/bridge.ts';
import { closeInOrder } from './shell/closing.ts';
import { createDeskHost } from './shell/desk-host.ts';
import { drawInSoftwareWithoutDevice } from './shell/graphics.ts';
import { heldByTest } from './shell/hold-start.ts';
import { reportBug } from './shell/log.ts';
import { installMenu } from './shell/menu.ts';
import { refuseNavigation } from './shell/navigation.ts';
import { cutNetwork } from './shell/network.ts';
import { layPaths } from './shell/paths.ts';
import { createPrinter } from './shell/print.ts';
import { registerWindowScheme } from './shell/protocol.ts';
import { shellHandlers } from './shell/shell-handlers.ts';
import { recoverWindow } from './shell/window-crash.ts';
import { createSession, createWindow, loadPage } from './shell/window.ts';

// The start-up order, and nothing else. Everything up to `whenReady` must happen before Chromium starts.

process.on('uncaughtException', (error) => reportBug('shell', error));
process.on('unhandledRejection', (error) => reportBug('shell', error));

/** Where Vite serves the page while developing (`npm run dev`); a packaged app never looks. */
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

layPaths();
cutNetwork(devServer);
drawInSoftwareWithoutDevice();
registerWindowScheme();
refuseNavigation();

// A second start shows the first window: two shells would fight over one desk folder.
if (app.requestSingleInstanceLock()) {
  // Not awaited at top level: Electron waits for this module before it becomes ready.
  const held = heldByTest();
  app
    .whenReady()
    .then(() => held)
    .then(start)
    .catch((error: unknown) => reportBug('start', error));
} else {
  app.quit();
}

async function start(): Promise<void> {
  const window = createWindow(createSession(devServer));
  const desk = createDeskHost(() => sendEvent(window, 'desk-gone', {}));
  const closing = closeInOrder(window, desk);
  answerWindow(window, desk, shellHandlers(window, desk, closing, createPrinter(devServer)));
  recoverWindow(window, desk);
  installMenu((command) => sendEvent(window, 'menu', { command }));

  window.webContents.on('did-start-loading', () => desk.forgetCrash());
  const lockWindow = (): void => sendEvent(window, 'system-locked', {});
  powerMonitor.on('lock-screen', lockWindow);
  powerMonitor.on('suspend', lockWindow);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await loadPage(window);
}
