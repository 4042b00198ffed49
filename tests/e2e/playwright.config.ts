import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'specs',
  globalSetup: './make-demo-desk.ts',
  outputDir: '../../out/tests/e2e-artifacts',
  // Each test starts an Electron of its own; two cores carry two.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: '../../out/tests/e2e.json' }]],
});
