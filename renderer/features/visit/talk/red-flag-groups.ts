import type { Contact } from '../../../../shared/schemas/visit.ts';
import type { Fact } from '../../../../shared/schemas/red-flag-answers.ts';
import type { text } from '../../../text.ts';

export type FactGroup = { heading: keyof typeof text.visit.talk.groups; facts: readonly Fact[] };

/** The questions in the order they are asked. Which of them are required is the rules' answer (spec 5.2), not this list's. */
const VISIT_GROUPS: readonly FactGroup[] = [
  {
    heading: 'bladder',
    facts: [
      'RF-01a',
      'RF-01b',
      'RF-01c',
      'RF-01d',
      'RF-02a',
      'RF-02b',
      'RF-03a',
      'RF-03b',
      'RF-03c',
      'RF-04a',
      'RF-04b',
      'RF-05a',
      'RF-05b',
    ],
  },
  { heading: 'legs', facts: ['RF-06a', 'RF-07b', 'RF-08c', 'RF-08d', 'RF-09c', 'RF-10a', 'RF-10g', 'RF-10b'] },
  { heading: 'cancer', facts: ['RF-11a', 'RF-11b', 'RF-11d', 'RF-11e', 'RF-11f', 'RF-11h', 'RF-11i'] },
  { heading: 'infection', facts: ['RF-12a', 'RF-12b', 'RF-12c', 'RF-12d', 'RF-12e', 'RF-12f', 'RF-12g'] },
  { heading: 'injury', facts: ['RF-13a', 'RF-13b'] },
  { heading: 'pain', facts: ['RF-14a'] },
  { heading: 'vessels', facts: ['RF-15a', 'RF-15b', 'RF-15c', 'RF-16a', 'RF-16b'] },
  { heading: 'calf', facts: ['RF-18a', 'RF-18b', 'RF-18c', 'RF-18d', 'RF-18e'] },
  { heading: 'procedures', facts: ['RF-22a', 'RF-22b', 'RF-22c', 'RF-22d'] },
];

/** The phone contact's questions in their own order (spec 12.4); all others stand behind "more". */
const PHONE_GROUPS: readonly FactGroup[] = [
  { heading: 'bladder', facts: VISIT_GROUPS[0]?.facts ?? [] },
  { heading: 'legs', facts: ['RF-06a', 'RF-07b', 'RF-10g'] },
  { heading: 'vessels', facts: ['RF-15b'] },
  { heading: 'calf', facts: ['RF-18d'] },
  { heading: 'infection', facts: ['RF-12a'] },
];

/** Questions that are required only while another answer asks for them. */
export const CONDITIONAL_FACTS: ReadonlySet<Fact> = new Set([
  'RF-10g',
  'RF-11d',
  'RF-11e',
  'RF-11f',
  'RF-11h',
  'RF-11i',
  'RF-12g',
  'RF-22d',
]);

/** Asked behind "more", never counted (spec 5.2). */
const OPTIONAL_FACTS: readonly Fact[] = [
  'RF-08e',
  'RF-13h',
  'RF-14b',
  'RF-19a',
  'RF-19b',
  'RF-19c',
  'RF-17a',
  'RF-17b',
  'RF-17c',
  'RF-17d',
  'RF-17e',
  'RF-17f',
  'RF-17g',
];

/** The groups in the flow, and the questions behind "more", for a kind of contact. */
export function groupsFor(contact: Contact): { flow: readonly FactGroup[]; more: readonly Fact[] } {
  if (contact !== 'phone') return { flow: VISIT_GROUPS, more: OPTIONAL_FACTS };
  const asked = new Set(PHONE_GROUPS.flatMap((group) => group.facts));
  const rest = VISIT_GROUPS.flatMap((group) => group.facts).filter((fact) => !asked.has(fact));
  return { flow: PHONE_GROUPS, more: [...rest, ...OPTIONAL_FACTS] };
}
