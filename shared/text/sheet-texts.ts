// Written by electron/runtime/sheet-languages.ts from the folders beside this file.
import type { HandoutText } from '../handouts/handout-text.ts';
import { handoutText as text0 } from './en/handouts.ts';
import { handoutText as text1 } from './es/handouts.ts';

/** The words of the sheets in each language there is a folder of, English first. */
export const SHEET_TEXTS: readonly [HandoutText, ...HandoutText[]] = [text0, text1];
