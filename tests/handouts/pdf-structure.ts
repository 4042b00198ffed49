import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFile } from './pdf-file.ts';
import { ruleFaults } from './ua-rules.ts';

// The structure of a paper as pdf.js reads it back, and what PDF/UA-1 (ISO 14289-1) does not allow of it.

export type Node = { role: string; alt: string; language: string; hasBox: boolean; children: (Node | string)[] };

type RawNode = { role?: string; alt?: string; lang?: string; bbox?: number[]; type?: string; id?: string; children?: unknown[] };

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

function nodeOf({ role = '', alt = '', lang = '', bbox, children = [] }: RawNode, texts: ReadonlyMap<string, string>): Node {
  return {
    role,
    alt,
    language: lang,
    hasBox: bbox !== undefined,
    children: (children as RawNode[]).map((child) => (child.type === 'content' ? (texts.get(child.id ?? '') ?? '') : nodeOf(child, texts))),
  };
}

/** Every element, parents before children. */
export function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child)))];
}

/** Text directly in an element, words in another language included. */
export function ownText(node: Node): string {
  return node.children
    .flatMap((child) => (typeof child === 'string' ? [child] : child.role === 'Span' ? [ownText(child)] : []))
    .join('')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** What a screen reader says of a page, an element a line, as role and text; containers without text of their own are left out. A span is said with the text it is in. */
export function walk(node: Node): string[] {
  return nodesOf(node).flatMap((one) => {
    if (one.role === 'Span') return [];
    const said = one.role === 'Figure' ? one.alt : ownText(one);
    if (said !== '' || one.role === 'TD') return [`${one.role}: ${said}`.trim()];
    return ['L', 'Table', 'TR'].includes(one.role) ? [`${one.role}:`] : [];
  });
}

const TEXT_ROLES = ['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody', 'Figure', 'TH', 'TD', 'Span', 'Caption'];

/** Everything in the file of a sheet that PDF/UA-1 does not allow, and what another reader than that of the rules finds amiss; empty is good. */
export async function uaFaults(pdf: Uint8Array): Promise<string[]> {
  const { pages, bookmarks } = await readTagged(pdf);
  return [
    ...ruleFaults(readFile(pdf)),
    ...(bookmarks.length > 0 ? [] : ['no bookmarks']),
    ...pages.flatMap(({ tree, untagged }, index) => [
      ...untagged.map((text) => `page ${index + 1}: “${text}” is neither tagged nor an artefact`),
      ...(tree === null
        ? []
        : nodesOf(tree)
            .flatMap(nodeFaults)
            .map((fault) => `page ${index + 1}: ${fault}`)),
    ]),
  ];
}

function nodeFaults(node: Node): string[] {
  const hasText = node.children.some((child) => typeof child === 'string');
  const [head] = node.children;
  const isHeaded = head !== undefined && typeof head !== 'string' && rolesIn(head).every((role) => role === 'TH');
  return [
    ...(hasText && !TEXT_ROLES.includes(node.role) ? [`text directly in ${node.role}`] : []),
    ...(node.role === 'Table' && !isHeaded ? ['a table without a row of headings'] : []),
  ];
}

function rolesIn(node: Node): string[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : [child.role]));
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
