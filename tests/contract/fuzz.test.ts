import { describe, expect, test } from 'vitest';
import '../../shared/zod-setup.ts';
import { deskChannels } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/contract/result.ts';
import type { Role } from '../../shared/schemas/user.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { createRouter } from '../../electron/ipc/router.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { AllHandlers, DeskContext } from '../../electron/use-cases/context.ts';
import { createDemoRandom } from '../../electron/use-cases/demo/generate-random.ts';
import { createHandlers } from '../../electron/use-cases/handlers.ts';
import { openDeskHost } from '../db/host.ts';
import { PATIENT } from '../db/visits.ts';
import { fuzz, type FuzzReport } from '../fuzz/fuzz.ts';
import { fillDesk } from '../fuzz/samples.ts';

// A short part of `npm run fuzz`, in this process and always the same.

const handlers = createHandlers({
  render: () => Promise.reject(new Error('no sheet is drawn here')),
  preview: () => Promise.reject(new Error('no sheet is drawn here')),
  cancelPreviews: () => undefined,
  stampCopy: () => Promise.reject(new Error('no sheet is drawn here')),
  renderReport: () => Promise.reject(new Error('no sheet is drawn here')),
});

async function fuzzed(
  count: number,
  { role = 'admin', replace = () => ({}) }: { role?: Role; replace?: (context: DeskContext) => Partial<AllHandlers> } = {},
): Promise<FuzzReport> {
  const { host, context } = openDeskHost();
  const reported: string[] = [];
  const filling = createRouter(host, handlers, () => undefined);
  const ids = await fillDesk(filling, context.user.userId);
  const route = createRouter(host, { ...handlers, ...replace(context) }, (line) => reported.push(line));
  context.user.role = role;
  const report = await fuzz(route, ids, count, createDemoRandom('contract'), role);
  return { ...report, wrong: [...report.wrong, ...reported] };
}

describe('malformed and forged payloads', () => {
  test('over every channel are answered with a listed error and write nothing', async () => {
    const report = await fuzzed(4000);
    expect(report.wrong).toEqual([]);
    expect(report.channels).toBe(Object.keys(deskChannels).length);
    expect(report.forged).toBeGreaterThan(400);
    expect(report.codes).not.toHaveProperty('ok');
  });

  test.each<Role>(['clinician', 'assistant'])('from the role %s are refused too, and so is every call of another role', async (role) => {
    const report = await fuzzed(1500, { role });
    expect(report.wrong).toEqual([]);
    expect(report.codes['forbidden']).toBeGreaterThan(300);
  });

  test('would show an answer that is none of the list, and a write', async () => {
    const answering = await fuzzed(300, { replace: () => ({ 'patients.get': () => ok({} as never) }) });
    expect(answering.wrong.join()).toContain('patients.get');
    const writing = await fuzzed(300, {
      replace: (desk) => ({
        'patients.chart': (_desk, input) => {
          desk.write((db) => insertPatient(db, uuidv7(), PATIENT));
          return handlers['patients.chart'](desk, input);
        },
      }),
    });
    expect(writing.wrong.join()).toContain('the store changed');
  });
});
