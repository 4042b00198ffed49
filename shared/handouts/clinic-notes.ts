import { CLINIC_NOTES_LINES_MAX, type ClinicNotes } from '../schemas/clinic-notes.ts';

/** Why a text may not stand on a patient's sheet (spec 1.4). `found` is the word or link that is refused. */
export type ClinicNotesRefusal = { reason: 'too-many-lines' | 'link' | 'selling' | 'cure' | 'product' | 'brand'; found: string };

/** A link with anything after the name of the site: a page, a query, a referral. The site alone may be named. */
const LINK = /(?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}[/?#]\S*/giu;
const WORDS: readonly [ClinicNotesRefusal['reason'], RegExp][] = [
  ['selling', /\b(?:buy\w*|bought|shop\w*|discount\w*|codes?|coupons?|offer\w*|affiliate\w*|sponsor\w*)\b/giu],
  ['cure', /\b(?:cure[sd]?|curing|heal(?:s|ed|ing)?|guarantee\w*)\b/giu],
  ['product', /\b(?:cbd|cannabidiol|hemp|supplement\w*)\b/giu],
];

/** The lines that would be printed: without empty ones. */
export function linesOfClinicNotes({ text }: Pick<ClinicNotes, 'text'>): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Everything for which notes are refused, each word once. Read without regard to case, width of letters and invisible characters. */
export function clinicNotesRefusals(notes: Pick<ClinicNotes, 'text' | 'brands'>): ClinicNotesRefusal[] {
  const lines = linesOfClinicNotes(notes);
  const text = lines
    .join('\n')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const found = (reason: ClinicNotesRefusal['reason'], pattern: RegExp): ClinicNotesRefusal[] =>
    [...new Set(Array.from(text.matchAll(pattern), ([match]) => match.toLowerCase()))].map((one) => ({ reason, found: one }));
  const brands = notes.brands
    .split(',')
    .map((brand) => brand.trim())
    .filter((brand) => brand !== '' && text.toLowerCase().includes(brand.toLowerCase()));
  return [
    ...(lines.length > CLINIC_NOTES_LINES_MAX ? [{ reason: 'too-many-lines' as const, found: String(lines.length) }] : []),
    ...found('link', LINK),
    ...WORDS.flatMap(([reason, pattern]) => found(reason, pattern)),
    ...brands.map((brand) => ({ reason: 'brand' as const, found: brand })),
  ];
}
