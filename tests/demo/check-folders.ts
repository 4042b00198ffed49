import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { DEMO_PEOPLE } from '../../electron/use-cases/demo/generate-people.ts';
import { foldText } from '../../shared/text-folding.ts';
import { scanFolders } from '../helpers/scan-folders.ts';
import { EMERGENCY_PATIENT, SCIATICA_PATIENT } from './people.ts';

/** Shorter names would be found by chance. */
const SHORTEST_NEEDLE = 6;
const CONTROL = 'Zweibrueckenhofer-control';

/** The folders an app of this demo may write to: its own, and nothing of the person who runs it. */
export type AppFolders = { root: string; userData: string; tmp: string; home: string };

/** What was read, and which plain SQLite files of Chromium's own were there. Problems are empty when nothing leaked. */
export type FolderCheck = { files: number; megabytes: number; needles: number; chromiumStores: string[]; problems: string[] };

/** Every surname of the demo, as written and as the search folds it, and each part of a Latin form. */
export function demoNeedles(): string[] {
  const people = [...DEMO_PEOPLE, SCIATICA_PATIENT, EMERGENCY_PATIENT];
  const names = people.flatMap(({ familyName, latinName }) => [familyName, ...(latinName ?? '').split(' ')]);
  const spellings = names.flatMap((name) => [name, foldText(name)]);
  return [...new Set(spellings)].filter((name) => name.length >= SHORTEST_NEEDLE);
}

/**
 * Reads every file the app may have written and looks for the surnames, in UTF-8 and UTF-16, and for plain SQLite files. A control string
 * planted in each folder must be found by the same reading, or the reading proves nothing.
 */
export function checkFolders(folders: AppFolders): FolderCheck {
  const planted = plantControls(folders);
  const needles = demoNeedles();
  const report = scanFolders([folders.root], [...needles, CONTROL]);
  for (const file of planted) rmSync(file);

  const name = (file: string): string => relative(folders.root, file);
  const leaked = report.hits.filter((hit) => hit.encoding !== 'sqlite-header' && !planted.includes(hit.file));
  const plain = report.hits.filter((hit) => hit.encoding === 'sqlite-header' && !planted.includes(hit.file)).map((hit) => hit.file);
  const isChromiums = (file: string): boolean =>
    file.startsWith(join(folders.userData, 'chromium') + sep) || file.startsWith(join(folders.home, '.pki') + sep);
  const notFound = planted.filter((file) => !report.hits.some((hit) => hit.file === file));
  return {
    files: report.filesRead - planted.length,
    megabytes: report.bytesRead / 1_000_000,
    needles: needles.length,
    chromiumStores: plain.filter(isChromiums).map(name),
    problems: [
      ...leaked.map((hit) => `${hit.found} (${hit.encoding}) stands in ${name(hit.file)}`),
      ...plain.filter((file) => !isChromiums(file)).map((file) => `${name(file)} is a plain SQLite database`),
      ...report.unreadable.map((file) => `${name(file)} could not be read`),
      ...notFound.map((file) => `the planted control ${name(file)} was not found`),
    ],
  };
}

function plantControls({ userData, tmp, home }: AppFolders): string[] {
  const places: [string, Buffer][] = [
    [join(userData, 'demo-desk', 'control-utf8'), Buffer.from(`x${CONTROL}`, 'utf8')],
    [join(userData, 'chromium', 'crashes', 'control-utf16'), Buffer.from(`x${CONTROL}`, 'utf16le')],
    [join(tmp, 'control-utf8'), Buffer.from(CONTROL, 'utf8')],
    [join(home, 'control-utf16'), Buffer.from(CONTROL, 'utf16le')],
    [join(tmp, 'control-sqlite'), Buffer.from('SQLite format 3\0', 'latin1')],
  ];
  return places.map(([file, bytes]) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  });
}
