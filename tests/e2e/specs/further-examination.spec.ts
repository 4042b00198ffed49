import type { Page } from '@playwright/test';
import { text } from '../../../renderer/text.ts';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { expect, test } from '../fixtures.ts';
import { choose, enter, field, group, select } from '../pages/app.ts';
import { backToChart, startVisit } from '../pages/chart.ts';
import { unlock } from '../pages/desk.ts';
import { expectSaved, goToPart, signVisit } from '../pages/visit.ts';
import { addPreparedPatient, addPreparedVisit, openPreparedVisit, readyVisit } from '../prepared.ts';

test.use({ startWith: 'demo' });

const exam = text.visit.exam;
const further = text.visit.further;

/** Opens a section of further tests by its name. */
async function open(page: Page, section: keyof typeof further.sections): Promise<void> {
  await page.getByRole('button', { name: further.sections[section], exact: true }).click();
}

test('The further tests: recorded, read, shown in the signed visit, and "last" at the review', async ({ page }) => {
  test.slow();
  await unlock(page, DEMO_PASSPHRASE);
  const patient = await addPreparedPatient(page, { givenNames: 'Leopoldina', familyName: 'Winterbottom' });
  await addPreparedVisit(page, patient, readyVisit);
  await openPreparedVisit(page, patient);

  await test.step('Nothing of them is on show until it is wanted', async () => {
    await expect(field(page, 'neuro.left.slump')).toHaveCount(0);
    await expect(field(page, 'otherExam.saddle')).toHaveCount(0);
    await expect(page.locator('[data-movement]')).toHaveCount(0);
  });

  await test.step('A positive slump in which only a muscle pulled is refused beside the field', async () => {
    await goToPart(page, 'sit');
    await open(page, 'slump');
    await choose(page, 'neuro.right.slump', 'pos');
    await select(page, 'neuro.right.tensionDetail.slump.felt', 'pull');
    await expect(page.getByText(text.errors.fields['result-not-felt'])).toBeVisible();
    await select(page, 'neuro.right.tensionDetail.slump.felt', 'usual');
    await select(page, 'neuro.right.tensionDetail.slump.eased', 'yes');
    await enter(page, 'neuro.right.tensionDetail.slump.kneeDeg', '25');
    await expect(page.getByText(text.errors.fields['result-not-felt'])).toHaveCount(0);
    await expect(page.getByText(/The slump test on the right brought on the usual leg symptoms/)).toBeVisible();
  });

  await test.step('A paste into the grid records nothing and says so; a key takes the sentence away', async () => {
    const cell = field(page, 'neuro.left.reflex.knee');
    await cell.focus();
    await cell.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '5\t4\n3\t2');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText(further.noPaste)).toBeVisible();
    await expect(cell).toHaveAttribute('data-look', 'normal');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText(further.noPaste)).toHaveCount(0);
  });

  await test.step('A reflex is marked as reinforced by a key', async () => {
    await field(page, 'neuro.right.reflex.ankle').focus();
    await page.keyboard.press('0');
    await expect(page.getByText(further.zeroNeedsReinforcement)).toBeVisible();
    await page.keyboard.press('j');
    await expect(field(page, 'neuro.right.reflex.ankle')).toContainText(further.reinforcedCell);
    await expect(page.getByText(further.zeroNeedsReinforcement)).toHaveCount(0);
    await page.keyboard.press('2');
  });

  await test.step('Bragard and the hip', async () => {
    await goToPart(page, 'supine');
    await open(page, 'nerve');
    await choose(page, 'neuro.right.bragard', 'pos');
    await expect(page.getByText(/Pulling the foot up just below the painful angle brought back the usual right leg/)).toBeVisible();
    await open(page, 'hip');
    await choose(page, 'otherExam.hip.right.squatPain', 'yes');
    await enter(page, 'otherExam.hip.right.internalRotationDeg', '20');
  });

  await test.step('A change the patient noticed in private becomes the answer only once it is confirmed', async () => {
    await open(page, 'saddle');
    await choose(page, 'otherExam.sensitive.chaperone', 'accepted');
    await enter(page, 'otherExam.sensitive.chaperoneName', 'Ottoline Marchbanks');
    await select(page, 'otherExam.sensitive.areas.left.anus', 'normal');
    await choose(page, 'otherExam.sensitive.selfReport', 'changed');
    await expect(page.getByText(further.selfReportChanged)).toBeVisible();
    await expect(group(page, 'redFlags.answers.RF-04a').locator('[data-value="no"]')).toHaveAttribute('aria-checked', 'true');
    await choose(page, 'otherExam.sensitive.selfReport', 'normal');
    await expect(page.getByText(further.selfReportChanged)).toHaveCount(0);
    await enter(page, 'otherExam.postVoidResidualMl', '30');
    await select(page, 'otherExam.sensitive.residualMethod', 'bladder_scan');
  });

  await test.step('A repeated movement is classed as it is typed, and the plan does not ask again', async () => {
    await goToPart(page, 'prone');
    await open(page, 'movements');
    await page.getByRole('button', { name: 'Arching, lying face down', exact: true }).click();
    const path = 'otherExam.movementTests.extension_lying';
    await enter(page, `${path}.repetitions`, '10');
    await select(page, `${path}.right.startLevel`, '5');
    await select(page, `${path}.right.afterLevel`, '3');
    await expect(page.locator('[data-movement-class="partial"]')).toContainText('from the foot to the thigh (partial centralization)');
    await goToPart(page, 'plan');
    await expect(page.locator('[data-recorded-response="better"]')).toBeVisible();
    await expect(field(page, 'plan.e17Extension')).toHaveCount(0);
    await expect(page.locator('[data-module="M04a"]')).toHaveAttribute('data-state', 'chosen');
  });

  await test.step('The signed visit shows all of it', async () => {
    await expectSaved(page);
    await signVisit(page, patient.name);
    const page_ = page.getByRole('main');
    await expect(page_).toContainText('The slump test on the right brought on the usual leg symptoms');
    await expect(page_).toContainText('knee angle 25°');
    await expect(page_).toContainText('Offered and accepted, Ottoline Marchbanks');
    await expect(page_).toContainText('30 ml, Bladder scan');
    await expect(page_).toContainText('At the start: foot. One minute after: thigh');
    await expect(page_).toContainText('Hip turned in, degrees, right');
  });

  await test.step('At a review the last value stands beside each test, not re-tested until it is touched', async () => {
    await backToChart(page);
    await startVisit(page, 'review');
    await goToPart(page, 'stand');
    await expect(page.getByText(further.notRetested(exam.functional.ok)).first()).toBeVisible();
    const last = group(page, 'neuro.left.heelWalk').locator('xpath=following-sibling::*[1]');
    await expect(last).toHaveText(further.notRetested(exam.functional.ok));
    await choose(page, 'neuro.left.heelWalk', 'fail');
    await expect(last).toHaveText(further.lastTime(exam.functional.ok));
    await goToPart(page, 'sit');
    await expect(field(page, 'neuro.right.mrc.EHL')).toContainText(exam.lastGrade('5'));
    await field(page, 'neuro.right.mrc.EHL').focus();
    await page.keyboard.press('s');
    await expect(field(page, 'neuro.right.mrc.EHL')).toContainText(exam.sameNotRetested('5'));
    await expect(field(page, 'neuro.right.mrc.EHL')).toHaveAttribute('data-look', 'last');
  });
});
