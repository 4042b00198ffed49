import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Makes the PDF of the sheet of this number. */
export type MakeSheet = (index: number) => Promise<Uint8Array>;

/** One turn of an engine: how long each sheet took, and the processor time of one sheet, which other programs do not lengthen. */
export type Round = { timesMs: number[]; cpuMs: number };

/**
 * One engine in a process of its own. With a file name as its first argument it makes one sheet, writes it there and ends: the whole
 * process is timed from outside. Without, it makes as many as it is asked for over the process channel and answers with a `Round`.
 */
export async function serve(start: () => Promise<{ make: MakeSheet; end?: () => Promise<void> }>): Promise<void> {
  const { make, end } = await start();
  const [, , file] = process.argv;
  if (file !== undefined) {
    writeFileSync(file, await make(0));
    await end?.();
    return;
  }
  process.on('message', (request: { from: number; count: number } | 'end') => {
    void (async () => {
      if (request === 'end') {
        await end?.();
        process.disconnect();
        return;
      }
      const timesMs: number[] = [];
      const cpuBefore = process.cpuUsage();
      for (let index = request.from; index < request.from + request.count; index += 1) {
        const before = performance.now();
        await make(index);
        timesMs.push(performance.now() - before);
      }
      const { user, system } = process.cpuUsage(cpuBefore);
      process.send?.({ timesMs, cpuMs: (user + system) / 1000 / request.count } satisfies Round);
    })();
  });
  process.send?.('ready');
}
