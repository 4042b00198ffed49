import { makeTemplate, removeTemplate, tamperWithFile, tamperWithLog, tamperWithWriteAheadLog, type TamperReport } from './tamper.ts';

// `npm run tamper`: changes what lies on the disk, one thing at a time, and counts what the desk notices, in three groups. Ends with 1 when
// anything was missed.

const PAGES = 200;
const PLACES = 60;

function describe(name: string, { tried, detected, missed, onlyAnchor }: TamperReport): void {
  process.stdout.write(`${name}: detected ${detected} of ${tried}.\n`);
  for (const one of onlyAnchor) process.stdout.write(`  only an anchor kept elsewhere shows: ${one}\n`);
  for (const one of missed) process.stderr.write(`  missed: ${one}\n`);
  if (missed.length > 0) process.exitCode = 1;
}

const template = await makeTemplate();
try {
  const file = await tamperWithFile(template, PAGES);
  describe(`main file, a byte in each of ${PAGES} pages, ${file.freePages} of them free`, file);
  describe('write-ahead log, a byte changed after fifty acknowledged rows', await tamperWithWriteAheadLog(template, PLACES));
  describe('log, wrapped keys and backups', await tamperWithLog(template));
} finally {
  removeTemplate(template);
}
