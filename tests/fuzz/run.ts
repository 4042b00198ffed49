import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DeskReply } from '../../shared/contract/desk-messages.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Session } from '../../shared/contract/contract.ts';
import { createDemoRandom } from '../../electron/use-cases/demo/generate-random.ts';
import { valueOf } from '../db/database.ts';
import { CLINIC, PASSPHRASE } from '../db/host.ts';
import { fuzz } from './fuzz.ts';
import { fillDesk, type Ask } from './samples.ts';

// `npm run fuzz -- --payloads 100000 --seed 7`: fires malformed and forged payloads over every channel at a real desk process. Ends with 1
// when the process ended, wrote anything, or answered with anything but an error of the list.

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
  const { wrong, codes, ...counts } = await fuzz(ask, ids, Number(values.payloads), createDemoRandom(values.seed));
  const problems = [
    ...wrong,
    ...(ended ? ['the desk process ended'] : []),
    ...(said === '' ? [] : [`the desk said: ${said.slice(0, 2000)}`]),
  ];
  process.stdout.write(
    `Seed ${values.seed}. ${counts.payloads} payloads over ${counts.channels} channels: ${counts.malformed} malformed, ${counts.forged} forged.\n`,
  );
  process.stdout.write(
    `Answers: ${Object.entries(codes)
      .map(([code, count]) => `${code} ${count}`)
      .join(', ')}.\n`,
  );
  process.stdout.write(`Process ended: ${ended ? 'yes' : 'no'}. Wrong answers, bugs and changes of the store: ${problems.length}.\n`);
  for (const line of problems) process.stderr.write(`${line}\n`);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  desk.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
}
