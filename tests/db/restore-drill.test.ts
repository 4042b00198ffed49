import { expect, onTestFinished, test } from 'vitest';
import { runDrill } from '../drill/drill.ts';
import { temporaryFolder } from './database.ts';

// A small one of `npm run drill`.
test('A desk backed up, drilled and restored into an empty folder holds the same patients, visits, sheets and log', async () => {
  const report = await runDrill(temporaryFolder(), 60, 5000, onTestFinished);
  expect(report.before.counts).toEqual({ patients: 60, visits: 60, handouts: 12, drafts: 2 });
  expect(report.before.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(report.after).toEqual({ ...report.before, isIntact: true });
  expect(report.drilled).toMatchObject({ patients: 60, visits: 60 });
});
