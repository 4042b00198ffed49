import type { HandoutText } from '../handouts/handout-text.ts';
import { handoutText as en } from './en/handouts.ts';
import { handoutText as es } from './es/handouts.ts';

/**
 * The languages sheets can be printed in: one folder of text each, and its line here. The first is the language of the
 * specification; every other waits until the clinic says that its lead has read it.
 */
export const HANDOUT_LANGUAGES: readonly [HandoutText, ...HandoutText[]] = [en, es];

/** The first part of a language tag: `es` of `es-MX`. */
export function baseLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** The text of a language, or null where there is none. */
export function handoutTextOf(tag: string): HandoutText | null {
  return HANDOUT_LANGUAGES.find((text) => baseLanguage(text.language) === baseLanguage(tag)) ?? null;
}
