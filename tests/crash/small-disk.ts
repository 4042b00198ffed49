import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Size of the small disk, and the room left on it at most and at least when it is filled, bytes. */
const DISK_BYTES = 6_000_000;
const MOST_ROOM_BYTES = 500_000;
const LEAST_ROOM_BYTES = 20_000;
const BALLAST = 'ballast';

/** A folder for one desk, and how its disk runs full. */
export type Place = {
  folder: string;
  /** The command that starts a process for which the disk may run full. */
  command(command: readonly string[]): string[];
  /** Leaves little room; `share` from 0 to 1 says how little. */
  fill(share: number): void;
  makeRoom(): void;
  remove(): void;
};

/** Whether this process may mount a disk of its own; else a limit on the size of files stands for a full disk. */
export function canMount(): boolean {
  const place = mountPlace();
  place?.remove();
  return place !== null;
}

/** A folder on the temporary disk, or on a small one that can be filled. */
export function makePlace(onSmallDisk: boolean): Place {
  if (!onSmallDisk) return { ...plainPlace(), fill: () => undefined };
  return mountPlace() ?? limitedPlace();
}

function plainPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'lasegue-crash-'));
  return {
    folder,
    command: (command) => [...command],
    fill: () => undefined,
    makeRoom: () => undefined,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A file system in memory of a few megabytes: a write on it fails with ENOSPC. Null where this user may not mount one. */
function mountPlace(): Place | null {
  const plain = plainPlace();
  const { folder } = plain;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES},mode=0700`, 'lasegue-crash', folder]).status !== 0) {
    plain.remove();
    return null;
  }
  const ballast = join(folder, BALLAST);
  return {
    ...plain,
    fill: (share) => {
      const { bavail, bsize } = statfsSync(folder);
      const room = LEAST_ROOM_BYTES + share * (MOST_ROOM_BYTES - LEAST_ROOM_BYTES);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - Math.floor(room))));
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', [folder]);
      plain.remove();
    },
  };
}

/** No file may grow past a limit: a write beyond it fails, as on a full disk, with EFBIG. */
function limitedPlace(): Place {
  const plain = plainPlace();
  let limitBytes = 0;
  return {
    ...plain,
    fill: (share) => {
      const size = statSync(join(plain.folder, 'desk.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
      limitBytes = size + statSync(join(plain.folder, 'desk.db')).size + share * MOST_ROOM_BYTES;
    },
    command: (command) => ['sh', '-c', `ulimit -f ${Math.ceil(limitBytes / 512)}; exec "$@"`, 'sh', ...command],
  };
}
