import type { ModuleId } from '../schemas/plan.ts';
import { BLANK, type BuildContext } from './build-context.ts';
import { moduleBlock, safetyBlock, stopRulesBlock } from './build-parts.ts';
import type { HandoutBlock, Instruction, Sentence } from './document-model.ts';

/** The safety sheet (spec 5.4): why there is no home plan yet, the next contact, M19, and with an open D M13, M05 and M06. */
export function safetySheetBlocks(context: BuildContext, modules: readonly ModuleId[]): HandoutBlock[] {
  const { input, text, sentence, sentences } = context;
  const words = text.safetySheet;
  const { safetyReasons, sheet } = input.assessment.plan;
  // Asked for beside the emergency sheet: that one says to go now, so this one does not say to stay.
  const waitsHere = safetyReasons.includes('D') && sheet !== 'emergency';
  const { nextReviewOn } = input.record.plan;
  const next = nextReviewOn === null ? BLANK : context.date(nextReviewOn, true);
  const strong = (said: Sentence[]): Instruction => ({ sentences: said, emphasis: 'strong' });
  const instructions = [
    ...(waitsHere ? [strong(sentences('S.discussion', words.openDiscussion))] : []),
    ...(safetyReasons.includes('incomplete') ? [strong(sentences('S.incomplete', words.incomplete))] : []),
    ...(safetyReasons.includes('earlierE') ? [strong(sentences('S.earlierE', words.earlierEmergency))] : []),
    strong([sentence('S.next', words.nextContact, { next })]),
  ];
  return [
    { type: 'title', sentence: sentence('S.title', words.title), inverted: false },
    { type: 'patient-line', sentences: [sentence('S.person', words.person)] },
    { type: 'instructions', instructions },
    safetyBlock(context),
    ...(modules.includes('M13') ? [stopRulesBlock(context)] : []),
    ...modules.flatMap((id) => (id === 'M05' || id === 'M06' ? [moduleBlock(context, id, [])] : [])),
  ];
}
