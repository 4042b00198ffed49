import { HANDOUT_LANGUAGES } from '../text/handout-languages.ts';
import { CLINIC_NOTES_LINES_MAX, type ClinicNotes } from '../schemas/clinic-notes.ts';

/** Why a text may not stand on a patient's sheet (spec 1.4). `found` is the word or link that is refused. */
export type ClinicNotesRefusal = { reason: 'too-many-lines' | 'link' | 'selling' | 'cure' | 'product' | 'brand'; found: string };

/** A link with anything after the name of the site: a page, a query, a referral. The site alone may be named. */
const LINK = /(?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}[/?#]\S*/giu;
const REASONS = ['selling', 'cure', 'product'] as const;

/** The lines that would be printed: without empty ones. */
export function linesOfClinicNotes({ text }: Pick<ClinicNotes, 'text'>): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Text as a reader sees it: letters of one width and composed, nothing invisible. */
function withoutDisguise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC');
}

/** In small letters, each as its base letter, with the same number of characters. */
function withoutAccents(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charAt(at).toLowerCase().normalize('NFD').charAt(0)).join('');
}

function isFirst(refusal: ClinicNotesRefusal, index: number, all: readonly ClinicNotesRefusal[]): boolean {
  return all.findIndex(({ reason, found }) => reason === refusal.reason && found === refusal.found) === index;
}

/**
 * Everything for which notes are refused, each word once, in every language of the sheets whatever the notes are in. Read without regard
 * to case, accents, width of letters and invisible characters.
 */
export function clinicNotesRefusals(notes: Pick<ClinicNotes, 'text' | 'brands'>): ClinicNotesRefusal[] {
  const lines = linesOfClinicNotes(notes);
  const text = withoutDisguise(lines.join('\n'));
  const plain = withoutAccents(text);
  const found = (reason: ClinicNotesRefusal['reason'], pattern: RegExp): ClinicNotesRefusal[] =>
    [...new Set(Array.from(plain.matchAll(pattern), ({ 0: match, index }) => text.slice(index, index + match.length).toLowerCase()))].map(
      (one) => ({ reason, found: one }),
    );
  const brands = notes.brands
    .split(',')
    .map((brand) => brand.trim())
    .filter((brand) => brand !== '' && plain.includes(withoutAccents(withoutDisguise(brand))));
  return [
    ...(lines.length > CLINIC_NOTES_LINES_MAX ? [{ reason: 'too-many-lines' as const, found: String(lines.length) }] : []),
    ...found('link', LINK),
    ...REASONS.flatMap((reason) => HANDOUT_LANGUAGES.flatMap(({ noteWords }) => found(reason, noteWords[reason]))).filter(isFirst),
    ...brands.map((brand) => ({ reason: 'brand' as const, found: brand })),
  ];
}
