import { en, type ScreenText } from './en/index.ts';

/** Languages the screens speak. */
export const LOCALES = ['en'] as const;
export type Locale = (typeof LOCALES)[number];

const byLocale: Record<Locale, ScreenText> = { en };

/** The words of the screens in a language. */
export function screenText(locale: Locale): ScreenText {
  return byLocale[locale];
}
