import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { text } from '../../renderer/text.ts';
import { choose, dialog, enter, field } from '../e2e/pages/app.ts';
import { startVisit } from '../e2e/pages/chart.ts';
import { closePreview, expectPreview, saveSheet } from '../e2e/pages/handout.ts';
import { expectSaved, openSign } from '../e2e/pages/visit.ts';
import type { Album } from './album.ts';
import { EMERGENCY_PATIENT, nameOf } from './people.ts';

const words = text.visit.emergency;

/** A visit that turns into an emergency: the band, who was told, the sheet, the signature with a reason. Returns the sheet. */
export async function recordEmergency(page: Page, app: ElectronApplication, album: Album, pdfFile: string): Promise<Uint8Array> {
  const name = nameOf(EMERGENCY_PATIENT);
  await startVisit(page, 'first');
  await enter(page, 'intake.episodeStartedOn', '3 weeks ago');
  await enter(page, 'intake.flareStartedOn', '3 days ago');
  await choose(page, 'intake.side', 'left');
  await choose(page, 'redFlags.answers.RF-01b', 'yes');
  await enter(page, 'redFlags.onsets.RF-01b.startedOn', '3 days ago');
  await choose(page, 'redFlags.answers.RF-04a', 'yes');
  await enter(page, 'redFlags.onsets.RF-04a.startedOn', '3 days ago');

  const band = page.getByRole('region', { name: words.region, exact: true });
  await expect(band).toHaveAttribute('data-urgency', 'E');
  await expect(band.getByRole('button', { name: words.printFor(name) })).toBeVisible();
  await enter(page, 'emergency.told', 'Dr Imogen Castellane, emergency registrar');
  await band.getByRole('button', { name: words.now }).first().click();
  await band.getByRole('button', { name: words.more }).click();
  await choose(page, 'emergency.transport', 'taken');
  await enter(page, 'emergency.companion', 'his wife');
  await choose(page, 'emergency.edTold', 'yes');
  await choose(page, 'emergency.outcome', 'pending');
  await album.shoot('emergency-record');
  await band.getByRole('button', { name: words.less }).click();
  await field(page, 'redFlags.answers.RF-01b').first().scrollIntoViewIfNeeded();
  await album.shoot('emergency', { small: true });
  await expectSaved(page);

  await band.getByRole('button', { name: words.printFor(name) }).click();
  await expectPreview(page, 'emergency', name);
  await album.shoot('emergency-preview');
  const pdf = await saveSheet(page, app, pdfFile);
  await closePreview(page);

  await openSign(page, name);
  await dialog(page).getByLabel(text.visit.sign.reasonLabel).fill('Emergency: sent on at once.');
  await album.shoot('sign');
  await dialog(page)
    .getByRole('button', { name: text.visit.sign.button(name) })
    .click();
  await expect(page.getByRole('button', { name: text.history.signed.previewSheet })).toBeVisible();
  return pdf;
}
