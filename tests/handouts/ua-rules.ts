import {
  type Dict,
  isDict,
  isList,
  isOperator,
  isRef,
  isText,
  lettersOf,
  nameOf,
  parse,
  type PdfFile,
  type Ref,
  type Value,
} from './pdf-file.ts';
import { addCodes, fontFaults, type ShownCodes } from './ua-fonts.ts';

// The rules of PDF/UA-1 (ISO 14289-1) that a machine can decide, for files as the desk writes them. A sentence begins with its clause.

export type Reader = { file: PdfFile; at: (value: Value | undefined) => Value; dictAt: (value: Value | undefined) => Dict };

const NOTHING: Dict = new Map();

export function readerOf(file: PdfFile): Reader {
  const at = (value: Value | undefined): Value => (isRef(value) ? at(file.objects.get(value.ref)?.value) : (value ?? null));
  return {
    file,
    at,
    dictAt: (value) => {
      const found = at(value);
      return isDict(found) ? found : NOTHING;
    },
  };
}

/** Everything in the file that the standard does not allow, and every kind of content that these rules do not know. */
export function ruleFaults(file: PdfFile): string[] {
  const reader = readerOf(file);
  const catalog = reader.dictAt(file.trailer.get('Root'));
  const structure = readStructure(reader, catalog);
  const content = readContent(reader, catalog, structure);
  return [
    ...catalogFaults(reader, catalog),
    ...unknownKinds(reader),
    ...structure.faults,
    ...content.faults,
    ...fontFaults(reader, content.shown),
  ];
}

function catalogFaults({ file, at, dictAt }: Reader, catalog: Dict): string[] {
  const marks = dictAt(catalog.get('MarkInfo'));
  const language = at(catalog.get('Lang'));
  const metadata = catalog.get('Metadata');
  const xml = (isRef(metadata) ? file.objects.get(metadata.ref)?.stream : null)?.toString('utf8') ?? '';
  return faultsOf([
    [/^%PDF-1\.[0-7]$/.test(file.header), '6.1: no header of a PDF 1'],
    [marks.get('Marked') === true, '6.2: not marked as tagged'],
    [marks.get('Suspects') !== true, '7.1: its tags are suspect'],
    [dictAt(catalog.get('ViewerPreferences')).get('DisplayDocTitle') === true, '7.1: viewers show the file name instead of the title'],
    [isText(language) && /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(lettersOf(language)), '7.2: no language'],
    [
      /<rdf:Description xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"[^>]*>\s*<pdfuaid:part>1<\/pdfuaid:part>/.test(xml),
      '5: the metadata does not say PDF/UA-1',
    ],
    [/<dc:title>[\s\S]*<rdf:li xml:lang="x-default">[^<]+</.test(xml), '7.1: the metadata has no title'],
  ]);
}

/**
 * What a sheet has none of, so that no rule here is about it: forms, links and notes, layers, files within the file, cells over several
 * rows, other fonts. Roles that a sheet has none of are refused by what they may stand in.
 */
function unknownKinds({ file }: Reader): string[] {
  const faults = file.trailer.has('Encrypt') ? ['7.16: encrypted'] : [];
  const look = (value: Value): void => {
    if (isList(value)) for (const one of value) look(one);
    if (!isDict(value)) return;
    for (const key of [
      'Annots',
      'AcroForm',
      'OCProperties',
      'EF',
      'RoleMap',
      'ClassMap',
      'JS',
      'AA',
      'OpenAction',
      'RowSpan',
      'ColSpan',
      'Headers',
    ]) {
      if (value.has(key)) faults.push(`not foreseen: ${key}`);
    }
    const subtype = nameOf(value.get('Subtype'));
    const isForeseen = ['', 'Type0', 'CIDFontType2', 'Image', 'XML'].includes(subtype);
    if (!isForeseen) faults.push(`not foreseen: ${subtype}`);
    for (const one of value.values()) look(one);
  };
  for (const { value } of file.objects.values()) look(value);
  return faults;
}

/** What each element may stand in. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  Document: [''],
  Sect: ['Document', 'Sect', 'Div'],
  Div: ['Document', 'Sect', 'Div'],
  H1: ['Document', 'Sect', 'Div'],
  H2: ['Document', 'Sect', 'Div'],
  H3: ['Document', 'Sect', 'Div'],
  P: ['Document', 'Sect', 'Div', 'LBody'],
  Figure: ['Document', 'Sect', 'Div'],
  L: ['Document', 'Sect', 'Div', 'LBody'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  Table: ['Document', 'Sect', 'Div'],
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  Span: ['P', 'LBody', 'TD', 'TH'],
};

/** `owners`: the element of each piece of marked content, by page object and number. */
type Structure = { owners: Map<string, number>; faults: string[] };

function readStructure(reader: Reader, catalog: Dict): Structure {
  const { at, dictAt, file } = reader;
  const owners = new Map<string, number>();
  const faults: string[] = [];
  const root = catalog.get('StructTreeRoot');
  let heading = 0;

  const visit = (ref: Ref, parent: Ref, parentRole: string): void => {
    const element = dictAt(ref);
    const role = nameOf(element.get('S'));
    const kids = kidsOf(element);
    const roles = kids.filter(isRef).map((kid) => nameOf(dictAt(kid).get('S')));
    const attributes = dictAt(element.get('A'));
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    const alt = element.get('Alt');
    const up = element.get('P');
    const page = reader.dictAt(pageRefOf(kids, element));
    faults.push(
      ...faultsOf([
        [isRef(up) && up.ref === parent.ref, `7.1: a ${role} names another element than the one it is in`],
        [PARENTS[role]?.includes(parentRole) === true, `7.2: ${role} in ${parentRole === '' ? 'the root' : parentRole}`],
        [level <= heading + 1, `7.4.2: H${level} after H${heading}`],
        [role !== 'Figure' || (isText(alt) && lettersOf(alt).trim() !== ''), '7.3: a picture without words'],
        [role !== 'Figure' || isBoxOn(attributes.get('BBox'), page.get('MediaBox')), '7.3: a picture without its place on the page'],
        [
          role !== 'TH' || ['Column', 'Row', 'Both'].includes(nameOf(attributes.get('Scope'))),
          '7.5: a heading of a table that heads neither',
        ],
        [
          role !== 'L' || ['Disc', 'Decimal', 'None'].includes(nameOf(attributes.get('ListNumbering'))),
          '7.6: a list that does not say how it is numbered',
        ],
        [role !== 'LI' || ['LBody', 'Lbl,LBody'].includes(roles.join()), `7.2: a list item of ${roles.join(', ')}`],
        [role !== 'Table' || isEven(kids.map((kid) => kidsOf(dictAt(kid)).length)), '7.2: rows of different length'],
        [role === 'TD' || role === 'TH' || kids.length > 0, `7.1: an empty ${role}`],
      ]),
    );
    if (level > 0) heading = level;
    for (const kid of kids) {
      if (isRef(kid)) visit(kid, ref, role);
      else {
        const piece = isDict(kid)
          ? kid
          : new Map<string, Value>([
              ['Pg', element.get('Pg') ?? null],
              ['MCID', kid],
            ]);
        const pageRef = piece.get('Pg');
        const key = `${isRef(pageRef) ? pageRef.ref : ''} ${Number(piece.get('MCID'))}`;
        if (owners.has(key)) faults.push(`7.1: content ${key} is in two elements`);
        owners.set(key, ref.ref);
      }
    }
  };

  if (isRef(root)) for (const kid of kidsOf(dictAt(root))) if (isRef(kid)) visit(kid, root, '');
  const elements = [...file.objects.values()].filter(
    ({ value }) => isDict(value) && typeof value.get('S') === 'string' && value.has('P'),
  ).length;
  if (elements === 0) faults.push('7.1: no structure');

  const numbers = at(dictAt(dictAt(root).get('ParentTree')).get('Nums'));
  const pages = pagesOf(reader, catalog);
  for (const { ref, page } of pages) {
    const index = isList(numbers) ? numbers.findIndex((one, place) => place % 2 === 0 && one === page.get('StructParents')) : -1;
    const parents = isList(numbers) && index >= 0 ? at(numbers[index + 1]) : null;
    const listed = isList(parents) ? parents.map((one) => (isRef(one) ? one.ref : null)) : [];
    const own = [...owners].filter(([key]) => key.startsWith(`${ref.ref} `));
    const isSame = own.length === listed.length && listed.every((one, mcid) => one === owners.get(`${ref.ref} ${mcid}`));
    if (!isSame) faults.push(`7.1: the way back from page object ${ref.ref} to its elements is another`);
  }
  return { owners, faults };
}

function kidsOf(element: Dict): readonly Value[] {
  const kids = element.get('K');
  return isList(kids) ? kids : kids === undefined || kids === null ? [] : [kids];
}

function pageRefOf(kids: readonly Value[], element: Dict): Value | undefined {
  return kids.filter(isDict).map((kid) => kid.get('Pg'))[0] ?? element.get('Pg');
}

function isEven(lengths: readonly number[]): boolean {
  return lengths.length > 0 && lengths.every((length) => length > 0 && length === lengths[0]);
}

function isBoxOn(box: Value | undefined, page: Value | undefined): boolean {
  if (!isList(box) || !isList(page)) return false;
  const [left, bottom, right, top, width, height] = [...box, page[2], page[3]].map(Number);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return false;
  return left >= 0 && bottom >= 0 && left < right && bottom < top && right <= Number(width) && top <= Number(height);
}

export function pagesOf({ dictAt }: Reader, catalog: Dict): { ref: Ref; page: Dict }[] {
  const below = (ref: Value): { ref: Ref; page: Dict }[] => {
    if (!isRef(ref)) return [];
    const node = dictAt(ref);
    const kids = node.get('Kids');
    return isList(kids) ? kids.flatMap(below) : [{ ref, page: node }];
  };
  return below(catalog.get('Pages') ?? null);
}

const SHOWS_TEXT = ['Tj', 'TJ', "'", '"'];
const PAINTS = [...SHOWS_TEXT, 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI'];

type Mark = { isArtifact: boolean; isHeader: boolean; mcid: number | null };

function readContent(reader: Reader, catalog: Dict, { owners }: Structure): { shown: ShownCodes; faults: string[] } {
  const { at, dictAt, file } = reader;
  const shown: ShownCodes = new Map();
  const faults = new Set<string>();
  const drawn = new Set<string>();
  for (const [index, { ref, page }] of pagesOf(reader, catalog).entries()) {
    const where = `on page ${index + 1}`;
    if (page.get('Tabs') !== '/S') faults.add(`7.18.3: the tab order ${where} is not that of the structure`);
    const fonts = dictAt(dictAt(page.get('Resources')).get('Font'));
    const parts = at(page.get('Contents'));
    const streams = (isList(parts) ? parts : [page.get('Contents')]).map((part) =>
      isRef(part) ? file.objects.get(part.ref)?.stream : null,
    );
    const open: Mark[] = [];
    let font: number | null = null;
    let operands: Value[] = [];
    for (const value of parse(streams.map((stream) => stream?.toString('latin1') ?? '').join('\n'))) {
      if (!isOperator(value)) {
        operands.push(value);
        continue;
      }
      const { op } = value;
      const [first, second] = operands;
      if (op === 'BMC' || op === 'BDC') {
        const properties = dictAt(second);
        const mcid = properties.get('MCID');
        const mark: Mark = {
          isArtifact: first === '/Artifact',
          isHeader: properties.get('Type') === '/Pagination' && ['Header', 'Footer'].includes(nameOf(properties.get('Subtype'))),
          mcid: typeof mcid === 'number' ? mcid : null,
        };
        const around = open.find((one) => one.isArtifact || one.mcid !== null);
        if (around !== undefined && (mark.isArtifact || mark.mcid !== null))
          faults.add(`7.1: an artefact and an element within each other ${where}`);
        if (mark.mcid !== null) {
          const key = `${ref.ref} ${mark.mcid}`;
          if (!owners.has(key)) faults.add(`7.1: content ${key} ${where} is in no element`);
          if (drawn.has(key)) faults.add(`7.1: content ${key} ${where} stands twice`);
          drawn.add(key);
        }
        open.push(mark);
      } else if (op === 'EMC') {
        if (open.pop() === undefined) faults.add(`7.1: an end without its start ${where}`);
      } else if (op === 'Tf') {
        const named = typeof first === 'string' ? fonts.get(first.slice(1)) : null;
        font = isRef(named) ? named.ref : null;
      } else if (PAINTS.includes(op)) {
        const mark = open.find((one) => one.isArtifact || one.mcid !== null);
        const isText_ = SHOWS_TEXT.includes(op);
        if (mark === undefined) faults.add(`7.1: ${isText_ ? 'text' : 'a drawing'} ${where} is neither tagged nor an artefact`);
        else if (isText_ && mark.isArtifact && !mark.isHeader)
          faults.add(`7.8: text of an artefact ${where} that is no header and no footer`);
        if (isText_) addCodes(shown, font, operands);
      }
      operands = [];
    }
    if (open.length > 0) faults.add(`7.1: content ${where} has no end`);
  }
  for (const key of owners.keys()) if (!drawn.has(key)) faults.add(`7.1: an element has content ${key}, which is on no page`);
  return { shown, faults: [...faults] };
}

function faultsOf(rules: readonly (readonly [holds: boolean, fault: string])[]): string[] {
  return rules.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}
