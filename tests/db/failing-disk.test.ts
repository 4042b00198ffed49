import { describe, expect, onTestFinished, test } from 'vitest';
import { fail, ok } from '../../shared/contract/result.ts';
import { query } from '../../electron/db/query.ts';
import { createRouter } from '../../electron/ipc/router.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { createHandlers } from '../../electron/use-cases/handlers.ts';
import { close } from '../../electron/use-cases/desk/close.ts';
import { getNotices } from '../../electron/use-cases/desk/notices.ts';
import { canMount, makePlace } from '../crash/small-disk.ts';
import { valueOf } from './database.ts';
import { createTestDesk, openHost, PASSPHRASE } from './host.ts';
import { addPatient, PATIENT } from './visits.ts';

const noSheet = (): Promise<never> => Promise.reject(new Error('no sheet is drawn here'));
const handlers = createHandlers({
  render: noSheet,
  preview: noSheet,
  stampCopy: noSheet,
  renderReport: noSheet,
  cancelPreviews: () => undefined,
});

describe.skipIf(!canMount())('a disk that is full (this user may mount a small one)', () => {
  test('refuses what cannot be stored, locks all the same, and opens with everything once there is room', async () => {
    const place = makePlace(true);
    onTestFinished(() => place.remove());
    const host = openHost(`${place.folder}/desk`);
    const route = createRouter(host, handlers, (line) => expect.unreachable(line));
    const { user } = await createTestDesk(host);
    const create = (note: string): Promise<unknown> => route('patients.create', { patientId: uuidv7(), patient: { ...PATIENT, note } });
    expect(await create('')).toMatchObject({ ok: true });
    place.fill(0);

    let stored = 1;
    let refused: unknown = null;
    while (refused === null) {
      const answered = (await create('n'.repeat(9000))) as { ok: boolean };
      if (answered.ok) stored += 1;
      else refused = answered;
    }
    expect(refused).toEqual(fail('disk-full'));
    // Locking stores nothing new: what is acknowledged lies flushed in the write-ahead log.
    expect(await close(host)).toEqual(ok({}));
    expect(host.current()).toBeNull();

    const unlock = { userId: user.userId, passphrase: PASSPHRASE };
    const full = await route('desk.unlock', unlock);
    if (host.current() === null) {
      expect(full).toEqual(fail('disk-full'));
      // Closed in good order: the next try is not told that the desk is open.
      expect(await route('desk.unlock', unlock)).toEqual(fail('disk-full'));
    }
    place.makeRoom();
    if (host.current() === null) valueOf(await route('desk.unlock', unlock));
    const count = host.current()?.read.all(query.selectFrom('patient').select('patient_id')).length;
    expect(count).toBe(stored);
    expect(await create('')).toMatchObject({ ok: true });
  });
});

describe('a clock set back', () => {
  test('is told as long as it is behind the newest entry, and not for some minutes', async () => {
    const host = openHost();
    const desk = await createTestDesk(host);
    addPatient(desk);
    expect(valueOf(getNotices(host)).clockBehind).toBeNull();
    host.clock.set('2025-03-10T08:51:00.000Z');
    expect(valueOf(getNotices(host)).clockBehind).toBeNull();
    host.clock.set('2024-03-10T09:00:00.000Z');
    expect(valueOf(getNotices(host)).clockBehind).toEqual({ newestAt: '2025-03-10T09:00:00.000Z', nowAt: '2024-03-10T09:00:00.000Z' });
    // Nothing that is written meanwhile hides it.
    addPatient(desk);
    expect(valueOf(getNotices(host)).clockBehind).not.toBeNull();
    host.clock.set('2025-03-10T09:30:00.000Z');
    expect(valueOf(getNotices(host)).clockBehind).toBeNull();
  });
});
