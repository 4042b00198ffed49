import type { Font, PathCommand } from 'fontkit';
import type { FontSet } from './fonts.ts';
import { pageShape } from './styles.ts';

const SIZE_PT = 12;
/** Above the header, in the margin: no kept sheet has anything there. */
const BASELINE_PT = 29;

/**
 * A kept sheet with a line in the top margin of each page. The given bytes stand unchanged at the front of the new file; the line is
 * added behind them, as PDF allows (ISO 32000-1, 7.5.6), as outlines that need no font of the file. Throws when the bytes are not those
 * of a sheet of this desk.
 */
export function stampCopy(pdf: Uint8Array, line: string, fonts: FontSet): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const file = readFile(text);
  const pages = file.objects.filter(({ body }) => body.startsWith('<<\n/Type /Page\n'));
  if (pages.length === 0) throw new Error('A kept sheet has no page.');

  const added: { id: number; body: string }[] = [];
  let nextId = file.size;
  for (const page of pages) {
    const width = Number(/\/MediaBox \[0 0 ([\d.]+) /.exec(page.body)?.[1]);
    const contents = /\/Contents (\d+ \d+ R)\n/.exec(page.body)?.[1];
    if (contents === undefined || !Number.isFinite(width)) throw new Error('A page of a kept sheet has another form.');
    const stream = artifact(outlines(line, fonts['text-bold'], width - pageShape('A4').leftPt));
    added.push({ id: nextId, body: `<<\n/Length ${stream.length}\n>>\nstream\n${stream}\nendstream` });
    added.push({ id: page.id, body: page.body.replace(`/Contents ${contents}`, `/Contents [${contents} ${nextId} 0 R]`) });
    nextId += 1;
  }
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(update(text.length, file, added, nextId), 'latin1')]));
}

type KeptFile = { objects: { id: number; body: string }[]; size: number; trailer: string; xrefAt: number };

/** Objects by the table of the file, so that nothing within a stream is taken for one. */
function readFile(text: string): KeptFile {
  const xrefAt = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)+)trailer\n<<\n([\s\S]*?)>>\nstartxref/.exec(text.slice(xrefAt));
  if (table === null) throw new Error('A kept sheet has no table of its objects.');
  const [, size = '', entries = '', trailer = ''] = table;
  const objects = entries.split('\n').flatMap((entry, id) => {
    const head = `${id} 0 obj\n`;
    const at = Number(entry.slice(0, 10));
    if (!entry.includes(' n ') || !text.startsWith(head, at)) return [];
    return [{ id, body: text.slice(at + head.length, text.indexOf('\nendobj', at)) }];
  });
  return { objects, size: Number(size), trailer, xrefAt };
}

/** The part behind the given bytes: the new objects, their table, and a trailer that names the table before. */
function update(startAt: number, file: KeptFile, added: readonly { id: number; body: string }[], size: number): string {
  let out = '\n';
  const sections: string[] = [];
  for (const { id, body } of added.toSorted((one, other) => one.id - other.id)) {
    sections.push(`${id} 1\n${String(startAt + out.length).padStart(10, '0')} 00000 n \n`);
    out += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const trailer = file.trailer.replace(/\/Size \d+/, `/Size ${size}`);
  return `${out}xref\n${sections.join('')}trailer\n<<\n${trailer}/Prev ${file.xrefAt}\n>>\nstartxref\n${startAt + out.length}\n%%EOF\n`;
}

/** The axes of the page content run from the top left, as pdfkit leaves them. */
function artifact(path: string): string {
  return `/Artifact <</Type /Pagination /Subtype /Header>> BDC q 0 g ${path} f Q EMC`;
}

/** The line as outlines that end at `rightPt`. */
function outlines(line: string, font: Font, rightPt: number): string {
  const run = font.layout(line);
  const scale = SIZE_PT / font.unitsPerEm;
  let x = rightPt - run.advanceWidth * scale;
  const parts: string[] = [];
  run.glyphs.forEach((glyph, index) => {
    const left = x;
    const place = (dx: number, dy: number): [number, number] => [left + dx * scale, BASELINE_PT - dy * scale];
    parts.push(...outline(glyph.path.commands, place));
    x += (run.positions[index]?.xAdvance ?? 0) * scale;
  });
  return parts.join(' ');
}

type Place = (dx: number, dy: number) => [number, number];

function outline(commands: readonly PathCommand[], place: Place): string[] {
  let [x, y]: [number, number] = [0, 0];
  const written = (...points: [number, number][]): string =>
    points
      .flat()
      .map((value) => value.toFixed(3))
      .join(' ');
  return commands.map(({ command, args }) => {
    const points: [number, number][] = [];
    for (let index = 0; index < args.length; index += 2) points.push(place(args[index] ?? 0, args[index + 1] ?? 0));
    const [first = [x, y], second = first] = points as [[number, number]?, [number, number]?];
    const from: [number, number] = [x, y];
    [x, y] = points.at(-1) ?? from;
    switch (command) {
      case 'moveTo':
        return `${written(first)} m`;
      case 'lineTo':
        return `${written(first)} l`;
      case 'bezierCurveTo':
        return `${written(...points)} c`;
      case 'quadraticCurveTo': {
        // The same curve with two control points, each two thirds of the way to the one.
        const between = (end: [number, number]): [number, number] => [
          end[0] + ((first[0] - end[0]) * 2) / 3,
          end[1] + ((first[1] - end[1]) * 2) / 3,
        ];
        return `${written(between(from), between(second), second)} c`;
      }
      case 'closePath':
        return 'h';
    }
  });
}
