import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { expect, test } from '../fixtures.ts';
import { goTo, select } from '../pages/app.ts';
import { unlock } from '../pages/desk.ts';
import { answerOpenDialog } from '../pages/handout.ts';
import { findAndOpen } from '../pages/patients.ts';
import { addPreparedPatient } from '../prepared.ts';

test.use({ startWith: 'demo' });

const words = text.patients.import;

test('A list is looked at line by line before anything is stored; duplicates and unreadable lines are named', async ({ lasegue, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lasegue-import-'));
  const file = join(folder, 'patients.csv');
  await writeFile(
    file,
    [
      'Surname;First name;Date of birth;Telephone;Patient no',
      'Ravenscroftly;Imelda;03/04/1961;01632 960111;A-1',
      'Ravenscroftly;Imelda;03/04/1961;01632 960111;',
      'Thistlethwayte;Rosalind;05/05/1975;;A-3',
      'Nobody;;11/11/1990;;A-4',
      'Oldfielding;Ernest;31/02/1950;;A-5',
      'Ćwikłowska;Łucja;30/12/1949;;A-6',
    ].join('\r\n'),
    'utf8',
  );
  await unlock(page, DEMO_PASSPHRASE);
  await addPreparedPatient(page);
  await goTo(page, 'patients');
  await expect(page.getByText(text.patients.counts(51, 51))).toBeVisible();
  await page.getByRole('button', { name: text.patients.importList }).click();
  const importing = page.getByRole('dialog', { name: words.title });

  await answerOpenDialog(lasegue.app, null);
  await importing.getByRole('button', { name: words.choose }).click();
  await expect(importing.getByText(words.chooseHelp)).toBeVisible();
  await answerOpenDialog(lasegue.app, file);
  await importing.getByRole('button', { name: words.choose }).click();
  await expect(importing.getByText(words.file('patients.csv'))).toBeVisible();
  const report = importing.getByRole('region', { name: words.report });
  await expect(importing.getByRole('status')).toContainText(words.counts.ready(2));
  await expect(importing.getByRole('status')).toContainText(words.counts.duplicate(1));
  await expect(importing.getByRole('status')).toContainText(words.counts.duplicateInFile(1));
  await expect(importing.getByRole('status')).toContainText(words.counts.refused(2));
  await expect(report.getByRole('row').filter({ hasText: 'Thistlethwayte' })).toContainText(words.status.duplicate);
  await expect(report.getByRole('row').filter({ hasText: 'Oldfielding' })).toContainText(text.errors.fields['not-a-date']);
  await expect(report.getByRole('row').filter({ hasText: 'A-4' })).toContainText(text.errors.fields.required);

  // Another mapping is looked at anew, and nothing is stored by looking.
  await select(page, 'mapping.ownNumber', '');
  await expect(report.getByRole('row').filter({ hasText: 'A-6' })).toHaveCount(0);
  await select(page, 'mapping.ownNumber', 'Patient no');
  await expect(report.getByRole('row').filter({ hasText: 'A-6' })).toHaveCount(1);
  await importing.getByRole('button', { name: words.go(2) }).click();
  await expect(importing.getByText(words.done(2, 4))).toBeVisible();
  await importing.getByRole('button', { name: words.back }).click();
  await expect(page.getByText(text.patients.counts(53, 53))).toBeVisible();
  await findAndOpen(page, 'cwiklowska lucja', 'Łucja Ćwikłowska');

  await writeFile(file, Buffer.from([0, 1, 2, 3, 255, 254, 0, 7]));
  await goTo(page, 'patients');
  await page.getByRole('button', { name: text.patients.importList }).click();
  await importing.getByRole('button', { name: words.choose }).click();
  await expect(importing.getByText(words.refusedFile)).toBeVisible();
  await rm(folder, { recursive: true });
});
