import type { HandoutProblem } from '../schemas/handout.ts';
import { handoutProblems as words } from '../text/en/handout-problems.ts';
import { mapTexts, type PaperDocument, sentencesOf } from './document-model.ts';

/** Whether every character of a text has a glyph in the fonts of the sheet. */
export type CanPrint = (text: string) => boolean;

/** A document whose every character can be printed, the name it carries, and what was wrong. */
export type PrintableDocument<Document extends PaperDocument> = {
  document: Document;
  /** Name printed on the sheet; empty where it is a line to write on. */
  printedName: string;
  /** Characters no font of the sheet has, each once. */
  missingGlyphs: string[];
  problems: HandoutProblem[];
};

const NAME = /\{name\}/g;
/** Characters without ink (direction marks, joiners, soft hyphens) are left out: a font need not have them. */
const WITHOUT_INK = /\p{Default_Ignorable_Code_Point}/gu;
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(WITHOUT_INK, '')
    .replace(/[^\S\u00a0]+/gu, ' ');
/** Stands for a character that cannot be printed on a sheet that is never refused: a place to write it by hand. */
const BY_HAND = '_';

/**
 * Puts the patient's name in and makes sure that no character would print as an empty box. The name prints as typed, else in
 * Latin letters. A home-care sheet with an unprintable character is refused (hard); every other paper never is: it
 * prints a line to write on, with the birth date and the clinic's own number beside it.
 */
export function makePrintable<Document extends PaperDocument>(source: Document, canPrint: CanPrint): PrintableDocument<Document> {
  const { patient } = source;
  const neverRefused = source.sheet !== 'homecare';
  const candidates = [patient.name, patient.latinName].map((name) => clean(name).trim()).filter((name) => name !== '');
  const printedName = candidates.find(canPrint) ?? '';
  const problems: HandoutProblem[] = [];
  const missing = new Set<string>();

  let named: Document;
  if (printedName !== '') {
    named = mapTexts(source, (text) => clean(text).replace(NAME, () => printedName));
  } else {
    const characters = unprintable(patient.name, canPrint);
    characters.forEach((character) => missing.add(character));
    problems.push({
      hard: !neverRefused,
      code: 'missing-glyph',
      message: (neverRefused ? words.nameByHand : words.nameRefused)(quoted(characters)),
    });
    named = withNameByHand(source);
  }

  const others = new Set([named.header, ...named.blocks.flatMap(sentencesOf)].flatMap((part) => unprintable(textsIn(part), canPrint)));
  if (others.size === 0) return { document: named, printedName, missingGlyphs: [...missing], problems };
  others.forEach((character) => missing.add(character));
  problems.push({
    hard: !neverRefused,
    code: 'missing-glyph',
    message: (neverRefused ? words.textByHand : words.textRefused)(quoted([...others])),
  });
  return {
    document: neverRefused ? mapTexts(named, (text) => blankOut(text, canPrint)) : named,
    printedName,
    missingGlyphs: [...missing],
    problems,
  };
}

function textsIn(part: PaperDocument['header'] | { text: string }): string {
  return 'text' in part ? part.text : [part.clinic, part.page, part.person, part.date].join(' ');
}

function withNameByHand<Document extends PaperDocument>(source: Document): Document {
  const { name, ownNumber } = source.nameByHand;
  const named = mapTexts(source, (text) => clean(text).replace(NAME, () => name));
  if (ownNumber === '') return named;
  return {
    ...named,
    blocks: named.blocks.map((block) =>
      block.type === 'patient-line' ? { ...block, sentences: [...block.sentences, { id: 'patient.ownNumber', text: ownNumber }] } : block,
    ),
  };
}

/** Characters as a reader sees them: a letter and its combining marks are one. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function unprintable(text: string, canPrint: CanPrint): string[] {
  if (canPrint(clean(text))) return [];
  const characters = Array.from(segmenter.segment(clean(text)), (part) => part.segment);
  return [...new Set(characters.filter((character) => !canPrint(character)))];
}

function blankOut(text: string, canPrint: CanPrint): string {
  return Array.from(segmenter.segment(text), (part) => (canPrint(part.segment) ? part.segment : BY_HAND)).join('');
}

function quoted(characters: readonly string[]): string {
  return characters.map((character) => `“${character}” (${codePoints(character)})`).join(', ');
}

function codePoints(character: string): string {
  return Array.from(character, (point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
