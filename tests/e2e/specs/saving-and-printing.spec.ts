import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Lasegue } from '../fixtures.ts';

// The system's dialogs cannot be driven, so their functions in the main process are replaced from outside. The app has no code for it.

const MINIMAL_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>`;

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasegue-saved-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function saveDialogAnswers({ app }: Lasegue, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}

function save({ page }: Lasegue): Promise<unknown> {
  return page.evaluate(
    (pdf) => window.lasegue.call['shell.savePdf']({ pdf: new TextEncoder().encode(pdf), suggestedName: 'sheet' }),
    MINIMAL_PDF,
  );
}

test('A sheet is saved whole, over an older one, and leaves nothing beside it', async ({ lasegue }) => {
  const target = join(folder, 'sheet.pdf');
  await writeFile(target, 'older');
  await saveDialogAnswers(lasegue, target);
  expect(await save(lasegue)).toEqual({ ok: true, value: {} });
  expect(await readFile(target, 'utf8')).toBe(MINIMAL_PDF);
  expect(await readdir(folder)).toEqual(['sheet.pdf']);
});

test('A name without an ending gets one', async ({ lasegue }) => {
  await saveDialogAnswers(lasegue, join(folder, 'sheet'));
  await save(lasegue);
  expect(await readdir(folder)).toEqual(['sheet.pdf']);
});

test('When I cancel, nothing is written', async ({ lasegue }) => {
  await saveDialogAnswers(lasegue, null);
  expect(await save(lasegue)).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await readdir(folder)).toEqual([]);
});

test('When the folder cannot be written, the answer says so and the older file is untouched', async ({ lasegue }) => {
  const notFolder = join(folder, 'older.pdf');
  await writeFile(notFolder, 'older');
  await saveDialogAnswers(lasegue, join(notFolder, 'sheet.pdf'));
  expect(await save(lasegue)).toEqual({ ok: false, error: { code: 'save-refused' } });
  expect(await readFile(notFolder, 'utf8')).toBe('older');
  expect(await readdir(folder)).toEqual(['older.pdf']);
});

test('A sheet goes to the system print dialog at its own size, and leaves no page behind', async ({ lasegue, page }) => {
  await lasegue.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        Object.assign(globalThis, { printed: options });
        done?.(true, '');
      };
    });
  });
  const answer = await page.evaluate((pdf) => window.lasegue.call['shell.printPdf']({ pdf: new TextEncoder().encode(pdf) }), MINIMAL_PDF);
  expect(answer).toEqual({ ok: true, value: {} });
  const printed = await lasegue.app.evaluate(() => (globalThis as { printed?: unknown }).printed);
  // A4 is 595 by 842 points: 210 by 297 mm, here in micrometres.
  expect(printed).toMatchObject({ silent: false, pageSize: { width: 209903, height: 297039 } });
  await expect.poll(() => lasegue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('When I cancel printing, the answer says so', async ({ lasegue, page }) => {
  await lasegue.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => done?.(false, 'Print job canceled');
    });
  });
  const answer = await page.evaluate((pdf) => window.lasegue.call['shell.printPdf']({ pdf: new TextEncoder().encode(pdf) }), MINIMAL_PDF);
  expect(answer).toEqual({ ok: false, error: { code: 'cancelled' } });
});

test('When the printer refuses, the answer says so', async ({ lasegue, page }) => {
  await lasegue.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => done?.(false, 'Print job failed');
    });
  });
  const answer = await page.evaluate((pdf) => window.lasegue.call['shell.printPdf']({ pdf: new TextEncoder().encode(pdf) }), MINIMAL_PDF);
  expect(answer).toEqual({ ok: false, error: { code: 'printer-refused' } });
});

test('A list is read in the encoding it was written in; what is no list is refused', async ({ lasegue, page }) => {
  const read = async (bytes: Uint8Array): Promise<unknown> => {
    const path = join(folder, 'list.csv');
    await writeFile(path, bytes);
    await lasegue.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    return page.evaluate(() => window.lasegue.call['shell.openCsv']({}));
  };
  const expected = { ok: true, value: { fileName: 'list.csv', csv: 'name\nŁucja Müller' } };
  expect(await read(Buffer.from('name\nŁucja Müller', 'utf8'))).toEqual(expected);
  expect(await read(Buffer.from('\ufeffname\nŁucja Müller', 'utf16le'))).toEqual(expected);
  expect(await read(Buffer.from('name\nMüller', 'latin1'))).toMatchObject({ ok: true, value: { csv: 'name\nMüller' } });
  expect(await read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toEqual({ ok: false, error: { code: 'file-refused' } });
});
