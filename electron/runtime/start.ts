import { buildIfNeeded } from './build-if-needed.ts';
import { findElectron } from './find-electron.ts';
import { runCommand, runElectron } from './run-electron.ts';
import { sandboxArguments } from './sandbox.ts';
import { ensurePackages } from './system-libraries.ts';
import { hasDisplay, startVirtualDisplay } from './virtual-display.ts';

// `npm start`: builds what changed, finds an Electron, opens the window.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runCommand(async () => {
  const isRoot = process.getuid?.() === 0;
  if (!hasDisplay() && !isRoot) {
    throw new Error(
      'There is no display here, so no window can be opened. Start it in a desktop session, or run "npm run demo", which needs none.',
    );
  }
  ensurePackages({ virtualDisplay: !hasDisplay() }, say);
  const electron = await findElectron({ mayFetch: true, say });
  buildIfNeeded(say);
  const sandbox = sandboxArguments(electron.executable, say);
  say(electron.line);

  const env = { ...process.env };
  if (!hasDisplay()) {
    env['DISPLAY'] = (await startVirtualDisplay()).name;
    say(`No display here: the window is on a virtual one (${env['DISPLAY']}) that nobody sees. "npm run demo" leaves pictures.`);
  }
  return runElectron(electron.executable, [...sandbox, ...electron.args], env);
});
