import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DeskReply } from '../../shared/contract/desk-messages.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Session } from '../../shared/contract/contract.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { createDemoRandom } from '../../electron/use-cases/demo/generate-random.ts';
import { valueOf } from '../db/database.ts';
import { CLINIC, PASSPHRASE } from '../db/host.ts';
import { fuzz, type FuzzReport } from './fuzz.ts';
import { fillDesk, type Ask } from './samples.ts';

// `npm run fuzz -- --payloads 100000 --seed 7`: fires malformed and forged payloads over every channel at a real desk process. Ends with 1
// when the process ended, wrote anything, or answered with anything but an error of the list.

/** The rest comes from somebody who may do less. */
const ADMIN_SHARE = 0.7;

const { values } = parseArgs({
  options: { payloads: { type: 'string', default: '100000' }, seed: { type: 'string', default: String(Date.now()) } },
});
const root = mkdtempSync(join(tmpdir(), 'lasegue-fuzz-'));
const desk = fork(
  fileURLToPath(new URL('../../electron/desk.ts', import.meta.url)),
  [JSON.stringify({ folder: join(root, 'desk'), desk: 'own' })],
  {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  },
);
let said = '';
let ended = false;
const waiting = new Map<number, (result: Result<unknown>) => void>();
desk.stderr?.on('data', (data: Buffer) => (said += data.toString('utf8')));
desk.on('message', (reply) => waiting.get((reply as DeskReply).id)?.((reply as DeskReply).result));
desk.on('exit', () => {
  ended = true;
  for (const answer of waiting.values()) answer({ ok: false, error: { code: 'desk-gone' } });
});

let lastId = 0;
const ask: Ask = (channel, input) =>
  new Promise((resolve) => {
    lastId += 1;
    const id = lastId;
    waiting.set(id, (result) => {
      waiting.delete(id);
      resolve(result);
    });
    desk.send({ id, channel, input });
  });

try {
  const created = valueOf(
    (await ask('desk.create', { displayName: 'Dr Test Person', passphrase: PASSPHRASE, clinic: CLINIC })) as Result<Session>,
  );
  const ids = await fillDesk(ask, created.user.userId);
  const random = createDemoRandom(values.seed);
  const reports = [await fuzz(ask, ids, Math.ceil(Number(values.payloads) * ADMIN_SHARE), random, 'admin')];
  for (const role of ['clinician', 'assistant'] as const) {
    await changeUser(role);
    reports.push(await fuzz(ask, ids, Math.ceil((Number(values.payloads) * (1 - ADMIN_SHARE)) / 2), random, role));
    valueOf(await ask('desk.close', {}));
    valueOf(await ask('desk.unlock', { userId: created.user.userId, passphrase: PASSPHRASE }));
  }
  const sum = (count: (report: FuzzReport) => number): number => reports.reduce((total, report) => total + count(report), 0);
  const problems = [
    ...reports.flatMap(({ wrong }) => wrong),
    ...(ended ? ['the desk process ended'] : []),
    ...(said === '' ? [] : [`the desk said: ${said.slice(0, 2000)}`]),
  ];
  process.stdout.write(
    `Seed ${values.seed}. ${sum((r) => r.payloads)} payloads over ${Math.min(...reports.map(({ channels }) => channels))} channels: ${sum((r) => r.malformed)} malformed, ${sum((r) => r.forged)} forged, ${sum((r) => r.otherRole)} of another role.\n`,
  );
  for (const { codes } of reports) {
    const counted = Object.entries(codes).map(([code, count]) => `${code} ${count}`);
    process.stdout.write(`Answers: ${counted.join(', ')}.\n`);
  }
  process.stdout.write(`Process ended: ${ended ? 'yes' : 'no'}. Wrong answers, bugs and changes of the store: ${problems.length}.\n`);
  for (const line of problems) process.stderr.write(`${line}\n`);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  desk.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
}

/** Adds somebody of this role and unlocks the desk in their name. */
async function changeUser(role: 'clinician' | 'assistant'): Promise<void> {
  const userId = uuidv7();
  const next = `nine paper boats for the ${role}`;
  valueOf(await ask('people.add', { userId, displayName: `A ${role}`, role, next, passphrase: PASSPHRASE }));
  valueOf(await ask('desk.close', {}));
  valueOf(await ask('desk.unlock', { userId, passphrase: next }));
}
