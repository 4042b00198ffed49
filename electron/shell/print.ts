import { BrowserWindow, session, type WebContents } from 'electron';
import { z } from 'zod';
import { PRINT_PAGE_PATH, WINDOW_ORIGIN } from '../../shared/contract/window-address.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { shellText } from '../../shared/text/en/shell.ts';
import { restrictSession } from './permissions.ts';
import { serveWindow } from './protocol.ts';

/** How long the hidden page may take to draw a sheet, milliseconds. */
const DRAW_TIMEOUT_MS = 60_000;

const drawnSchema = z.object({ pages: z.int().min(1), widthUm: z.int().min(1), heightUm: z.int().min(1) });

export type Printer = (window: BrowserWindow, pdf: Uint8Array) => Promise<Result<Record<string, never>>>;

/**
 * Prints the bytes of a sheet through the system's dialog. A hidden page in an in-memory session draws them, so neither the shell
 * nor the page writes a file; what the system's print queue keeps is the system's own. One sheet at a time. Errors: `cancelled`,
 * `printer-refused`.
 */
export function createPrinter(devServer: string | undefined): Printer {
  let sheet: Uint8Array<ArrayBuffer> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const own = session.fromPartition('print', { cache: false });
  restrictSession(own, [WINDOW_ORIGIN]);
  serveWindow(own, devServer, () => sheet);

  async function print(window: BrowserWindow, pdf: Uint8Array): Promise<Result<Record<string, never>>> {
    sheet = new Uint8Array(pdf);
    const hidden = new BrowserWindow({
      show: false,
      parent: window,
      title: shellText.appName,
      webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false, devTools: false },
    });
    try {
      await hidden.loadURL(WINDOW_ORIGIN + PRINT_PAGE_PATH);
      const { widthUm, heightUm } = await drawn(hidden.webContents);
      const refusal = await askAndPrint(hidden.webContents, { width: widthUm, height: heightUm });
      if (refusal === null) return ok({});
      return fail(/cancel/i.test(refusal) ? 'cancelled' : 'printer-refused');
    } finally {
      hidden.destroy();
      sheet.fill(0);
      sheet = null;
    }
  }

  return (window, pdf) => {
    const printed = last.then(() => print(window, pdf));
    last = printed.catch(() => undefined);
    return printed;
  };
}

async function drawn(contents: WebContents): Promise<z.infer<typeof drawnSchema>> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the sheet was not drawn in time')), DRAW_TIMEOUT_MS);
  });
  try {
    return drawnSchema.parse(await Promise.race([contents.executeJavaScript('window.sheetDrawn'), tooLong]));
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the system's print dialog. Null when it went to the printer, else the reason it did not. */
function askAndPrint(contents: WebContents, pageSize: { width: number; height: number }): Promise<string | null> {
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize }, (success, reason) => {
      resolve(success ? null : reason);
    });
  });
}
