import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

// `npm run properties`: the property tests of the rules with 100,000 visits each instead of 5,000. Without LASEGUE_SEED a new seed is
// drawn and printed, so that a failing run can be repeated.

const RUNS = process.env['LASEGUE_RUNS'] ?? '100000';
const LARGEST_SEED = 2 ** 31 - 1;
const seed = process.env['LASEGUE_SEED'] ?? String(randomInt(1, LARGEST_SEED));
const project = join(import.meta.dirname, '../..');

say(`Property tests: ${RUNS} visits each, seed ${seed}.`);
const { status } = spawnSync(
  process.execPath,
  [join(project, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/unit/clinical/assess-properties.test.ts', '--reporter', 'verbose'],
  { cwd: project, stdio: 'inherit', env: { ...process.env, LASEGUE_RUNS: RUNS, LASEGUE_SEED: seed } },
);
say(`Seed ${seed}; repeat with LASEGUE_SEED=${seed}.`);
process.exitCode = status ?? 1;
