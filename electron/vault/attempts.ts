import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';

const LONGEST_DELAY_SECONDS = 300;
const FILE = 'desk-attempts.json';
const attemptsSchema = z.object({ failures: z.int().min(0).max(1_000_000), notBeforeMs: z.number() });
type Attempts = z.infer<typeof attemptsSchema>;

/**
 * Growing delay after wrong passphrases: 1, 2, 4 ... at most 300 seconds, kept in memory and in a file so that a restart does not
 * end it. It slows the person at the window, not someone who has taken the files.
 */
export type AttemptDelay = {
  /** Whole seconds until the next attempt is taken; 0 = now. */
  secondsLeft(): number;
  /** Counts an attempt as failed before it is tried, so that ending the process does not undo it. */
  begin(): void;
  succeeded(): void;
};

/** `nowMs` is the computer's clock in milliseconds. */
export function createAttemptDelay(folder: string, nowMs: () => number): AttemptDelay {
  const path = join(folder, FILE);
  let attempts = readAttempts(path);
  return {
    secondsLeft: () => {
      // A clock set back must not lengthen the wait beyond what this failure earned.
      const left = Math.min(attempts.notBeforeMs - nowMs(), delaySeconds(attempts.failures) * 1000);
      return Math.max(0, Math.ceil(left / 1000));
    },
    begin: () => {
      const failures = attempts.failures + 1;
      attempts = { failures, notBeforeMs: nowMs() + delaySeconds(failures) * 1000 };
      // A folder that cannot be written has its own message; the delay in memory still holds.
      attempt(() => writeFileAtomically(path, JSON.stringify(attempts)));
    },
    succeeded: () => {
      attempts = { failures: 0, notBeforeMs: 0 };
      attempt(() => rmSync(path, { force: true }));
    },
  };
}

function delaySeconds(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_DELAY_SECONDS, 2 ** Math.min(failures - 1, 10));
}

function readAttempts(path: string): Attempts {
  try {
    return attemptsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { failures: 0, notBeforeMs: 0 };
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Said above: kept in memory.
  }
}
