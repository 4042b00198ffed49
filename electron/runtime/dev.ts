import { createServer } from 'electron-vite';
import { findElectron, projectFolder } from './find-electron.ts';
import { runCommand } from './run-electron.ts';
import { sandboxArguments } from './sandbox.ts';
import { ensurePackages } from './system-libraries.ts';
import { hasDisplay } from './virtual-display.ts';

// `npm run dev`: the window reloads as its files change; main, preload and desk are rebuilt and restarted.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runCommand(async () => {
  if (!hasDisplay()) throw new Error('There is no display here. "npm run demo" needs none.');
  ensurePackages({ virtualDisplay: false }, say);
  const electron = await findElectron({ mayFetch: true, say });
  const [project, ...rest] = electron.args;
  // electron-vite starts Electron itself and is told through its environment.
  process.env['ELECTRON_EXEC_PATH'] = electron.executable;
  process.env['ELECTRON_CLI_ARGS'] = JSON.stringify([...sandboxArguments(electron.executable, say), ...rest]);
  if (project !== undefined) process.env['ELECTRON_ENTRY'] = project;
  process.env['NODE_ENV_ELECTRON_VITE'] = 'development';
  say(electron.line);
  await createServer({ root: projectFolder, build: { watch: {} } }, {});
  return 0;
});
