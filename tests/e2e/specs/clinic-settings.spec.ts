import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { DEMO_CLINIC, DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { withClinicNames } from '../../../shared/services.ts';
import { readPdf, readText } from '../../handouts/read-pdf.ts';
import { pngOf } from '../../helpers/png.ts';
import { expect, test } from '../fixtures.ts';
import { enter, expectSentence, field, openSettings } from '../pages/app.ts';
import { expectLocked, unlock } from '../pages/desk.ts';
import { answerOpenDialog, closePreview, expectPreview, saveSheet } from '../pages/handout.ts';
import { openSheet } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit, readyVisit } from '../prepared.ts';

const { clinic, services, logo, doses, modules } = text.settings;
const SVG_LOGO = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><title>Quay Clinic</title>
  <linearGradient id="a"><stop stop-color="#0e6558"/><stop offset="1" stop-color="#24211c"/></linearGradient>
  <rect width="200" height="80" rx="10" fill="url(#a)"/><path d="M20 20 L60 60 L100 20" stroke="white" stroke-width="8" fill="none"/></svg>`;

test.use({ startWith: 'demo' });

let folder = '';
test.beforeEach(async ({ page }) => {
  folder = await mkdtemp(join(tmpdir(), 'lasegue-settings-'));
  await unlock(page, DEMO_PASSPHRASE);
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function chooseLogo(page: Page, app: ElectronApplication, path: string | null): Promise<void> {
  await answerOpenDialog(app, path);
  await panel(page, logo.title)
    .getByRole('button', { name: new RegExp(`^(${logo.choose}|${logo.chooseOther})$`) })
    .click();
}

/** The home-care sheet of a prepared patient, saved from the preview. */
async function savedSheet(page: Page, app: ElectronApplication): Promise<Uint8Array> {
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await openSheet(page, 'homecare');
  await expectPreview(page, 'homecare', patient.name);
  const sheet = await saveSheet(page, app, join(folder, 'sheet.pdf'));
  await closePreview(page);
  return sheet;
}

test('A logo as SVG or PNG is drawn, kept and printed with what it shows in words; what is no plain picture is refused with the reason', async ({
  lasegue: { app },
  page,
}) => {
  await openSettings(page, 'clinic');
  const logoPanel = panel(page, logo.title);
  await expect(logoPanel.getByText(logo.none)).toBeVisible();

  const refused: [string, Uint8Array | string, string][] = [
    ['photo.png', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), logo.refusals['not-png-or-svg']],
    ['script.svg', SVG_LOGO.replace('<rect', '<script>fetch("https://example.org")</script><rect'), logo.refusals['svg-script']],
    ['event.svg', SVG_LOGO.replace('<rect', '<rect onload="x()"'), logo.refusals['svg-event']],
    ['web.svg', SVG_LOGO.replace('<rect', '<foreignObject/><rect'), logo.refusals['svg-foreign']],
    ['outside.svg', SVG_LOGO.replace('<rect', '<image href="https://example.org/a.png"/><rect'), logo.refusals['svg-outside']],
    ['entity.svg', SVG_LOGO.replace('<svg', '<!DOCTYPE svg [<!ENTITY a "a">]><svg'), logo.refusals['svg-entity']],
    ['broken.svg', SVG_LOGO.replace('</svg>', '</g>'), logo.refusals['cannot-be-drawn']],
    ['tiny.png', pngOf(8, 8), logo.refusals['too-small']],
    ['wide.png', pngOf(6001, 30), logo.refusals['too-many-pixels']],
    ['cut.png', pngOf(60, 30).subarray(0, -20), logo.refusals['cannot-be-drawn']],
  ];
  for (const [name, bytes, sentence] of refused) {
    await chooseLogo(page, app, await file(name, bytes));
    await expect(logoPanel.getByText(sentence), name).toBeVisible();
  }
  const huge = await file('huge.png', pngOf(60, 30));
  await truncate(huge, 40_000_000);
  await chooseLogo(page, app, huge);
  await expect(logoPanel.getByText(logo.refusals['too-large'])).toBeVisible();
  await expect(logoPanel.getByRole('img')).toHaveCount(0);

  await chooseLogo(page, app, await file('transparent.png', pngOf(60, 30, { colorType: 6, pixels: Buffer.alloc((60 * 4 + 1) * 30) })));
  await expect(logoPanel.getByText(logo.saved)).toBeVisible();
  await chooseLogo(page, app, await file('logo.svg', SVG_LOGO));
  await expect.poll(() => logoPanel.getByRole('img', { name: logo.alt }).evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(720);
  // A later refusal leaves the one there is.
  await chooseLogo(page, app, await file('again.svg', SVG_LOGO.replace('<rect', '<script/><rect')));
  await expect(logoPanel.getByText(logo.refusals['svg-script'])).toBeVisible();
  await chooseLogo(page, app, null);
  await expect(logoPanel.getByRole('img', { name: logo.alt })).toBeVisible();

  const [first] = await readPdf(await savedSheet(page, app));
  expect(first?.figures[0]?.alt).toBe(`Logo of ${DEMO_CLINIC.name}`);

  await openSettings(page, 'clinic');
  await logoPanel.getByRole('button', { name: logo.remove }).click();
  await expect(logoPanel.getByText(logo.removed)).toBeVisible();
  await expect(logoPanel.getByText(logo.none)).toBeVisible();
});

test('Address, doses and parts of the plan print as the clinic set them, within limits, and go back to the default', async ({
  lasegue: { app },
  page,
}) => {
  await openSettings(page, 'clinic');
  await enter(page, 'address', '12 Harbour Road, Northfield');
  await page.getByRole('button', { name: clinic.save }).click();
  await expect(panel(page, clinic.title).getByText(clinic.saved)).toBeVisible();

  await openSettings(page, 'doses');
  const dosePanel = panel(page, doses.title);
  const save = dosePanel.getByRole('button', { name: doses.save });
  await enter(page, 'doses.M02.minutes.to', '45');
  await expectSentence(page, 'doses.M02.minutes.to', 'Use a number from 5 to 20.');
  await save.click();
  await expect(dosePanel.getByText(clinic.saved)).toHaveCount(0);
  await enter(page, 'doses.M02.minutes.from', '18');
  await enter(page, 'doses.M02.minutes.to', '10');
  await expectSentence(page, 'doses.M02.minutes.to', doses.upsideDown);
  await enter(page, 'doses.M02.minutes.from', '10');
  await enter(page, 'doses.M02.minutes.to', '12');
  await enter(page, 'doses.M03.times.to', '4');
  await enter(page, 'doses.M03.minutes.from', '6');
  await enter(page, 'doses.M03.minutes.to', '8');
  // Typed in one part, looked at another: it is still there.
  await openSettings(page, 'clinic');
  await openSettings(page, 'doses');
  await save.click();
  await expect(dosePanel.getByText(clinic.saved)).toBeVisible();
  await panel(page, modules.title).getByRole('checkbox', { name: 'Pelvic tilts' }).uncheck();
  await page.getByRole('button', { name: modules.save }).click();
  await expect(panel(page, modules.title).getByText(clinic.saved)).toBeVisible();

  const printed = await readText(await savedSheet(page, app));
  expect(printed).toContain('6 to 8 minutes, up to 4 times a day');
  expect(printed).toContain('Stay 6 to 8 minutes.');
  expect(printed).toContain(`${DEMO_CLINIC.name}, 12 Harbour Road, Northfield,`);
  expect(printed).not.toContain('Pelvic tilts');
  await expect(page.locator('[data-module="M08"]')).toHaveCount(1);
  await expect(page.locator('[data-module="M07"]')).toHaveCount(0);

  await openSettings(page, 'doses');
  await dosePanel.getByRole('button', { name: doses.resetAll }).click();
  await expect(field(page, 'doses.M02.minutes.to')).toHaveValue('20');
  await save.click();
  await expect(dosePanel.getByText(clinic.saved)).toBeVisible();
});

test('Each red flag names its own service: the vascular number stands under the vascular service and nowhere else', async ({ page }) => {
  const spine = DEMO_CLINIC.services.SPINE.phone;
  await openSettings(page, 'services');
  await enter(page, 'services.VASC.name', 'Vascular team, City Hospital');
  await enter(page, 'services.VASC.phone', '01632 960044');
  await page.getByRole('button', { name: services.save }).click();
  await expect(panel(page, services.title).getByText(clinic.saved)).toBeVisible();
  await page.getByRole('navigation', { name: text.app.rail.label }).getByRole('button', { name: text.app.rail.lock }).click();
  await expectLocked(page);
  await unlock(page, DEMO_PASSPHRASE);
  await openSettings(page, 'services');
  await expect(field(page, 'services.VASC.phone')).toHaveValue('01632 960044');

  const withAnswers = async (name: string, answers: Record<string, 'yes'>): Promise<Locator> => {
    const patient = await addPreparedPatient(page, { givenNames: 'Annabel', familyName: name });
    await addPreparedVisit(page, patient, (visitOn) => {
      const record = readyVisit(visitOn);
      return { ...record, redFlags: { ...record.redFlags, answers: { ...record.redFlags.answers, ...answers } } };
    });
    await openPreparedVisit(page, patient);
    return page.locator('section[data-urgency]').first();
  };
  const emergency = await withAnswers('Castleforth', { 'RF-01a': 'yes' });
  await expect(emergency).toContainText(DEMO_CLINIC.services.ED.phone);
  await expect(emergency).toContainText(spine);
  await expect(emergency).toContainText(text.visit.emergency.forAdvice(DEMO_CLINIC.services.SPINE.name));
  await expect(emergency).not.toContainText('01632 960044');
  await expect(emergency).toContainText(withClinicNames('{ED}, phone ahead', DEMO_CLINIC));
});
