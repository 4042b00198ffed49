import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { allMutations, type Mutation, MUTATION_VARIABLE } from './mutations.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (line: string): boolean => process.stderr.write(`${line}\n`);

const WORKERS = 2;
/** How vitest ends when a test fails. Anything else than that and 0 means that the run itself broke. */
const TESTS_FAILED = 1;

type Outcome = { mutation: Mutation; noticed: boolean; broken: string | null };

function runTests(project: string, mutation: Mutation): Promise<Outcome> {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const files = mutation.tests.map((test) => `tests/unit/${test}.test.ts`);
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'tests/trace/mutant.config.ts', ...files], {
    cwd: project,
    env: { ...process.env, [MUTATION_VARIABLE]: JSON.stringify(mutation), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const failedATest = code === TESTS_FAILED && /Tests\s+.*\d+ failed/.test(output);
      resolve({ mutation, noticed: failedATest, broken: code === 0 || failedATest ? null : output.slice(-800) });
    });
  });
}

/**
 * Disables each rule in turn, runs the tests of its family and says which rules no test misses. True when none was missed and no
 * run broke. `only` limits it to the rules whose name contains it.
 */
export async function mutate(project: string, only: string): Promise<boolean> {
  const waiting = allMutations(project).filter(({ id }) => id.includes(only));
  const total = waiting.length;
  const unnoticed: Outcome[] = [];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let mutation = waiting.shift(); mutation !== undefined; mutation = waiting.shift()) {
      // One run after the other is the point: two workers share the list.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await runTests(project, mutation);
      done += 1;
      if (!outcome.noticed) unnoticed.push(outcome);
      say(`${done}/${total} ${outcome.noticed ? 'noticed ' : outcome.broken === null ? 'UNNOTICED' : 'BROKEN'} ${mutation.id}`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  say(`\n${total - unnoticed.length} of ${total} disabled rules noticed by a test.`);
  for (const { mutation, broken } of unnoticed) {
    complain(broken === null ? `No test notices: ${mutation.id}` : `The run broke: ${mutation.id}\n${broken}`);
  }
  return unnoticed.length === 0 && total > 0;
}
