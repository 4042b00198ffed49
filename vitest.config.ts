import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,db,contract,handouts}/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/helpers/seed.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
    // The closing count of `npm run verify` reads it (tests/summary.ts).
    reporters: ['default', ['json', { outputFile: 'out/tests/unit.json' }]],
  },
});
