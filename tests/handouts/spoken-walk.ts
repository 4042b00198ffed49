import { canPrint, loadFonts } from '../../electron/pdf/fonts.ts';
import type {
  GridBlock,
  HandoutBlock,
  ModuleBlock,
  PaperDocument,
  Sentence,
  TickChartBlock,
} from '../../shared/handouts/document-model.ts';
import { makePrintable } from '../../shared/handouts/printable.ts';
import { FONTS_DIR, plain } from './read-pdf.ts';

const fonts = loadFonts(FONTS_DIR);

/** What a screen reader should say of a whole sheet, element by element, made from the document alone. */
export function spokenWalk(source: PaperDocument, largePrint: boolean): string[] {
  const { document } = makePrintable(source, (text) => canPrint(fonts, text));
  return document.blocks.flatMap((block) => walkOf(block, largePrint)).map(plain);
}

const said = (role: string, sentences: readonly Sentence[]): string[] => [`${role}: ${sentences.map(({ text }) => text).join(' ')}`];
const listed = (sentences: readonly Sentence[], isNumbered = false): string[] => [
  'L:',
  ...sentences.flatMap((sentence, index) => [...(isNumbered ? [`Lbl: ${index + 1}.`] : []), `LBody: ${sentence.text}`]),
];

function walkOf(block: HandoutBlock, largePrint: boolean): string[] {
  switch (block.type) {
    case 'title':
      return said('H1', [block.sentence]);
    case 'lead':
      return said('P', [block.sentence]);
    case 'patient-line':
    case 'changes':
      return said('P', block.sentences);
    case 'messages':
      return block.messages.flatMap((message) => said('P', message));
    case 'about-you':
    case 'notes':
      return [...said('H2', [block.heading]), ...listed(block.sentences)];
    case 'stop-rules':
      return [...said('P', block.good), ...said('P', block.bad), ...said('P', [...block.next, block.callUs])];
    case 'module':
      return [
        ...said('H2', [block.heading]),
        ...(block.dose === null ? [] : said('P', [block.dose])),
        ...(block.picture === null ? [] : said('Figure', [block.picture.alt])),
        ...captionOf(block),
        ...block.parts.flatMap((part) => (part.kind === 'steps' ? listed(part.sentences, true) : said('P', part.sentences))),
        ...(block.notes.length === 0 ? [] : said('P', block.notes)),
      ];
    case 'tick-chart':
      return [...said('H2', [block.heading]), ...tables(block, largePrint)];
    case 'facts':
      return block.facts.flatMap(({ label, value }) => said('P', [label, value]));
    case 'safety':
      return [
        ...said('H2', block.now),
        ...listed(block.nowItems),
        ...said('H3', [block.sameDay]),
        ...listed(block.sameDayItems),
        ...said('P', block.tellUs),
      ];
    case 'instructions':
      return block.instructions.flatMap(({ sentences }) => said('P', sentences));
    case 'slip':
      return [
        ...said('H2', [block.heading]),
        ...block.lines.flatMap((line) => said('P', [line])),
        ...said('H3', block.now),
        ...listed(block.items),
      ];
    case 'record':
      return [...said('H2', [block.heading]), ...block.rows.flatMap(({ label, value }) => said('P', [label, value]))];
    case 'texts':
      return [
        ...said('H2', [block.heading]),
        ...block.paragraphs.flatMap((sentences) => said('P', sentences)),
        ...(block.items.length === 0 ? [] : listed(block.items)),
        ...block.closing.flatMap((sentences) => said('P', sentences)),
      ];
    case 'body-chart':
      return [...said('H2', [block.heading]), ...said('P', [block.caption]), ...said('Figure', [block.alt])];
    case 'grid':
      return [...said('H2', [block.heading]), ...grids(block)];
    case 'key':
      return ['L:', ...block.groups.flatMap(({ number, group }) => [`Lbl: ${number.text}`, `LBody: ${group.text}`])];
  }
}

/** A table; in halves its head is repeated for every part of it. */
function grids({ columns, rows, halves }: GridBlock): string[] {
  const half = rows.length <= 18 ? Math.ceil(rows.length / 2) : 7;
  const size = halves ? half : rows.length;
  const cell = (role: string, sentence: Sentence | null): string => (sentence === null ? `${role}:` : `${role}: ${sentence.text}`);
  return rows.flatMap((row, index) => [
    ...(index % size === 0 ? ['Table:', 'TR:', ...columns.map((column) => cell('TH', column))] : []),
    'TR:',
    cell('TH', row.head),
    ...row.cells.map((one) => cell('TD', one)),
  ]);
}

function captionOf({ picture }: ModuleBlock): string[] {
  return picture === null || picture.caption === null ? [] : said('P', [picture.caption]);
}

/** Two weeks in a table; in large print a week and eight rows. */
function tables({ corner, rows, days }: TickChartBlock, largePrint: boolean): string[] {
  const parts = <Item>(items: readonly Item[], size: number): Item[][] =>
    items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
  return parts(rows, largePrint ? 8 : 24).flatMap((some) =>
    parts(days, largePrint ? 7 : 14).flatMap((week) => [
      'Table:',
      'TR:',
      ...said('TH', [corner]),
      ...week.flatMap((day) => said('TH', [day.label])),
      ...some.flatMap((row) => ['TR:', ...said('TH', [row]), ...week.map(() => 'TD:')]),
    ]),
  );
}
