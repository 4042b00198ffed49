import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { DEMO_PEOPLE } from '../../electron/use-cases/demo/generate-people.ts';
import { foldText } from '../../shared/text-folding.ts';
import { encoded, ENCODINGS, scanFolders, type ScanHit } from '../helpers/scan-folders.ts';
import type { AppFolders } from './app-folders.ts';
import { EMERGENCY_PATIENT, SCIATICA_PATIENT } from './people.ts';

/** Shorter names would be found by chance. */
const SHORTEST_NEEDLE = 6;
const CONTROL = 'Zweibrueckenhofer-control';

/** What was read, and which plain SQLite files of Chromium's own were there. Problems are empty when nothing leaked. */
export type FolderCheck = {
  files: number;
  megabytes: number;
  streams: number;
  needles: number;
  controls: number;
  chromiumStores: string[];
  problems: string[];
};

/** Every surname of the demo, as written and as the search folds it, and each part of a Latin form. */
export function demoNeedles(): string[] {
  const people = [...DEMO_PEOPLE, SCIATICA_PATIENT, EMERGENCY_PATIENT];
  const names = people.flatMap(({ familyName, latinName }) => [familyName, ...(latinName ?? '').split(' ')]);
  const spellings = names.flatMap((name) => [name, foldText(name)]);
  return [...new Set(spellings)].filter((name) => name.length >= SHORTEST_NEEDLE);
}

/**
 * Reads every file the app may have written and looks for the needles in every encoding, also in what is packed, for plain SQLite files and
 * for PDFs. Controls planted in the folders must be found by the same reading, or the reading proves nothing.
 */
export function checkFolders(folders: AppFolders, needles: readonly string[] = demoNeedles()): FolderCheck {
  const planted = plantControls(folders);
  const report = scanFolders([folders.root], [...needles, CONTROL]);
  for (const { file } of planted) rmSync(file);

  const name = (file: string): string => relative(folders.root, file);
  const isPlanted = (hit: ScanHit): boolean => planted.some(({ file }) => file === hit.file);
  const hits = report.hits.filter((hit) => !isPlanted(hit));
  const plain = hits.filter(({ encoding }) => encoding === 'sqlite-header').map(({ file }) => file);
  const isChromiums = (file: string): boolean =>
    file.startsWith(join(folders.userData, 'chromium') + sep) || file.startsWith(join(folders.home, '.pki') + sep);
  const notFound = planted.filter(({ file, as }) => !report.hits.some((hit) => hit.file === file && hit.encoding === as));
  return {
    files: report.filesRead - planted.length,
    megabytes: report.bytesRead / 1_000_000,
    streams: report.streamsRead,
    needles: needles.length,
    controls: planted.length,
    chromiumStores: plain.filter(isChromiums).map(name),
    problems: [
      ...hits
        .filter(({ encoding }) => encoding !== 'sqlite-header')
        .map(({ file, found, encoding, within }) => `${found} (${encoding}${within === '' ? '' : `, ${within}`}) stands in ${name(file)}`),
      ...plain.filter((file) => !isChromiums(file)).map((file) => `${name(file)} is a plain SQLite database`),
      ...report.unreadable.map((file) => `${name(file)} could not be read`),
      ...notFound.map(({ file }) => `the planted control ${name(file)} was not found`),
    ],
  };
}

type Planted = { file: string; as: ScanHit['encoding'] };

/** One control for each encoding, each way of packing, a PDF and a plain database, spread over the folders. */
function plantControls({ userData, tmp, home }: AppFolders): Planted[] {
  const text = Buffer.from(`some words around ${CONTROL} and after it`, 'utf8');
  const spread = [join(userData, 'demo-desk'), join(userData, 'chromium', 'crashes'), tmp, home];
  const controls: [name: string, bytes: Buffer, as: ScanHit['encoding']][] = [
    ...ENCODINGS.map((encoding): [string, Buffer, ScanHit['encoding']] => [
      encoding,
      Buffer.concat([Buffer.from('x'), encoded(CONTROL, encoding)]),
      encoding,
    ]),
    // What a program wrote, not what this scan computes.
    ...['', 'x', 'xx'].map((before): [string, Buffer, ScanHit['encoding']] => [
      `base64-written-${before.length}`,
      Buffer.from(Buffer.from(`${before}${CONTROL}`).toString('base64')),
      `base64-${before.length as 0 | 1 | 2}`,
    ]),
    ['zlib', Buffer.concat([Buffer.alloc(7, 1), deflateSync(text)]), 'utf8'],
    ['gzip', gzipSync(Buffer.from(`${CONTROL}.`, 'utf16le')), 'utf16le'],
    ['zip', zipEntry(text), 'utf8'],
    ['pdf', Buffer.from('spool%PDF-1.7 and so on'), 'pdf'],
    ['sqlite', Buffer.from('SQLite format 3\0'), 'sqlite-header'],
  ];
  return controls.map(([name, bytes, as], index) => {
    const file = join(spread[index % spread.length] ?? tmp, `control-${name}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return { file, as };
  });
}

/** One file of a zip, as far as its packed bytes. */
function zipEntry(content: Buffer): Buffer {
  const name = Buffer.from('a.txt');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, deflateRawSync(content)]);
}
