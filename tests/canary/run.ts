import { mkdir, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { buildIfNeeded } from '../../electron/runtime/build-if-needed.ts';
import { findElectron } from '../../electron/runtime/find-electron.ts';
import { runCommand } from '../../electron/runtime/run-electron.ts';
import { ensurePackages } from '../../electron/runtime/system-libraries.ts';
import { hasDisplay, startVirtualDisplay } from '../../electron/runtime/virtual-display.ts';
import { text } from '../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../shared/demo.ts';
import type { Album } from '../demo/album.ts';
import { kill, launchIn, makeFolders, type AppFolders, type Started } from '../demo/app-folders.ts';
import { checkFolders, demoNeedles, type FolderCheck } from '../demo/check-folders.ts';
import { recordEmergency } from '../demo/emergency-visit.ts';
import { recordFirstVisit } from '../demo/first-visit.ts';
import { EMERGENCY_PATIENT, nameOf, SCIATICA_PATIENT } from '../demo/people.ts';
import { CHROMIUM_STORES } from '../helpers/chromium-stores.ts';
import { removeFolder } from '../e2e/launch.ts';
import { dialog, enter, field, goTo, lock } from '../e2e/pages/app.ts';
import { startVisit } from '../e2e/pages/chart.ts';
import { chooseDemoDesk, createDemoDesk, expectLocked, unlock } from '../e2e/pages/desk.ts';
import { answerOpenDialog } from '../e2e/pages/handout.ts';
import { addPatient, findAndOpen } from '../e2e/pages/patients.ts';
import { expectSaved, goToPart } from '../e2e/pages/visit.ts';
import { deskProcesses } from '../e2e/processes.ts';
import { CANARIES, canaryList, typed } from './strings.ts';

// `npm run canary`: a day at the desk in the real window, with strings that stand nowhere else typed into every kind of field. Then all that
// the app wrote is read for them: while it runs, after its processes crashed, after a SIGKILL of everything, and after closing.

/** A smaller database would prove little: its pages might never have been written. */
const DATABASE_AT_LEAST = 1_000_000;
/** What the driver of this run leaves behind; an app started by a person opens no port. */
const OF_THE_DRIVER = 'DevToolsActivePort';
const NO_ALBUM: Album = { shoot: () => Promise.resolve(), count: () => 0 };
const NEEDLES = [...new Set([...CANARIES, ...demoNeedles(), nameOf(SCIATICA_PATIENT), nameOf(EMERGENCY_PATIENT), DEMO_PASSPHRASE])];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const launched: Started[] = [];

await runCommand(async () => {
  ensurePackages({ virtualDisplay: !hasDisplay() }, say);
  say((await findElectron({ mayFetch: true, say })).line);
  buildIfNeeded(say);
  const display = hasDisplay() ? null : await startVirtualDisplay();
  const folders = await makeFolders('lasegue-canary-');
  // What a person saves on purpose, and the list that is read in: outside what is searched.
  const outside = await mkdtemp(join(tmpdir(), 'lasegue-saved-'));
  try {
    const problems = await liveADay(folders, outside, display?.name ?? null);
    for (const problem of problems) say(`FOUND: ${problem}`);
    say(problems.length === 0 ? `0 hits of ${NEEDLES.length} strings.` : `${problems.length} hits.`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    for (const { child } of launched) await kill(child);
    display?.stop();
    await removeFolder(folders.root);
    await removeFolder(outside);
  }
});

async function liveADay(folders: AppFolders, outside: string, displayName: string | null): Promise<string[]> {
  const problems: string[] = [];
  const look = async (when: string): Promise<void> => {
    await writeLogs(folders);
    const check = checkFolders(folders, NEEDLES);
    say(lineOf(when, check));
    problems.push(...check.problems.map((problem) => `${when}: ${problem}`), ...(await strangeStores(folders)));
  };
  const start = async (): Promise<Started> => {
    const started = await launchIn(folders, displayName);
    launched.push(started);
    return started;
  };

  const first = await start();
  await workThroughTheDay(first, folders, outside);
  await look('while it runs');

  await crashProcesses(first);
  await look('after the desk and the window crashed');
  await kill(first.child);

  const second = await start();
  await chooseDemoDesk(second.lasegue.page);
  await unlock(second.lasegue.page, DEMO_PASSPHRASE);
  await typeAndBeKilled(second);
  await look('after a kill of everything while typing');

  const third = await start();
  const { page } = third.lasegue;
  await chooseDemoDesk(page);
  await page.getByLabel(text.desk.unlock.passphrase, { exact: true }).fill(typed(0));
  await page.getByRole('button', { name: text.desk.unlock.submit }).click();
  await page.getByText(text.desk.unlock.wrong).waitFor();
  await expect(page.getByRole('button', { name: text.desk.unlock.submit })).toBeEnabled();
  await unlock(page, DEMO_PASSPHRASE);
  await lock(page);
  await expectLocked(page);
  await look('locked');
  await third.lasegue.close();
  await look('after closing');

  const { size } = await stat(join(folders.userData, 'demo-desk', 'desk.db'));
  say(`The database has ${(size / 1_000_000).toFixed(1)} MB.`);
  if (size < DATABASE_AT_LEAST) problems.push(`the database has only ${size} bytes`);
  return problems;
}

/** Every screen, both sheets, a list read in, searches, a backup, a drill and a restore point, and canaries in the fields on the way. */
async function workThroughTheDay({ lasegue }: Started, folders: AppFolders, outside: string): Promise<void> {
  const { page, app } = lasegue;
  await createDemoDesk(page);
  const list = join(outside, 'list.csv');
  await writeFile(list, canaryList());
  await step('a list read in', () => importList(lasegue.app, page, list));
  await step('first visit', async () => {
    await addPatient(page, { ...SCIATICA_PATIENT, note: `Sent by ${typed(1)}` });
    await recordFirstVisit(page, app, NO_ALBUM, join(outside, 'home-care.pdf'));
  });
  await step('emergency', async () => {
    await addPatient(page, EMERGENCY_PATIENT);
    await recordEmergency(page, app, NO_ALBUM, join(outside, 'emergency.pdf'));
  });
  await step('an open visit with words in its fields', async () => {
    await findAndOpen(page, CANARIES[20] ?? '', CANARIES[20] ?? '');
    await startVisit(page, 'first');
    await enter(page, 'intake.note', `Told by ${typed(2)}`);
    // Not a date: kept as it was typed.
    await enter(page, 'intake.episodeStartedOn', typed(3));
    await goToPart(page, 'plan');
    await enter(page, 'note', `For the letter: ${typed(4)}`);
    await expectSaved(page);
  });
  await step('searches', async () => {
    await goTo(page, 'patients');
    for (const words of [CANARIES[25] ?? '', typed(5), 'Whitcombe']) await page.getByLabel(text.patients.search).fill(words);
    await findAndOpen(page, 'Whitcombe', 'Whitcombe');
    await goTo(page, 'settings');
    await goTo(page, 'today');
  });
  await step('print, copy, an addendum', () => useTheBridge(page, app));
  await step('backup and drill', async () => {
    const backups = join(folders.root, 'backups');
    await mkdir(backups, { recursive: true });
    const plan = { folder: backups, everyHours: 24 as const };
    expect(await page.evaluate((input) => window.lasegue.call['backup.configure'](input), plan)).toMatchObject({ ok: true });
    const verified = await page.evaluate((passphrase) => window.lasegue.call['backup.verify']({ passphrase }), DEMO_PASSPHRASE);
    expect(verified).toMatchObject({ ok: true });
    expect(await readdir(backups)).toHaveLength(1);
  });
  await step('locked and unlocked', async () => {
    await lock(page);
    await expectLocked(page);
    await unlock(page, DEMO_PASSPHRASE);
  });
}

async function importList(app: Parameters<typeof answerOpenDialog>[0], page: Page, list: string): Promise<void> {
  const words = text.patients.import;
  await goTo(page, 'patients');
  await answerOpenDialog(app, list);
  await page.getByRole('button', { name: text.patients.importList }).click();
  await dialog(page).getByRole('button', { name: words.choose }).click();
  await dialog(page)
    .getByRole('button', { name: words.go(36) })
    .click();
  await dialog(page).getByText(words.done(36, 0)).waitFor();
  await dialog(page).getByRole('button', { name: words.back }).click();
}

/** What is quicker asked for than clicked: a sheet printed (into memory, there is no printer here), copied text, an addendum. */
async function useTheBridge(page: Page, app: Started['lasegue']['app']): Promise<void> {
  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) =>
        void (async () => {
          await contents.printToPDF({});
          done?.(true, '');
        })();
    });
  });
  const answers = await page.evaluate(
    async ({ familyName, words, reason }) => {
      const { call } = window.lasegue;
      const found = await call['patients.search']({
        query: familyName,
        filter: 'all',
        sort: 'name',
        descending: false,
        offset: 0,
        limit: 1,
      });
      const patientId = found.ok ? (found.value.rows[0]?.patientId ?? '') : '';
      const chart = await call['patients.chart']({ patientId });
      const visitId = chart.ok ? (chart.value.visits[0]?.visitId ?? '') : '';
      const handoutId = chart.ok ? (chart.value.handouts[0]?.handoutId ?? '') : '';
      const kept = await call['handouts.get']({ handoutId });
      return [
        await call['visits.addAddendum']({ addendumId: crypto.randomUUID(), visitId, text: words, reason }),
        kept.ok ? await call['shell.printPdf']({ pdf: kept.value.pdf }) : kept,
        await call['shell.copyText']({ text: words }),
      ].map(({ ok }) => ok);
    },
    { familyName: SCIATICA_PATIENT.familyName, words: `Heard later: ${typed(6)}`, reason: typed(7) },
  );
  expect(answers).toEqual([true, true, true]);
}

/** The desk by SIGSEGV, as a bug in native code would end it, then the page. */
async function crashProcesses({ lasegue, child }: Started): Promise<void> {
  const { app, page } = lasegue;
  await findAndOpen(page, SCIATICA_PATIENT.familyName, nameOf(SCIATICA_PATIENT));
  const [desk] = deskProcesses(child.pid);
  if (desk === undefined) throw new Error('no desk process');
  process.kill(desk, 'SIGSEGV');
  await expectLocked(page);
  await unlock(page, DEMO_PASSPHRASE);
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const isBack = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)));
    process.kill(contents?.getOSProcessId() ?? 0, 'SIGSEGV');
    await isBack;
  });
}

async function typeAndBeKilled({ lasegue, child }: Started): Promise<void> {
  const { page } = lasegue;
  await findAndOpen(page, SCIATICA_PATIENT.familyName, nameOf(SCIATICA_PATIENT));
  await startVisit(page, 'review');
  await enter(page, 'intake.note', `About ${nameOf(SCIATICA_PATIENT)}, and then the power went.`);
  await expectSaved(page);
  await field(page, 'intake.note').pressSequentially(` ${typed(8)}`);
  await kill(child);
}

/** What the processes said on their error streams is read like a file of theirs. */
async function writeLogs({ root }: AppFolders): Promise<void> {
  await mkdir(join(root, 'logs'), { recursive: true });
  for (const [index, { lasegue }] of launched.entries()) await writeFile(join(root, 'logs', `${index}.log`), lasegue.log());
}

/** Chromium keeps only stores that are known by name. */
async function strangeStores({ userData }: AppFolders): Promise<string[]> {
  const names = await readdir(join(userData, 'chromium'));
  return names
    .filter((name) => name !== OF_THE_DRIVER && !CHROMIUM_STORES.includes(name))
    .map((name) => `a store nobody has looked at: chromium/${name}`);
}

function lineOf(when: string, { files, megabytes, streams, needles, controls, chromiumStores, problems }: FolderCheck): string {
  const stores = chromiumStores.length === 0 ? 'none' : chromiumStores.join(', ');
  return `${when}: ${files} files, ${megabytes.toFixed(1)} MB, ${streams} packed streams, ${needles} strings, ${controls} controls planted: ${problems.length} problems. Plain SQLite of Chromium's own: ${stores}.`;
}

async function step(what: string, run: () => Promise<void>): Promise<void> {
  const since = Date.now();
  await run().catch((error: unknown) => {
    throw new Error(`The day stopped at “${what}”: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  say(`  ${what} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}
