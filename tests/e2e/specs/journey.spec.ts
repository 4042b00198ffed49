import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from '../../../renderer/text.ts';
import { expect, test } from '../fixtures.ts';
import { choose, dialog, enter, escape, field, lock, select } from '../pages/app.ts';
import { backToChart, startVisit, timelineSheets, timelineVisit } from '../pages/chart.ts';
import { expectOpen, unlock } from '../pages/desk.ts';
import { answerSaveDialog, closePreview, expectPreview, saveSheet } from '../pages/handout.ts';
import { addPatient, expectChart, fillPatient, openNewPatientForm, savePatient } from '../pages/patients.ts';
import { answerRedFlags, dragLeg, expectSaved, goToPart, modulesIn, NORMAL_GRID, openSheet, signVisit } from '../pages/visit.ts';
import { readText } from '../../handouts/read-pdf.ts';

const PASSPHRASE = 'seventeen herons over the weir';
const PATIENT = { givenNames: 'Philippa', familyName: 'Quillfeather', birthDate: '9 Sep 1983', sex: 'female', ownNumber: 'Q-7' } as const;
const NAME = 'Philippa Quillfeather';
const desk = text.desk;

test('With the mouse: my own desk, a patient, a visit, a sheet, a signature, and the same sheet again from the history', async ({
  lasegue,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'lasegue-journey-'));

  await test.step('The desk is made with what the sheets need, and says what is missing', async () => {
    await page.getByRole('button', { name: desk.firstRun.setUp }).click();
    await page.getByRole('button', { name: desk.create.submit }).click();
    await expect(field(page, 'displayName')).toHaveAccessibleDescription(text.errors.fields.required);
    await expect(field(page, 'passphrase')).toHaveAccessibleDescription(new RegExp(escape(text.errors.fields.required)));
    await enter(page, 'displayName', 'Dr Ottoline Marchbanks');
    await enter(page, 'passphrase', PASSPHRASE);
    await enter(page, 'repeat', 'seventeen herons over the wier');
    await enter(page, 'clinic.name', 'Weir House Clinic');
    await enter(page, 'clinic.phone', '01632 960555');
    await page.getByRole('button', { name: '112' }).click();
    await page.getByRole('button', { name: 'the emergency department' }).click();
    await page.getByRole('button', { name: desk.create.submit }).click();
    await expect(field(page, 'repeat')).toHaveAccessibleDescription(desk.create.differs);
    await expect(field(page, 'clinic.emergencyNumber')).toHaveValue('112');
    await enter(page, 'repeat', PASSPHRASE);
    await page.getByRole('button', { name: desk.create.submit }).click();
    await expectOpen(page, 30_000);
    await expect(page.getByText(text.today.empty.title)).toBeVisible();
  });

  await test.step('A patient is added; the same person a second time is shown first', async () => {
    await addPatient(page, PATIENT);
    await openNewPatientForm(page);
    await fillPatient(page, { ...PATIENT, givenNames: 'PHILIPPA', ownNumber: '' });
    await savePatient(page);
    const warning = dialog(page).getByRole('alert').filter({ hasText: text.patients.form.duplicatesTitle });
    await expect(warning).toContainText(NAME);
    await expect(warning).toContainText(text.patients.form.duplicateReasons.name_and_birth_date);
    await warning.getByRole('button', { name: text.patients.form.openExisting }).click();
    await expectChart(page, PATIENT);
  });

  await test.step('A first visit is recorded', async () => {
    await startVisit(page, 'first');
    await enter(page, 'intake.episodeStartedOn', '20 days ago');
    await enter(page, 'intake.flareStartedOn', '5 days ago');
    await choose(page, 'intake.onsetType', 'sudden');
    await choose(page, 'intake.side', 'left');
    await choose(page, 'intake.level.left', '4');
    await enter(page, 'intake.legPain.left.average24h', '5');
    await enter(page, 'intake.backPain.average24h', '2');
    await choose(page, 'intake.pregnant', 'no');
    expect(await answerRedFlags(page)).toBeGreaterThan(40);
    await goToPart(page, 'stand');
    await choose(page, 'neuro.left.heelWalk', 'ok');
    await goToPart(page, 'sit');
    await fillGridByMouse();
    await goToPart(page, 'supine');
    await dragLeg(page, 'left', 'P1', 38);
    await expect(field(page, 'slr.left.p1AngleDeg')).toHaveValue('38');
    await select(page, 'slr.left.stop', 'leg_familiar');
    await choose(page, 'slr.left.level', '4');
    await choose(page, 'slr.left.feltIn', 'raised');
    await field(page, 'slr.left.movements.df').click();
    await expect(page.locator('[data-slr-class="SLR-POS"]')).toBeVisible();
    await goToPart(page, 'plan');
    await page.getByRole('button', { name: text.visit.plan.suggestions.first }).click();
    await expectSaved(page);
  });

  const given = join(folder, 'given.pdf');
  await test.step('The sheet is saved as previewed; changing my mind first keeps everything', async () => {
    const modules = await modulesIn(page, 'chosen');
    expect(modules).toEqual(expect.arrayContaining(['M08', 'M11', 'M13', 'M18', 'M19']));
    await openSheet(page, 'homecare');
    const preview = await expectPreview(page, 'homecare', NAME);
    await expect(preview.getByRole('button', { name: text.handouts.printFor(NAME) })).toBeEnabled();
    await answerSaveDialog(lasegue.app, null);
    await preview.getByRole('button', { name: text.handouts.save }).click();
    await expect(preview.getByText(text.handouts.cancelled)).toBeVisible();
    const paper = await readText(await saveSheet(page, lasegue.app, given));
    expect(paper).toContain(NAME);
    expect(paper).toContain('Dr Ottoline Marchbanks');
    expect(paper).toContain('Go to the emergency department or call 112');
    await closePreview(page);
  });

  await test.step('Signed, it can be read but not changed, and stands on the timeline', async () => {
    await signVisit(page, NAME);
    await expect(page.getByText('Read-only.')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await backToChart(page);
    await expect(timelineVisit(page, 'first', 'signed')).toBeVisible();
    await page.getByRole('button', { name: text.history.charts.showNumbers }).click();
    await expect(page.getByRole('cell', { name: '38°' })).toBeVisible();
  });

  await test.step('After locking and unlocking, the sheet comes out again byte for byte', async () => {
    await lock(page);
    await expect(page.getByText(NAME)).toHaveCount(0);
    await unlock(page, PASSPHRASE);
    await expectChart(page, PATIENT);
    await timelineSheets(page, 'homecare').click();
    await expect(dialog(page).getByText(text.handouts.exactCopy)).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: text.handouts.printFor(NAME) })).toBeVisible();
    const again = join(folder, 'again.pdf');
    await answerSaveDialog(lasegue.app, again);
    await dialog(page).getByRole('button', { name: text.handouts.save }).click();
    await expect.poll(() => readFile(again).catch(() => null)).not.toBeNull();
    expect((await readFile(again)).equals(await readFile(given))).toBe(true);
  });
  await rm(folder, { recursive: true });

  /** Picks each value in the bar below the grid. */
  async function fillGridByMouse(): Promise<void> {
    const cells = page.getByRole('grid', { name: text.visit.exam.neuroGrid }).getByRole('gridcell');
    const bar = page.getByRole('group', { name: /, (left|right)$/ });
    for (const [index, [left, right]] of NORMAL_GRID.entries()) {
      for (const [side, value] of [left, right].entries()) {
        await cells.nth(index * 2 + side).click();
        await bar.getByRole('button', { name: new RegExp(`^${value}\\+?$`) }).click();
      }
    }
    await expect(cells.last()).toHaveAttribute('data-look', 'normal');
  }
});
