import { expect, test } from 'vitest';
import { runKillRounds, type RoundKind } from '../crash/kill-rounds.ts';

/** Every kill waits for some acknowledged writes and then for an open transaction, so that each round has something to lose. */
const MEET_OPEN = (): number => 0.45;

test('records taken away are found, so the rounds can fail', async () => {
  const report = await runKillRounds(1, 'control', () => 0.9);
  expect(report.lost).toBeGreaterThan(0);
  // The note beside the database tells of it.
  expect(report.damaged).toBeGreaterThan(0);
});

// A few of the rounds of `npm run crash`, so that the harness itself stays whole.
test.each<[RoundKind, number]>([
  ['kill', 3],
  ['unsynced', 2],
  ['full-disk', 2],
])('after %s, what was acknowledged is there, once, with its log', async (kind, rounds) => {
  const { insideTransaction: _inside, acknowledged, refused, ...report } = await runKillRounds(rounds, kind, MEET_OPEN);
  expect(report).toEqual({ rounds, lost: 0, duplicated: 0, damaged: 0, chainsIntact: rounds });
  expect(acknowledged).toBeGreaterThan(0);
  expect(refused > 0).toBe(kind === 'full-disk');
});
