import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';

/**
 * Writes a whole file or none of it: beside the target, flushed, then renamed over it. A write that fails half-way leaves what was
 * there before, and nothing of its own.
 * Errors: `disk-full`, `file-in-use` (another program does not let go of the target), `folder-not-writable`.
 */
export async function writeAtomically(target: string, bytes: Uint8Array): Promise<Result<Record<string, never>>> {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target).catch((error: unknown) => {
      throw isHeld(error) ? new TargetHeld() : error;
    });
    await flushFolder(dirname(target));
    return ok({});
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail(error instanceof TargetHeld ? 'file-in-use' : codeOf(error));
  }
}

/** The new file could be written, but not take the place of the old one. */
class TargetHeld extends Error {}

/** How systems say that a file is open elsewhere; the folder itself was writable a moment before. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'].includes(String(error.code));
}

/** After this the new name survives a power cut. Windows has no such call and refuses to open a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some network file systems cannot flush a folder; the file itself is flushed.
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): ErrorCode {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'disk-full';
  if (typeof code === 'string') return 'folder-not-writable';
  throw error;
}
