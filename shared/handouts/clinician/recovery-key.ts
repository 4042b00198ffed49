import type { Clinic } from '../../schemas/clinic.ts';
import type { CalendarDate } from '../../schemas/common.ts';
import { handoutText } from '../../text/en/handouts.ts';
import { papersText } from '../../text/en/papers.ts';
import { unbroken } from '../build-context.ts';
import type { HandoutBlock, Sentence } from '../document-model.ts';
import { printDate } from '../handout-text.ts';

const words = papersText.recovery;

/** What the paper of a recovery key is made from. */
export type RecoveryKeyInput = {
  clinic: Clinic;
  /** The key as it is shown, group by group. */
  groups: readonly string[];
  /** Who made it. */
  madeBy: string;
  /** The desk's date today. */
  madeOn: CalendarDate;
};

/** The recovery key to be locked away: of which desk, the groups, what they are for and where to keep them. */
export function recoveryKeyBlocks({ clinic, groups, madeBy, madeOn }: RecoveryKeyInput): HandoutBlock[] {
  const say = (id: string, text: string): Sentence => ({ id: `K.${id}`, text });
  const texts = (id: string, { heading, lines }: { heading: string; lines: readonly string[] }): HandoutBlock => ({
    type: 'texts',
    heading: say(id, heading),
    paragraphs: [],
    items: lines.map((line, index) => say(`${id}.${index + 1}`, line)),
    linesToWrite: { least: 0, most: 0 },
    closing: [],
  });
  const date = unbroken(printDate(madeOn, clinic.dateFormat, handoutText));
  return [
    { type: 'title', sentence: say('title', words.title), inverted: false },
    { type: 'patient-line', sentences: [say('desk', words.desk(clinic.name)), say('made', words.made(date, madeBy))] },
    {
      type: 'key',
      groups: groups.map((group, index) => ({
        number: say(`number.${index + 1}`, `${index + 1}`),
        group: say(`group.${index + 1}`, group),
      })),
    },
    { type: 'lead', sentence: say('holder', words.holder) },
    texts('use', words.use),
    texts('keep', words.keep),
    texts('again', words.again),
  ];
}
