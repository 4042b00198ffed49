import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const clockModule = JSON.stringify(new URL('../../electron/clock.ts', import.meta.url).href);

/** What the desk's clock says in a zone: a zone is read once a process, so each is asked in its own. */
function clockIn(timeZone: string, startAt: string): { today: string; timeZone: string; now: string } {
  const script = `import { createClock } from ${clockModule};
    const clock = createClock(${JSON.stringify(startAt)});
    console.log(JSON.stringify({ today: clock.today(), timeZone: clock.timeZone, now: clock.nowInstant() }));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ: timeZone } });
  return JSON.parse(child.stdout.toString());
}

describe("the desk's date is the date of its zone", () => {
  test.each([
    ['UTC', '2025-03-09T23:30:00.000Z', '2025-03-09'],
    ['Pacific/Kiritimati', '2025-03-09T23:30:00.000Z', '2025-03-10'],
    ['America/New_York', '2025-03-10T03:30:00.000Z', '2025-03-09'],
    // The night of the clock change: 01:59 EST, then 03:00 EDT.
    ['America/New_York', '2025-03-09T06:59:58.000Z', '2025-03-09'],
    ['America/New_York', '2025-03-09T07:00:30.000Z', '2025-03-09'],
    ['America/New_York', '2025-11-02T05:30:00.000Z', '2025-11-02'],
  ])('%s at %s is %s', (timeZone, startAt, today) => {
    const clock = clockIn(timeZone, startAt);
    expect(clock).toMatchObject({ today, timeZone });
    expect(clock.now.slice(0, 16)).toBe(startAt.slice(0, 16));
  });
});
