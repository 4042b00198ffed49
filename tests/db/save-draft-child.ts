import { createDatabase } from '../../electron/db/open.ts';
import { createStore } from '../../electron/db/store.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { ok } from '../../shared/contract/result.ts';
import type { DeskContext, DeskUser } from '../../electron/use-cases/context.ts';
import { visitHandlers } from '../../electron/use-cases/visits/index.ts';
import { addPatient, askedRecord } from './visits.ts';
import { testClock, valueOf } from './database.ts';

// A desk that is killed in the middle of its work: saves drafts until its parent ends it.

const [path = '', keyHex = ''] = process.argv.slice(2);
const deskId = uuidv7();
const store = createStore(
  valueOf(createDatabase(path, Buffer.from(keyHex, 'hex'), { deskId, isDemo: false, createdAt: '2025-01-01T00:00:00.000Z' })),
  deskId,
);
const clock = testClock();
const user: DeskUser = { userId: uuidv7(), displayName: 'Dr Test Person', role: 'admin' };
const author = { userId: user.userId, at: clock.nowInstant() };
store.write(author, (db) => db.insert('user', { user_id: user.userId, display_name: user.displayName, role: 'admin' }));
const desk: DeskContext = {
  deskId,
  isDemo: false,
  user,
  clock,
  newId: uuidv7,
  read: store.read,
  write: (work) => store.write(author, work),
  checkPassphrase: () => Promise.resolve(ok(null)),
  checkpoint: () => store.checkpoint(),
};
const visitId = uuidv7();
valueOf(await visitHandlers['visits.start'](desk, { visitId, patientId: addPatient(desk), contact: 'first' }));
for (let sequence = 1; ; sequence += 1) {
  const record = { ...askedRecord('first', '2025-03-10'), note: `typed ${sequence}` };
  const input = { visitId, sequence, record, pendingText: { 'slr.right.p1AngleDeg': '4' }, focusField: 'slr.right.p1AngleDeg' };
  valueOf(await visitHandlers['visits.saveDraft'](desk, input));
  process.send?.({ visitId, userId: user.userId, deskId, sequence });
  await new Promise((resolve) => setImmediate(resolve));
}
