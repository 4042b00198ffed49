import { rewriteFile } from './pdf-file.ts';

/** One way to break a file that PDF/UA-1 allows, and the clause that then finds fault with it. */
export type Spoiled = readonly [name: string, clause: string, spoil: (pdf: Uint8Array) => Uint8Array];

const replacing = (from: string | RegExp, to: string) => (pdf: Uint8Array) => rewriteFile(pdf, (body) => body.replaceAll(from, to));
/** Changes only the first place. */
const once = (from: string | RegExp, to: string) => (pdf: Uint8Array) => {
  let isDone = false;
  return rewriteFile(pdf, (body) => {
    if (isDone || body.search(from) < 0) return body;
    isDone = true;
    return body.replace(from, to);
  });
};

const ofVersion2 = (pdf: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(pdf).toString('latin1').replace('%PDF-1.7', '%PDF-2.0'), 'latin1'));

/** For a home plan with pictures, lists and a table. */
export const SPOILED: readonly Spoiled[] = [
  ['no flag', '5', replacing('<pdfuaid:part>1', '<pdfuaid:part>x')],
  ['header of a PDF 2', '6.1', ofVersion2],
  ['not marked', '6.2', replacing('/Marked true', '/Marked false')],
  ['suspect tags', '7.1', replacing('/Marked true', '/Marked true /Suspects true')],
  ['the file name for a title', '7.1', replacing('/DisplayDocTitle true', '/DisplayDocTitle false')],
  ['no title', '7.1', replacing(/<dc:title>[\s\S]*<\/dc:title>/g, '')],
  ['no metadata', '5', replacing(/\/Metadata \d+ 0 R/g, '')],
  ['no language', '7.2', replacing(/\/Lang <[0-9a-f]+>/g, '')],
  ['no structure', '7.1', replacing(/\/StructTreeRoot \d+ 0 R/g, '')],
  ['an artefact without its mark', '7.1', once('/Artifact BMC', '/Layout BMC')],
  ['an element without its mark', '7.1', once(/\/P <<\s*\/MCID \d+\s*>> BDC/, '/P BMC')],
  ['an artefact within an element', '7.1', once(/(\/P <<\s*\/MCID \d+\s*>> BDC)([^\0]*?)EMC/, '$1 /Artifact BMC $2 EMC EMC')],
  ['an element without its parent', '7.1', once(/\/S \/P \/P \d+ 0 R/, '/S /P')],
  ['a way back to another element', '7.1', once(/\/Nums \[0 \[(\d+ 0 R) (\d+ 0 R)/, '/Nums [0 [$2 $1')],
  ['headings that leave one out', '7.4.2', replacing('/S /H2', '/S /H3')],
  ['a role of its own', '7.2', once('/S /Sect', '/S /Part1')],
  ['a role for another', 'not foreseen', replacing('/Type /StructTreeRoot', '/Type /StructTreeRoot /RoleMap << /P /H1 >>')],
  ['a picture without words', '7.3', once(/\/Alt <[0-9a-f]+>/, '')],
  ['a picture without its place', '7.3', once(/\/BBox \[[^\]]*\]/, '')],
  ['a picture beside the page', '7.3', once(/\/BBox \[\S+/, '/BBox [-40')],
  ['headings of a table that head nothing', '7.5', replacing(/\/Scope \/\w+/g, '')],
  ['a cell over two columns', 'not foreseen', replacing('/Scope /Column', '/Scope /Column /ColSpan 2')],
  ['a row with a cell too many', '7.2', once(/\/S \/TR( [^]*?)\/K \[(\d+ 0 R)/, '/S /TR$1/K [$2 $2')],
  ['a list of paragraphs', '7.2', replacing('/S /LI ', '/S /P ')],
  ['a list item of text', '7.2', replacing('/S /LBody', '/S /P')],
  ['a list of no kind', '7.6', replacing(/\/ListNumbering \/\w+/g, '')],
  ['a header that is none', '7.8', replacing('/Subtype /Header', '')],
  ['a link', 'not foreseen', once('/Type /Page ', '/Type /Page /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>] ')],
  ['another tab order', '7.18.3', replacing('/Tabs /S', '/Tabs /R')],
  ['a form', 'not foreseen', replacing('/Type /Catalog', '/Type /Catalog /AcroForm << /Fields [] >>')],
  ['codes of another kind', '7.21.3.1', replacing('/Encoding /Identity-H', '/Encoding /GBK-EUC-H')],
  ['no way from codes to glyphs', '7.21.3.2', replacing('/CIDToGIDMap /Identity', '')],
  ['a font that is not embedded', '7.21.4.1', replacing(/\/FontFile2 \d+ 0 R/g, '')],
  ['a glyph that is not in the font', '7.21.4.1', once(/\[<\w{4}/, '[<7fff')],
  ['the glyph of a missing character', '7.21.8', once(/\[<\w{4}/, '[<0000')],
  ['a list without the parts of accented letters', '7.21.4.2', once(/^<< >>\0[\s\S]{1,40}$/, '<< >>\0\u0080')],
  ['widths of another font', '7.21.5', replacing(/\/W \[0 \[(\S+) \S+ /g, '/W [0 [$1 9 ')],
  ['glyphs that say nothing', '7.21.7', replacing(/\/ToUnicode \d+ 0 R/g, '')],
  ['a glyph that stands for no character', '7.21.7', replacing(/(<0000> <\w{4}> \[<0000>) <\w+>/g, '$1 <0000>')],
];
