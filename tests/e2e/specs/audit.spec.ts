import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { text } from '../../../renderer/text.ts';
import { axeViolations, expect, test } from '../fixtures.ts';
import { openSettings } from '../pages/app.ts';
import { unlock } from '../pages/desk.ts';

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
