import type { HandoutText } from '../handouts/handout-text.ts';
import { SHEET_TEXTS } from './sheet-texts.ts';

/**
 * The languages sheets can be printed in: a folder of text each. The first is the language of the specification; every other waits until
 * the clinic says that its lead has read it.
 */
export const HANDOUT_LANGUAGES: readonly [HandoutText, ...HandoutText[]] = SHEET_TEXTS;

/** The first part of a language tag: `es` of `es-MX`. */
export function baseLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** The text of a language, or null where there is none. */
export function handoutTextOf(tag: string): HandoutText | null {
  return HANDOUT_LANGUAGES.find((text) => baseLanguage(text.language) === baseLanguage(tag)) ?? null;
}
