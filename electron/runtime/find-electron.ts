import { existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cacheFolder,
  DEVELOPMENT_ELECTRON,
  hasDevelopmentRuntime,
  isDevelopmentRuntimePossible,
  prepareDevelopmentRuntime,
} from './development-runtime.ts';
import { downloadElectron, executableName, installedElectron, PRODUCT_ELECTRON } from './official-electron.ts';

/** How long the official download is tried where there is something to fall back on, seconds. */
const DOWNLOAD_LIMIT_SECONDS = 20;
/** And where there is not. */
const PATIENT_LIMIT_SECONDS = 900;

export type FoundElectron = {
  executable: string;
  /** Arguments that make it run this project. */
  args: string[];
  kind: 'override' | 'official' | 'development';
  /** One line about which runtime this is. */
  line: string;
};

export const projectFolder = realpathSync(join(import.meta.dirname, '..', '..'));

/**
 * An Electron to run this project with: the one `ELECTRON_OVERRIDE_DIST_PATH` names, the official one, or the development runtime.
 * `mayFetch` false takes only what is already there. Throws an error with one plain sentence that says what to do.
 */
export async function findElectron({ mayFetch, say }: { mayFetch: boolean; say: (line: string) => void }): Promise<FoundElectron> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return overridden(override);

  const installed = installedElectron();
  if (installed !== null) return official(installed);

  if (mayFetch && shouldTryDownload()) {
    const limit = isDevelopmentRuntimePossible() ? DOWNLOAD_LIMIT_SECONDS : PATIENT_LIMIT_SECONDS;
    say(`Downloading Electron ${PRODUCT_ELECTRON} (for at most ${limit} s)...`);
    const isThere = await downloadElectron(limit, (elapsed) => {
      if (elapsed % 5 === 0) say(`  ${elapsed} s`);
    });
    const executable = isThere ? installedElectron() : null;
    if (executable !== null) return official(executable);
    rememberFailedDownload();
  }

  if (isDevelopmentRuntimePossible() && (mayFetch || hasDevelopmentRuntime())) {
    const { executable } = await prepareDevelopmentRuntime(projectFolder, say);
    return {
      executable,
      args: [],
      kind: 'development',
      line: `Electron ${DEVELOPMENT_ELECTRON}, development runtime: no real patients (Electron ${PRODUCT_ELECTRON} could not be downloaded; "npx install-electron" tries again).`,
    };
  }
  throw new Error(
    mayFetch
      ? `No Electron ${PRODUCT_ELECTRON}: its download failed. Try "npx install-electron", or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.`
      : 'No Electron is here yet. "npm test" or "npm start" fetches one.',
  );
}

function overridden(folder: string): FoundElectron {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executableName()} in ${folder}. Correct it or unset it.`);
  }
  // A folder that already has an app inside (as the development runtime has) runs that one, whatever stands on the command line.
  const hasApp = existsSync(join(folder, 'resources', 'app'));
  return {
    executable,
    args: hasApp ? [] : [projectFolder],
    kind: 'override',
    line: `Electron from ELECTRON_OVERRIDE_DIST_PATH (${folder}).`,
  };
}

function official(executable: string): FoundElectron {
  return { executable, args: [projectFolder], kind: 'official', line: `Electron ${PRODUCT_ELECTRON}.` };
}

/** A download that failed is not tried again for a day when there is something to run: starting stays quick behind a firewall. */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const failedMark = join(cacheFolder(), `electron-${PRODUCT_ELECTRON}-not-downloaded`);

function shouldTryDownload(): boolean {
  if (!hasDevelopmentRuntime()) return true;
  const tried = statSync(failedMark, { throwIfNoEntry: false });
  return tried === undefined || Date.now() - tried.mtimeMs > RETRY_AFTER_MS;
}

function rememberFailedDownload(): void {
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(failedMark, new Date().toISOString());
  } catch {
    // Without the mark the next start tries again.
  }
}
