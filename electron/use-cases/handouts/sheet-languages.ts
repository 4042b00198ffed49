import { z } from 'zod';
import { fail, ok } from '../../../shared/contract/result.ts';
import type { SheetLanguage } from '../../../shared/schemas/handout.ts';
import { HANDOUT_LANGUAGES } from '../../../shared/text/handout-languages.ts';
import { readSetting, saveSetting } from '../../db/repositories/setting.ts';
import type { Reader } from '../../db/store.ts';
import type { Handler } from '../context.ts';

const SETTING = 'sheets.reviewedLanguages';
const tagsSchema = z.array(z.string());

/** Languages beside English whose sheets the clinic's lead has read; none until they are ticked. */
export function readReviewedLanguages(read: Reader): string[] {
  return readSetting(read, SETTING, tagsSchema) ?? [];
}

function languagesOf(read: Reader): SheetLanguage[] {
  const reviewed = readReviewedLanguages(read);
  const [, ...others] = HANDOUT_LANGUAGES;
  return others.map(({ language }) => ({ language, isReviewed: reviewed.includes(language) }));
}

/** The languages of the sheets beside English. */
export const listSheetLanguages: Handler<'handouts.languages'> = (desk) => ok(languagesOf(desk.read));

/** Says that the clinic's lead has read the sheets of a language, or takes it back. Error: `not-found` (no such language). */
export const reviewSheetLanguage: Handler<'handouts.reviewLanguage'> = (desk, { language, isReviewed }) => {
  const known = languagesOf(desk.read);
  if (!known.some((one) => one.language === language)) return fail('not-found');
  const changed = known.map((one) => (one.language === language ? { language, isReviewed } : one));
  const reviewed = changed.filter((one) => one.isReviewed).map((one) => one.language);
  return desk.write((db) => {
    saveSetting(db, SETTING, reviewed);
    return ok(changed);
  });
};
