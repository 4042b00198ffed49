import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * How Chromium's sandbox stands here. Root may not have one: `--no-sandbox` is added for root alone, and said. Anyone else gets the
 * sandbox or a sentence on how to allow it; it is never left off silently.
 */
export function sandboxArguments(executable: string, say: (line: string) => void): string[] {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    say("Running as root: Chromium's sandbox is off (--no-sandbox). Fine for a test machine, not for a desk in use.");
    return ['--no-sandbox'];
  }
  if (mayMakeNamespaces() || isSetuidRoot(join(dirname(executable), 'chrome-sandbox'))) return [];
  throw new Error(
    `This system does not let Chromium make its sandbox. Run: sudo chown root ${dirname(executable)}/chrome-sandbox && sudo chmod 4755 ${dirname(executable)}/chrome-sandbox`,
  );
}

function mayMakeNamespaces(): boolean {
  return (
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1'
  );
}

function readSetting(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function isSetuidRoot(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}
