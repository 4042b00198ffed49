import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

// What Linux tells about a tree of processes. Nothing here opens or asks anything.

/** This process and all that descend from it. */
export function processTree(root: number | undefined): number[] {
  if (root === undefined) return [];
  const parents = new Map(runningProcesses().map((pid) => [pid, parentOf(pid)]));
  const tree = [root];
  for (let added = true; added;) {
    added = false;
    for (const [pid, parent] of parents) {
      if (parent !== null && tree.includes(parent) && !tree.includes(pid)) {
        tree.push(pid);
        added = true;
      }
    }
  }
  return tree;
}

/** The desk processes of a running app. */
export function deskProcesses(app: number | undefined): number[] {
  return processTree(app).filter((pid) => commandOf(pid).includes('desk.js') || commandOf(pid).includes('node.mojom.NodeService'));
}

/** Command line of a process, arguments separated by spaces; empty when it has ended. */
export function commandOf(pid: number): string {
  return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** Network sockets, in any state, that these processes hold: `tcp 127.0.0.1:8080 0A` (0A is listening). */
export function networkSockets(pids: readonly number[]): string[] {
  const inodes = new Set(pids.flatMap(socketInodes));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readOrEmpty(`/proc/net/${kind}`)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? ''))
      .map((fields) => `${kind} ${fields[1]} ${fields[3]}`),
  );
}

function socketInodes(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((name) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

function runningProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number | null {
  // The name stands in brackets and may itself hold brackets and spaces.
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return fields[1] === undefined ? null : Number(fields[1]);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
