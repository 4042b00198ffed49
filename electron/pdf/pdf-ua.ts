import type PDFDocument from 'pdfkit';

// What PDF/UA-1 (ISO 14289-1) asks for and pdfkit leaves out.

type Pdf = typeof PDFDocument.prototype;

/** Draws what repeats from page to page: an artefact that says which end of the page it belongs to (7.8). pdfkit has no option for it. */
export function drawRunning(pdf: Pdf, kind: 'Header' | 'Footer', draw: () => void): void {
  pdf.addContent(`/Artifact <</Type /Pagination /Subtype /${kind}>> BDC`);
  draw();
  pdf.addContent('EMC');
}

/** A font that pdfkit embeds: the part of it that its types leave out. `widths` by the glyphs of the subset, in thousandths of an em. */
type EmbeddedFont = {
  font: { getGlyph: (glyph: number) => { advanceWidth: number } };
  scale: number;
  widths: number[];
  subset: { glyphs: readonly number[]; encode: () => Uint8Array };
};

/**
 * Lets the file list every glyph of its fonts (7.21.4.2). pdfkit lists those of the text; a subset also holds the letter and the accent
 * that an accented letter is put together from, found only when it is written. To be called before the end of the document.
 */
export function listEveryGlyph(pdf: Pdf): void {
  const { _fontFamilies: fonts } = pdf as unknown as { _fontFamilies: Readonly<Record<string, EmbeddedFont>> };
  for (const { font, scale, widths, subset } of new Set(Object.values(fonts))) {
    const encode = subset.encode.bind(subset);
    subset.encode = () => {
      const program = encode();
      for (const glyph of subset.glyphs.slice(widths.length)) widths.push(font.getGlyph(glyph).advanceWidth * scale);
      return program;
    };
  }
}
