import type { Sentence } from '../../shared/handouts/document-model.ts';
import type { PageShape, Styles, TextStyle } from './styles.ts';
import type { Span, Typesetter } from './typesetter.ts';

/** What the blocks are measured with. */
export type Drawing = { typesetter: Typesetter; styles: Styles; shape: PageShape };

/** Space between columns of text. */
export const COLUMN_GAP_PT = 18;

/** Sentences as one run of text. The beginning marked by `leadIn` is bold. */
export function spansOf(sentences: readonly Sentence[], style: TextStyle): Span[] {
  return sentences.flatMap((sentence, index): Span[] => {
    const before = index === 0 ? '' : ' ';
    const { text, leadIn } = sentence;
    if (leadIn === undefined || !text.startsWith(leadIn)) return [{ text: `${before}${text}`, weight: style.weight }];
    return [
      { text: `${before}${leadIn}`, weight: 'bold' },
      { text: text.slice(leadIn.length), weight: style.weight },
    ];
  });
}
