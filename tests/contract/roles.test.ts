import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../shared/zod-setup.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { createRouter, type Router } from '../../electron/ipc/router.ts';
import { LOCKED_CHANNELS, type AllHandlers, type DeskContext } from '../../electron/use-cases/context.ts';
import { createHandlers } from '../../electron/use-cases/handlers.ts';
import { deskChannels, type DeskChannel } from '../../shared/contract/contract.ts';
import { fail } from '../../shared/contract/result.ts';
import { CHANNEL_ACCESS, mayCall } from '../../shared/contract/roles.ts';
import { ROLES, type Role } from '../../shared/schemas/user.ts';
import { openDeskHost } from '../db/host.ts';

const NAMES = Object.keys(deskChannels) as DeskChannel[];
const FORBIDDEN = ROLES.flatMap((role) => NAMES.filter((name) => !mayCall(role, name)).map((name): [Role, DeskChannel] => [role, name]));
const ALLOWED = ROLES.flatMap((role) => NAMES.filter((name) => mayCall(role, name)).map((name): [Role, DeskChannel] => [role, name]));

const undo: (() => void)[] = [];
const called: string[] = [];
let desk: { route: Router; spied: Router; context: DeskContext };

beforeAll(() => {
  const { host, context } = openDeskHost((work) => undo.unshift(work));
  const noSheet = (): Promise<never> => Promise.reject(new Error('no sheet'));
  const refusing = { render: noSheet, preview: noSheet, stampCopy: noSheet, renderReport: noSheet, cancelPreviews: () => undefined };
  const handlers = createHandlers(refusing);
  const spies = Object.fromEntries(
    NAMES.map((name) => [
      name,
      () => {
        called.push(name);
        return fail('not-found');
      },
    ]),
  ) as unknown as AllHandlers;
  desk = { context, route: createRouter(host, handlers, () => undefined), spied: createRouter(host, spies, () => undefined) };
});
afterAll(() => undo.forEach((work) => work()));

describe('the table of roles', () => {
  test('names every channel, and leaves exactly the channels of a locked desk open to anyone', () => {
    expect(Object.keys(CHANNEL_ACCESS).toSorted()).toEqual(NAMES.toSorted());
    expect(NAMES.filter((name) => CHANNEL_ACCESS[name] === 'anyone').toSorted()).toEqual([...LOCKED_CHANNELS].toSorted());
  });

  test('lets an administrator do everything, and an assistant neither sign, void, change settings, manage people nor read the log', () => {
    expect(NAMES.every((name) => mayCall('admin', name))).toBe(true);
    const forAssistants = FORBIDDEN.filter(([role]) => role === 'assistant').map(([, name]) => name);
    expect(forAssistants).toEqual(
      expect.arrayContaining([
        'visits.sign',
        'visits.void',
        'visits.addAddendum',
        'visits.recordFlagAction',
        'clinic.save',
        'people.add',
        'people.list',
      ]),
    );
    expect(NAMES.filter((name) => name.startsWith('people.') && mayCall('clinician', name))).toEqual(['people.colleagues']);
  });
});

test.each(FORBIDDEN)('the desk refuses %s the channel %s before it looks at the request, and writes nothing', async (role, channel) => {
  desk.context.user.role = role;
  const before = verifyLog(desk.context.read, desk.context.deskId).entries;
  for (const input of [{}, null, undefined, { userId: desk.context.user.userId }, 'text']) {
    expect(await desk.route(channel, input)).toEqual(fail('forbidden'));
    expect(await desk.spied(channel, input)).toEqual(fail('forbidden'));
  }
  expect(called).toEqual([]);
  expect(verifyLog(desk.context.read, desk.context.deskId).entries).toBe(before);
});

test.each(ALLOWED)('the desk lets %s use %s', async (role, channel) => {
  desk.context.user.role = role;
  const answered = await desk.spied(channel, undefined);
  expect(answered).not.toEqual(fail('forbidden'));
});
