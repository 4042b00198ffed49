import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export type Display = { name: string; stop: () => void };

/** Whether a window could be shown here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** Starts a virtual display on the first free number. It opens no network port, and ends with this process. */
export async function startVirtualDisplay(): Promise<Display> {
  // Without -noreset the server starts over when its last window goes, and refuses whoever connects in that moment.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-noreset', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = (): void => void server.kill();
  process.once('exit', stop);
  const number = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdio[3] as Readable }).once('line', resolve);
    server.once('error', () => reject(new Error('The virtual display (Xvfb) could not be started.')));
    server.once('exit', () => reject(new Error('The virtual display (Xvfb) ended at once.')));
  });
  server.unref();
  return { name: `:${number}`, stop };
}
