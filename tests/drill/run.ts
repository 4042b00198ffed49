import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runDrill } from './drill.ts';

// `npm run drill -- --patients 10000`: builds a desk of so many patients, backs it up, opens the backup as the drill does, restores it into an
// empty folder and compares counts and chain. Ends with 1 when they differ.

/** About the size of a home-care sheet. */
const SHEET_BYTES = 60_000;

const { values } = parseArgs({ options: { patients: { type: 'string', default: '10000' } } });
const root = mkdtempSync(join(tmpdir(), 'lasegue-drill-'));
const undo: (() => void)[] = [() => rmSync(root, { recursive: true, force: true })];
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
try {
  const report = await runDrill(root, Number(values.patients), SHEET_BYTES, (work) => undo.unshift(work));
  const { before, after, drilled, databaseBytes, backupBytes, times } = report;
  const { patients, visits, handouts, drafts } = after.counts;
  process.stdout.write(
    `${patients} patients, ${visits} visits, ${handouts} kept sheets, ${drafts} drafts, ${drilled.entries} log entries.\n`,
  );
  process.stdout.write(`Database ${megabytes(databaseBytes)}, backup ${megabytes(backupBytes)}.\n`);
  process.stdout.write(
    `Backup ${seconds(times.backup)}, drill ${seconds(times.drill)}, restore into an empty folder ${seconds(times.restore)}, opened ${seconds(times.open)}.\n`,
  );
  const isSame =
    JSON.stringify(before) === JSON.stringify(after) &&
    after.isIntact &&
    after.hash !== '' &&
    drilled.patients === patients &&
    drilled.visits === visits;
  process.stdout.write(isSame ? 'Counts and chain are equal.\n' : `DIFFERENT: ${JSON.stringify({ before, after, drilled })}\n`);
  if (!isSame) process.exitCode = 1;
} finally {
  for (const work of undo) work();
}
