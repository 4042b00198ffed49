import { type Dict, isList, isRef, isText, nameOf, type Value } from './pdf-file.ts';
import type { Reader } from './ua-rules.ts';

/** The glyph codes that the pages show, by the object of their font; null where text is shown in no font. */
export type ShownCodes = Map<number | null, Set<number>>;

/** Adds the codes of a text operator, two bytes each. */
export function addCodes(shown: ShownCodes, font: number | null, operands: readonly Value[]): void {
  const codes = shown.get(font) ?? new Set<number>();
  shown.set(font, codes);
  for (const operand of operands.flatMap((one) => (isList(one) ? one : [one]))) {
    if (!isText(operand)) continue;
    for (let index = 0; index + 1 < operand.bytes.length; index += 2) codes.add(operand.bytes.readUInt16BE(index));
  }
}

/** What PDF/UA-1, 7.21, does not allow of the fonts, and of the codes that the pages show in them. */
export function fontFaults(reader: Reader, shown: ShownCodes): string[] {
  if (shown.size === 0) return ['7.21: no text'];
  return [...shown].flatMap(([id, codes]) => {
    if (id === null) return ['7.21: text in no font'];
    const font = reader.dictAt({ ref: id });
    const name = nameOf(font.get('BaseFont'));
    return oneFont(reader, font, codes).map((fault) => `${fault}: ${name}`);
  });
}

function oneFont({ file, at, dictAt }: Reader, font: Dict, codes: ReadonlySet<number>): string[] {
  const streamOf = (value: Value | undefined): Buffer | null => (isRef(value) ? (file.objects.get(value.ref)?.stream ?? null) : null);
  const descendants = at(font.get('DescendantFonts'));
  const cid = dictAt(isList(descendants) ? descendants[0] : null);
  const descriptor = dictAt(cid.get('FontDescriptor'));
  const bytes = streamOf(descriptor.get('FontFile2'));
  if (font.get('Subtype') !== '/Type0' || font.get('Encoding') !== '/Identity-H')
    return ['7.21.3.1: not a composite font of its own codes'];
  if (cid.get('CIDToGIDMap') !== '/Identity') return ['7.21.3.2: no way from its codes to its glyphs'];
  if (bytes === null) return ['7.21.4.1: not embedded'];

  const program = readProgram(bytes);
  const faults: string[] = [];
  const used = [...codes];
  if (used.includes(0)) faults.push('7.21.8: shows the glyph of a missing character');
  if (used.some((code) => code >= program.glyphCount)) faults.push('7.21.4.1: shows a glyph that is not in the font');
  const widths = widthsOf(at(cid.get('W')));
  const defaultWidth = Number(cid.get('DW') ?? 1000);
  const isWidthSame = (code: number): boolean => Math.abs((widths.get(code) ?? defaultWidth) - (program.widths[code] ?? 0)) <= 1;
  if (!used.every(isWidthSame)) faults.push('7.21.5: a glyph has another width than in the font');
  const letters = lettersByCode(streamOf(font.get('ToUnicode'))?.toString('latin1') ?? '');
  const isNamed = (code: number): boolean => /^[^\u0000\ufeff\ufffe]+$/.test(letters.get(code) ?? '');
  if (!used.every(isNamed)) faults.push('7.21.7: a glyph does not say what it stands for');
  const cidSet = streamOf(descriptor.get('CIDSet'));
  if (cidSet !== null && !listsAll(cidSet, program.glyphCount)) faults.push('7.21.4.2: the list of its glyphs is not that of the font');
  return faults;
}

/** Whether the bits of the glyphs of a font, and no others, are set. */
function listsAll(cidSet: Buffer, glyphCount: number): boolean {
  const isSet = (code: number): boolean => ((cidSet[code >> 3] ?? 0) & (0x80 >> (code & 7))) !== 0;
  return Array.from({ length: Math.max(cidSet.length * 8, glyphCount) }, (_, code) => code).every(
    (code) => isSet(code) === code < glyphCount,
  );
}

/** A TrueType font: how many glyphs it has and how wide they are, in thousandths of the type size. */
function readProgram(bytes: Buffer): { glyphCount: number; widths: number[] } {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    const from = bytes.readUInt32BE(at + 8);
    tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(from, from + bytes.readUInt32BE(at + 12)));
  }
  const table = (name: string): Buffer => tables.get(name) ?? Buffer.alloc(64);
  const glyphCount = table('maxp').readUInt16BE(4);
  const scale = 1000 / table('head').readUInt16BE(18);
  const measured = table('hhea').readUInt16BE(34);
  const widths = Array.from({ length: glyphCount }, (_, glyph) => table('hmtx').readUInt16BE(Math.min(glyph, measured - 1) * 4) * scale);
  return { glyphCount, widths };
}

/** Widths by code, of the form in which a list follows its first code. */
function widthsOf(value: Value): Map<number, number> {
  const widths = new Map<number, number>();
  if (!isList(value)) return widths;
  for (let index = 0; index + 1 < value.length; index += 2) {
    const list = value[index + 1];
    if (isList(list)) for (const [place, width] of list.entries()) widths.set(Number(value[index]) + place, Number(width));
  }
  return widths;
}

/** What the codes stand for, of the form in which ranges name each of their codes. */
function lettersByCode(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [place, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
      letters.set(Number.parseInt(first, 16) + place, bytes.swap16().toString('utf16le'));
    }
  }
  return letters;
}
