import { open } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Output } from '../../shared/contract/contract.ts';
import { LOGO_FILE_MAX_BYTES } from '../../shared/contract/file-limits.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { shellText } from '../../shared/text/en/shell.ts';
import { decodeText } from './decode-text.ts';
import { fileNameFrom } from './file-name.ts';
import { writeAtomically } from './write-atomically.ts';

/** Largest list read, bytes: 20 million characters (contract) of at most four bytes. */
const CSV_MAX_BYTES = 80_000_000;
const CSV_MAX_CHARACTERS = 20_000_000;

type SavedKind = { title: string; extension: 'pdf' | 'csv'; kindName: string };
const SHEET: SavedKind = { title: shellText.saveSheetTitle, extension: 'pdf', kindName: shellText.pdfFiles };
const LIST: SavedKind = { title: shellText.saveListTitle, extension: 'csv', kindName: shellText.csvFiles };

/**
 * Asks where, then writes the bytes there, whole or not at all. Errors: `cancelled` when the person changes their mind, `file-in-use`,
 * `save-refused`, `disk-full`.
 */
export function savePdf(window: BrowserWindow, pdf: Uint8Array, suggestedName: string): Promise<Result<Record<string, never>>> {
  return save(window, pdf, suggestedName, SHEET);
}

/** As `savePdf`, for a list. */
export function saveCsv(window: BrowserWindow, csv: Uint8Array, suggestedName: string): Promise<Result<Record<string, never>>> {
  return save(window, csv, suggestedName, LIST);
}

async function save(
  window: BrowserWindow,
  bytes: Uint8Array,
  suggestedName: string,
  { title, extension, kindName }: SavedKind,
): Promise<Result<Record<string, never>>> {
  const answer = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), fileNameFrom(suggestedName, extension)),
    filters: [{ name: kindName, extensions: [extension] }],
    // The system's list of recently used files would keep the patient's name.
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  });
  if (answer.canceled || answer.filePath === '') return fail('cancelled');
  const target = extname(answer.filePath).toLowerCase() === `.${extension}` ? answer.filePath : `${answer.filePath}.${extension}`;
  const written = await writeAtomically(target, bytes);
  return !written.ok && written.error.code === 'folder-not-writable' ? fail('save-refused') : written;
}

/** Asks for a list and reads it as text. `file-refused` when it cannot be read, is not text or is too large. */
export async function openCsv(window: BrowserWindow): Promise<Result<Output<'shell.openCsv'>>> {
  const answer = await dialog.showOpenDialog(window, {
    title: shellText.openCsvTitle,
    filters: [
      { name: shellText.csvFiles, extensions: ['csv', 'tsv', 'txt'] },
      { name: shellText.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const path = answer.filePaths[0];
  if (answer.canceled || path === undefined) return fail('cancelled');
  const read = await readLimited(path, CSV_MAX_BYTES);
  const csv = read.ok ? decodeText(read.value) : null;
  if (csv === null || csv.length > CSV_MAX_CHARACTERS) return fail('file-refused');
  return ok({ fileName: basename(path), csv });
}

/** Asks for a picture and reads it, whatever it is. Errors: `file-too-large`, `file-refused`, `cancelled`. */
export async function openLogo(window: BrowserWindow): Promise<Result<Output<'shell.openLogo'>>> {
  const answer = await dialog.showOpenDialog(window, {
    title: shellText.openLogoTitle,
    filters: [
      { name: shellText.pictureFiles, extensions: ['png', 'svg'] },
      { name: shellText.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const path = answer.filePaths[0];
  if (answer.canceled || path === undefined) return fail('cancelled');
  const read = await readLimited(path, LOGO_FILE_MAX_BYTES);
  return read.ok ? ok({ bytes: read.value }) : read;
}

/** Asks for the folder the backups go to. `cancelled` when the person changes their mind. */
export function chooseBackupFolder(window: BrowserWindow): Promise<Result<{ path: string }>> {
  return chooseFolder(window, shellText.backupFolderTitle);
}

/** Asks for the folder into which what is left of a damaged desk is written. `cancelled` when the person changes their mind. */
export function chooseSalvageFolder(window: BrowserWindow): Promise<Result<{ path: string }>> {
  return chooseFolder(window, shellText.salvageFolderTitle);
}

async function chooseFolder(window: BrowserWindow, title: string): Promise<Result<{ path: string }>> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: shellText.folderButton,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate', 'dontAddToRecent'],
  });
  const path = answer.filePaths[0];
  return answer.canceled || path === undefined ? fail('cancelled') : ok({ path });
}

/** Asks for a backup to restore. `cancelled` when the person changes their mind. */
export async function chooseBackupFile(window: BrowserWindow): Promise<Result<Output<'shell.chooseBackupFile'>>> {
  const answer = await dialog.showOpenDialog(window, {
    title: shellText.backupFileTitle,
    filters: [
      { name: shellText.backupFiles, extensions: ['lasegue-backup'] },
      { name: shellText.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const path = answer.filePaths[0];
  return answer.canceled || path === undefined ? fail('cancelled') : ok({ path });
}

/** A file of at most `maxBytes`; a larger one is not read. Errors: `file-too-large`, `file-refused` (no file, or not readable). */
async function readLimited(path: string, maxBytes: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return fail('file-refused');
      return stat.size > maxBytes ? fail('file-too-large') : ok(new Uint8Array(await file.readFile()));
    } finally {
      await file.close();
    }
  } catch {
    return fail('file-refused');
  }
}
