import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect } from '@playwright/test';
import { buildIfNeeded } from '../../electron/runtime/build-if-needed.ts';
import { findElectron, projectFolder } from '../../electron/runtime/find-electron.ts';
import { runCommand } from '../../electron/runtime/run-electron.ts';
import { ensurePackages } from '../../electron/runtime/system-libraries.ts';
import { hasDisplay, startVirtualDisplay } from '../../electron/runtime/virtual-display.ts';
import { text } from '../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../shared/demo.ts';
import { removeFolder, type Lasegue } from '../e2e/launch.ts';
import { dialog, enter, field, goTo, lock, openSettings, setTheme } from '../e2e/pages/app.ts';
import { backToChart, startVisit, timelineSheets, timelineVisit } from '../e2e/pages/chart.ts';
import { chooseDemoDesk, createDemoDesk, expectLocked, unlock } from '../e2e/pages/desk.ts';
import { expectChart, fillPatient, findAndOpen, openNewPatientForm, savePatient } from '../e2e/pages/patients.ts';
import { expectSaved } from '../e2e/pages/visit.ts';
import { createAlbum, type Album } from './album.ts';
import { kill, launchIn, makeFolders, type AppFolders, type Started } from './app-folders.ts';
import { checkFolders, type FolderCheck } from './check-folders.ts';
import { checkEmergencySheet, checkHomeCareSheet } from './check-sheets.ts';
import { recordEmergency } from './emergency-visit.ts';
import { recordFirstVisit } from './first-visit.ts';
import { drawPapers } from './paper-album.ts';
import { EMERGENCY_PATIENT, nameOf, SCIATICA_PATIENT } from './people.ts';

// `npm run demo`: drives the real window from the first run to two signed visits, without a display of its own, and leaves the sheets and
// pictures in out/demo. Then it looks through everything the app wrote for the name of anybody in it.

/** From the opening of the window to the last check, milliseconds. Fetching a runtime and building are not counted. */
const LIMIT_MS = 120_000;
const OUT = join(projectFolder, 'out', 'demo');
const HANDOUT = join(OUT, 'home-care-sheet.pdf');
const EMERGENCY_SHEET = join(OUT, 'emergency-sheet.pdf');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Every app started. */
const launched: Started[] = [];

await runCommand(async () => {
  ensurePackages({ virtualDisplay: !hasDisplay() }, say);
  say((await findElectron({ mayFetch: true, say })).line);
  buildIfNeeded(say);
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });

  const display = hasDisplay() ? null : await startVirtualDisplay();
  if (display !== null) say('No display here: the window is on a virtual one.');
  const folders = await makeFolders('lasegue-demo-');
  const started = Date.now();
  try {
    const problems = await withinLimit(runDemo(folders, display?.name ?? null));
    for (const problem of problems) say(`WRONG: ${problem}`);
    say(problems.length === 0 ? `Done in ${seconds(started)}. See ${relative(process.cwd(), OUT)}.` : `Failed after ${seconds(started)}.`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    for (const { child } of launched) await kill(child);
    display?.stop();
    await removeFolder(folders.root);
  }
});

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The demo did not finish within ${LIMIT_MS / 1000} s.`)), LIMIT_MS);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function launch(folders: AppFolders, displayName: string | null): Promise<Lasegue> {
  const started = await launchIn(folders, displayName);
  launched.push(started);
  return started.lasegue;
}

/** The whole story. Returns what went wrong, one sentence each; throws when it cannot go on. */
async function runDemo(folders: AppFolders, displayName: string | null): Promise<string[]> {
  const lasegue = await launch(folders, displayName);
  const { app, page } = lasegue;
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  const album = await createAlbum(app, page, join(OUT, 'screens'));

  await step('demo desk made', () => openDesk(lasegue, album));
  await step(`${nameOf(SCIATICA_PATIENT)} added`, () => addFirstPatient(lasegue, album));
  const visit = await step('first visit signed, sheet saved', () => recordFirstVisit(page, app, album, HANDOUT));
  await step('history opened', () => openHistory(lasegue, album));
  await step(`${nameOf(EMERGENCY_PATIENT)} added`, () => addEmergencyPatient(lasegue));
  const emergencySheet = await step('emergency signed, sheet saved', () => recordEmergency(page, app, album, EMERGENCY_SHEET));
  await step('demo charts and settings seen', () => lookAround(lasegue, album));

  const during = await step('folders read while it runs', () => Promise.resolve(checkFolders(folders)));
  await step('closed', () => lasegue.close());
  const after = checkFolders(folders);
  const killed = await step('opened again and killed while typing', () => killWhileTyping(folders, displayName));

  const papers = await step('a paper of each kind drawn, page by page', () => drawPapers(join(OUT, 'papers')));
  const homeCare = await checkHomeCareSheet(visit);
  const emergency = await checkEmergencySheet(emergencySheet);
  const bugs = launched.flatMap(({ lasegue: one }) => one.log().split('\n')).filter((line) => /^(lasegue bug|desk:)/.test(line));

  say(`Red-flag questions answered by keyboard: ${visit.redFlagsAnswered}. Modules on the sheet: ${visit.modules.join(', ')}.`);
  say(
    `Sheets: ${homeCare.looked} sentences looked for on the home-care sheet, ${emergency.looked} on (or absent from) the emergency sheet.`,
  );
  say(`Pictures: ${album.count()} of screens (light and dark), ${papers} of pages.`);
  for (const [when, check] of [
    ['while it ran', during],
    ['after it closed', after],
    ['after a kill', killed],
  ] as const)
    say(scanLine(when, check));
  say(`Plain SQLite files, Chromium's own: ${[...new Set([...during.chromiumStores, ...after.chromiumStores])].join(', ') || 'none'}.`);

  return [
    ...homeCare.wrong,
    ...emergency.wrong,
    ...during.problems.map((problem) => `while it ran: ${problem}`),
    ...after.problems.map((problem) => `after it closed: ${problem}`),
    ...killed.problems.map((problem) => `after a kill: ${problem}`),
    ...bugs,
    ...pageErrors.map((message) => `the window reported: ${message}`),
  ];
}

function scanLine(when: string, { files, megabytes, streams, needles, controls, problems }: FolderCheck): string {
  const found = problems.length === 0 ? `no name found, the ${controls} planted controls found` : `${problems.length} problems`;
  return `Scan ${when}: ${files} files, ${megabytes.toFixed(1)} MB, ${streams} packed streams, ${needles} names: ${found}.`;
}

async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
  const since = Date.now();
  try {
    const value = await run();
    say(`  ${what} (${seconds(since)})`);
    return value;
  } catch (error) {
    const page = launched.at(-1)?.lasegue.page;
    await page?.screenshot({ path: join(OUT, 'stopped-here.png') }).catch(() => undefined);
    throw new Error(`The demo stopped at “${what}”: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function openDesk({ page }: Lasegue, album: Album): Promise<void> {
  await expect(page.getByRole('button', { name: text.desk.firstRun.setUp })).toBeVisible();
  await album.shoot('first-run');
  await page.getByRole('button', { name: text.desk.firstRun.setUp }).click();
  await expect(page.getByRole('heading', { name: text.desk.create.title })).toBeVisible();
  await album.shoot('set-up');
  await page.getByRole('button', { name: text.desk.firstRun.back }).click();
  await createDemoDesk(page);
  await expect(page.getByRole('heading', { name: text.today.flags.title })).toBeVisible();
  await album.shoot('today', { small: true });
  await lock(page);
  await expectLocked(page);
  await album.shoot('unlock');
  await unlock(page, DEMO_PASSPHRASE);
}

async function addFirstPatient({ page }: Lasegue, album: Album): Promise<void> {
  await goTo(page, 'patients');
  await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(1);
  await album.shoot('patients', { small: true });
  await openNewPatientForm(page);
  await fillPatient(page, SCIATICA_PATIENT);
  await album.shoot('patient-form');
  await savePatient(page);
  await expectChart(page, SCIATICA_PATIENT);
}

async function addEmergencyPatient({ page }: Lasegue): Promise<void> {
  await openNewPatientForm(page);
  await fillPatient(page, EMERGENCY_PATIENT);
  await savePatient(page);
  await expectChart(page, EMERGENCY_PATIENT);
}

async function openHistory({ page }: Lasegue, album: Album): Promise<void> {
  await backToChart(page);
  await expect(timelineVisit(page, 'first', 'signed')).toBeVisible();
  await timelineSheets(page, 'homecare').click();
  await expect(dialog(page).getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  await album.shoot('kept-sheet');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

/** A chart with a course of many visits, and the settings; the theme is also changed as a person does it. */
async function lookAround({ page }: Lasegue, album: Album): Promise<void> {
  await findAndOpen(page, 'Whitcombe', 'Whitcombe');
  await album.shoot('chart', { small: true });
  await setTheme(page, 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('radio', { name: text.settings.look.system, exact: true }).click();
  await openSettings(page, 'clinic');
  await album.shoot('settings');
  await openSettings(page, 'services');
  await album.shoot('settings-whom-to-phone', { small: true });
  await openSettings(page, 'doses');
  await album.shoot('settings-doses');
}

async function killWhileTyping(folders: AppFolders, displayName: string | null): Promise<FolderCheck> {
  const lasegue = await launch(folders, displayName);
  const { page } = lasegue;
  const child = lasegue.app.process();
  await chooseDemoDesk(page);
  await unlock(page, DEMO_PASSPHRASE);
  await findAndOpen(page, SCIATICA_PATIENT.familyName, nameOf(SCIATICA_PATIENT));
  await startVisit(page, 'review');
  await enter(page, 'intake.note', `Note about ${nameOf(SCIATICA_PATIENT)}, written and then the power went.`);
  await expectSaved(page);
  await field(page, 'intake.note').pressSequentially(` ${SCIATICA_PATIENT.familyName}`);
  await kill(child);
  return checkFolders(folders);
}
