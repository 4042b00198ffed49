import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { createPdfRenderer, pdfWorkerUrl, type PdfRenderer } from '../../electron/pdf/render.ts';

/** The real renderer in its worker thread, for one test file. */
export function openRenderer(): PdfRenderer {
  const renderer = createPdfRenderer({
    fontsDir: fileURLToPath(new URL('../../resources/fonts', import.meta.url)),
    workerUrl: pdfWorkerUrl(new URL('../../electron/desk.ts', import.meta.url).href),
  });
  afterAll(() => renderer.close());
  return renderer;
}
