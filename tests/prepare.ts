import { findElectron } from '../electron/runtime/find-electron.ts';
import { runCommand } from '../electron/runtime/run-electron.ts';
import { ensurePackages } from '../electron/runtime/system-libraries.ts';
import { hasDisplay } from '../electron/runtime/virtual-display.ts';

// First half of `npm test`: makes sure there is everything `npm run verify` needs, or says what to do. `verify` installs nothing.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runCommand(async () => {
  ensurePackages({ virtualDisplay: !hasDisplay() }, say);
  say((await findElectron({ mayFetch: true, say })).line);
  return 0;
});
