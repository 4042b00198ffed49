import { sbiSum } from '../../clinical/follow-up-measures.ts';
import { startBackRisk } from '../../clinical/outcome-scores.ts';
import type { FollowUp } from '../../schemas/assessment.ts';
import { type Measures, SBI_TOPICS } from '../../schemas/visit.ts';
import { papersText } from '../../text/en/papers.ts';
import { VERDICT_NAMES } from '../../text/en/follow-up.ts';
import { historyText } from '../../text/en/screens-history.ts';
import { visitTalkText as talk } from '../../text/en/screens-visit-talk.ts';
import type { Recorded } from './paper-context.ts';

const words = papersText.measures;
const { outOf10 } = historyText.signed;

const parts = (...said: readonly string[]): string => said.filter((part) => part !== '').join(', ');

function rmdqInWords({ rmdq, rmdqForm, rmdqVariant }: Measures): string | null {
  if (rmdq === null) return null;
  const count = rmdqForm === 'incomplete' ? talk.rmdqTicked(rmdq) : String(rmdq);
  return parts(count, rmdqVariant === null ? '' : words.wording(talk.rmdqVariants[rmdqVariant]));
}

/** The sum where every topic was rated; else the topics that were, for a sum of some of them would read as a score. */
function sbiInWords(measures: Measures): string | null {
  const sum = sbiSum(measures);
  if (sum !== null) return talk.sbiSum(sum);
  const rated = SBI_TOPICS.flatMap((topic) =>
    measures.sbi[topic] === null ? [] : [`${talk.sbiTopics[topic].toLowerCase()} ${measures.sbi[topic]}`],
  );
  return rated.length === 0 ? null : rated.join(', ');
}

function startBackInWords(measures: Measures): string | null {
  const { startBackTotal, startBackPsychosocial } = measures;
  if (startBackTotal === null) return null;
  const risk = startBackRisk(measures);
  return parts(
    String(startBackTotal),
    startBackPsychosocial === null ? '' : words.psychosocial(startBackPsychosocial),
    risk === null ? '' : talk.startBackRisks[risk],
  );
}

/** The outcome measures that were recorded, each with its range; those that were not are left out. */
export function measureRecords(measures: Measures): Recorded[] {
  const { grc, odiPercent, lefs, psfs } = measures;
  const rows: Recorded[] = [
    [talk.grc, grc === null ? null : String(grc)],
    [talk.rmdq, rmdqInWords(measures)],
    ...psfs.map(({ activity, score }): Recorded => [words.activity(activity), score === null ? null : outOf10(score)]),
    [talk.odi, odiPercent === null ? null : String(odiPercent)],
    [talk.lefs, lefs === null ? null : String(lefs)],
    [talk.sbi, sbiInWords(measures)],
    [talk.startBack, startBackInWords(measures)],
  ];
  return rows.filter(([, value]) => value !== null);
}

/** What changed since the first visit, a line for each measure, with the last visit beside it where that is another one. */
export function changesInWords({ measures, sinceLast }: Pick<FollowUp, 'measures' | 'sinceLast'>): string[] {
  return measures.map((since) => {
    const last = sinceLast.find(({ measure }) => measure === since.measure);
    return last === undefined || last.from === ''
      ? since.text
      : words.sinceLast(since.text, last.from, last.to, VERDICT_NAMES[last.verdict]);
  });
}

/** Measures that got better or worse since the first visit, short, for a letter, without those the result itself names. */
export function changedInWords({ measures, text }: Pick<FollowUp, 'measures' | 'text'>): string[] {
  return measures
    .filter(({ verdict }) => verdict === 'better' || verdict === 'worse')
    .filter(({ measure, from, to }) => !text.includes(words.change(measure, from, to)))
    .map(({ measure, from, to, verdict }) => words.changed(words.change(measure, from, to), VERDICT_NAMES[verdict]));
}
