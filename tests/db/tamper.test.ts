import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTemplate, removeTemplate, tamperWithFile, tamperWithLog, tamperWithWriteAheadLog } from '../tamper/tamper.ts';

// A short part of `npm run tamper`.

let template: Awaited<ReturnType<typeof makeTemplate>>;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => removeTemplate(template));

test('A byte changed in a page of the file is noticed at unlocking, in free pages too', async () => {
  const report = await tamperWithFile(template, 60);
  expect(report).toMatchObject({ tried: 60, detected: 60, missed: [] });
  expect(report.freePages).toBeGreaterThanOrEqual(20);
  expect(report.freePages).toBeLessThan(60);
});

test('A byte changed in the write-ahead log after fifty acknowledged rows is told at opening', async () => {
  expect(await tamperWithWriteAheadLog(template, 4)).toMatchObject({ tried: 4, detected: 4, missed: [] });
});

test('Changes of the log, of wrapped keys and of backups are noticed; only an anchor shows a whole tail removed with the note beside it', async () => {
  const report = await tamperWithLog(template);
  expect(report).toMatchObject({ tried: 20, detected: 20, missed: [] });
  expect(report.onlyAnchor).toEqual(['the tail removed with all that it recorded, and the note beside the database deleted']);
});
