import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { NOTE_MAX } from '../../../shared/schemas/common.ts';
import { expect, test } from '../fixtures.ts';
import { choose, dialog, enter, expectSentence, field } from '../pages/app.ts';
import { startVisit } from '../pages/chart.ts';
import { unlock } from '../pages/desk.ts';
import { addPatient, expectChart, fillPatient, findAndOpen, openNewPatientForm, savePatient } from '../pages/patients.ts';
import { expectSaved, openSign } from '../pages/visit.ts';

test.use({ startWith: 'demo' });

const fields = text.errors.fields;

test('A wrong passphrase is told plainly, tells nothing more, and makes the next try wait', async ({ page }) => {
  // The time a try takes is part of its wait: a slow machine has less of it left to show, after the third failure never none.
  const wait = page.getByText(new RegExp([1, 2, 3, 4].map((seconds) => text.desk.unlock.tryIn(seconds)).join('|'))).first();
  const passphrase = page.getByLabel(text.desk.unlock.passphrase, { exact: true });
  const button = page.getByRole('button', { name: text.desk.unlock.submit });
  // Nearly right and far off get the same answer.
  for (const wrong of ['seven lemons on a shelve', 'x', 'seven lemons on a shelve']) {
    await expect(button).toBeEnabled();
    await passphrase.fill(wrong);
    await button.click();
    await expect(page.getByText(text.desk.unlock.wrong)).toBeVisible();
    // What was typed stays, hidden, to be mended.
    await expect(passphrase).toHaveValue(wrong);
    await expect(passphrase).toHaveAttribute('type', 'password');
  }
  await expect(wait).toBeAttached();
  await expect(button).toBeDisabled();
  await expect(button).toBeEnabled();
  await unlock(page, DEMO_PASSPHRASE);
});

test('A patient who cannot be stored: one sentence beside each field, and everything typed stays', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  const form = await openNewPatientForm(page);
  const note = 'x'.repeat(NOTE_MAX);

  await test.step('nothing at all: every missing field is named at once, and the cursor is in the first', async () => {
    await savePatient(page);
    for (const path of ['givenNames', 'familyName', 'birthDate']) await expectSentence(page, path, fields.required);
    await expect(field(page, 'givenNames')).toBeFocused();
  });
  await test.step('an empty name', async () => {
    await fillPatient(page, { givenNames: '', familyName: '  ', birthDate: '1 Jan 1980', note: 'kept' });
    await savePatient(page);
    await expectSentence(page, 'givenNames', fields.required);
    await expectSentence(page, 'familyName', fields.required);
    await expect(field(page, 'note')).toHaveValue('kept');
  });
  await test.step('a birth date in the future, in 1799, and one that is no date', async () => {
    await fillPatient(page, { givenNames: 'Wilhelmina', familyName: 'Birdwhistell', birthDate: '1 Jan 2199' });
    await expectSentence(page, 'birthDate', fields['in-the-future']);
    await savePatient(page);
    await expectSentence(page, 'birthDate', fields['in-the-future']);
    await enter(page, 'birthDate', '31 Dec 1799');
    await savePatient(page);
    await expectSentence(page, 'birthDate', fields['birth-date-too-early']);
    await enter(page, 'birthDate', '31 Feb 1980');
    await savePatient(page);
    await expect(field(page, 'birthDate')).toHaveValue('31 Feb 1980');
    await expectSentence(page, 'birthDate', text.app.dates.notRead('').split('.')[0] ?? '');
    await enter(page, 'birthDate', '29 Feb 1980');
  });
  await test.step('a note one character too long is refused whole, at its full length it is taken', async () => {
    await enter(page, 'note', `${note}y`);
    await expectSentence(page, 'note', text.app.tooLong(1));
    await savePatient(page);
    await expect(form).toBeVisible();
    await expect(field(page, 'note')).toHaveValue(`${note}y`);
    await enter(page, 'note', note);
    await savePatient(page);
    await expectChart(page, { givenNames: 'Wilhelmina', familyName: 'Birdwhistell' });
    await page.getByRole('button', { name: text.history.edit }).click();
    await expect(field(page, 'note')).toHaveValue(note);
  });
});

const NAMES: readonly [what: string, givenNames: string, familyName: string, found: string][] = [
  ['an emoji', 'Robin 🦔', 'Hedgehogsworth', 'hedgehogsworth'],
  ['right to left', 'נועה', 'בן־אברהמסון', 'בן־אברהמסון'],
  ['combining marks', 'E\u0301milie', 'Nguye\u0302\u0303nova', 'nguyenova'],
  ['markup', '<b>Ada</b>', '</title>Lovelyn & Sons', 'lovelyn'],
];

test('Names of every kind are kept as typed and found again', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  for (const [what, givenNames, familyName, query] of NAMES) {
    await test.step(what, async () => {
      await addPatient(page, { givenNames, familyName, birthDate: '5 May 1955' });
      await findAndOpen(page, query, `${givenNames} ${familyName}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${givenNames} ${familyName}`);
    });
  }
});

test('Angles, dates and notes of a visit that cannot be: a sentence beside each, nothing typed lost, signing waits', async ({ page }) => {
  await unlock(page, DEMO_PASSPHRASE);
  await addPatient(page, { givenNames: 'Augustin', familyName: 'Pettigrewson', birthDate: '4 Apr 1964' });
  await startVisit(page, 'first');
  const p1 = 'slr.right.p1AngleDeg';
  const p2 = 'slr.right.p2AngleDeg';

  for (const [typed, sentence] of [
    ['-5', text.errors.outOfRange(0, 120)],
    ['400', text.errors.outOfRange(0, 120)],
    ['abc', fields['not-a-number']],
    ['45.5', fields['not-whole']],
  ] as const) {
    await enter(page, p1, typed);
    await expectSentence(page, p1, sentence);
    await expect(field(page, p1)).toHaveValue(typed);
    await field(page, p1).blur();
    await expect(field(page, p1)).toHaveValue(typed);
    await expect(page.getByTestId('slr-stage-right')).toHaveAccessibleName(text.visit.exam.stageLabel('Right', null, null));
  }

  await enter(page, p1, '50');
  await enter(page, p2, '40');
  await expectSentence(page, p2, fields['p2-below-p1']);
  await enter(page, 'intake.flareStartedOn', 'tomorrow');
  await expectSentence(page, 'intake.flareStartedOn', fields['in-the-future']);
  await enter(page, 'intake.episodeStartedOn', '1 Jan 1900');
  await expectSentence(page, 'intake.episodeStartedOn', fields['before-birth']);
  await enter(page, 'plan.nextReviewOn', 'yesterday');
  await expectSentence(page, 'plan.nextReviewOn', fields['review-before-visit']);
  const long = `${'y'.repeat(NOTE_MAX)}zz`;
  await enter(page, 'note', long);
  await expectSentence(page, 'note', text.app.tooLong(2));
  await choose(page, 'intake.side', 'right');
  await expectSaved(page);

  const question = await openSign(page, 'Augustin Pettigrewson');
  await expect(question.getByRole('alert').or(question.getByText(text.visit.sign.pending))).not.toHaveCount(0);
  await question.getByLabel(text.visit.sign.reasonLabel).fill('Test.');
  await expect(question.getByRole('button', { name: text.visit.sign.button('Augustin Pettigrewson') })).toBeDisabled();
  await question.getByRole('button', { name: text.visit.sign.back }).click();
  await expect(dialog(page)).toHaveCount(0);

  // Gone from the page and back: every text is as it was typed.
  await page.getByRole('button', { name: text.app.rail.today }).click();
  await page.getByRole('button', { name: `${text.today.drafts.goOn}: Augustin Pettigrewson` }).click();
  await expect(field(page, p2)).toHaveValue('40');
  await expect(field(page, 'note')).toHaveValue(long);
  await expectSentence(page, 'note', text.app.tooLong(2));
  await expectSentence(page, 'intake.flareStartedOn', fields['in-the-future']);
});

test('A text so long that the draft cannot be stored: the page says so, in the smallest window too, until it is shortened', async ({
  lasegue,
  page,
}) => {
  await unlock(page, DEMO_PASSPHRASE);
  await addPatient(page, { givenNames: 'Evangeline', familyName: 'Carruthersby', birthDate: '7 Jul 1977' });
  await startVisit(page, 'first');
  await lasegue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await page.waitForFunction(() => innerWidth === 1024);
  const notSaved = page.getByRole('alert').filter({ hasText: text.visit.save.failed });
  await enter(page, 'note', 'n'.repeat(100_001));
  await expect(notSaved).toContainText(text.errors.codes['invalid-input']);
  await expectSentence(page, 'note', text.app.tooLong(90_001));
  await enter(page, 'note', 'n');
  await expect(notSaved).toHaveCount(0);
});
