import { expect, it } from 'vitest';
import { FACTS } from '../../../shared/schemas/red-flag-answers.ts';
import { mentionsCaudaEquina } from '../../../renderer/features/visit/fields/cauda-equina-words.ts';
import { groupsFor } from '../../../renderer/features/visit/talk/red-flag-groups.ts';

it.each(['cannot pee since Monday', 'Numb round the saddle', 'URINARY retention?', 'bowels slow', 'bladder fine', 'numbness'])(
  'shows the way to the questions for "%s"',
  (note) => expect(mentionsCaudaEquina(note)).toBe(true),
);

it.each(['', 'sits badly, drives a lorry', 'peeled an orange', 'number of flares: 3'])('says nothing about "%s"', (note) =>
  expect(mentionsCaudaEquina(note)).toBe(false),
);

it.each(['first', 'review', 'phone'] as const)('offers every fact exactly once at a %s contact', (contact) => {
  const { flow, more } = groupsFor(contact);
  const offered = [...flow.flatMap((group) => group.facts), ...more];
  expect(offered.toSorted()).toEqual([...FACTS].toSorted());
});
