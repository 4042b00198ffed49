import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RenderedHandout } from '../../electron/pdf/draw.ts';
import { drawHandout } from '../../electron/pdf/draw.ts';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';

export const FONTS_DIR = fileURLToPath(new URL('../../resources/fonts', import.meta.url));
const fonts = loadFonts(FONTS_DIR);

/** Builds and draws a sheet in this thread. */
export async function draw(input: HandoutInput): Promise<RenderedHandout> {
  return drawHandout(buildHandout(input), input.options, fonts);
}

/** A piece of text on a page; points, origin at the top left. */
export type TextBox = { text: string; leftPt: number; rightPt: number; topPt: number; bottomPt: number; sizePt: number };
/** A picture: its words, and its box as left, bottom, right and top in points from the bottom left. */
export type ReadFigure = { alt: string; box: number[] };
/** A page. `spoken` is the text of the structure tree in its own order, without list labels and tables. */
export type ReadPage = {
  widthPt: number;
  heightPt: number;
  text: string;
  boxes: TextBox[];
  roles: string[];
  figures: ReadFigure[];
  spoken: string;
};

/** Reads a PDF back: text with its place on each page, and the roles of the structure tree in reading order. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPage[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent({ includeMarkedContent: true });
      const items = content.items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      const boxes = items.map((item): TextBox => {
        const [sizePt = 0, , , , leftPt = 0, baselinePt = 0] = item.transform as number[];
        const trailing = item.str.length - item.str.trimEnd().length;
        const rightPt = leftPt + item.width - trailing * sizePt * SPACE_EM;
        return {
          text: item.str,
          leftPt,
          rightPt,
          topPt: height - baselinePt - sizePt * 0.75,
          bottomPt: height - baselinePt + sizePt * 0.25,
          sizePt,
        };
      });
      const text = content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      const tree = await page.getStructTree();
      pages.push({
        widthPt: width,
        heightPt: height,
        text: plain(text),
        boxes,
        roles: rolesOf(tree),
        figures: figuresOf(tree),
        spoken: plain(spokenText(tree, markedTexts(content.items))),
      });
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

const SPACE_EM = 0.2;

function rolesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { role, children } = node as { role?: string; children?: unknown[] };
  return [...(role === undefined ? [] : [role]), ...(children ?? []).flatMap(rolesOf)];
}

type TextItem = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

/** Text of each marked content, by the id that the structure tree names it with. */
function markedTexts(items: readonly TextItem[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== '');
      if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? '');
  }
  return texts;
}

const UNSPOKEN = ['Lbl', 'Table'];

function spokenText(node: unknown, texts: ReadonlyMap<string, string>): string {
  if (typeof node !== 'object' || node === null) return '';
  const { role = '', type, id = '', children = [] } = node as { role?: string; type?: string; id?: string; children?: unknown[] };
  if (UNSPOKEN.includes(role)) return '';
  if (type === 'content') return texts.get(id) ?? '';
  return `${children.map((child) => spokenText(child, texts)).join('')}${role === 'Span' ? '' : ' '}`;
}

function figuresOf(node: unknown): ReadFigure[] {
  if (typeof node !== 'object' || node === null) return [];
  const { role, alt = '', bbox = [], children = [] } = node as { role?: string; alt?: string; bbox?: number[]; children?: unknown[] };
  return [...(role === 'Figure' ? [{ alt, box: bbox }] : []), ...children.flatMap(figuresOf)];
}

/** Text with composed letters and every run of white space, no-break spaces included, as one space. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

export async function readText(pdf: Uint8Array): Promise<string> {
  return plain((await readPdf(pdf)).map((page) => page.text).join(' '));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
