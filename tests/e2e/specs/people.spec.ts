import type { Page } from '@playwright/test';
import { DEMO_PASSPHRASE, DEMO_USER_NAME } from '../../../shared/demo.ts';
import { deskChannels, type DeskChannel } from '../../../shared/contract/contract.ts';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';
import { mayCall } from '../../../shared/contract/roles.ts';
import { text } from '../../../renderer/text.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { dialog, enter, goTo, lock, openSettings, select } from '../pages/app.ts';
import { expectLocked, unlock } from '../pages/desk.ts';
import { addPerson, unlockAs } from '../pages/people.ts';
import { openSign, signVisit } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit, readyVisit } from '../prepared.ts';

const ASSISTANT = { name: 'Ben Kettle', passphrase: 'eleven brass kettles singing' };
const CLINICIAN = { name: 'Ana Heron', passphrase: 'four grey herons by the lock' };

test.use({ startWith: 'demo' });
test.slow();

test('An assistant added in Settings unlocks, is offered no more than the role allows, and is refused the rest by the desk', async ({
  page,
}) => {
  await unlock(page, DEMO_PASSPHRASE);
  await addPerson(page, ASSISTANT.name, 'assistant', ASSISTANT.passphrase, DEMO_PASSPHRASE);
  await addPerson(page, CLINICIAN.name, 'clinician', CLINICIAN.passphrase, DEMO_PASSPHRASE);
  await lock(page);
  await expectLocked(page);
  await unlockAs(page, ASSISTANT.name, ASSISTANT.passphrase);

  await openSettings(page, 'log');
  await expect(page.getByRole('heading', { name: text.settings.about.title })).toBeVisible();
  await expect(page.getByRole('button', { name: text.settings.log.verify })).toHaveCount(0);
  await openSettings(page, 'clinic');
  await expect(page.getByRole('button', { name: text.settings.clinic.save, exact: true })).toBeDisabled();
  await openSettings(page, 'access');
  await expect(page.getByRole('heading', { name: text.people.title })).toHaveCount(0);
  await expect(page.getByLabel(text.settings.lock.after)).toBeDisabled();
  expect(await axeViolations(page)).toEqual([]);

  const forbidden = (Object.keys(deskChannels) as DeskChannel[]).filter((channel) => !mayCall('assistant', channel));
  expect(forbidden).toContain('visits.sign');
  const answers = await page.evaluate(
    (channels) =>
      Promise.all(
        channels.map(async (channel) => [channel, await (window.lasegue.call[channel] as (input: unknown) => Promise<unknown>)({})]),
      ),
    forbidden,
  );
  for (const [channel, answer] of answers) expect(answer, String(channel)).toEqual({ ok: false, error: { code: 'forbidden' } });

  const patient = await addPreparedPatient(page);
  const visitId = await addPreparedVisit(page, patient, (visitOn) => {
    const { intake, redFlags } = readyVisit(visitOn);
    return { ...emptyVisitRecord('first', visitOn, 'UTC'), intake, redFlags };
  });
  await openPreparedVisit(page, patient);
  await expect(page.getByRole('button', { name: text.visit.signShort, exact: true })).toHaveCount(0);
  await expect(page.locator('[data-visit-part]')).toHaveCount(1);
  await page.getByRole('button', { name: text.people.handOver.short, exact: true }).click();
  await select(page, 'handOver.to', await colleagueId(page, CLINICIAN.name));
  expect(await axeViolations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: text.people.handOver.submit }).click();
  await expect(page.getByRole('heading', { name: text.history.timeline })).toBeVisible();
  expect(await page.evaluate((id) => window.lasegue.call['visits.open']({ visitId: id }), visitId)).toMatchObject({
    error: { code: 'forbidden' },
  });

  await lock(page);
  await unlockAs(page, CLINICIAN.name, CLINICIAN.passphrase);
  await page.getByRole('button', { name: `${text.today.drafts.goOn}: ${patient.name}` }).click();
  await expect(page.getByRole('button', { name: text.visit.signShort, exact: true })).toBeVisible();
});

test('A colleague’s draft with an emergency is told on Today, and an administrator takes it over', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  await addPerson(page, CLINICIAN.name, 'clinician', CLINICIAN.passphrase, DEMO_PASSPHRASE);
  await lock(page);
  await unlockAs(page, CLINICIAN.name, CLINICIAN.passphrase);
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient, (visitOn) => {
    const record = readyVisit(visitOn);
    return { ...record, redFlags: { ...record.redFlags, answers: { ...record.redFlags.answers, 'RF-02a': 'yes' } } };
  });
  await lock(page);
  await unlockAs(page, DEMO_USER_NAME, DEMO_PASSPHRASE);
  await expect(page.getByText(text.today.colleagues.E(CLINICIAN.name))).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: `${text.today.colleagues.takeOver}: ${patient.name}` }).click();
  await expect(dialog(page)).toContainText(text.today.colleagues.takeOverBody(CLINICIAN.name));
  await dialog(page).getByRole('button', { name: text.today.colleagues.takeOver }).click();
  await expect(page.getByRole('button', { name: text.visit.signShort, exact: true })).toBeVisible();
});

test('Somebody with an unsigned visit is named before they are removed, and their passphrase opens nothing afterwards', async ({
  page,
}) => {
  await unlock(page, DEMO_PASSPHRASE);
  await addPerson(page, CLINICIAN.name, 'clinician', CLINICIAN.passphrase, DEMO_PASSPHRASE);
  await lock(page);
  await unlockAs(page, CLINICIAN.name, CLINICIAN.passphrase);
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await lock(page);
  await unlockAs(page, DEMO_USER_NAME, DEMO_PASSPHRASE);
  await openSettings(page, 'access');
  await page.getByRole('button', { name: text.people.removeOf(CLINICIAN.name) }).click();
  await expect(dialog(page)).toContainText(patient.name);
  expect(await axeViolations(page)).toEqual([]);
  const submit = dialog(page).getByRole('button', { name: text.people.removeSubmit });
  await enter(page, 'people.own', DEMO_PASSPHRASE);
  await expect(submit).toBeDisabled();
  await page.locator('[data-field="people.draftsTo"]').selectOption({ label: DEMO_USER_NAME });
  await submit.click();
  await expect(page.getByText(text.people.removedDone(CLINICIAN.name))).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'today');
  await expect(page.getByRole('button', { name: `${text.today.drafts.goOn}: ${patient.name}` })).toBeVisible();
  await lock(page);
  await expect(page.getByLabel(text.desk.unlock.who).getByRole('option', { name: CLINICIAN.name })).toHaveCount(0);
  await unlock(page, DEMO_PASSPHRASE);
});

test('Where the clinic asks for it, signing needs the passphrase, and a wrong one leaves the visit as it is', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  await openSettings(page, 'access');
  await page.getByRole('radiogroup', { name: text.people.sign.ask }).getByRole('radio', { name: text.people.sign.on }).click();
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  const sign = await openSign(page, patient.name);
  const button = sign.getByRole('button', { name: text.visit.sign.button(patient.name) });
  await expect(button).toBeDisabled();
  await enter(page, 'sign.passphrase', 'not the passphrase');
  await button.click();
  await expect(sign.getByRole('alert')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await enter(page, 'sign.passphrase', DEMO_PASSPHRASE);
  await expect(async () => {
    await enter(page, 'sign.passphrase', DEMO_PASSPHRASE);
    await button.click();
    await expect(page.getByText(text.history.signed.addenda).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
});

test('A signed visit is voided with a reason, stays legible and marked, and counts no more', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page);
  await addPreparedVisit(page, patient);
  await openPreparedVisit(page, patient);
  await signVisit(page, patient.name);
  await page.getByRole('button', { name: text.history.signed.addAddendum }).click();
  await enter(page, 'addendum.text', 'Asked her sister as well.');
  await page.getByRole('button', { name: text.history.voiding.button }).click();
  await expect(dialog(page).getByRole('button', { name: text.history.voiding.submit })).toBeDisabled();
  await enter(page, 'void.reason', 'Written in the wrong chart.');
  expect(await axeViolations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: text.history.voiding.submit }).click();
  await expect(page.getByText('Written in the wrong chart.')).toBeVisible();
  await expect(page.getByText(text.history.voiding.counts)).toBeInViewport();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain(text.history.voiding.counts);
  await expect(page.getByRole('group', { name: text.papers.group })).toHaveCount(0);
  await expect(page.getByRole('button', { name: text.history.signed.previewSheet })).toHaveCount(0);
  // An addendum that was not stored can still be read, here and from Today, until it is thrown away.
  await expect(page.getByText('Asked her sister as well.')).toBeVisible();
  await expect(page.getByText(text.history.signed.leftAddendum)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await goTo(page, 'today');
  await page.getByRole('button', { name: new RegExp(text.today.forms.titles.addendum) }).click();
  await expect(page.getByText('Asked her sister as well.')).toBeVisible();
  await page.getByRole('button', { name: text.history.signed.throwAway }).click();
  await expect(page.getByText('Asked her sister as well.')).toHaveCount(0);
  await page.getByRole('button', { name: text.history.signed.back }).click();
  await expect(page.getByText(text.history.visitTitle(text.history.contacts.first, text.history.status.voided))).toBeVisible();
  await expect(page.getByText(text.history.noVisits)).toBeVisible();
});

async function colleagueId(page: Page, name: string): Promise<string> {
  const answer = await page.evaluate(() => window.lasegue.call['people.colleagues']({}));
  return (answer.ok ? answer.value.find(({ displayName }) => displayName === name)?.userId : undefined) ?? '';
}
