import { getDocument, GlobalWorkerOptions, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { SHEET_PATH } from '../../shared/contract/window-address.ts';

// The page the shell prints from: hidden, in a session of its own, it draws the sheet's very bytes at the printer's resolution.
// Chromium's own PDF viewer would need a session that keeps files on disk.

GlobalWorkerOptions.workerSrc = workerUrl;

/** What an office printer resolves, dots per inch. PDF lengths are in points, 72 to the inch. */
const DOTS_PER_INCH = 300;
const POINTS_PER_INCH = 72;

/** Size of the first page in micrometres, as the shell's print call takes it. */
export type DrawnSheet = { pages: number; widthUm: number; heightUm: number };

declare global {
  interface Window {
    /** Settles when every page is drawn; the shell waits for it. */
    sheetDrawn?: Promise<DrawnSheet>;
  }
}

async function drawSheet(): Promise<DrawnSheet> {
  const data = new Uint8Array(await (await fetch(SHEET_PATH)).arrayBuffer());
  const pdf = await getDocument({ data, isEvalSupported: false, useSystemFonts: false }).promise;
  for (let number = 1; number <= pdf.numPages; number += 1) document.body.append(await drawPage(await pdf.getPage(number)));
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  const micrometres = (points: number): number => Math.round((points / POINTS_PER_INCH) * 25_400);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${width}pt ${height}pt; margin: 0; }`);
  document.adoptedStyleSheets = [sheet];
  return { pages: pdf.numPages, widthUm: micrometres(width), heightUm: micrometres(height) };
}

async function drawPage(page: PDFPageProxy): Promise<HTMLCanvasElement> {
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  return canvas;
}

window.sheetDrawn = drawSheet();
