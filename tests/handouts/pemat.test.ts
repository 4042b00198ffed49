import { describe, expect, it } from 'vitest';
import { buildHandout } from '../../shared/handouts/build.ts';
import type { HandoutBlock, HandoutDocument, ModuleBlock } from '../../shared/handouts/document-model.ts';
import { lintHandout, MAIN_MESSAGES_MAX } from '../../shared/handouts/lint.ts';
import { PEMAT_ITEMS, type PematItem, pematFindings, STEPS_MAX } from '../../shared/handouts/pemat.ts';
import { MODULES } from '../../shared/schemas/plan.ts';
import { handoutProblems } from '../../shared/text/en/handout-problems.ts';
import { handoutTextOf, HANDOUT_LANGUAGES } from '../../shared/text/handout-languages.ts';
import { assessment, EMERGENCIES, input, PATIENT, SAFETY } from './fixtures.ts';

const EVERYTHING = assessment({ modules: MODULES.filter((id) => id !== 'M20') });
const [english] = HANDOUT_LANGUAGES;
const whole = (): HandoutDocument => buildHandout(input({ assessment: EVERYTHING }));
const items = (document: HandoutDocument): PematItem[] => pematFindings(document, english).map(({ item }) => item);
const withModules = (change: (block: ModuleBlock) => ModuleBlock): HandoutDocument => {
  const document = whole();
  return { ...document, blocks: document.blocks.map((block): HandoutBlock => (block.type === 'module' ? change(block) : block)) };
};
const without = (type: HandoutBlock['type']): HandoutDocument => {
  const document = whole();
  return { ...document, blocks: document.blocks.filter((block) => block.type !== type) };
};
const sentence = { id: 'x', text: 'Rest a little.' };

describe('PEMAT-P', () => {
  it.each(HANDOUT_LANGUAGES.map(({ language }) => language))('finds nothing on the sheets as they are written: %s', (language) => {
    const given = input({ assessment: EVERYTHING, patient: { ...PATIENT, preferredLanguage: language }, reviewedLanguages: [language] });
    expect(pematFindings(buildHandout(given), handoutTextOf(language) ?? english)).toEqual([]);
  });

  it.each([...Object.values(EMERGENCIES), ...Object.values(SAFETY)].map((one) => [one.plan.sheet, one]))(
    'leaves an %s sheet alone, whose wording is fixed',
    (_sheet, one) => {
      expect(items(buildHandout(input({ assessment: one })))).toEqual([]);
    },
  );

  const LACKING: Record<PematItem, HandoutDocument> = {
    1: without('lead'),
    4: withModules((block) => ({ ...block, notes: [{ id: 'x', text: 'Your lumbar radiculopathy eases.' }] })),
    8: withModules((block) => ({ ...block, parts: [{ kind: 'prose', sentences: Array.from({ length: 9 }, () => sentence) }] })),
    9: withModules((block) => ({ ...block, heading: { ...block.heading, text: ' ' } })),
    10: { ...whole(), blocks: whole().blocks.toReversed() },
    11: without('messages'),
    15: withModules((block) => ({ ...block, picture: null })),
    17: withModules((block) =>
      block.picture === null ? block : { ...block, picture: { ...block.picture, alt: { ...block.picture.alt, text: '' } } },
    ),
    20: { ...without('stop-rules'), blocks: whole().blocks.filter(({ type }) => type === 'title' || type === 'lead') },
    21: {
      ...whole(),
      blocks: [
        { type: 'title', sentence: { id: 'x', text: 'Sciatica' }, inverted: false },
        { type: 'lead', sentence },
      ],
    },
    22: withModules((block) => ({
      ...block,
      parts: [{ kind: 'steps', sentences: Array.from({ length: STEPS_MAX + 1 }, () => sentence) }],
    })),
    23: { ...whole(), blocks: whole().blocks.filter(({ type }) => type !== 'tick-chart' && type !== 'facts') },
  };
  it.each(PEMAT_ITEMS)('finds item %i where it is not met, and says so in a sentence', (item) => {
    const found = pematFindings(LACKING[item], english).filter((finding) => finding.item === item);
    expect(found.length).toBeGreaterThan(0);
    for (const { at } of found) expect(handoutProblems.pemat[item](at)).toMatch(/^\S.*\.$/);
  });

  it('is told before printing, and stops nothing', () => {
    const problems = lintHandout(LACKING[15], EVERYTHING).filter(({ code }) => code === 'pemat');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ hard }) => !hard)).toBe(true);
  });
});

describe('what stops a home-care sheet', () => {
  const hard = (document: HandoutDocument): string[] => lintHandout(document, EVERYTHING).flatMap((one) => (one.hard ? [one.code] : []));

  it('is more steps than a person keeps in mind, and exactly as many is not', () => {
    expect(hard(withSteps(STEPS_MAX + 1))).toContain('too-many-steps');
    expect(hard(withSteps(STEPS_MAX))).toEqual([]);
  });

  it('is more main messages than a person keeps in mind', () => {
    const messages = (count: number): HandoutDocument => {
      const document = whole();
      return {
        ...document,
        blocks: document.blocks.map((block) =>
          block.type === 'messages' ? { ...block, messages: Array.from({ length: count }, () => [sentence]) } : block,
        ),
      };
    };
    expect(hard(messages(MAIN_MESSAGES_MAX))).toEqual([]);
    expect(hard(messages(MAIN_MESSAGES_MAX + 1))).toEqual(['main-messages']);
  });

  it.each([
    ['a link', 'See www.example.org for more.'],
    ['a frightening word', 'The disc has slipped.'],
    ['a percentage', 'This helps 90% of people.'],
  ])('is %s', (_name, words) => {
    expect(hard(withModules((block) => ({ ...block, notes: [{ id: 'x', text: words }] })))).toContain('banned-word');
  });

  it('is a module the plan no longer allows', () => {
    const now = assessment({ modules: ['M05', 'M13', 'M19'], refused: ['M07'] });
    const problems = lintHandout(buildHandout(input()), now).filter((one) => one.hard);
    expect(problems.map(({ code }) => code)).toEqual(['gate-fails']);
    expect(problems[0]?.message).toContain('M07');
  });
});

function withSteps(count: number): HandoutDocument {
  return withModules((block) => ({ ...block, parts: [{ kind: 'steps', sentences: Array.from({ length: count }, () => sentence) }] }));
}
