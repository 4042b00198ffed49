import { app, clipboard, type BrowserWindow } from 'electron';
import { ok } from '../../shared/contract/result.ts';
import type { ShellHandlers } from './bridge.ts';
import type { Closing } from './closing.ts';
import type { DeskHost } from './desk-host.ts';
import { chooseBackupFile, chooseBackupFolder, chooseSalvageFolder, openCsv, openLogo, saveCsv, savePdf } from './dialogs.ts';
import type { Printer } from './print.ts';

// The Electron this version of Lasègue is made for, put in by the build (electron.vite.config.ts).
declare const __PRODUCT_ELECTRON__: string;

/** The shell's own channels. */
export function shellHandlers(window: BrowserWindow, desk: DeskHost, closing: Closing, printPdf: Printer): ShellHandlers {
  return {
    'shell.lock': async () => {
      const closed = await desk.lock();
      return closed.ok || closed.error.code === 'locked' || closed.error.code === 'desk-missing' ? ok({}) : closed;
    },
    'shell.useDesk': async (input) => {
      await desk.use(input.desk);
      return ok({});
    },
    'shell.about': async () =>
      ok({
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        node: process.versions.node,
        platform: `${process.platform} ${process.arch}`,
        developmentRuntime: process.versions.electron !== __PRODUCT_ELECTRON__,
        desk: desk.current(),
        deskEndedUnexpectedly: desk.crashed(),
      }),
    'shell.savePdf': (input) => savePdf(window, input.pdf, input.suggestedName),
    'shell.saveCsv': (input) => saveCsv(window, input.csv, input.suggestedName),
    'shell.printPdf': (input) => printPdf(window, input.pdf),
    'shell.openCsv': () => openCsv(window),
    'shell.openLogo': () => openLogo(window),
    'shell.chooseSalvageFolder': () => chooseSalvageFolder(window),
    'shell.chooseBackupFolder': () => chooseBackupFolder(window),
    'shell.chooseBackupFile': () => chooseBackupFile(window),
    'shell.copyText': async (input) => {
      await clipboard.writeText(input.text);
      return ok({});
    },
    'shell.readyToClose': async () => {
      closing.windowIsReady();
      return ok({});
    },
  };
}
