import { performance } from 'node:perf_hooks';
import * as fc from 'fast-check';
import { assess } from '../../shared/clinical/assess.ts';
import { arbitraryContext } from '../helpers/arbitrary-quiet-visit.ts';
import { arbitraryVisit } from '../helpers/arbitrary-visit.ts';

// How long the whole assessment of a visit takes, over 1,000 random full visits with up to two earlier ones: it has to fit in one frame.
// `node tests/bench/assess.ts`; ends with 1 when it does not.

const VISITS = 1000;
const FRAME_MS = 16;
const SEED = 20260316;

/** The time within which this share of the runs was done, in milliseconds. */
function percentile(sortedMs: readonly number[], share: number): number {
  return sortedMs[Math.min(sortedMs.length - 1, Math.ceil(share * sortedMs.length) - 1)] ?? 0;
}

const visits = fc.sample(fc.tuple(arbitraryVisit(), arbitraryContext), { numRuns: VISITS, seed: SEED });
// The first run of each path is compiled; people meet the compiled one.
for (const [record, context] of visits.slice(0, VISITS / 10)) assess(record, context);
const timesMs = visits
  .map(([record, context]) => {
    const before = performance.now();
    assess(record, context);
    return performance.now() - before;
  })
  .toSorted((a, b) => a - b);
const [p50, p95, most] = [percentile(timesMs, 0.5), percentile(timesMs, 0.95), percentile(timesMs, 1)];
process.stdout.write(`assess, ${VISITS} visits: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, most ${most.toFixed(2)} ms\n`);
if (p95 >= FRAME_MS) process.exitCode = 1;
