import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawHandout } from '../../../electron/pdf/draw.ts';
import { loadFonts } from '../../../electron/pdf/fonts.ts';
import { assess } from '../../../shared/clinical/assess.ts';
import { DEMO_CLINIC, DEMO_PASSPHRASE, DEMO_USER_NAME } from '../../../shared/demo.ts';
import { buildHandout } from '../../../shared/handouts/build.ts';
import { NO_CLINIC_NOTES } from '../../../shared/schemas/clinic-notes.ts';
import { PAPERS } from '../../../shared/schemas/clinic.ts';
import { text } from '../../../renderer/text.ts';
import { FONTS_DIR, readText } from '../../handouts/read-pdf.ts';
import { uaFaults } from '../../handouts/pdf-structure.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { dialog, goTo } from '../pages/app.ts';
import { unlock } from '../pages/desk.ts';
import { answerPrintDialog, answerSaveDialog, timesAsked } from '../pages/handout.ts';
import { findAndOpen } from '../pages/patients.ts';
import { goToPart, signVisit } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, changeRecord, openPreparedVisit, readyVisit } from '../prepared.ts';
import type { ElectronApplication, Page } from '@playwright/test';

test.use({ startWith: 'demo' });

const words = text.papers;

let folder = '';
test.beforeEach(async ({ page }) => {
  folder = await mkdtemp(join(tmpdir(), 'lasegue-papers-'));
  await unlock(page, DEMO_PASSPHRASE);
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** A visit with a numb saddle: an emergency. */
const emergencyVisit = (visitOn: string): ReturnType<typeof readyVisit> => {
  const record = readyVisit(visitOn);
  return { ...record, redFlags: { ...record.redFlags, answers: { ...record.redFlags.answers, 'RF-04a': 'yes' } } };
};

async function expectDrawn(page: Page, title: string): Promise<void> {
  const shown = page.getByRole('dialog', { name: title });
  await expect(shown.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  await expect(shown.getByRole('button', { name: text.handouts.save })).toBeEnabled();
}

async function expectAxeClean(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, theme);
    expect(await axeViolations(page), theme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function save(page: Page, app: ElectronApplication, name: string, said: string): Promise<Uint8Array> {
  const file = join(folder, name);
  await answerSaveDialog(app, file);
  await dialog(page).getByRole('button', { name: text.handouts.save }).click();
  await expect(dialog(page).getByText(said)).toBeVisible();
  return new Uint8Array(await readFile(file));
}

test('A letter of an emergency: from the band of the open visit, and from the signed one; kept, and opened again from the chart', async ({
  lasegue,
  page,
}) => {
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient, emergencyVisit);
  await openPreparedVisit(page, patient);
  const band = page.getByRole('region', { name: text.visit.emergency.region, exact: true });
  await band.getByRole('button', { name: words.names.letter }).click();
  await expectDrawn(page, words.title(words.names.letter, patient.name));
  await expectAxeClean(page);
  const open = await readText(await save(page, lasegue.app, 'open.pdf', text.handouts.keptSaved));
  expect(open).toContain('Emergency referral');
  expect(open).toContain('This visit is not signed yet.');
  await page.keyboard.press('Escape');

  await signVisit(page, patient.name);
  const papers = page.getByRole('group', { name: words.group });
  await papers.getByRole('button', { name: words.names.letter }).click();
  await expectDrawn(page, words.title(words.names.letter, patient.name));
  const pdf = await save(page, lasegue.app, 'signed.pdf', text.handouts.keptSaved);
  expect(await uaFaults(pdf)).toEqual([]);
  expect(await readText(pdf)).not.toContain('not signed yet');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await findAndOpen(page, patient.name, patient.name);
  const kept = page.getByRole('button', { name: new RegExp(`^${words.names.letter}`) });
  await expect(kept).toHaveCount(2);
  await kept.first().click();
  await expect(dialog(page).getByText(words.exactCopy)).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: text.handouts.printFor(patient.name) })).toBeEnabled();
  await expectAxeClean(page);
  await save(page, lasegue.app, 'again.pdf', words.saved);
});

test('Two emergencies of different routes: the band says what the sheet says', async ({ page }) => {
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient, (visitOn) => {
    const record = readyVisit(visitOn);
    // No urine at all, and a swollen calf with shortness of breath.
    const answers = { ...record.redFlags.answers, 'RF-02a': 'yes', 'RF-18a': 'yes', 'RF-18d': 'yes' } as const;
    return { ...record, redFlags: { ...record.redFlags, answers } };
  });
  await openPreparedVisit(page, patient);
  const band = page.getByRole('region', { name: text.visit.emergency.region, exact: true });
  const say = `Call ${DEMO_CLINIC.emergencyNumber} now`;
  await expect(band).toContainText(say);
  await expect(band).not.toContainText(`Go to ${DEMO_CLINIC.emergencyDepartment} now`);
  await band.getByRole('button', { name: text.visit.emergency.printFor(patient.name) }).click();
  await expect(dialog(page)).toContainText(say);
});

test('The summary of an open visit, from plan and sheet', async ({ lasegue, page }) => {
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await goToPart(page, 'plan');
  await page.getByRole('group', { name: words.group }).getByRole('button', { name: words.names.summary }).click();
  await expectDrawn(page, words.title(words.names.summary, patient.name));
  await expectAxeClean(page);
  const pdf = await save(page, lasegue.app, 'summary.pdf', text.handouts.keptSaved);
  expect(await uaFaults(pdf)).toEqual([]);
  expect(await readText(pdf)).toContain('Answers to the red-flag questions');
});

test('A flag answered after the letter was previewed: the letter without it never leaves the desk', async ({ lasegue: { app }, page }) => {
  await answerPrintDialog(app, null);
  const patient = await addPreparedPatient(page);
  const visitId = await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await goToPart(page, 'plan');
  await page.getByRole('group', { name: words.group }).getByRole('button', { name: words.names.letter }).click();
  const title = words.title(words.names.letter, patient.name);
  await expectDrawn(page, title);
  await changeRecord(page, visitId, ({ visitOn }) => emergencyVisit(visitOn));
  const shown = page.getByRole('dialog', { name: title });
  await shown.getByRole('button', { name: text.handouts.printFor(patient.name) }).click();
  await expect(shown.getByText(words.changed)).toBeVisible();
  await expect(shown).toContainText('Emergency referral');
  expect(await timesAsked(app)).toBe(0);
  // Two clicks in one turn of the page, before it can grey the button.
  await shown.getByRole('button', { name: text.handouts.printFor(patient.name) }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(shown.getByText(text.handouts.kept)).toBeVisible();
  expect(await timesAsked(app)).toBe(1);
});

test('The blank examination sheet from Today: no name on it, nothing kept', async ({ lasegue, page }) => {
  await goTo(page, 'today');
  await page.getByRole('button', { name: words.names.blank }).click();
  await expectDrawn(page, words.names.blank);
  await expectAxeClean(page);
  const pdf = await save(page, lasegue.app, 'blank.pdf', words.saved);
  expect(await uaFaults(pdf)).toEqual([]);
  expect(await readText(pdf)).toMatch(/Name: _+ Born: _+/u);
});

test('A sheet made in the window’s desk has the bytes that plain Node makes of the same document', async ({ page }) => {
  const patient = await addPreparedPatient(page, { givenNames: 'Łucja', familyName: 'Żółkiewska' });
  const visitId = await addPreparedVisit(page, patient);
  const fonts = loadFonts(FONTS_DIR);
  const { today } = await page.evaluate(async () => {
    const session = await window.lasegue.call['desk.session']({});
    if (!session.ok) throw new Error(session.error.code);
    return session.value;
  });
  for (const paper of PAPERS) {
    for (const largePrint of [false, true]) {
      const options = { kind: 'plan', paper, largePrint } as const;
      const made = await page.evaluate((input) => window.lasegue.call['handouts.preview'](input), { visitId, options });
      if (!made.ok) throw new Error(made.error.code);
      const record = { ...readyVisit(today), timeZone: 'UTC' };
      const clinic = await page.evaluate(async () => {
        const answer = await window.lasegue.call['clinic.get']({});
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value;
      });
      const document = buildHandout({
        patient: {
          givenNames: 'Łucja',
          familyName: 'Żółkiewska',
          latinName: '',
          birthDate: '1975-05-05',
          ownNumber: '',
          preferredLanguage: '',
        },
        visitOn: record.visitOn,
        record,
        assessment: assess(record, { birthDate: '1975-05-05', earlier: [], modules: clinic.modules }),
        clinic,
        clinicianName: DEMO_USER_NAME,
        clinicNotes: NO_CLINIC_NOTES,
        previous: null,
        options,
        reviewedLanguages: [],
        madeOn: today,
      });
      const here = await drawHandout(document, { paper, largePrint }, fonts);
      expect(made.value.pageCount).toBe(here.pageCount);
      expect(made.value.sha256).toBe(createHash('sha256').update(here.pdf).digest('hex'));
    }
  }
});
