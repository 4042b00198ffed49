import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../shared/zod-setup.ts';
import { channels, deskChannels, shellChannels, type DeskChannel } from '../../shared/contract/contract.ts';
import { ERROR_CODES, FIELD_CODES } from '../../shared/contract/errors.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import { query } from '../../electron/db/query.ts';
import { createRouter, type Router } from '../../electron/ipc/router.ts';
import { LOCKED_CHANNELS, type AllHandlers, type DeskContext } from '../../electron/use-cases/context.ts';
import { createHandlers } from '../../electron/use-cases/handlers.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { getSession } from '../../electron/use-cases/desk/session.ts';
import { valueOf, type Cleanup } from '../db/database.ts';
import { openDeskHost, openHost, type TestHost } from '../db/host.ts';
import { PATIENT } from '../db/visits.ts';

const NAMES = Object.keys(deskChannels) as DeskChannel[];
const handlers = createHandlers({
  render: () => Promise.reject(new Error('no sheet is drawn here')),
  preview: () => Promise.reject(new Error('no sheet is drawn here')),
  cancelPreviews: () => undefined,
  stampCopy: () => Promise.reject(new Error('no sheet is drawn here')),
  renderReport: () => Promise.reject(new Error('no sheet is drawn here')),
});

type Desk = { host: TestHost; route: Router; context: DeskContext; reported: string[] };

function openRouter(replaced: Partial<AllHandlers> = {}, cleanup?: Cleanup): Desk {
  const reported: string[] = [];
  const { host, context } = openDeskHost(cleanup);
  return { host, context, reported, route: createRouter(host, { ...handlers, ...replaced }, (line) => reported.push(line)) };
}

const logged = ({ context }: Desk): number => verifyLog(context.read, context.deskId).entries;
const drafts = ({ context }: Desk): number => context.read.all(query.selectFrom('draft').select('visit_id')).length;

describe('every channel', () => {
  test('has a schema for both directions, and every desk channel a handler', () => {
    for (const [name, channel] of Object.entries(channels)) {
      expect(['read', 'write', 'job'], name).toContain(channel.kind);
      expect(channel.input.safeParse(Symbol('no input')).success, name).toBe(false);
      expect(channel.output.safeParse(Symbol('no output')).success, name).toBe(false);
    }
    expect(Object.keys(handlers).toSorted()).toEqual([...NAMES].toSorted());
    for (const name of NAMES) expect(handlers[name], name).toBeTypeOf('function');
    expect(NAMES.filter((name) => Object.hasOwn(shellChannels, name))).toEqual([]);
  });
});

describe('a request that is not one', () => {
  const undo: (() => void)[] = [];
  let desk: Desk;
  beforeAll(() => {
    desk = openRouter({}, (work) => undo.unshift(work));
  });
  afterAll(() => undo.forEach((work) => work()));

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'shell.lock',
    'patients',
    '',
    'desk.status ',
    null,
    undefined,
    7,
    {},
    ['desk.status'],
  ])('channel %j is refused', async (channel) => {
    expect(await desk.route(channel, {})).toEqual(fail('invalid-input'));
  });

  test.each(NAMES)('%s refuses malformed input and writes nothing', async (channel) => {
    const before = [logged(desk), drafts(desk)];
    const { input: schema } = deskChannels[channel];
    for (const input of [undefined, null, 0, 'text', [], Number.NaN, true, new Date(0), { visitId: {} }, { patientId: ['x'] }]) {
      if (schema.safeParse(input).success) continue;
      const answered = await desk.route(channel, input);
      expect(answered, `${channel} ${JSON.stringify(input)}`).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    expect([logged(desk), drafts(desk)]).toEqual(before);
    expect(desk.reported).toEqual([]);
  });

  test('whatever is sent, the answer is a Result with a code and field codes of the closed lists', async () => {
    const withInput = NAMES.filter((name) => !deskChannels[name].input.safeParse({}).success);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...withInput),
        fc.anything({ withNullPrototype: true, withDate: true, withTypedArray: true }),
        async (channel, input) => {
          const answered = await desk.route(channel, input);
          if (answered.ok) return;
          expect(ERROR_CODES).toContain(answered.error.code);
          expect(answered.error.code).not.toBe('bug');
          for (const code of Object.values(answered.error.fields ?? {})) expect(FIELD_CODES).toContain(code);
        },
      ),
    );
    expect(desk.reported).toEqual([]);
  });

  test('a payload that makes the parser itself throw is refused like any other', async () => {
    const length = Object.create(null) as unknown;
    expect(() => deskChannels['desk.unlock'].input.safeParse({ userId: '', passphrase: { length } })).toThrow(TypeError);
    expect(await desk.route('desk.unlock', { userId: '', passphrase: { length } })).toEqual(fail('invalid-input'));
    expect(desk.reported).toEqual([]);
  });

  test('own and prototype keys in a payload change nothing but its own object', async () => {
    const input = JSON.parse(
      `{"patientId":"${uuidv7()}","patient":{"__proto__":{"polluted":true},"givenNames":"A"},"__proto__":{"polluted":true}}`,
    );
    expect(await desk.route('patients.create', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const pending = JSON.parse('{"__proto__":"x","constructor":"y"}');
    const fields = (await desk.route('visits.saveDraft', {
      visitId: 'x',
      sequence: 0,
      record: null,
      pendingText: pending,
      focusField: '',
    })) as {
      error: { fields: object };
    };
    expect(Object.keys(fields.error.fields)).toContain('visitId');
  });
});

describe('a field that was refused', () => {
  const wrong: [field: string, value: unknown, code: string][] = [
    ['givenNames', '', 'required'],
    ['givenNames', '   ', 'required'],
    ['givenNames', undefined, 'required'],
    ['givenNames', 'n'.repeat(201), 'too-long'],
    ['note', 'n'.repeat(10_001), 'too-long'],
    ['familyName', 'a\u0007b', 'control-character'],
    ['birthDate', '1799-12-31', 'birth-date-too-early'],
    ['birthDate', '1984-02-30', 'not-a-date'],
    ['birthDate', 'soon', 'not-a-date'],
    ['birthDate', '2025-03-11', 'in-the-future'],
    ['sex', 'maybe', 'not-one-of'],
    ['largePrint', 'yes', 'invalid'],
  ];
  test('is named as the form knows it, with a code of the closed list', async () => {
    const desk = openRouter();
    for (const [field, value, code] of wrong) {
      const answered = await desk.route('patients.create', { patientId: uuidv7(), patient: { ...PATIENT, [field]: value } });
      expect(answered, `${field} ${String(value).slice(0, 20)}`).toEqual(fail('invalid-input', { fields: { [field]: code as never } }));
    }
    expect(logged(desk)).toBe(2);
    expect(
      await desk.route('patients.search', { query: '', filter: 'all', sort: 'name', descending: false, offset: -1, limit: 51 }),
    ).toEqual(fail('invalid-input', { fields: { offset: 'out-of-range', limit: 'out-of-range' } }));
    expect(await desk.route('patients.update', { patientId: uuidv7(), revision: 1.5, patient: PATIENT })).toEqual(
      fail('invalid-input', { fields: { revision: 'not-whole' } }),
    );
  });

  test.each([
    [-5, 'out-of-range'],
    [400, 'out-of-range'],
    ['abc', 'not-a-number'],
    [45.5, 'not-whole'],
    [Number.NaN, 'not-a-number'],
  ])('an angle of %s is refused beside it, and nothing is stored', async (angle, code) => {
    const desk = openRouter();
    const patientId = uuidv7();
    await desk.route('patients.create', { patientId, patient: PATIENT });
    const started = (await desk.route('visits.start', { visitId: uuidv7(), patientId, contact: 'first' })) as {
      value: { visitId: string; record: { slr: { right: object } } };
    };
    const { visitId, record } = started.value;
    const slr = { ...record.slr, right: { ...record.slr.right, p1AngleDeg: angle } };
    const answered = await desk.route('visits.saveDraft', {
      visitId,
      sequence: 1,
      record: { ...record, slr },
      pendingText: {},
      focusField: '',
    });
    expect(answered).toEqual(fail('invalid-input', { fields: { 'slr.right.p1AngleDeg': code as never } }));
    expect(await desk.route('visits.open', { visitId })).toMatchObject({ value: { sequence: 0, record } });
  });
});

describe('a locked desk', () => {
  test('answers nothing of its records', async () => {
    const host = openHost();
    const route = createRouter(host, handlers, () => undefined);
    const samples: Partial<Record<DeskChannel, unknown>> = {
      'patients.get': { patientId: uuidv7() },
      'patients.search': { query: '', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 50 },
      'visits.open': { visitId: uuidv7() },
      'handouts.get': { handoutId: uuidv7() },
      'desk.changePassphrase': { current: 'a', next: 'b' },
    };
    for (const channel of NAMES) {
      if ((LOCKED_CHANNELS as readonly string[]).includes(channel)) continue;
      const input = samples[channel] ?? {};
      if (deskChannels[channel].input.safeParse(input).success) expect(await route(channel, input), channel).toEqual(fail('locked'));
    }
    expect(await route('desk.status', {})).toMatchObject({ ok: true, value: { state: 'missing' } });
  });
  test('locking in the middle of a read answers "locked", not a bug', async () => {
    let goOn: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    const desk = openRouter({
      'clinic.get': async (context) => {
        await waiting;
        return handlers['clinic.get'](context, {});
      },
    });
    const reading = desk.route('clinic.get', {});
    await desk.route('desk.close', {});
    goOn();
    expect(await reading).toEqual(fail('locked'));
    expect(desk.reported).toEqual([]);
  });
});

describe('order', () => {
  test('writes are carried out one after another, and a read sees the writes before it', async () => {
    const desk = openRouter();
    const patientId = uuidv7();
    const steps = [
      desk.route('patients.create', { patientId, patient: PATIENT }),
      desk.route('patients.update', { patientId, revision: 1, patient: { ...PATIENT, phone: '1' } }),
      desk.route('patients.get', { patientId }),
      desk.route('patients.update', { patientId, revision: 2, patient: { ...PATIENT, phone: '2' } }),
      desk.route('patients.get', { patientId }),
    ];
    const answers = (await Promise.all(steps)) as { value: { phone: string; revision: number } }[];
    expect(answers.map(({ value }) => `${value.revision} ${value.phone}`)).toEqual(['1 ', '2 1', '2 1', '3 2', '3 2']);
  });
  test('a write that waits does not let the next one overtake it', async () => {
    const order: string[] = [];
    const slow = async (name: string): Promise<void> => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
    };
    const desk = openRouter({
      'desk.changePassphrase': async () => {
        await slow('first');
        return ok({});
      },
      'visits.discardDraft': async () => {
        await slow('second');
        return ok({});
      },
    });
    await Promise.all([
      desk.route('desk.changePassphrase', { current: '', next: '' }),
      desk.route('visits.discardDraft', { visitId: uuidv7() }),
    ]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});

describe('a bug', () => {
  const SECRET = 'Examplewoman';
  test('is answered with an incident, and reported without what the error says', async () => {
    const desk = openRouter({
      'patients.get': () => {
        throw new TypeError(`cannot read ${SECRET}`);
      },
    });
    const answered = await desk.route('patients.get', { patientId: uuidv7() });
    expect(answered).toMatchObject({ ok: false, error: { code: 'bug', incident: expect.any(String) } });
    const [line = ''] = desk.reported;
    expect(line).toContain('patients.get use-case TypeError');
    expect(line).toContain('router.test.ts');
    expect(line).not.toContain(SECRET);
    expect(line).not.toContain('/');
  });
  test('an output that does not fit its schema never reaches the window', async () => {
    const desk = openRouter({ 'clinic.get': () => ok({ name: SECRET } as never) });
    expect(await desk.route('clinic.get', {})).toMatchObject({ error: { code: 'bug' } });
    expect(desk.reported.join()).toContain('output');
    expect(desk.reported.join()).not.toContain(SECRET);
  });
  test('what a handler adds beyond the schema is left out', async () => {
    const desk = openRouter({ 'desk.session': (context) => ok({ ...valueOf(getSession(context)), extra: SECRET }) });
    expect(JSON.stringify(await desk.route('desk.session', {}))).not.toContain(SECRET);
  });
  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_CORRUPT', 'desk-damaged'],
    ['SQLITE_IOERR_WRITE', 'desk-unreachable'],
    ['ESTALE', 'desk-unreachable'],
    ['SQLITE_MISUSE', 'bug'],
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'folder-not-writable'],
  ])('%s of the store is %s', async (code, expected) => {
    const desk = openRouter({
      'patients.get': () => {
        throw Object.assign(new Error(SECRET), { code });
      },
    });
    expect(await desk.route('patients.get', { patientId: randomUUID() })).toMatchObject({ error: { code: expected } });
  });
});
