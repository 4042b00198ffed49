import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DEMO_PASSPHRASE } from '../../../shared/demo.ts';
import { CHROMIUM_STORES } from '../../helpers/chromium-stores.ts';
import { scanFolders } from '../../helpers/scan-folders.ts';
import { expect, test } from '../fixtures.ts';
import { unlock } from '../pages/desk.ts';

test.use({ startWith: 'demo' });

/** And what the app itself keeps: the desks, the window's size, and Chromium's locks against a second start. */
const OWN_ENTRIES = [
  'chromium',
  'desk',
  'demo-desk',
  'window.json',
  'SingletonCookie',
  'SingletonLock',
  'SingletonSocket',
  'lockfile',
  'Crashpad',
];

/** A shorter name would be found by chance. */
function isLongEnough(surname: string): boolean {
  return surname.length >= 6;
}

test('After a desk was open, no file outside it holds a name, and no plain database lies anywhere but in the listed Chromium stores', async ({
  lasegue,
  page,
}) => {
  await unlock(page, DEMO_PASSPHRASE);
  const found = await page.evaluate(() =>
    window.lasegue.call['patients.search']({ query: '', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 50 }),
  );
  const surnames = found.ok ? found.value.rows.map(({ familyName }) => familyName).filter(isLongEnough) : [];
  expect(surnames.length).toBeGreaterThanOrEqual(30);
  await lasegue.close();

  const own = await readdir(lasegue.userData);
  expect(own.filter((name) => !OWN_ENTRIES.includes(name))).toEqual([]);
  const stores = await readdir(join(lasegue.userData, 'chromium'));
  expect(stores.filter((name) => !CHROMIUM_STORES.includes(name))).toEqual([]);

  const { hits, unreadable } = scanFolders([lasegue.userData], surnames);
  expect(unreadable).toEqual([]);
  expect(hits.filter(({ encoding }) => encoding !== 'sqlite-header')).toEqual([]);
  const plainDatabases = hits.map(({ file }) => relative(lasegue.userData, file));
  expect(plainDatabases.filter((file) => !file.startsWith('chromium'))).toEqual([]);

  // The same scan finds what is there.
  await writeFile(join(lasegue.userData, 'chromium', 'planted'), Buffer.from(`..${surnames[0]}..`, 'utf16le'));
  expect(scanFolders([lasegue.userData], surnames).hits).toContainEqual(
    expect.objectContaining({ found: surnames[0], encoding: 'utf16le' }),
  );
});

test('The temp folder gets nothing of a patient', async ({ lasegue, page }) => {
  const before = new Set(await readdir(tmpdir()));
  await unlock(page, DEMO_PASSPHRASE);
  const found = await page.evaluate(() =>
    window.lasegue.call['patients.search']({ query: '', filter: 'all', sort: 'name', descending: false, offset: 0, limit: 50 }),
  );
  const surnames = found.ok ? found.value.rows.map(({ familyName }) => familyName).filter(isLongEnough) : [];
  await lasegue.close();
  const fresh = (await readdir(tmpdir())).filter((name) => !before.has(name)).map((name) => join(tmpdir(), name));
  // Other tests run beside this one; their folders are scanned too.
  const { hits } = scanFolders(fresh, surnames);
  expect(hits.filter(({ encoding }) => encoding !== 'sqlite-header')).toEqual([]);
});
