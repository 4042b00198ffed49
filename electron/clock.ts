import type { Clock } from './use-cases/context.ts';

/**
 * The computer's clock in its own zone. With `startAt` (tests and the demo only) it starts at that instant and runs on from there.
 */
export function createClock(startAt: string | null = null): Clock {
  const offsetMs = startAt === null ? 0 : Date.parse(startAt) - Date.now();
  const { timeZone } = new Intl.DateTimeFormat('en').resolvedOptions();
  const date = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' });
  const now = (): Date => new Date(Date.now() + offsetMs);
  return {
    timeZone,
    nowInstant: () => now().toISOString(),
    today: () => {
      const part = Object.fromEntries(date.formatToParts(now()).map(({ type, value }) => [type, value]));
      return `${part['year']}-${part['month']}-${part['day']}`;
    },
  };
}
