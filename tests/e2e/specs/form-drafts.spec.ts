import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { axeViolations, expect, test, type Lasegue } from '../fixtures.ts';
import { launchLasegue } from '../launch.ts';
import { dialog, enter, field, goTo, openSettings } from '../pages/app.ts';
import { chooseDemoDesk, expectLocked, unlock } from '../pages/desk.ts';
import { expectChart, openNewPatientForm, savePatient } from '../pages/patients.ts';
import { focusedField, signVisit } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit } from '../prepared.ts';

const NOTE = 'Comes with a neighbour, works nights.';

/** The window, its shell and the desk process, at once. */
async function killEverything({ app }: Lasegue): Promise<void> {
  const child = app.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await gone;
}

test.use({ startWith: 'demo' });
test.skip(process.platform === 'win32', 'kills a group of processes');

test('When everything is killed while I type in the patient form, the text is there afterwards, once, at the same field', async ({
  lasegue,
  page,
}) => {
  await unlock(page, DEMO_PASSPHRASE);
  await openNewPatientForm(page);
  await enter(page, 'givenNames', 'Perpetua');
  await enter(page, 'familyName', 'Quillfeather');
  await field(page, 'note').click();
  await page.keyboard.type(NOTE);
  // What is older than half a second is kept.
  await page.waitForTimeout(600);
  await killEverything(lasegue);

  const again = await launchLasegue({ userData: lasegue.userData });
  try {
    await chooseDemoDesk(again.page);
    await unlock(again.page, DEMO_PASSPHRASE);
    const row = again.page.getByRole('listitem').filter({ hasText: 'Perpetua Quillfeather' });
    await expect(row).toContainText(text.today.forms.titles['patient-new']);
    expect(await axeViolations(again.page)).toEqual([]);
    await row.getByRole('button').click();
    await expect(field(again.page, 'note')).toHaveValue(NOTE);
    await expect(field(again.page, 'familyName')).toHaveValue('Quillfeather');
    await expect.poll(() => focusedField(again.page)).toBe('note');
    expect(await axeViolations(again.page)).toEqual([]);
    await enter(again.page, 'birthDate', '3 Apr 1969');
    await savePatient(again.page);
    await expectChart(again.page, { givenNames: 'Perpetua', familyName: 'Quillfeather' });
    await goTo(again.page, 'today');
    await expect(again.page.getByText(text.today.forms.titles['patient-new'])).toHaveCount(0);
  } finally {
    await again.close();
  }
});

test('When everything is killed while I type the notes of the clinic, they wait where I left them until I save them', async ({
  lasegue,
  page,
}) => {
  const words = text.handouts.clinicNotes;
  const title = text.today.forms.titles['clinic-notes'];
  await unlock(page, DEMO_PASSPHRASE);
  await openSettings(page, 'sheets');
  await enter(page, 'notes.text', 'Back class: Tuesday 18.30.');
  await enter(page, 'notes.brands', 'Cushionaire');
  await page.waitForTimeout(600);
  await killEverything(lasegue);

  const again = await launchLasegue({ userData: lasegue.userData });
  try {
    await chooseDemoDesk(again.page);
    await unlock(again.page, DEMO_PASSPHRASE);
    await again.page.getByRole('button', { name: new RegExp(title) }).click();
    await expect(field(again.page, 'notes.text')).toHaveValue('Back class: Tuesday 18.30.');
    await expect(field(again.page, 'notes.brands')).toHaveValue('Cushionaire');
    const save = again.page.getByRole('button', { name: words.save });
    await save.click();
    await expect(save).toBeDisabled();
    await goTo(again.page, 'today');
    await expect(again.page.getByText(title)).toHaveCount(0);
    // Saved is what the page shows when it is opened anew; what is thrown away leaves nothing.
    await openSettings(again.page, 'sheets');
    await expect(field(again.page, 'notes.text')).toHaveValue('Back class: Tuesday 18.30.');
    await enter(again.page, 'notes.text', 'Something else');
    await again.page.getByRole('region', { name: words.title }).getByRole('button', { name: text.settings.clinic.discard }).click();
    await expect(field(again.page, 'notes.text')).toHaveValue('Back class: Tuesday 18.30.');
    await goTo(again.page, 'today');
    await expect(again.page.getByText(title)).toHaveCount(0);
  } finally {
    await again.close();
  }
});

test('Locking in the middle of a form leads back to it, and throwing it away leaves nothing', async ({ lasegue, page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  await openNewPatientForm(page);
  await enter(page, 'familyName', 'Quillfeather');
  // The computer locks: the rail is out of reach behind the dialog.
  await lasegue.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expectLocked(page);
  expect(await page.content()).not.toContain('Quillfeather');
  await unlock(page, DEMO_PASSPHRASE);
  await expect(field(page, 'familyName')).toHaveValue('Quillfeather');
  await expect.poll(() => focusedField(page)).toBe('familyName');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: text.patients.form.leave }).click();
  await goTo(page, 'today');
  await expect(page.getByText('Quillfeather')).toHaveCount(0);
  await openNewPatientForm(page);
  await expect(field(page, 'familyName')).toHaveValue('');
});

test('An addendum and a change of settings wait where they were left', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await signVisit(page, patient.name);
  await page.getByRole('button', { name: text.history.signed.addAddendum }).click();
  await enter(page, 'addendum.text', 'Phoned: the foot is no weaker.');
  await openSettings(page, 'clinic');
  await enter(page, 'name', 'Harbour Lane Spine Clinic');
  await goTo(page, 'today');
  await expect(page.getByText(text.today.forms.titles.clinic)).toBeVisible();
  await page.getByRole('button', { name: new RegExp(text.today.forms.titles.addendum) }).click();
  await expect(field(page, 'addendum.text')).toHaveValue('Phoned: the foot is no weaker.');
  await enter(page, 'addendum.reason', 'Telephone call');
  await page.getByRole('button', { name: text.history.signed.addendumSave(patient.name) }).click();
  await expect(field(page, 'addendum.text')).toHaveCount(0);
  await expect(page.getByText('Phoned: the foot is no weaker.')).toBeVisible();
  await openSettings(page, 'clinic');
  await expect(field(page, 'name')).toHaveValue('Harbour Lane Spine Clinic');
  await page.getByRole('button', { name: text.settings.clinic.discard }).first().click();
  await goTo(page, 'today');
  await expect(page.getByText(text.today.forms.titles.clinic)).toHaveCount(0);
  await expect(dialog(page)).toHaveCount(0);
});
