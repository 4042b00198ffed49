import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findElectron, projectFolder } from '../../electron/runtime/find-electron.ts';
import { runCommand } from '../../electron/runtime/run-electron.ts';
import { missingPackages } from '../../electron/runtime/system-libraries.ts';
import { hasDisplay, startVirtualDisplay } from '../../electron/runtime/virtual-display.ts';

// `npm run test:e2e`: Playwright on a real Electron, under a virtual display where there is none. Installs nothing.
// Arguments are passed on: `npm run test:e2e -- start.spec.ts`.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runCommand(async () => {
  const missing = missingPackages({ virtualDisplay: !hasDisplay() });
  if (missing.length > 0)
    throw new Error(`The end-to-end tests need ${missing.join(', ')}. "npm test" installs them (as root on Debian) or says how.`);
  const electron = await findElectron({ mayFetch: false, say });
  say(`End-to-end tests on ${electron.line}`);

  const display = hasDisplay() ? null : await startVirtualDisplay();
  const env = display === null ? process.env : { ...process.env, DISPLAY: display.name };
  const cli = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [cli, 'test', '--config', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)];
  try {
    return await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env });
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    display?.stop();
  }
});
