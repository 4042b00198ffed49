import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// Last step of `npm run verify`: how many tests ran, which were skipped and why, as one closing line.

type Counts = { passed: number; failed: number; skipped: string[] };

const folder = join(import.meta.dirname, '..', 'out', 'tests');

const vitestSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
});

/** The unit, database, contract and handout tests. */
function readVitest(): Counts {
  const tests = vitestSchema.parse(readJson('unit.json')).testResults.flatMap((file) => file.assertionResults);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length,
    skipped: tests.flatMap(({ status, fullName }) => (status === 'passed' || status === 'failed' ? [] : [`${fullName} (${status})`])),
  };
}

const specSchema = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});
type Suite = { specs: z.infer<typeof specSchema>[]; suites?: Suite[] | undefined };
const suiteSchema: z.ZodType<Suite> = z.lazy(() => z.object({ specs: z.array(specSchema), suites: z.array(suiteSchema).optional() }));
const playwrightSchema = z.object({ suites: z.array(suiteSchema) });

/** The end-to-end tests. */
function readPlaywright(): Counts {
  const specs = playwrightSchema.parse(readJson('e2e.json')).suites.flatMap(specsOf);
  const tests = specs.flatMap(({ title, tests: runs }) => runs.map((run) => ({ title, ...run })));
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length,
    skipped: tests.flatMap(({ status, title, annotations }) => {
      const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
      return status === 'skipped' ? [`${title} (${reason})`] : [];
    }),
  };
}

function specsOf(suite: Suite): Suite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

const parts: [string, Counts][] = [
  ['unit, database, contract and handouts', readVitest()],
  ['end to end', readPlaywright()],
];
for (const [name, { passed, failed, skipped }] of parts) {
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
  for (const line of skipped) process.stdout.write(`  skipped: ${line}\n`);
}
const sum = (count: (counts: Counts) => number): number => parts.reduce((total, [, counts]) => total + count(counts), 0);
process.stdout.write(`${sum((c) => c.passed)} passed, ${sum((c) => c.failed)} failed, ${sum((c) => c.skipped.length)} skipped\n`);
if (sum((c) => c.failed) > 0 || sum((c) => c.passed) === 0) process.exitCode = 1;
