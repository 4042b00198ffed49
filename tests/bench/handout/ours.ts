import { readFileSync } from 'node:fs';
import { drawHandout } from '../../../electron/pdf/draw.ts';
import { loadFonts } from '../../../electron/pdf/fonts.ts';
import type { HandoutDocument } from '../../../shared/handouts/document-model.ts';
import { serve } from './child.ts';

await serve(async () => {
  const documents = JSON.parse(readFileSync(process.env['BENCH_DOCUMENTS'] ?? '', 'utf8')) as HandoutDocument[];
  const fonts = loadFonts(process.env['BENCH_FONTS'] ?? '');
  return {
    make: async (index) => {
      const document = documents[index % documents.length];
      if (document === undefined) throw new Error('no document');
      return (await drawHandout(document, { paper: 'A4', largePrint: false }, fonts)).pdf;
    },
  };
});
