import { describe, expect, it } from 'vitest';
import { PAPERS } from '../../shared/schemas/clinic.ts';
import { assessment, input } from './fixtures.ts';
import { inspectSheet } from './inspect-sheet.ts';
import { readPdf } from './read-pdf.ts';
import { inLanguage, TYPICAL_PHASE_1, TYPICAL_VISITS } from './typical-visits.ts';

const SLIP_SHARE_MAX = 1 / 3;

describe('a typical first sheet', () => {
  it('is of phase 1 where it says so', () => {
    for (const given of Object.values(TYPICAL_PHASE_1)) expect(given.assessment.plan).toMatchObject({ phase: 'P1', sheet: 'homecare' });
  });

  it.each(Object.keys(TYPICAL_PHASE_1).flatMap((name) => PAPERS.map((paper) => [name, paper] as const)))(
    'has at most two pages in normal print: %s, %s',
    async (name, paper) => {
      const given = TYPICAL_PHASE_1[name];
      if (given === undefined) throw new Error('unknown');
      const { pageCount, faults } = await inspectSheet({ ...given, options: { ...given.options, paper } });
      expect(faults).toEqual([]);
      expect(pageCount).toBeLessThanOrEqual(2);
    },
  );

  it.each(Object.entries(TYPICAL_VISITS))('has at most two pages on the paper of the demo clinic: %s', async (_, given) => {
    const { pageCount, faults } = await inspectSheet(given);
    expect(faults).toEqual([]);
    expect(pageCount).toBeLessThanOrEqual(2);
  });

  it.each(Object.entries(TYPICAL_PHASE_1))('has at most two pages in Spanish: %s', async (_, given) => {
    const { pageCount, faults } = await inspectSheet(inLanguage(given, 'es'));
    expect(faults).toEqual([]);
    expect(pageCount).toBeLessThanOrEqual(2);
  });

  it.each(Object.entries(TYPICAL_VISITS))('ends page 2 in a slip of at most a third of the page: %s', async (_, given) => {
    const { pdf } = await inspectSheet(given);
    const last = (await readPdf(pdf)).at(-1);
    const heading = last?.boxes.find((box) => box.text.startsWith('Keep this in your wallet'));
    expect(((last?.heightPt ?? 0) - (heading?.topPt ?? 0)) / (last?.heightPt ?? 1)).toBeLessThanOrEqual(SLIP_SHARE_MAX);
  });

  it('ends a roomy page in a slip of a third of it', async () => {
    const { pdf } = await inspectSheet(input({ assessment: assessment({ modules: ['M05', 'M08', 'M13', 'M19'] }) }));
    const last = (await readPdf(pdf)).at(-1);
    const heading = last?.boxes.find((box) => box.text.startsWith('Keep this in your wallet'));
    const share = ((last?.heightPt ?? 0) - (heading?.topPt ?? 0)) / (last?.heightPt ?? 1);
    // The cut line lies a little above the heading.
    expect(share).toBeGreaterThan(SLIP_SHARE_MAX - 0.02);
    expect(share).toBeLessThan(SLIP_SHARE_MAX);
  });

  it.each(Object.keys(TYPICAL_VISITS).flatMap((name) => ['en', 'es'].map((language) => [name, language] as const)))(
    'has at most six pages in large print: %s, %s',
    async (name, language) => {
      const given = TYPICAL_VISITS[name];
      if (given === undefined) throw new Error('unknown');
      const { pageCount, faults } = await inspectSheet(inLanguage({ ...given, options: { ...given.options, largePrint: true } }, language));
      expect(faults).toEqual([]);
      expect(pageCount).toBeLessThanOrEqual(6);
    },
  );
});
