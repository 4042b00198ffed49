import { describe, expect, it } from 'vitest';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { type TickChartBlock, sentencesOf } from '../../shared/handouts/document-model.ts';
import { input, visit, VISIT_ON } from './fixtures.ts';
import { draw, readPdf, readText } from './read-pdf.ts';

const reviewOn = (nextReviewOn: string | null): HandoutInput =>
  input({
    record: visit((record) => {
      record.plan.nextReviewOn = nextReviewOn;
    }),
  });

function chartOf(given: HandoutInput): TickChartBlock | undefined {
  return buildHandout(given).blocks.find((block) => block.type === 'tick-chart');
}
const daysOf = (given: HandoutInput): string[] => chartOf(given)?.days.map((day) => day.label.text) ?? [];

describe('the tick chart', () => {
  it('has the days after the visit up to the review, at most two weeks', () => {
    expect(daysOf(reviewOn('2026-11-16'))).toEqual(['14', '15', '16']);
    expect(daysOf(reviewOn('2026-11-27'))).toHaveLength(14);
    expect(daysOf(reviewOn('2027-01-15'))).toHaveLength(14);
    expect(daysOf(reviewOn(null))).toHaveLength(14);
    expect(daysOf({ ...reviewOn('2026-12-02'), visitOn: '2026-11-28' })).toEqual(['29', '30', '1', '2']);
    expect(chartOf(reviewOn(VISIT_ON))).toBeUndefined();
  });

  it('marks the weeks at their Mondays', () => {
    const starts = chartOf(input())?.days.filter((day) => day.startsWeek);
    expect(starts?.map((day) => day.label.text)).toEqual(['16', '23']);
  });

  it('has a row for each position and exercise on the sheet', () => {
    expect(chartOf(input())?.rows.map((row) => row.text)).toEqual([
      'Warmth',
      'Legs-up rest (90-90)',
      'Side-lying',
      'Pelvic tilts',
      'Walking',
    ]);
  });

  it('has ten days in one table in large print, as wide as the text', async () => {
    const { pdf } = await draw({ ...reviewOn('2026-11-23'), options: { kind: 'plan', paper: 'A4', largePrint: true } });
    const pages = await readPdf(pdf);
    expect(pages.flatMap((page) => page.roles).filter((role) => role === 'Table')).toHaveLength(1);
    const page = pages.find(({ roles }) => roles.includes('Table'));
    const [first, last] = ['14', '23'].map((day) => page?.boxes.find((box) => box.text === day));
    expect(first?.topPt).toBe(last?.topPt);
    expect(last?.rightPt).toBeGreaterThan(500);
  });

  it.each([
    [false, 1],
    [true, 2],
  ])('is a table with headed columns and rows (large print %s)', async (largePrint, tables) => {
    const { pdf } = await draw(input({ options: { kind: 'plan', paper: 'A4', largePrint } }));
    const roles = (await readPdf(pdf)).flatMap((page) => page.roles);
    const count = (role: string): number => roles.filter((one) => one === role).length;
    expect(count('Table')).toBe(tables);
    expect(count('TR')).toBe(6 * tables);
    expect(count('TH')).toBe(14 + tables + 5 * tables);
    expect(count('TD')).toBe(14 * 5);
  });
});

describe('what changed since the last sheet', () => {
  const since = (modules: HandoutInput['assessment']['plan']['modules']): HandoutInput =>
    input({ previous: { madeOn: '2026-10-30', modules } });
  const changes = (given: HandoutInput): string[] =>
    buildHandout(given)
      .blocks.filter((block) => block.type === 'changes')
      .flatMap(sentencesOf)
      .map((sentence) => sentence.text);

  it('is not said on a first sheet', () => {
    expect(changes(input())).toEqual([]);
  });

  it('names what is new and what is left out', async () => {
    const given = since(['M01', 'M03', 'M05', 'M11', 'M13', 'M18', 'M19']);
    expect(changes(given)).toEqual([
      'New since your sheet of 30\u00a0Oct\u00a02026: Warmth, Pelvic tilts, Walking.',
      'Not for now: Cold pack.',
    ]);
    expect(await readText((await draw(given)).pdf)).toContain('Not for now: Cold pack.');
  });

  it('never lists a warning as something to leave out for now', () => {
    const now = input().assessment.plan.modules;
    for (const warning of ['M11', 'M12b', 'M12c', 'M15x'] as const) {
      const without = input();
      without.assessment = { ...without.assessment, plan: { ...without.assessment.plan, modules: now.filter((id) => id !== warning) } };
      const given = { ...without, previous: { madeOn: '2026-10-30', modules: [...without.assessment.plan.modules, warning] } };
      expect(changes(given), warning).toEqual([]);
      expect(changes({ ...given, previous: { ...given.previous, modules: [...given.previous.modules, 'M01'] } }), warning).toEqual([
        'Not for now: Cold pack.',
      ]);
    }
    expect(changes(since(now.filter((id) => id !== 'M11')))[0]).toContain('Take care with stretching');
  });

  it('says when nothing changed', () => {
    expect(changes(since([...input().assessment.plan.modules]))).toEqual(['Your plan is the same as on 30\u00a0Oct\u00a02026.']);
  });
});
