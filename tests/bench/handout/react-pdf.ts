import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createElement, type ReactElement } from 'react';
import { serve } from './child.ts';
import type { PeerSheet, Piece } from './pieces.ts';

// @react-pdf/renderer is no dependency of the product: the benchmark installs it into a folder of its own and names it here.
const peers = process.env['BENCH_PEERS'] ?? '';
const require = createRequire(pathToFileURL(join(peers, 'package.json')));

type Component = string;
type ReactPdf = Record<'Document' | 'Page' | 'View' | 'Text' | 'Svg' | 'Path', Component> & {
  Font: {
    register: (font: { family: string; fonts: { src: string; fontWeight: number }[] }) => void;
    registerHyphenationCallback: (split: (word: string) => string[]) => void;
  };
  renderToBuffer: (document: ReactElement) => Promise<Uint8Array>;
};

const at = (styles: object): { style: object } => ({ style: styles });

await serve(async () => {
  const pdf = (await import(pathToFileURL(require.resolve('@react-pdf/renderer')).href)) as ReactPdf;
  const sheets = JSON.parse(readFileSync(process.env['BENCH_SHEETS'] ?? '', 'utf8')) as PeerSheet[];
  const folder = join(process.env['BENCH_FONTS'] ?? '', 'atkinson-hyperlegible-next');
  pdf.Font.register({
    family: 'Sheet',
    fonts: [
      { src: join(folder, 'AtkinsonHyperlegibleNext_400Regular.ttf'), fontWeight: 400 },
      { src: join(folder, 'AtkinsonHyperlegibleNext_700Bold.ttf'), fontWeight: 700 },
    ],
  });
  pdf.Font.registerHyphenationCallback((word) => [word]);
  const text = (key: number | string, words: string, styles: object = {}): ReactElement =>
    createElement(pdf.Text, { key, ...at(styles) }, words);

  const pieceOf = (piece: Piece, key: number): ReactElement => {
    switch (piece.kind) {
      case 'title':
        return text(key, piece.text, { fontSize: 24, fontWeight: 700, marginBottom: 6 });
      case 'heading':
        return text(key, piece.text, { fontSize: 14.5, fontWeight: 700, marginTop: 6 });
      case 'strong':
        return text(key, piece.text, { fontWeight: 700 });
      case 'text':
        return text(key, piece.text);
      case 'steps':
      case 'items':
        return createElement(
          pdf.View,
          { key },
          piece.items.map((item, index) => text(index, `${piece.kind === 'steps' ? `${index + 1}.` : '•'} ${item}`, { marginLeft: 10 })),
        );
      case 'picture':
        return createElement(
          pdf.Svg,
          { key, viewBox: piece.picture.viewBox, ...at({ width: piece.picture.widthPt, height: piece.picture.heightPt }) },
          piece.picture.paths.map((path, index) => createElement(pdf.Path, { key: index, ...path })),
        );
      case 'table':
        return createElement(
          pdf.View,
          { key },
          [piece.corner, ...piece.rows].map((row, index) =>
            createElement(pdf.View, { key: index, ...at({ flexDirection: 'row' }) }, [
              text('row', row, { width: 150 }),
              ...piece.days.map((day, column) => text(column, index === 0 ? day : '', { width: 25, height: 16, borderWidth: 0.5 })),
            ]),
          ),
        );
    }
  };
  const documentOf = (sheet: PeerSheet): ReactElement =>
    createElement(
      pdf.Document,
      { title: sheet.title, language: sheet.language },
      createElement(
        pdf.Page,
        { size: 'A4', ...at({ paddingVertical: 34, paddingHorizontal: 45, fontFamily: 'Sheet', fontSize: 12, lineHeight: 1.33 }) },
        [
          createElement(
            pdf.View,
            { key: 'header', fixed: true, ...at({ borderBottomWidth: 1, marginBottom: 8 }) },
            text(0, `${sheet.header}  ${sheet.date}`),
          ),
          ...sheet.pieces.map(pieceOf),
        ],
      ),
    );
  return {
    make: async (index) => {
      const sheet = sheets[index % sheets.length];
      if (sheet === undefined) throw new Error('no sheet');
      return pdf.renderToBuffer(documentOf(sheet));
    },
  };
});
