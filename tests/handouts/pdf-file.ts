import { inflateSync } from 'node:zlib';

// A reader of PDF files that shares nothing with what draws or shows them, so that what it finds is in the bytes.

/** A name, with its slash; a keyword or an operator; a reference by the number of its object; a text in bytes. */
export type Name = `/${string}`;
export type Operator = { op: string };
export type Ref = { ref: number };
export type Text = { bytes: Buffer };
export type Dict = ReadonlyMap<string, Value>;
export type Value = number | boolean | null | Name | Operator | Ref | Text | readonly Value[] | Dict;

/** `stream`: unpacked. */
export type PdfObject = { value: Value; stream: Buffer | null };
/** Each object as its last update has it. */
export type PdfFile = { header: string; objects: ReadonlyMap<number, PdfObject>; trailer: Dict };

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
const has = (value: Value | undefined, key: string): boolean => typeof value === 'object' && value !== null && key in value;
export const isRef = (value: Value | undefined): value is Ref => has(value, 'ref');
export const isText = (value: Value | undefined): value is Text => has(value, 'bytes');
export const isOperator = (value: Value | undefined): value is Operator => has(value, 'op');

/** A name without its slash; empty where the value is none. */
export const nameOf = (value: Value | undefined): string => (typeof value === 'string' ? value.slice(1) : '');

/** Every object that the tables of the file list. Throws where a table or an object is not what it says. */
export function readFile(pdf: Uint8Array): PdfFile {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, PdfObject>();
  let trailer: Dict | null = null;
  let tableAt: number | null = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  while (tableAt !== null) {
    const { offsets, dict } = readTable(source, tableAt);
    for (const [id, at] of offsets) if (!objects.has(id)) objects.set(id, readObject(source, id, at));
    trailer ??= dict;
    const before = dict.get('Prev');
    tableAt = typeof before === 'number' ? before : null;
  }
  return { header: source.slice(0, source.search(/[\r\n]/)), objects, trailer: trailer ?? new Map() };
}

function readTable(source: string, at: number): { offsets: Map<number, number>; dict: Dict } {
  const end = source.indexOf('trailer', at);
  const lines = source.slice(at, end).split('\n');
  if (lines.shift()?.trim() !== 'xref') throw new Error(`No table at ${at}`);
  const offsets = new Map<number, number>();
  let id = 0;
  for (const line of lines) {
    const [first = '', second = '', kind] = line.trim().split(' ');
    if (kind === undefined) id = Number(first);
    else {
      if (kind === 'n') offsets.set(id, Number(first));
      id += 1;
    }
    if (second === '' && first !== '') throw new Error(`A table with “${line}”`);
  }
  const [dict] = parse(source.slice(end + 'trailer'.length, source.indexOf('startxref', end)));
  if (!isDict(dict)) throw new Error('No trailer');
  return { offsets, dict };
}

function readObject(source: string, id: number, at: number): PdfObject {
  const head = `${id} 0 obj`;
  if (!source.startsWith(head, at)) throw new Error(`Object ${id} is not at ${at}`);
  const from = at + head.length;
  // A dictionary ends before its stream; no text of it holds these words.
  const end = source.slice(from).search(/\b(endobj|stream\r?\n)/) + from;
  const [value = null] = parse(source.slice(from, end));
  const body = /^stream\r?\n/.exec(source.slice(end, end + 10))?.[0];
  if (body === undefined) return { value, stream: null };
  const length = isDict(value) ? value.get('Length') : null;
  if (!isDict(value) || typeof length !== 'number') throw new Error(`Object ${id} is a stream without its length`);
  const packed = Buffer.from(source.slice(end + body.length, end + body.length + length), 'latin1');
  return { value, stream: value.get('Filter') === '/FlateDecode' ? inflateSync(packed) : packed };
}

const TOKEN =
  /\s+|%[^\r\n]*|(?<open><<|\[)|(?<close>>>|\])|<(?<hex>[0-9A-Fa-f\s]*)>|(?<text>\()|\/(?<name>[^\s()<>[\]{}/%]*)|(?<ref>\d+ \d+ R\b)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+))|(?<word>[^\s()<>[\]{}/%]+)/gy;

/** The values and operators that stand in an object or in the content of a page. */
export function parse(source: string): Value[] {
  const stack: Value[][] = [[]];
  const put = (value: Value): void => void stack.at(-1)?.push(value);
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (groups === undefined) throw new Error(`Not PDF: ${source.slice(at, at + 40)}`);
    const { open, close, hex, text, name, ref, number, word } = groups;
    if (open !== undefined) stack.push([]);
    else if (close !== undefined) {
      const inner = stack.pop() ?? [];
      put(close === ']' ? inner : dictOf(inner));
    } else if (hex !== undefined) put({ bytes: Buffer.from(hex.replace(/\s/g, ''), 'hex') });
    else if (text !== undefined) {
      const end = endOfText(source, TOKEN.lastIndex);
      put({ bytes: Buffer.from(unescaped(source.slice(TOKEN.lastIndex, end - 1)), 'latin1') });
      TOKEN.lastIndex = end;
    } else if (name !== undefined) put(`/${name}`);
    else if (ref !== undefined) put({ ref: Number.parseInt(ref, 10) });
    else if (number !== undefined) put(Number(number));
    else if (word !== undefined) put(word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { op: word });
  }
  return stack[0] ?? [];
}

function dictOf(parts: readonly Value[]): Dict {
  const dict = new Map<string, Value>();
  for (let index = 0; index < parts.length; index += 2) {
    const key = parts[index];
    if (typeof key !== 'string') throw new Error('A dictionary whose key is no name');
    dict.set(key.slice(1), parts[index + 1] ?? null);
  }
  return dict;
}

function endOfText(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '(') depth += 1;
    else if (source[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error('A text without an end');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal: string | undefined, letter: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return letter === undefined ? '' : (ESCAPES[letter] ?? letter);
  });
}

/** Text of a dictionary in letters: UTF-16 where it says so, else one byte a letter. */
export function lettersOf({ bytes }: Text): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}

/** The file with each object's text, its stream unpacked, as `change` gives it back: for files that are wrong in one place. */
export function rewriteFile(pdf: Uint8Array, change: (body: string, id: number) => string): Uint8Array {
  const { header, objects, trailer } = readFile(pdf);
  let out = `${header}\n`;
  const size = Math.max(...objects.keys()) + 1;
  const offsets = new Map<number, number>();
  for (const [id, { value, stream }] of [...objects].toSorted(([one], [other]) => one - other)) {
    const dict = isDict(value) ? new Map([...value].filter(([key]) => !['Filter', 'Length'].includes(key))) : value;
    const [head = '', body = null] = change(`${written(dict)}${stream === null ? '' : `\0${stream.toString('latin1')}`}`, id).split(
      /\0([\s\S]*)/,
    );
    offsets.set(id, out.length);
    out += `${id} 0 obj\n`;
    out += body === null ? head : `${head.slice(0, -2)}/Length ${body.length} >>\nstream\n${body}\nendstream`;
    out += '\nendobj\n';
  }
  const entries = Array.from({ length: size }, (_, id) => {
    const at = offsets.get(id);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const end = new Map([...trailer].filter(([key]) => key !== 'Prev')).set('Size', size);
  const startAt = out.length;
  out += `xref\n0 ${size}\n${entries.join('')}trailer\n${change(written(end), 0)}\nstartxref\n${startAt}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
}

function written(value: Value): string {
  if (isDict(value)) return `<< ${[...value].map(([key, one]) => `/${key} ${written(one)} `).join('')}>>`;
  if (isList(value)) return `[${value.map(written).join(' ')}]`;
  if (isRef(value)) return `${value.ref} 0 R`;
  if (isText(value)) return `<${value.bytes.toString('hex')}>`;
  return isOperator(value) ? value.op : String(value);
}
