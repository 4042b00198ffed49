import { randomUUID } from 'node:crypto';

/**
 * Reports a programming error on stderr and returns its incident number. The shell reads no payload, so no patient data can be
 * in it; nothing is written to disk.
 */
export function reportBug(where: string, error: unknown): string {
  const incident = randomUUID().slice(0, 8);
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`lasegue bug ${incident} in ${where}: ${what}\n`);
  return incident;
}
