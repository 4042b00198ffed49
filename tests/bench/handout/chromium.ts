import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './child.ts';
import type { PeerSheet, Piece } from './pieces.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function htmlOf(piece: Piece): string {
  switch (piece.kind) {
    case 'title':
      return `<h1>${escape(piece.text)}</h1>`;
    case 'heading':
      return `<h2>${escape(piece.text)}</h2>`;
    case 'strong':
      return `<p><b>${escape(piece.text)}</b></p>`;
    case 'text':
      return `<p>${escape(piece.text)}</p>`;
    case 'steps':
    case 'items': {
      const list = piece.kind === 'steps' ? 'ol' : 'ul';
      return `<${list}>${piece.items.map((item) => `<li>${escape(item)}</li>`).join('')}</${list}>`;
    }
    case 'picture': {
      const { viewBox, widthPt, heightPt, alt, paths } = piece.picture;
      const drawn = paths.map(
        ({ d, fill, stroke, strokeWidth }) => `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"/>`,
      );
      return `<svg role="img" aria-label="${escape(alt)}" viewBox="${viewBox}" style="width:${widthPt}pt;height:${heightPt}pt">${drawn.join('')}</svg>`;
    }
    case 'table': {
      const head = `<tr><th>${escape(piece.corner)}</th>${piece.days.map((day) => `<th>${day}</th>`).join('')}</tr>`;
      const rows = piece.rows.map((row) => `<tr><th>${escape(row)}</th>${piece.days.map(() => '<td></td>').join('')}</tr>`);
      return `<table>${head}${rows.join('')}</table>`;
    }
  }
}

await serve(async () => {
  const sheets = JSON.parse(readFileSync(process.env['BENCH_SHEETS'] ?? '', 'utf8')) as PeerSheet[];
  const folder = join(process.env['BENCH_FONTS'] ?? '', 'atkinson-hyperlegible-next');
  const font = (file: string, weight: number): string =>
    `@font-face{font-family:Sheet;font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(join(folder, file)).toString('base64')})}`;
  const style = `<style>${font('AtkinsonHyperlegibleNext_400Regular.ttf', 400)}${font('AtkinsonHyperlegibleNext_700Bold.ttf', 700)}
    body{font:12pt/16pt Sheet;margin:0}h1{font-size:24pt;line-height:30pt}h2{font-size:14.5pt;margin:6pt 0 0}p,ul,ol{margin:0}table{border-collapse:collapse}td,th{border:.5pt solid}</style>`;
  const browser = await chromium.launch({ executablePath: process.env['BENCH_CHROMIUM'] ?? '', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return {
    make: async (index) => {
      const sheet = sheets[index % sheets.length];
      if (sheet === undefined) throw new Error('no sheet');
      const body = `<p>${escape(`${sheet.header} ${sheet.date}`)}</p>${sheet.pieces.map(htmlOf).join('')}`;
      await page.setContent(
        `<!doctype html><html lang="${sheet.language}"><title>${escape(sheet.title)}</title>${style}<body>${body}</body></html>`,
      );
      return page.pdf({ format: 'A4', tagged: true, outline: true, margin: { top: '12mm', bottom: '12mm', left: '16mm', right: '16mm' } });
    },
    end: () => browser.close(),
  };
});
