import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// What PDF/UA-1 (ISO 14289-1) asks for and a script can see, read back from the bytes of a paper.

export type Node = { role: string; alt: string; hasBox: boolean; children: (Node | string)[] };

type RawNode = { role?: string; alt?: string; bbox?: number[]; type?: string; id?: string; children?: unknown[] };

/** The structure tree of a page with the texts of its marked content in their places. */
export type TaggedPage = { tree: Node | null; untagged: string[] };

/** A file's tagged pages and the titles of its bookmarks with the pages they lead to, counted from 0. */
export type Tagged = { pages: TaggedPage[]; bookmarks: { title: string; page: number }[] };

export async function readTagged(pdf: Uint8Array): Promise<Tagged> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  try {
    const pages: TaggedPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const texts = new Map<string, string>();
      const untagged: string[] = [];
      const open: { id: string; isArtifact: boolean }[] = [];
      for (const item of items) {
        if (!('str' in item)) {
          if (item.type === 'endMarkedContent') open.pop();
          else open.push({ id: item.id ?? '', isArtifact: (item as { tag?: string }).tag === 'Artifact' });
          continue;
        }
        const id = open.findLast((one) => one.id !== '')?.id;
        if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
        else if (item.str.trim() !== '' && !open.some((one) => one.isArtifact)) untagged.push(item.str);
      }
      const tree = (await page.getStructTree()) as RawNode | null;
      pages.push({ tree: tree === null ? null : nodeOf(tree, texts), untagged });
    }
    const outline = (await document.getOutline()) as { title: string; dest: unknown }[] | null;
    const bookmarks = await Promise.all(
      (outline ?? []).map(async ({ title, dest }) => ({
        title,
        page: await document.getPageIndex((dest as [Parameters<typeof document.getPageIndex>[0]])[0]),
      })),
    );
    return { pages, bookmarks };
  } finally {
    await document.destroy();
  }
}

function nodeOf({ role = '', alt = '', bbox, children = [] }: RawNode, texts: ReadonlyMap<string, string>): Node {
  return {
    role,
    alt,
    hasBox: bbox !== undefined,
    children: (children as RawNode[]).map((child) => (child.type === 'content' ? (texts.get(child.id ?? '') ?? '') : nodeOf(child, texts))),
  };
}

/** Every element, parents before children. */
export function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child)))];
}

/** Text directly in an element. */
export function ownText(node: Node): string {
  return node.children
    .filter((child) => typeof child === 'string')
    .join(' ')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** What a screen reader says of a page, an element a line, as role and text; containers without text of their own are left out. */
export function walk(node: Node): string[] {
  return nodesOf(node).flatMap((one) => {
    const said = one.role === 'Figure' ? one.alt : ownText(one);
    if (said !== '' || one.role === 'TD') return [`${one.role}: ${said}`.trim()];
    return ['L', 'Table', 'TR'].includes(one.role) ? [`${one.role}:`] : [];
  });
}

const TEXT_ROLES = ['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody', 'Figure', 'TH', 'TD', 'Span', 'Caption'];

/** Everything in the file that PDF/UA-1 does not allow, as sentences; empty is good. */
export async function uaFaults(pdf: Uint8Array): Promise<string[]> {
  const bytes = Buffer.from(pdf).toString('latin1');
  const faults: string[] = [];
  const need = (holds: boolean, fault: string): void => void (holds ? 0 : faults.push(fault));
  need(/<pdfuaid:part>1<\/pdfuaid:part>/.test(bytes), 'the metadata does not say PDF/UA-1');
  need(/<dc:title>[\s\S]*<rdf:li xml:lang="x-default">[^<]+</.test(bytes), 'the metadata has no title');
  need(bytes.includes('/DisplayDocTitle true'), 'viewers show the file name instead of the title');
  need(/\/Lang \([a-z]{2}(-[A-Z]{2})?\)/.test(bytes), 'no language');
  need(/\/MarkInfo \d+ 0 R/.test(bytes) && bytes.includes('/Marked true'), 'not marked as tagged');
  const pageCount = bytes.match(/\/Type \/Page\n/g)?.length ?? 0;
  need((bytes.match(/\/Tabs \/S\b/g)?.length ?? 0) === pageCount, 'a page’s tab order is not that of the structure');
  const fonts = bytes.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
  need(fonts > 0 && (bytes.match(/\/FontFile2 \d+ 0 R/g)?.length ?? 0) === fonts, 'a font is not embedded');
  need((bytes.match(/\/ToUnicode \d+ 0 R/g)?.length ?? 0) >= fonts, 'a font does not say what its glyphs stand for');

  const { pages, bookmarks } = await readTagged(pdf);
  need(bookmarks.length > 0, 'no bookmarks');
  let heading = 0;
  for (const [index, { tree, untagged }] of pages.entries()) {
    const where = `page ${index + 1}`;
    faults.push(...untagged.map((text) => `${where}: “${text}” is neither tagged nor an artefact`));
    if (tree === null) continue;
    for (const node of nodesOf(tree)) {
      const roles = node.children.flatMap((child) => (typeof child === 'string' ? [] : [child.role]));
      const level = /^H([1-6])$/.exec(node.role)?.[1];
      if (level !== undefined) {
        need(Number(level) <= heading + 1, `${where}: H${level} after H${heading}`);
        heading = Number(level);
      }
      if (node.role === 'Figure') need(node.alt !== '' && node.hasBox, `${where}: a picture without words or without its place`);
      if (node.role === 'L')
        need(
          roles.every((role) => role === 'LI'),
          `${where}: a list of ${roles.join(', ')}`,
        );
      if (node.role === 'LI') need(['LBody', 'Lbl,LBody'].includes(roles.join(',')), `${where}: a list item of ${roles.join(', ')}`);
      if (node.role === 'Table') faults.push(...tableFaults(node).map((fault) => `${where}: ${fault}`));
      if (node.children.some((child) => typeof child === 'string')) {
        need(TEXT_ROLES.includes(node.role), `${where}: text directly in ${node.role}`);
      }
    }
  }
  return faults;
}

function tableFaults(table: Node): string[] {
  const rows = table.children.filter((child): child is Node => typeof child !== 'string');
  const cells = rows.map((row) => row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.role])));
  const width = cells[0]?.length ?? 0;
  return [
    ...(rows.every((row) => row.role === 'TR') ? [] : ['a table of something else than rows']),
    ...(cells.every((row) => row.length === width) ? [] : ['rows of different length']),
    ...(cells[0]?.every((role) => role === 'TH') === true ? [] : ['a table without a row of headings']),
  ];
}

/** A paragraph that goes on on the next page is in the tree of both: its halves as one. */
export function joinPages(pages: readonly (readonly string[])[]): string[] {
  const joined: string[] = [];
  for (const [first, ...others] of pages) {
    const before = joined.at(-1);
    const isHalf = before?.startsWith('P: ') === true && first?.startsWith('P: ') === true && !/[.!?:)_]$/u.test(before);
    if (isHalf) joined[joined.length - 1] = `${before} ${first.slice('P: '.length)}`;
    else if (first !== undefined) joined.push(first);
    joined.push(...others);
  }
  return joined;
}
