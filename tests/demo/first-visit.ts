import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { COLD_ITEMS, HEAT_ITEMS } from '../../shared/schemas/plan.ts';
import { text } from '../../renderer/text.ts';
import { choose, enter, field, select } from '../e2e/pages/app.ts';
import { startVisit } from '../e2e/pages/chart.ts';
import { closePreview, expectPreview, saveSheet } from '../e2e/pages/handout.ts';
import {
  answerRedFlags,
  dragLeg,
  expectSaved,
  fillGrid,
  goToPart,
  modulesIn,
  NORMAL_GRID,
  openSheet,
  signVisit,
  stage,
} from '../e2e/pages/visit.ts';
import type { Album } from './album.ts';
import { nameOf, SCIATICA_PATIENT } from './people.ts';

/** What the first visit ended in. */
export type FirstVisit = {
  redFlagsAnswered: number;
  /** Modules the page said are on the sheet. */
  modules: string[];
  /** The phase lead as the page showed it. */
  lead: string;
  nextReviewOn: string;
  pdf: Uint8Array;
};

/** One whole first visit through the real window: the talk, the examination, the plan, the sheet, the signature. */
export async function recordFirstVisit(page: Page, app: ElectronApplication, album: Album, pdfFile: string): Promise<FirstVisit> {
  await startVisit(page, 'first');
  await tellTheStory(page);
  await album.shoot('visit-talk', { small: true });
  const redFlagsAnswered = await answerRedFlags(page);
  // The keys went on to the question after them.
  await page.keyboard.press('n');
  await album.shoot('visit-red-flags');
  await stand(page);
  await album.shoot('visit-stand');
  await sit(page);
  await album.shoot('visit-neuro', { small: true });
  await lieOnTheBack(page);
  await album.shoot('visit-slr', { small: true });
  const { lead, nextReviewOn } = await plan(page);
  await album.shoot('visit-plan', { small: true });
  await field(page, 'note').scrollIntoViewIfNeeded();
  await album.shoot('visit-sheet');
  const modules = await modulesIn(page, 'chosen');
  await expectSaved(page);

  await openSheet(page, 'homecare');
  await expectPreview(page, 'homecare', nameOf(SCIATICA_PATIENT));
  await album.shoot('preview', { small: true });
  const pdf = await saveSheet(page, app, pdfFile);
  await closePreview(page);
  await signVisit(page, nameOf(SCIATICA_PATIENT));
  await album.shoot('signed-visit', { small: true });
  return { redFlagsAnswered, modules, lead, nextReviewOn, pdf };
}

async function tellTheStory(page: Page): Promise<void> {
  await enter(page, 'intake.episodeStartedOn', '10 days ago');
  await enter(page, 'intake.flareStartedOn', '6 days ago');
  await enter(page, 'intake.flaresInSixMonths', '1');
  await choose(page, 'intake.onsetType', 'after_load');
  await choose(page, 'intake.side', 'right');
  await choose(page, 'intake.level.left', '0');
  await choose(page, 'intake.level.right', '5');
  await enter(page, 'intake.backPain.average24h', '3');
  await enter(page, 'intake.legPain.left.average24h', '0');
  await enter(page, 'intake.legPain.right.average24h', '6');
  await choose(page, 'intake.legWorseThanBack', 'yes');
  await choose(page, 'intake.coughRaisesLegPain', 'yes');
  await choose(page, 'intake.walking.bringsOn', 'no');
  await enter(page, 'intake.homeCareDays', '0');
  await choose(page, 'intake.pregnant', 'no');
  await enter(page, 'intake.note', 'Lifted a washing machine with her brother; the leg began the next morning.');
  await field(page, 'intake.episodeStartedOn').scrollIntoViewIfNeeded();
}

async function stand(page: Page): Promise<void> {
  await goToPart(page, 'stand');
  for (const side of ['left', 'right'] as const) {
    await choose(page, `neuro.${side}.heelWalk`, 'ok');
    await choose(page, `neuro.${side}.toeWalk`, 'ok');
    await enter(page, `neuro.${side}.heelRaise.count`, '10');
  }
}

/** The grid by keyboard: a great toe of 4+, changed feeling on the top of the foot, both on the right. */
async function sit(page: Page): Promise<void> {
  await goToPart(page, 'sit');
  const rows = NORMAL_GRID.map((row) => [...row] as [string, string]);
  const topOfFoot = rows[5];
  if (topOfFoot !== undefined) topOfFoot[1] = '1';
  await fillGrid(page, rows);
}

/** Both raises: the left leg typed, the right leg dragged. */
async function lieOnTheBack(page: Page): Promise<void> {
  await goToPart(page, 'supine');
  await enter(page, 'slr.left.p1AngleDeg', '74');
  await select(page, 'slr.left.stop', 'thigh_pull');
  await choose(page, 'slr.left.feltIn', 'none');
  await choose(page, 'slr.left.level', '3');
  await field(page, 'slr.left.movements.df').press('s');

  await dragLeg(page, 'right', 'P1', 42);
  await expect(field(page, 'slr.right.p1AngleDeg')).toHaveValue('42');
  await enter(page, 'slr.right.p2AngleDeg', '50');
  await dragLeg(page, 'right', 'P2', 55);
  await expect(field(page, 'slr.right.p2AngleDeg')).toHaveValue('55');
  await select(page, 'slr.right.stop', 'leg_familiar');
  await choose(page, 'slr.right.level', '5');
  await choose(page, 'slr.right.feltIn', 'raised');
  await enter(page, 'slr.right.nprsP1', '6');
  await select(page, 'slr.right.symptom', 'pain');
  await field(page, 'slr.right.movements.df').press('m');
  await field(page, 'slr.right.movements.relKnee').press('l');
  await select(page, 'slr.right.ankle', 'neutral');
  await select(page, 'slr.right.method', 'inclinometer');
  await choose(page, 'slr.right.settledWithinOneMinute', 'yes');
  await stage(page, 'right').scrollIntoViewIfNeeded();
}

async function plan(page: Page): Promise<{ lead: string; nextReviewOn: string }> {
  const words = text.visit.plan;
  await goToPart(page, 'plan');
  await page.getByRole('button', { name: words.suggestions.first }).click();
  const nextReviewOn = await field(page, 'plan.nextReviewOn').inputValue();
  await choose(page, 'plan.e17Flexion', 'worse');
  await choose(page, 'plan.e17Extension', 'better');
  await choose(page, 'plan.lyingOnBack', 'eases');
  await enter(page, 'plan.settleMinutes', '10');
  await choose(page, 'plan.sittingWorse', 'yes');
  await choose(page, 'plan.bendingWorse', 'yes');
  await choose(page, 'plan.extensionEases', 'yes');
  await choose(page, 'plan.walkingRaisesOver30Min', 'no');
  await choose(page, 'plan.walkingWorsensSittingEases', 'no');

  await page.getByRole('button', { name: words.more.temperature }).click();
  await choose(page, 'plan.temperaturePreference', 'heat');
  await choose(page, 'plan.siteSensation', 'normal');
  await choose(page, 'plan.numbSite', 'no');
  await choose(page, 'plan.diabetes', 'no');
  for (const item of COLD_ITEMS) await choose(page, `plan.cold.${item}`, 'no');
  for (const item of HEAT_ITEMS) await choose(page, `plan.heat.${item}`, 'no');
  await page.getByRole('button', { name: words.close(words.more.temperature) }).click();

  await page.getByRole('button', { name: words.more.triggers }).click();
  await choose(page, 'plan.longSitting', 'yes');
  await choose(page, 'plan.lifting', 'yes');
  await choose(page, 'plan.poorSleep', 'yes');
  await page.getByRole('button', { name: words.close(words.more.triggers) }).click();

  await page.getByRole('button', { name: words.more.body }).click();
  await choose(page, 'plan.floorSafe', 'yes');
  await choose(page, 'plan.kneeOrHipLimit', 'no');
  await choose(page, 'plan.jointReplacement', 'no');
  await page.getByRole('button', { name: words.close(words.more.body) }).click();

  await page.getByRole('button', { name: words.more.rolling }).click();
  await choose(page, 'plan.rollerUsed', 'yes');
  await page.getByRole('button', { name: words.close(words.more.rolling) }).click();

  const opening = await page.getByText(`${words.lead}: `).innerText();
  await field(page, 'plan.nextReviewOn').scrollIntoViewIfNeeded();
  return { lead: opening.slice(`${words.lead}: `.length).trim(), nextReviewOn };
}
