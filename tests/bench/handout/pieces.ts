import { homeCareFigure, type IllustratedModule } from '../../../shared/figures/home-care.ts';
import { type HandoutBlock, type HandoutDocument, type Sentence, sentencesOf } from '../../../shared/handouts/document-model.ts';

/** One outline of a picture: a path of figure units with its fill, its line and the line's width. */
export type PicturePath = { d: string; fill: string; stroke: string; strokeWidth: number };
export type Picture = { viewBox: string; widthPt: number; heightPt: number; alt: string; paths: PicturePath[] };

/** A sheet as any layout engine takes it: the same words, lists, pictures and table as ours, in the same order and sizes. */
export type Piece =
  | { kind: 'title' | 'heading' | 'strong' | 'text'; text: string }
  | { kind: 'steps' | 'items'; items: string[] }
  | { kind: 'picture'; picture: Picture }
  | { kind: 'table'; corner: string; days: string[]; rows: string[] };
export type PeerSheet = { title: string; language: string; header: string; date: string; pieces: Piece[] };

const PICTURE_PT = 92;
const LINE_UNITS = 1.2;

/** The sheet of a document for the other engines. */
export function peerSheetOf(document: HandoutDocument): PeerSheet {
  const named = (text: string): string => text.replaceAll('{name}', document.patient.name);
  const pieces = document.blocks.flatMap(piecesOf).map((piece): Piece => ('text' in piece ? { ...piece, text: named(piece.text) } : piece));
  return {
    title: document.documentTitle,
    language: document.language,
    header: `${document.header.clinic}  ${named(document.header.person)}`,
    date: document.header.date,
    pieces,
  };
}

const words = (sentences: readonly Sentence[]): string[] => sentences.map(({ text }) => text);

function piecesOf(block: HandoutBlock): Piece[] {
  switch (block.type) {
    case 'title':
      return [{ kind: 'title', text: block.sentence.text }];
    case 'lead':
      return [{ kind: 'heading', text: block.sentence.text }];
    case 'messages':
      return [{ kind: 'items', items: block.messages.map((message) => words(message).join(' ')) }];
    case 'module': {
      const { picture } = block;
      return [
        { kind: 'heading', text: block.heading.text },
        ...(block.dose === null ? [] : [{ kind: 'strong' as const, text: block.dose.text }]),
        ...(picture === null ? [] : [{ kind: 'picture' as const, picture: pictureOf(picture.figure, picture.alt.text) }]),
        ...block.parts.map(({ kind, sentences }): Piece =>
          kind === 'steps' ? { kind: 'steps', items: words(sentences) } : { kind: 'text', text: words(sentences).join(' ') },
        ),
      ];
    }
    case 'safety':
      return [
        { kind: 'heading', text: words(block.now).join(' ') },
        { kind: 'items', items: words(block.nowItems) },
        { kind: 'heading', text: block.sameDay.text },
        { kind: 'items', items: words(block.sameDayItems) },
        { kind: 'text', text: words(block.tellUs).join(' ') },
      ];
    case 'tick-chart':
      return [
        { kind: 'heading', text: block.heading.text },
        { kind: 'table', corner: block.corner.text, days: block.days.map(({ label }) => label.text), rows: words(block.rows) },
      ];
    case 'about-you':
    case 'notes':
      return [
        { kind: 'heading', text: block.heading.text },
        { kind: 'text', text: words(block.sentences).join(' ') },
      ];
    default:
      return [{ kind: 'text', text: words(sentencesOf(block)).join(' ') }];
  }
}

function pictureOf(figure: IllustratedModule, alt: string): Picture {
  const { layers, box } = homeCareFigure(figure);
  const paths = layers.flatMap((layer): PicturePath[] => {
    if (layer.kind !== 'body') {
      const isFilled = layer.kind === 'object' || layer.kind === 'solid';
      return [{ d: layer.path, fill: isFilled ? '#e8e8e8' : 'none', stroke: 'black', strokeWidth: LINE_UNITS }];
    }
    const stroke = layer.isFar ? '#8c8c8c' : 'black';
    return [
      ...layer.paths.map((d) => ({ d, fill: 'none', stroke, strokeWidth: 2 * LINE_UNITS })),
      ...layer.paths.map((d) => ({ d, fill: 'white', stroke: 'none', strokeWidth: 0 })),
    ];
  });
  const scale = Math.min(PICTURE_PT / box.width, PICTURE_PT / box.height);
  return {
    viewBox: `${box.minX} ${box.minY} ${box.width} ${box.height}`,
    widthPt: box.width * scale,
    heightPt: box.height * scale,
    alt,
    paths,
  };
}
