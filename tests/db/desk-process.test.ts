import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { DeskChannel, Input, Output } from '../../shared/contract/contract.ts';
import type { DeskReply } from '../../shared/contract/desk-messages.ts';
import { fail, type Result } from '../../shared/contract/result.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { temporaryFolder, valueOf } from './database.ts';
import { CLINIC, PASSPHRASE } from './host.ts';
import { PATIENT } from './visits.ts';

const ENTRY = fileURLToPath(new URL('../../electron/desk.ts', import.meta.url));

type Desk = {
  child: ChildProcess;
  stderr: () => string;
  call: <C extends DeskChannel>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>;
};

/** The real desk process, started as the shell starts it on the development runtime. */
function startDesk(folder: string, { env = {}, more = [] }: { env?: NodeJS.ProcessEnv; more?: string[] } = {}): Desk {
  const child = fork(ENTRY, [JSON.stringify({ folder, desk: 'own' }), ...more], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
    execArgv: [],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  child.on('message', (reply) => waiting.get((reply as DeskReply).id)?.((reply as DeskReply).result));
  const call: Desk['call'] = (channel, input) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve as (result: Result<unknown>) => void);
      child.send({ id: lastId, channel, input });
    });
  return { child, stderr: () => stderr, call };
}

test('what was acknowledged is there after the process is killed, and the log is whole', async () => {
  const folder = join(temporaryFolder(), 'desk');
  const first = startDesk(folder);
  const { user } = valueOf(await first.call('desk.create', { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC }));
  const acknowledged: string[] = [];
  const writes = Array.from({ length: 200 }, async (_, n) => {
    const patientId = uuidv7();
    const answered = await first.call('patients.create', {
      patientId,
      patient: { ...PATIENT, familyName: `Family${n}`, note: 'n'.repeat(5000) },
    });
    if (answered.ok) acknowledged.push(patientId);
    if (acknowledged.length === 60) first.child.kill('SIGKILL');
  });
  void Promise.allSettled(writes);
  await once(first.child, 'exit');
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);

  const second = startDesk(folder);
  expect(valueOf(await second.call('desk.status', {}))).toMatchObject({ state: 'locked', problem: null });
  valueOf(await second.call('desk.unlock', { userId: user.userId, passphrase: PASSPHRASE }));
  for (const patientId of acknowledged) expect((await second.call('patients.get', { patientId })).ok).toBe(true);
  const { stored } = valueOf(
    await second.call('patients.search', { query: '', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 1 }),
  );
  expect(valueOf(await second.call('desk.verifyLog', {}))).toMatchObject({ intact: true, entries: stored + 2 });
  expect(second.stderr()).toBe('');
});

test('a second process is refused while the first is open, and let in after it has closed', async () => {
  const folder = join(temporaryFolder(), 'desk');
  const first = startDesk(folder);
  const { user } = valueOf(await first.call('desk.create', { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC }));
  const second = startDesk(folder);
  const unlock = { userId: user.userId, passphrase: PASSPHRASE };
  expect(await second.call('desk.unlock', unlock)).toEqual(fail('desk-in-use'));
  valueOf(await first.call('patients.create', { patientId: uuidv7(), patient: PATIENT }));
  valueOf(await first.call('desk.close', {}));
  expect(await first.call('desk.session', {})).toEqual(fail('locked'));
  expect(await second.call('desk.unlock', unlock)).toMatchObject({ ok: true });
});

test('the process ends by itself, in good order, when the shell is gone', async () => {
  const folder = join(temporaryFolder(), 'desk');
  const desk = startDesk(folder);
  valueOf(await desk.call('desk.create', { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC }));
  desk.child.disconnect();
  expect(await once(desk.child, 'exit')).toEqual([0, null]);
});

test('a fixed clock is taken only where it is allowed', async () => {
  const env = { LASEGUE_FIXED_NOW: '2001-02-03T12:00:00.000Z', TZ: 'UTC' };
  const create = { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC };
  const allowed = startDesk(join(temporaryFolder(), 'desk'), { env, more: ['--allow-fixed-clock'] });
  expect(valueOf(await allowed.call('desk.create', create)).today).toBe('2001-02-03');
  const not = startDesk(join(temporaryFolder(), 'desk'), { env });
  expect(valueOf(await not.call('desk.create', create)).today > '2020').toBe(true);
});
