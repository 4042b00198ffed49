import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, type CDPSession, type Page } from '@playwright/test';
import { buildIfNeeded } from '../../electron/runtime/build-if-needed.ts';
import { findElectron, projectFolder } from '../../electron/runtime/find-electron.ts';
import { runCommand } from '../../electron/runtime/run-electron.ts';
import { ensurePackages } from '../../electron/runtime/system-libraries.ts';
import { hasDisplay, startVirtualDisplay } from '../../electron/runtime/virtual-display.ts';
import { text } from '../../renderer/text.ts';
import { OPTIONAL_MEASURES, OPTIONAL_MODULES } from '../../shared/schemas/clinic.ts';
import { helpText } from '../../shared/text/en/help.ts';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { kill, launchIn, makeFolders } from '../demo/app-folders.ts';
import { removeFolder } from '../e2e/launch.ts';
import { dialog } from '../e2e/pages/app.ts';
import { startVisit } from '../e2e/pages/chart.ts';
import { createDemoDesk } from '../e2e/pages/desk.ts';
import { findAndOpen } from '../e2e/pages/patients.ts';
import { openSign } from '../e2e/pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit } from '../e2e/prepared.ts';
import { fullVisit, halfVisit } from './visits.ts';

// `npm run panels`: a picture of every panel of a visit, empty, half filled and full, and of a review, light and dark, in out/panels.
// They are there to be looked at. Nothing is compared.

const OUT = join(projectFolder, 'out', 'panels');
const THEMES = ['light', 'dark'] as const;
/** Wide as the window is, and high enough that no panel is cut off by its scrolling column. */
const WIDE = { width: 1280, height: 7200 } as const;
const SMALL = { width: 1024, height: 7200 } as const;
const WINDOW = { width: 1280, height: 800 } as const;

/** Panels by the anchor each has, in the order of the visit. */
const PANELS = [
  ['story', '#visit-story'],
  ['red-flags', '#visit-red-flags'],
  ['measures', '#visit-measures'],
  ['stand', '#visit-stand'],
  ['grid', '#visit-neuro'],
  ['sitting', '#visit-sitting'],
  ['slr', '#visit-slr'],
  ['lying', '#visit-signs'],
  ['face-down', '#visit-prone'],
  ['plan', '#visit-plan'],
  ['before-the-sheet', '#visit-before'],
  ['sheet', '#visit-sheet'],
] as const;
/** Panels whose columns are closest: seen in the smallest window too. */
const CLOSE: readonly string[] = ['story', 'measures', 'stand', 'grid', 'slr', 'lying', 'face-down', 'before-the-sheet', 'sheet'];

/** A patient with a course of many visits in every demo desk. */
const WITH_A_COURSE = 'Whitcombe';

type State = 'empty' | 'half' | 'full' | 'review';
type Camera = { page: Page; cdp: CDPSession; count: number };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runCommand(async () => {
  ensurePackages({ virtualDisplay: !hasDisplay() }, say);
  say((await findElectron({ mayFetch: true, say })).line);
  buildIfNeeded(say);
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const display = hasDisplay() ? null : await startVirtualDisplay();
  const folders = await makeFolders('lasegue-panels-');
  const { lasegue, child } = await launchIn(folders, display?.name ?? null);
  try {
    const camera = { page: lasegue.page, cdp: await lasegue.page.context().newCDPSession(lasegue.page), count: 0 };
    await shootVisits(camera);
    await lasegue.close();
    say(`${camera.count} pictures in ${relative(process.cwd(), OUT)}.`);
    return 0;
  } finally {
    await kill(child);
    display?.stop();
    await removeFolder(folders.root);
  }
});

async function shootVisits(camera: Camera): Promise<void> {
  const { page } = camera;
  await resize(camera, WINDOW);
  await createDemoDesk(page);
  await switchEverythingOn(page);
  const made: readonly [State, ((visitOn: string) => VisitRecord) | null, string][] = [
    ['empty', null, 'Aurelia'],
    ['half', halfVisit, 'Beatrix'],
    ['full', fullVisit, 'Clementine'],
  ];
  for (const [state, make, givenNames] of made) {
    const patient = await addPreparedPatient(page, { givenNames, familyName: 'Panterbourne', birthDate: '1961-04-09' });
    if (make === null) {
      await findAndOpen(page, patient.name, patient.name);
      await startVisit(page, 'first');
    } else {
      await addPreparedVisit(page, patient, make);
      await openPreparedVisit(page, patient);
    }
    await shootVisit(camera, state, patient.name);
    say(`  ${state}`);
  }
  await findAndOpen(page, WITH_A_COURSE, WITH_A_COURSE);
  await startVisit(page, 'review');
  await shootVisit(camera, 'review', null);
  say('  review');
}

/** Every optional outcome measure and module of the clinic, so that their fields are seen. */
async function switchEverythingOn(page: Page): Promise<void> {
  const result = await page.evaluate(
    async ([outcomeMeasures, modules]) => {
      const stored = await window.lasegue.call['clinic.get']({});
      if (!stored.ok) return stored;
      const { logo: _, ...clinic } = stored.value;
      return window.lasegue.call['clinic.save']({ ...clinic, outcomeMeasures: [...outcomeMeasures], modules: [...modules] });
    },
    [OPTIONAL_MEASURES, OPTIONAL_MODULES] as const,
  );
  expect(result).toMatchObject({ ok: true });
  await page.reload();
}

/** The visit on the screen: its panels, the assessment beside them, and the question before signing. */
async function shootVisit(camera: Camera, state: State, patientName: string | null): Promise<void> {
  const { page } = camera;
  await resize(camera, WINDOW);
  await inBothThemes(camera, `00-window-${state}`, (path) => page.screenshot({ path, animations: 'disabled' }));
  await openAll(page);
  for (const [size, suffix] of [
    [WIDE, ''],
    [SMALL, '-1024'],
  ] as const) {
    await resize(camera, size);
    for (const [index, [name, anchor]] of PANELS.entries()) {
      if (size === SMALL && !CLOSE.includes(name)) continue;
      const file = `${String(index + 1).padStart(2, '0')}-${name}-${state}${suffix}`;
      const panel = page.locator(anchor);
      await inBothThemes(camera, file, (path) => panel.screenshot({ path, animations: 'disabled' }));
    }
  }
  await resize(camera, WIDE);
  for (const [name, anchor] of [
    ['10-plan', '#visit-plan'],
    ['12-sheet', '#visit-sheet'],
  ] as const) {
    const panel = page.locator(anchor);
    for (const rule of await panel.locator('button[data-rule]').all()) await rule.click();
    await inBothThemes(camera, `${name}-${state}-rules`, (path) => panel.screenshot({ path, animations: 'disabled' }));
  }
  const beside = page.getByRole('complementary', { name: text.visit.assessment.region });
  for (const opener of [text.visit.assessment.showRules, helpText.open]) await beside.getByRole('button', { name: opener }).click();
  await inBothThemes(camera, `13-assessment-${state}`, (path) => beside.screenshot({ path, animations: 'disabled' }));
  await resize(camera, WINDOW);
  if (patientName === null) return;
  await openSign(page, patientName);
  await inBothThemes(camera, `14-sign-${state}`, (path) => page.screenshot({ path, animations: 'disabled' }));
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

/** Opens whatever of the panels waits behind a line of its own. The rules behind a statement stay closed: they would fill the picture. */
async function openAll(page: Page): Promise<void> {
  const closed = page.getByRole('main').locator('button[aria-expanded="false"]:not([data-rule]):not([aria-haspopup])');
  for (let left = await closed.count(); left > 0; left = await closed.count()) await closed.first().click();
}

async function inBothThemes(camera: Camera, name: string, shoot: (path: string) => Promise<unknown>): Promise<void> {
  for (const theme of THEMES) {
    await camera.page.emulateMedia({ colorScheme: theme });
    await camera.page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, theme);
    await shoot(join(OUT, `${name}-${theme}.png`));
    camera.count += 1;
  }
}

/** Gives the page a size, even one higher than any display. */
async function resize({ page, cdp }: Camera, { width, height }: { width: number; height: number }): Promise<void> {
  await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
}
