import type { Page } from '@playwright/test';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { dialog, enter, escape, expectSentence, field, openSettings } from '../pages/app.ts';
import { unlock } from '../pages/desk.ts';
import { addPreparedPatient, type PreparedPatient } from '../prepared.ts';

test.use({ startWith: 'demo' });

test('An administrator makes an audit report, sorts it, and checks the log', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  await openSettings(page, 'log');
  await page.getByRole('button', { name: text.audit.make }).click();
  const table = page.getByRole('region', { name: text.audit.lines });
  await expect(table).toContainText(text.audit.whatIn({ log: 'access', what: 'unlock', operation: null }));
  await table.getByRole('button', { name: text.audit.columns.patientName }).click();
  await expect(table.getByRole('columnheader', { name: text.audit.columns.patientName })).toHaveAttribute('aria-sort', 'ascending');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: text.settings.log.verify }).click();
  await expect(page.getByText(text.audit.verify.noAnchors)).toBeVisible();
});

test('An administrator removes the earlier text of a patient’s note from the log: the line says so, and the log stays whole', async ({
  page,
}) => {
  const words = text.audit.removing;
  await unlock(page, DEMO_PASSPHRASE);
  const note = 'His neighbour, who drives him here, has the same pain.';
  const patient = await addPreparedPatient(page, { note });
  await clearNote(page, patient);
  await openSettings(page, 'log');
  await page.getByRole('button', { name: text.audit.make }).click();
  const table = page.getByRole('region', { name: text.audit.lines });
  const lineOf = (operation: 'insert' | 'update') =>
    table
      .getByRole('row')
      .filter({ hasText: patient.name })
      .filter({ hasText: text.audit.whatIn({ log: 'change', what: 'patient', operation }) });
  await expect(lineOf('update')).toHaveCount(1);
  await expect(lineOf('update').getByRole('button')).toHaveCount(0);
  const button = lineOf('insert').getByRole('button', { name: new RegExp(`^${escape(words.button)} .*${escape(patient.name)}`) });
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);

  await button.focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'removing.reason')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  const submit = dialog(page).getByRole('button', { name: words.submit, exact: true });
  await submit.click();
  await expectSentence(page, 'removing.reason', text.errors.fields.required);
  await expect(field(page, 'removing.reason')).toBeFocused();
  const reason = 'He asked for it: it is about somebody else.';
  await enter(page, 'removing.reason', reason);
  await enter(page, 'removing.passphrase', 'not the passphrase');
  await submit.click();
  await expectSentence(page, 'removing.passphrase', text.errors.codes['wrong-passphrase']);
  await expect(field(page, 'removing.reason')).toHaveValue(reason);
  await expectNoViolations(page);
  // A wrong passphrase makes the next try wait.
  await expect(async () => {
    await enter(page, 'removing.passphrase', DEMO_PASSPHRASE);
    await submit.click();
    await expect(dialog(page)).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await expect(lineOf('insert')).toContainText(reason);
  await expect(lineOf('insert').getByRole('button')).toHaveCount(0);
  await expect(lineOf('insert').getByText(reason)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /was removed/ })).toBeVisible();
  await page.getByRole('button', { name: text.settings.log.verify }).click();
  await expect(page.getByText(text.audit.verify.erased(1))).toBeVisible();
  await expect(page.getByText(/ entries, unbroken\./)).toBeVisible();
  await expectNoViolations(page);
});

test('A text that was removed while the dialog was open is told in a sentence, and what was typed stays', async ({ page }) => {
  const words = text.audit.removing;
  await unlock(page, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page, { note: 'His neighbour has the same pain.' });
  await clearNote(page, patient);
  await openSettings(page, 'log');
  await page.getByRole('button', { name: text.audit.make }).click();
  const line = page
    .getByRole('row')
    .filter({ hasText: patient.name })
    .filter({ has: page.getByRole('button') });
  const seq = Number(/C(\d+)$/.exec((await line.textContent()) ?? '')?.[1]);
  await line.getByRole('button').click();
  await enter(page, 'removing.reason', 'Typed second.');
  await enter(page, 'removing.passphrase', DEMO_PASSPHRASE);
  const input = { seq, reason: 'Removed first.', passphrase: DEMO_PASSPHRASE };
  expect(await page.evaluate((sent) => window.lasegue.call['audit.erase'](sent), input)).toMatchObject({ ok: true });
  await dialog(page).getByRole('button', { name: words.submit, exact: true }).click();
  await expect(dialog(page).getByText(words.already)).toBeVisible();
  await expect(field(page, 'removing.reason')).toHaveValue('Typed second.');
  await dialog(page).getByRole('button', { name: text.app.confirm.cancel }).click();
  await page.getByRole('button', { name: text.audit.make }).click();
  await expect(page.getByRole('row').filter({ hasText: patient.name }).filter({ hasText: 'Removed first.' })).toHaveCount(1);
});

/** A newer state of the patient, without the note. */
async function clearNote(page: Page, { patientId }: PreparedPatient): Promise<void> {
  const changed = await page.evaluate(async (id) => {
    const stored = await window.lasegue.call['patients.get']({ patientId: id });
    if (!stored.ok) return stored;
    const { patientId: _, revision, ...rest } = stored.value;
    return window.lasegue.call['patients.update']({ patientId: id, revision, patient: { ...rest, note: '' } });
  }, patientId);
  expect(changed).toMatchObject({ ok: true });
}

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), colorScheme).toEqual([]);
  }
}
