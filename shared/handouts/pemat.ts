import { ILLUSTRATED_MODULES } from '../figures/home-care.ts';
import { MODULES, type ModuleId } from '../schemas/plan.ts';
import { type HandoutBlock, type HandoutDocument, type ModuleBlock, sentencesOf } from './document-model.ts';
import type { HandoutText } from './handout-text.ts';

/**
 * Items of the Patient Education Materials Assessment Tool for printed materials (PEMAT-P, AHRQ 2013) that can be computed from a sheet.
 * Understandability: 1 purpose, 4 medical terms, 8 short sections, 9 headings, 10 order, 11 summary, 15 pictures where they help,
 * 17 pictures with words. Actionability: 20 an action named, 21 addresses the user, 22 steps, 23 a tool. Item 3 (everyday words) is the
 * reading grade, items 6 and 7 (numbers) are the banned words, each with findings of their own in `lint.ts`.
 */
export const PEMAT_ITEMS = [1, 4, 8, 9, 10, 11, 15, 17, 20, 21, 22, 23] as const;
export type PematItem = (typeof PEMAT_ITEMS)[number];

/** One item of a sheet that is not met, with the part or word it was found at. */
export type PematFinding = { item: PematItem; at: string };

/** Sentences of one part that stand together without a break. */
const PART_SENTENCES_MAX = 8;
/** Steps a person can keep in mind (PEMAT-P 22); spec 7.2 has at most four. */
export const STEPS_MAX = 7;

/** What a home-care sheet lacks by the computable items of PEMAT-P. Emergency and safety sheets have their wording from spec 5.4, whole. */
export function pematFindings(document: HandoutDocument, text: HandoutText): PematFinding[] {
  if (document.sheet !== 'homecare') return [];
  const { blocks } = document;
  const modules = blocks.filter((block): block is ModuleBlock => block.type === 'module');
  const checks: Readonly<Record<PematItem, readonly string[]>> = {
    1: has(blocks, 'title') && has(blocks, 'lead') ? [] : ['title'],
    4: blocks.flatMap(sentencesOf).flatMap((sentence) => text.tradeWords.exec(sentence.text)?.[0] ?? []),
    8: modules.filter(isLong).map(({ module }) => module),
    9: modules.filter(({ heading }) => heading.text.trim() === '').map(({ module }) => module),
    10: isInOrder(modules) ? [] : modules.map(({ module }) => module),
    11: modules.some(canBeSummed) && !has(blocks, 'messages') ? ['messages'] : [],
    15: modules.filter((block) => isIllustrable(block.module) && block.picture === null).map(({ module }) => module),
    17: modules.filter(({ picture }) => picture?.alt.text.trim() === '').map(({ module }) => module),
    20: modules.some((block) => block.parts.length > 0) || has(blocks, 'stop-rules') ? [] : ['sheet'],
    21: text.speaksToYou.test(
      blocks
        .flatMap(sentencesOf)
        .map(({ text: words }) => words)
        .join(' '),
    )
      ? []
      : ['sheet'],
    22: modules.filter(hasTooManySteps).map(({ module }) => module),
    23: modules.some(({ picture }) => picture !== null) && !has(blocks, 'tick-chart') && !has(blocks, 'facts') ? ['tick-chart'] : [],
  };
  return PEMAT_ITEMS.flatMap((item) => [...new Set(checks[item])].map((at) => ({ item, at })));
}

/** Whether a module asks for more steps in a row than a person can keep in mind. */
export function hasTooManySteps({ parts }: ModuleBlock): boolean {
  return parts.some(({ kind, sentences }) => kind === 'steps' && sentences.length > STEPS_MAX);
}

function has(blocks: readonly HandoutBlock[], type: HandoutBlock['type']): boolean {
  return blocks.some((block) => block.type === type);
}

function isLong({ parts }: ModuleBlock): boolean {
  return parts.some(({ sentences }) => sentences.length > PART_SENTENCES_MAX);
}

function isInOrder(modules: readonly ModuleBlock[]): boolean {
  const places = modules.map(({ module }) => MODULES.indexOf(module));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
}

/** Modules whose sentences can stand as a main message. */
function canBeSummed({ module }: ModuleBlock): boolean {
  return module === 'M08' || module === 'M18';
}

function isIllustrable(module: ModuleId): boolean {
  return (ILLUSTRATED_MODULES as readonly ModuleId[]).includes(module);
}
