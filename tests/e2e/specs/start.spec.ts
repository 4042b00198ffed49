import { createDemoDesk } from '../pages/desk.ts';
import { expect, test } from '../fixtures.ts';

test('the first start offers to set up a desk or to open the demo', async ({ lasegue, page }) => {
  await expect(page.getByRole('button')).not.toHaveCount(0);
  expect(await lasegue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Lasègue');
});

test('the demo desk opens', async ({ page }) => {
  await createDemoDesk(page);
});
