import { app, BrowserWindow, nativeTheme, session, type Session } from 'electron';
import { WINDOW_ORIGIN } from '../../shared/contract/window-address.ts';
import { shellText } from '../../shared/text/en/shell.ts';
import { builtFile } from './paths.ts';
import { restrictSession } from './permissions.ts';
import { serveWindow } from './protocol.ts';
import { MINIMUM_SIZE, readWindowState, rememberWindowState } from './window-state.ts';

/** Shown for the moment before the page paints: the page's own ground (`bg` of the look), so nothing flashes. */
const GROUND = { light: '#F3F0EA', dark: '#1A1917' } as const;

/** The session lives in memory: a partition without `persist:` writes nothing to disk. */
export function createSession(devServer: string | undefined): Session {
  const own = session.fromPartition('window', { cache: false });
  restrictSession(own, devServer === undefined ? [WINDOW_ORIGIN] : [WINDOW_ORIGIN, devServer.replace(/^http/, 'ws')]);
  serveWindow(own, devServer);
  return own;
}

/** Makes the one window. It shows itself when its page has painted. */
export function createWindow(own: Session): BrowserWindow {
  const { maximized, ...bounds } = readWindowState();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: shellText.appName,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      session: own,
      preload: builtFile('preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  // The title is read by screen sharing and by other programs: it never names a patient.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  rememberWindowState(window);
  return window;
}

/** Loads the page. A window that is closed meanwhile needs none. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(`${WINDOW_ORIGIN}/index.html`);
  } catch (error) {
    if (!window.isDestroyed()) throw error;
  }
}
