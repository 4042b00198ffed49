import { expect, test } from 'vitest';
import { FOLLOW_UP_NOTES, NEUROLOGY_ITEMS, neurologyInWords, neurologySentences } from '../../../shared/text/en/follow-up.ts';

test.each([
  [NEUROLOGY_ITEMS.power('EHL', 'right'), 'power: great-toe extension, right'],
  [NEUROLOGY_ITEMS.reflex('ankle', 'left'), 'reflex: ankle, left'],
  [NEUROLOGY_ITEMS.sensation('L5', 'right'), 'sensation: L5 key point, right'],
  [FOLLOW_UP_NOTES.powerNotRetested('DF', 'left'), 'power not re-tested: ankle dorsiflexion, left'],
  [FOLLOW_UP_NOTES.reflexOneLower('knee', 'right'), 'reflex one grade lower: knee, right'],
  [NEUROLOGY_ITEMS.caudaEquina('RF-01b'), NEUROLOGY_ITEMS.caudaEquina('RF-01b')],
  [FOLLOW_UP_NOTES.grcSmall, FOLLOW_UP_NOTES.grcSmall],
])('%s is read as "%s"', (item, words) => {
  expect(neurologyInWords(item)).toBe(words);
});

test('muscles that were not tested again are named in one sentence, after the rest', () => {
  expect(
    neurologySentences([
      FOLLOW_UP_NOTES.powerNotRetested('DF', 'right'),
      NEUROLOGY_ITEMS.reflex('ankle', 'left'),
      FOLLOW_UP_NOTES.powerNotRetested('EHL', 'left'),
    ]),
  ).toEqual(['reflex: ankle, left', 'power not re-tested: ankle dorsiflexion, right; great-toe extension, left']);
});
