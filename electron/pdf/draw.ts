import PDFDocument from 'pdfkit';
import type { PaperDocument } from '../../shared/handouts/document-model.ts';
import { makePrintable } from '../../shared/handouts/printable.ts';
import type { Paper } from '../../shared/schemas/clinic.ts';
import type { HandoutProblem } from '../../shared/schemas/handout.ts';
import { handoutProblems } from '../../shared/text/en/handout-problems.ts';
import { layOutBlocks } from './blocks.ts';
import { canPrint, FONT_KEYS, type FontSet } from './fonts.ts';
import { type Header, layOutHeader } from './header.ts';
import { paginate, type Pagination } from './pages.ts';
import { listEveryGlyph } from './pdf-ua.ts';
import { createPen } from './pen.ts';
import {
  CLINICIAN_SETTINGS,
  EMERGENCY_SETTINGS,
  LARGE_PRINT_SETTINGS,
  type PageShape,
  pageShape,
  type Setting,
  SETTINGS,
} from './styles.ts';
import { typesetterOf } from './typesetter.ts';

const HAIRLINE_PT = 0.5;
/** Nothing on a sheet is smaller, points. */
const SMALLEST_PT = 12;
const SMALLEST_LARGE_PRINT_PT = 18;

/** `logo`: the PNG bytes that `header.logo` of the document names by their hash; left out where it names none. */
export type RenderOptions = { paper: Paper; largePrint: boolean; logo?: Uint8Array | null };

export type RenderedHandout = {
  /** Empty when a hard problem stopped it. */
  pdf: Uint8Array;
  pageCount: number;
  /** Characters no font has, each once. */
  missingGlyphs: string[];
  /** The patient's name as it stands on the sheet; empty where it is to be written by hand. */
  printedName: string;
  /** What only the renderer can see: characters without a glyph, text that does not fit a page, letters that are too small. */
  problems: HandoutProblem[];
};

/**
 * Draws a sheet: tagged PDF 1.7 with embedded fonts. The same document and options give the same bytes, on any day and in any
 * time zone, because every date in the file comes from `document.madeOn`.
 */
export async function drawHandout(source: PaperDocument, options: RenderOptions, fonts: FontSet): Promise<RenderedHandout> {
  const { document, printedName, missingGlyphs, problems } = makePrintable(source, (text) => canPrint(fonts, text));
  const refused = { pdf: new Uint8Array(0), pageCount: 0, missingGlyphs, printedName };
  if (problems.some((problem) => problem.hard)) return { ...refused, problems };

  const shape = pageShape(options.paper);
  const { header, pages, overflow } = layOut(document, options, shape, fonts);
  if (overflow) {
    problems.push({
      hard: document.sheet === 'homecare',
      code: 'text-outside-page',
      message: handoutProblems.outsidePage,
    });
    if (document.sheet === 'homecare') return { ...refused, problems };
  }

  const pdf = openPdf(document, shape, fonts);
  const bytes = collect(pdf);
  const pen = createPen(pdf, document.header.logo === null ? null : (options.logo ?? null));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  pages.forEach((page, index) => {
    pdf.addPage();
    header.draw(pen, index + 1, pages.length, root);
    for (const { box, yPt, ruleYPt } of page.placed) {
      if (ruleYPt !== null) pen.artifact(() => pen.rule(shape.leftPt, ruleYPt, shape.textWidthPt, HAIRLINE_PT));
      box.draw(pen, shape.leftPt, yPt, root);
    }
  });
  listEveryGlyph(pdf);
  pdf.end();
  const drawn = { pdf: await bytes, pageCount: pages.length, missingGlyphs, printedName, problems };
  const smallestPt = pen.smallestPt();
  const limitPt = options.largePrint ? SMALLEST_LARGE_PRINT_PT : SMALLEST_PT;
  // What clinicians send each other is no sheet for a patient to read at arm's length.
  if (smallestPt >= limitPt || settingsForClinicians(document.sheet) !== null) return drawn;
  problems.push({ hard: document.sheet === 'homecare', code: 'font-size', message: handoutProblems.smallPrint(smallestPt, limitPt) });
  return document.sheet === 'homecare' ? { ...refused, problems } : drawn;
}

type LaidOut = { header: Header } & Pagination;

/** Lays the sheet out in the roomiest setting that does not cost a page. */
function layOut(document: PaperDocument, options: RenderOptions, shape: PageShape, fonts: FontSet): LaidOut {
  const typesetter = typesetterOf(fonts);
  const layOutWith = (setting: Setting): LaidOut => {
    const drawing = { ...setting, typesetter, shape };
    const { styles } = setting;
    const header = layOutHeader(drawing, document.header);
    const bodyTopPt = shape.topPt + header.heightPt + styles.blockGapPt;
    return { header, ...paginate(layOutBlocks(drawing, document.blocks), bodyTopPt, shape.bottomPt) };
  };
  const [roomiest, ...tighter] = settingsFor(document.sheet, options.largePrint);
  const first = layOutWith(roomiest);
  if (first.pages.length === 1 && !first.overflow) return first;
  // The tightest says how few pages can be had; most sheets need no more than this one look.
  const tightest = layOutWith(tighter.at(-1) ?? roomiest);
  if (!isBetter(tightest, first)) return first;
  // Between the two the roomiest that saves the page is found by halves.
  let between = tighter.slice(0, -1);
  let best = tightest;
  while (between.length > 0) {
    const middle = Math.floor(between.length / 2);
    const setting = between[middle];
    if (setting === undefined) break;
    const next = layOutWith(setting);
    const isEnough = !isBetter(tightest, next);
    if (isEnough) best = next;
    between = isEnough ? between.slice(0, middle) : between.slice(middle + 1);
  }
  return best;
}

function settingsFor(sheet: PaperDocument['sheet'], largePrint: boolean): readonly [Setting, ...Setting[]] {
  const forClinicians = settingsForClinicians(sheet);
  if (forClinicians !== null) return forClinicians;
  if (largePrint) return LARGE_PRINT_SETTINGS;
  return sheet === 'emergency' ? EMERGENCY_SETTINGS : SETTINGS;
}

/** Fewer pages, and above all no text that is cut off. */
function isBetter(one: Pagination, other: Pagination): boolean {
  return one.overflow === other.overflow ? one.pages.length < other.pages.length : other.overflow;
}

/** A letter may be set down to 9 points to stay on its page; what is written on or filed keeps larger print. */
function settingsForClinicians(sheet: PaperDocument['sheet']): readonly [Setting, ...Setting[]] | null {
  const [roomiest, ...tighter] = CLINICIAN_SETTINGS;
  if (sheet === 'letter') return CLINICIAN_SETTINGS;
  if (sheet === 'blank') return [roomiest, ...tighter.slice(0, 3)];
  return sheet === 'summary' || sheet === 'recovery' ? [roomiest, ...tighter.slice(0, 2)] : null;
}

/** pdfkit writes Title and Author into XMP without escaping them, so what XML would read as markup is left out. */
export function xmpSafe(text: string): string {
  return text.replace(/&/g, '+').replace(/[<>]/g, '');
}

function openPdf(document: PaperDocument, shape: PageShape, fonts: FontSet): typeof PDFDocument.prototype {
  const madeAt = new Date(`${document.madeOn}T00:00:00Z`);
  const pdf = new PDFDocument({
    size: [shape.widthPt, shape.heightPt],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    // pdfkit knows PDF/UA; its types do not.
    subset: 'PDF/UA' as 'PDF/A-1',
    lang: document.language,
    displayTitle: true,
    // Without a first font pdfkit loads no Helvetica. A parsed font given here would be opened anew for every run of text.
    font: null as unknown as string,
    info: {
      Title: xmpSafe(document.documentTitle),
      Author: xmpSafe(document.author),
      Creator: 'Lasegue',
      Producer: 'Lasegue',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  // pdfkit's types know only names and bytes of fonts; it takes parsed ones too.
  for (const key of FONT_KEYS) pdf.registerFont(key, fonts[key] as unknown as string);
  return pdf;
}

async function collect(pdf: typeof PDFDocument.prototype): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}
