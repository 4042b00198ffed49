import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

// `npm run properties`: the property tests of the rules with 100,000 visits each instead of 5,000, then every other unit test's
// properties, all with a new seed. It is printed, and LASEGUE_SEED repeats a failing run.

const RUNS = process.env['LASEGUE_RUNS'] ?? '100000';
const LARGEST_SEED = 2 ** 31 - 1;
const seed = process.env['LASEGUE_SEED'] ?? String(randomInt(1, LARGEST_SEED));
const project = join(import.meta.dirname, '../..');

say(`Property tests: ${RUNS} visits each, seed ${seed}.`);
const RULES = 'tests/unit/clinical/assess-properties.test.ts';

const runs = [
  ['run', RULES, '--reporter', 'verbose'],
  ['run', 'tests/unit', 'tests/contract', '--exclude', RULES],
].map(
  (options) =>
    spawnSync(process.execPath, [join(project, 'node_modules/vitest/vitest.mjs'), ...options], {
      cwd: project,
      stdio: 'inherit',
      env: { ...process.env, LASEGUE_RUNS: RUNS, LASEGUE_SEED: seed },
    }).status,
);
say(`Seed ${seed}; repeat with LASEGUE_SEED=${seed}.`);
process.exitCode = runs.every((status) => status === 0) ? 0 : 1;
