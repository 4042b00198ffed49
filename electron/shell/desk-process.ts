import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { app, utilityProcess } from 'electron';
import type { DeskChannel } from '../../shared/contract/contract.ts';
import type { DeskReply, DeskRequest, DeskStart } from '../../shared/contract/desk-messages.ts';
import { fail, type Result } from '../../shared/contract/result.ts';
import { reportBug } from './log.ts';
import { builtFile } from './paths.ts';

/** Lowest Node-API the database driver runs on; with less it crashes. */
const NODE_API_NEEDED = 10;

/** How long a desk may take to checkpoint and close its database before its process is ended all the same, milliseconds. */
const CLOSE_TIMEOUT_MS = 15_000;

export type DeskProcess = {
  /** Passes a request on. Answers `desk-gone` when the process ends before it has answered. Never rejects. */
  request: (channel: DeskChannel, input: unknown) => Promise<Result<unknown>>;
  /**
   * Lets the desk close its database, then ends the process, and with it the key. Resolves once the process is gone, so that
   * another can open the same folder; the value is what the closing came to. Does not count as unexpected.
   */
  end: () => Promise<Result<unknown>>;
  readonly startedAt: number;
};

/** Starts a desk process. `onUnexpectedExit` is called once, when it ends without having been asked to. */
export function startDeskProcess(start: DeskStart, onUnexpectedExit: () => void): DeskProcess {
  const pending = new Map<number, (result: Result<unknown>) => void>();
  let nextId = 1;
  let ending = false;
  let announceGone: () => void;
  const gone = new Promise<void>((resolve) => (announceGone = resolve));
  let alive = true;

  const child = trySpawn(
    start,
    (reply) => {
      pending.get(reply.id)?.(reply.result);
      pending.delete(reply.id);
    },
    () => {
      if (!alive) return;
      alive = false;
      for (const answer of pending.values()) answer(fail('desk-gone'));
      pending.clear();
      announceGone();
      if (!ending) onUnexpectedExit();
    },
  );

  const request = (channel: DeskChannel, input: unknown): Promise<Result<unknown>> => {
    if (!alive) return Promise.resolve(fail('desk-gone'));
    return new Promise((resolve) => {
      const id = nextId++;
      pending.set(id, resolve);
      try {
        child.send({ id, channel, input });
      } catch {
        // Nested deeper than any message can be; nothing of it has left.
        pending.delete(id);
        resolve(fail('invalid-input'));
      }
    });
  };

  const end = async (): Promise<Result<unknown>> => {
    ending = true;
    const closed = await Promise.race([request('desk.close', {}), after(CLOSE_TIMEOUT_MS, fail('desk-gone'))]);
    if (alive) child.kill();
    await gone;
    return closed;
  };

  return { request, end, startedAt: Date.now() };
}

/** A desk that cannot even be started (a file of it is missing) counts as one that is gone: the window stays and says so. */
function trySpawn(start: DeskStart, onReply: (reply: DeskReply) => void, onGone: () => void): Child {
  try {
    return spawnDesk(start, onReply, onGone);
  } catch (error) {
    reportBug('desk process', error);
    setImmediate(onGone);
    return { send: () => undefined, kill: () => undefined };
  }
}

type Child = { send: (request: DeskRequest) => void; kill: () => void };

/**
 * The one place that decides what a desk process is: Electron's utility process where its Node-API is new enough, else Node 24
 * as a child (the development runtime, electron/runtime).
 */
function spawnDesk(start: DeskStart, onReply: (reply: DeskReply) => void, onGone: () => void): Child {
  const entry = builtFile('main', 'desk.js');
  // Tests set the desk's clock (electron/clock.ts); an installed desk knows only the computer's.
  const startArguments = [JSON.stringify(start), ...(app.isPackaged ? [] : ['--allow-fixed-clock'])];
  const kill = (pid: number | undefined): void => {
    if (pid === undefined) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  };

  if (Number(process.versions['napi']) >= NODE_API_NEEDED) {
    const child = utilityProcess.fork(entry, startArguments, {
      serviceName: 'Lasègue desk',
      stdio: app.isPackaged ? 'ignore' : 'inherit',
    });
    child.on('message', (reply: DeskReply) => onReply(reply));
    child.on('exit', onGone);
    return { send: (request) => child.postMessage(request), kill: () => kill(child.pid) };
  }

  const child = fork(entry, startArguments, {
    execPath: nodeForDesk(),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  child.on('message', (reply) => onReply(reply as DeskReply));
  child.on('exit', onGone);
  child.on('error', (error) => {
    reportBug('desk process', error);
    if (child.pid === undefined) onGone();
  });
  // A failed send is followed by the exit, which answers every pending request.
  return { send: (request) => void child.send(request, () => undefined), kill: () => kill(child.pid) };
}

/** Node 24 as the package registry brought it (package.json, optionalDependencies). Never in a packaged app. */
function nodeForDesk(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
  return createRequire(builtFile('main', 'main.js')).resolve(name);
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}
