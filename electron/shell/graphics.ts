import { existsSync } from 'node:fs';
import { app } from 'electron';

/**
 * On a Linux without a graphics device (a virtual machine, a virtual display) Chromium's graphics process fails to start, and about
 * one start in twenty then waits for it for ever. Drawing in software from the beginning avoids it. Must run before the app is ready.
 */
export function drawInSoftwareWithoutDevice(): void {
  if (process.platform === 'linux' && !existsSync('/dev/dri')) app.disableHardwareAcceleration();
}
