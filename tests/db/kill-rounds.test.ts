import { expect, test } from 'vitest';
import { runKillRounds, type RoundKind } from '../crash/kill-rounds.ts';

test('records taken away are found, so the rounds can fail', async () => {
  const report = await runKillRounds(1, 'control', () => 0.9);
  expect(report.lost).toBeGreaterThan(0);
  // The note beside the database tells of it.
  expect(report.damaged).toBeGreaterThan(0);
});

// A few of the rounds of `npm run crash`, so that the harness itself stays whole.
test.each<[RoundKind, number]>([
  ['kill', 4],
  ['unsynced', 3],
  ['full-disk', 3],
])('after %s, what was acknowledged is there, once, with its log', async (kind, rounds) => {
  const { insideTransaction: _inside, acknowledged, refused, ...report } = await runKillRounds(rounds, kind, Math.random);
  expect(report).toEqual({ rounds, lost: 0, duplicated: 0, damaged: 0, chainsIntact: rounds });
  expect(acknowledged).toBeGreaterThan(0);
  expect(refused > 0).toBe(kind === 'full-disk');
});
