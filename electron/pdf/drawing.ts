import type { Sentence } from '../../shared/handouts/document-model.ts';
import { type Box, textBox, withBookmark } from './boxes.ts';
import type { PageShape, Setting, TextStyle } from './styles.ts';
import type { Span, Typesetter } from './typesetter.ts';

/** What the blocks are measured with. */
export type Drawing = Setting & { typesetter: Typesetter; shape: PageShape };

/** Space between columns of text. */
export const COLUMN_GAP_PT = 18;

/** Sentences as one run of text. The beginning marked by `leadIn` is bold; words in another language are spans of their own. */
export function spansOf(sentences: readonly Sentence[], style: TextStyle): Span[] {
  return sentences.flatMap((sentence, index): Span[] => {
    const before = index === 0 ? '' : ' ';
    const { text, leadIn, foreign } = sentence;
    const spans: Span[] =
      leadIn === undefined || !text.startsWith(leadIn)
        ? [{ text: `${before}${text}`, weight: style.weight }]
        : [
            { text: `${before}${leadIn}`, weight: 'bold' },
            { text: text.slice(leadIn.length), weight: style.weight },
          ];
    return foreign === undefined
      ? spans
      : foreign.phrases.reduce((parts, phrase) => parts.flatMap((part) => apart(part, phrase, foreign.language)), spans);
  });
}

/** A span in the document's language as the words before a phrase, the phrase in its own language, and the words after it. */
function apart(span: Span, phrase: string, language: string): Span[] {
  const at = span.language === undefined ? span.text.indexOf(phrase) : -1;
  if (at < 0) return [span];
  const parts = [
    { ...span, text: span.text.slice(0, at) },
    { ...span, text: phrase, language },
    { ...span, text: span.text.slice(at + phrase.length) },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** Sentences as one paragraph, as wide as the page unless `widthPt` is given. */
export function paragraph(
  { typesetter, shape }: Drawing,
  sentences: readonly Sentence[],
  style: TextStyle,
  widthPt = shape.textWidthPt,
): Box {
  return textBox(typesetter, spansOf(sentences, style), style, widthPt);
}

/** A second-level heading, with a bookmark. */
export function heading({ typesetter, styles, shape }: Drawing, sentence: Sentence, widthPt = shape.textWidthPt): Box {
  const text = textBox(typesetter, spansOf([sentence], styles.heading), styles.heading, widthPt, { role: 'H2', balanced: true });
  return withBookmark(text, sentence.text);
}
