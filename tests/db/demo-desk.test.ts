import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DEMO_CLINIC, DEMO_PASSPHRASE, DEMO_USER_NAME } from '../../shared/demo.ts';
import type { Session } from '../../shared/contract/contract.ts';
import { createHost } from '../../electron/host.ts';
import type { DeskContext, DeskHost } from '../../electron/use-cases/context.ts';
import { createHandlers } from '../../electron/use-cases/handlers.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { temporaryFolder, testClock, valueOf } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';

const handlers = createHandlers(openRenderer());

const hostOn = (folder: string, isDemo = true): DeskHost => createHost({ folder, isDemo, clock: testClock('2026-11-24T10:15:00.000Z') });

function openHost(folder: string, isDemo = true): DeskHost {
  const host = hostOn(folder, isDemo);
  onTestFinished(() => host.end());
  return host;
}

async function createDemo(host: DeskHost): Promise<{ desk: DeskContext; session: Session }> {
  const session = valueOf(await handlers['desk.createDemo'](host, {}));
  const desk = host.current();
  if (desk === null) throw new Error('the demo desk is not open');
  return { desk, session };
}

describe('the demo desk', () => {
  // Made once: the tests of this group only read it.
  const folder = mkdtempSync(join(tmpdir(), 'lasegue-test-'));
  const host = hostOn(folder);
  let desk: DeskContext;
  let session: Session;
  beforeAll(async () => {
    ({ desk, session } = await createDemo(host));
  }, 60_000);
  afterAll(() => {
    host.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a whole clinic: patients, visits, drafts, flags, reviews and sheets', async () => {
    expect(session).toMatchObject({ isDemo: true, user: { displayName: DEMO_USER_NAME }, clinic: DEMO_CLINIC });
    const today = valueOf(await handlers['today.get'](desk, {}));
    expect(today.patientCount).toBeGreaterThanOrEqual(40);
    expect(today.visitCount).toBeGreaterThanOrEqual(150);
    expect(today.drafts).toHaveLength(2);
    expect(today.flags.filter(({ flag }) => flag.urgency === 'E')).toHaveLength(1);
    expect(today.flags.filter(({ flag }) => flag.urgency === 'D').length).toBeGreaterThanOrEqual(2);
    expect(today.flags.filter(({ flag }) => flag.urgency === 'U').length).toBeGreaterThanOrEqual(2);
    expect(today.reviewsDue.filter(({ dueOn }) => dueOn === today.today).length).toBeGreaterThanOrEqual(3);
    expect(today.reviewsDue.filter(({ dueOn }) => dueOn < today.today).length).toBeGreaterThanOrEqual(1);
  });

  it('has a stale draft and a fresh one', async () => {
    const { drafts } = valueOf(await handlers['today.get'](desk, {}));
    const opened = await Promise.all(drafts.map(async ({ visitId }) => valueOf(await handlers['visits.open'](desk, { visitId }))));
    expect(opened.map(({ stale }) => stale)).toEqual([false, true]);
    for (const { focusField } of opened) expect(focusField).not.toBe('');
  });

  it('gives every course its kind of result and leaves the log intact', async () => {
    const { rows, stored } = valueOf(
      await handlers['patients.search'](desk, { query: '', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 50 }),
    );
    expect(rows).toHaveLength(stored);
    expect(new Set(rows.map(({ course }) => course))).toEqual(new Set(['better', 'same', 'worse', 'mixed', 'new', null]));
    expect(verifyLog(desk.read, desk.deskId)).toMatchObject({ intact: true, firstBrokenSeq: null });
  });

  it('has kept sheets of every kind, each with the bytes of its hash', async () => {
    const { rows } = valueOf(
      await handlers['patients.search'](desk, { query: '', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 50 }),
    );
    const charts = await Promise.all(rows.map(async ({ patientId }) => valueOf(await handlers['patients.chart'](desk, { patientId }))));
    const kept = charts.flatMap((chart) => chart.handouts);
    expect(kept.length).toBeGreaterThanOrEqual(10);
    expect(new Set(kept.map(({ sheet }) => sheet))).toEqual(new Set(['homecare', 'emergency']));
    for (const { handoutId } of kept) valueOf(await handlers['handouts.get'](desk, { handoutId }));
    const pending = charts.find(({ openFlags }) => openFlags.some(({ urgency }) => urgency === 'E'));
    expect(pending?.handouts.map(({ sheet, modules }) => [sheet, modules])).toEqual([['emergency', ['M19']]]);
  });

  it('opens with the passphrase that is shown, and is not made a second time', async () => {
    // A copy of the folder: the desk itself is open here.
    const copied = temporaryFolder();
    desk.checkpoint();
    cpSync(folder, copied, { recursive: true });
    const other = openHost(copied);
    const [user] = other.vault.status().users;
    valueOf(await handlers['desk.unlock'](other, { userId: user?.userId ?? '', passphrase: DEMO_PASSPHRASE }));
    other.end();
    const again = await createDemo(other);
    expect(valueOf(await handlers['today.get'](again.desk, {})).visitCount).toBe(valueOf(await handlers['today.get'](desk, {})).visitCount);
  });
});

describe('desk.createDemo', () => {
  it('fills a desk whose creation was cut off before its patients were written', async () => {
    const host = openHost(temporaryFolder());
    const created = { displayName: DEMO_USER_NAME, passphrase: DEMO_PASSPHRASE, clinic: DEMO_CLINIC };
    valueOf(await handlers['desk.create'](host, created));
    host.end();
    // Bytes of no sheet: this test is about the patients.
    const nothing = { pdf: new Uint8Array(1), pageCount: 1, printedName: '', problems: [] };
    const drawNothing = {
      render: () => Promise.resolve(nothing),
      preview: () => Promise.resolve(nothing),
      cancelPreviews: () => undefined,
      stampCopy: () => Promise.resolve(new Uint8Array(1)),
      renderReport: () => Promise.resolve(new Uint8Array(1)),
    };
    valueOf(await createHandlers(drawNothing)['desk.createDemo'](host, {}));
    const desk = host.current();
    if (desk === null) throw new Error('the demo desk is not open');
    expect(valueOf(await handlers['today.get'](desk, {})).patientCount).toBeGreaterThanOrEqual(40);
  });

  it('never makes invented patients in the clinic’s own folder', async () => {
    const host = openHost(temporaryFolder(), false);
    expect(await handlers['desk.createDemo'](host, {})).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(host.vault.status().state).toBe('missing');
  });
});
