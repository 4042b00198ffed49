import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { expect, test, type Lasegue } from '../fixtures.ts';
import { launchLasegue } from '../launch.ts';
import { choose, enter, field, lock } from '../pages/app.ts';
import { startVisit } from '../pages/chart.ts';
import { chooseDemoDesk, expectLocked, unlock } from '../pages/desk.ts';
import { addPatient } from '../pages/patients.ts';
import { expectSaved, focusedField } from '../pages/visit.ts';
import { deskProcesses } from '../processes.ts';

test.use({ startWith: 'demo' });
test.skip(process.platform !== 'linux', 'ends processes as a power cut would');

const PATIENT = { givenNames: 'Thomasina', familyName: 'Wetherbourne', birthDate: '2 Feb 1972' };
const NAME = 'Thomasina Wetherbourne';
const NOTE = 'Worse after the long drive, better on the second day.';

/** The promise: what is this old is written, milliseconds. */
const WRITTEN_AFTER_MS = 500;

async function startTyping({ page }: Lasegue): Promise<void> {
  await unlock(page, DEMO_PASSPHRASE);
  await addPatient(page, PATIENT);
  await startVisit(page, 'first');
  await choose(page, 'intake.side', 'right');
  await enter(page, 'slr.right.p1AngleDeg', '45.5');
  await field(page, 'intake.note').click();
}

test('When everything is killed while I type, all that is older than half a second is there after unlocking, at the same field', async ({
  lasegue,
  page,
}) => {
  await startTyping(lasegue);
  const child = lasegue.app.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // Typed on without a pause, so that no moment of rest helps the draft; the kill comes in the middle of it.
  const typed: { text: string; at: number }[] = [];
  for (const letter of NOTE.repeat(3)) {
    await page.keyboard.type(letter, { delay: 15 });
    typed.push({ text: (typed.at(-1)?.text ?? '') + letter, at: Date.now() });
  }
  const killedAt = Date.now();
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await gone;
  const promised = typed.findLast(({ at }) => killedAt - at > WRITTEN_AFTER_MS)?.text ?? '';
  expect(promised.length).toBeGreaterThan(20);

  const again = await launchLasegue({ userData: lasegue.userData });
  try {
    await chooseDemoDesk(again.page);
    await unlock(again.page, DEMO_PASSPHRASE);
    await again.page.getByRole('button', { name: `${text.today.drafts.goOn}: ${NAME}` }).click();
    await expect(field(again.page, 'intake.note')).toBeFocused();
    const found = await field(again.page, 'intake.note').inputValue();
    expect(found.startsWith(promised), `promised ${promised.length} letters, found ${found.length}`).toBe(true);
    expect(NOTE.repeat(3).startsWith(found)).toBe(true);
    // What could not be read as an angle is there too, as typed, with its sentence.
    await expect(field(again.page, 'slr.right.p1AngleDeg')).toHaveValue('45.5');
    await expect(field(again.page, 'slr.right.p1AngleDeg')).toHaveAccessibleDescription(text.errors.fields['not-whole']);
  } finally {
    await again.close();
  }
});

test('Locking clears the window, and unlocking returns to the same draft and field', async ({ lasegue, page }) => {
  await startTyping(lasegue);
  await page.keyboard.type(NOTE);
  // At once, before the draft could be written by itself.
  await lock(page);
  await expectLocked(page);
  const html = await page.content();
  expect(html).not.toContain(PATIENT.familyName);
  expect(html).not.toContain(NOTE);
  const unlocked = await page.evaluate(() => window.lasegue.call['desk.session']({}));
  expect(unlocked).toMatchObject({ ok: false, error: { code: 'locked' } });

  await unlock(page, DEMO_PASSPHRASE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
  await expect(field(page, 'intake.note')).toHaveValue(NOTE);
  await expect(field(page, 'intake.note')).toBeFocused();
});

test('When the desk process is killed while I type, the window covers itself, and after unlocking nothing is lost', async ({
  lasegue,
  page,
}) => {
  await startTyping(lasegue);
  await page.keyboard.type(NOTE);
  await expectSaved(page);
  const [desk] = deskProcesses(lasegue.app.process().pid);
  process.kill(desk ?? 0, 'SIGKILL');
  await expect(page.getByText(text.desk.unlock.gone)).toBeVisible();
  expect(await page.content()).not.toContain(PATIENT.familyName);

  await unlock(page, DEMO_PASSPHRASE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
  await expect(field(page, 'intake.note')).toHaveValue(NOTE);
  expect(await focusedField(page)).toBe('intake.note');
});

test('What was not written when the desk process ended is kept in the window and offered to me after unlocking', async ({
  lasegue,
  page,
}) => {
  await startTyping(lasegue);
  await expectSaved(page);
  const [desk] = deskProcesses(lasegue.app.process().pid);
  // A desk that stands still takes no draft; then it is gone.
  process.kill(desk ?? 0, 'SIGSTOP');
  await page.keyboard.type(NOTE);
  process.kill(desk ?? 0, 'SIGKILL');
  await expect(page.getByText(text.desk.unlock.keptWork(1))).toBeVisible();
  expect(await page.content()).not.toContain(PATIENT.familyName);

  await unlock(page, DEMO_PASSPHRASE);
  const offer = page.getByRole('dialog', { name: text.desk.kept.title });
  await expect(offer).toContainText(NAME);
  await offer.getByRole('button', { name: text.desk.kept.store }).click();
  await expect(offer).toHaveCount(0);
  await expect(field(page, 'intake.note')).toHaveValue(NOTE);
});
