import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../shared/schemas/assessment.ts';
import { PAPERS } from '../../shared/schemas/clinic.ts';
import { HANDOUT_LANGUAGES } from '../../shared/text/handout-languages.ts';
import { inspectSheet, qpdfFaults } from './inspect-sheet.ts';
import { arbitrarySweptVisit, type SweptVisit, sweptInput } from './swept-visits.ts';

/**
 * How many random visits are swept: a few with every run of the tests, 300 with `SWEEP_VISITS=300`. Each is printed in every language,
 * on both papers, in both sizes. With `SWEEP_QPDF=1` every file is checked by qpdf too, which must be installed.
 */
const VISITS = Number(process.env['SWEEP_VISITS'] ?? 4);
const TIMEOUT_MS = 30_000 + VISITS * 2000;
const WITH_QPDF = process.env['SWEEP_QPDF'] === '1';
const SEED = 20261122;
/** A whole sweep: large enough to hold every kind of sheet. */
const MANY = 300;

const combinations = HANDOUT_LANGUAGES.flatMap(({ language }) =>
  PAPERS.flatMap((paper) => [false, true].map((largePrint) => ({ language, paper, largePrint }))),
);

describe(`${VISITS} random visits`, () => {
  const sample = fc.sample(arbitrarySweptVisit, { numRuns: VISITS, seed: SEED });
  const pages: Record<string, number[]> = {};

  it.each(combinations)(
    'print whole, easy to read and in order: $language, $paper, large print $largePrint',
    async (combination) => {
      const found: string[] = [];
      for (const [index, visit] of sample.entries()) {
        const { pdf, faults, pageCount, sheet } = await inspectSheet(sweptInput(visit, combination));
        const isTooLong = sheet === 'emergency' && !combination.largePrint && pageCount > 1;
        const all = [...faults, ...(isTooLong ? ['an emergency sheet of two pages'] : []), ...(WITH_QPDF ? qpdfFaults(pdf) : [])];
        found.push(...all.map((fault) => `visit ${index}: ${fault}`));
        (pages[`${sheet}${combination.largePrint ? ', large print' : ''}`] ??= []).push(pageCount);
      }
      expect(found).toEqual([]);
    },
    TIMEOUT_MS,
  );

  afterAll(() => {
    if (VISITS < MANY) return;
    const { sheets, modules, notes, routes } = contentsOf(sample);
    const kinds = Object.entries(pages).map(
      ([kind, list]) => `${kind}: ${list.length} sheets, ${Math.min(...list)} to ${Math.max(...list)} pages`,
    );
    const counted = Object.entries({ visits: sheets, modules, notes, routes }).map(
      ([name, counts]) => `${name}: ${[...counts].map(([key, count]) => `${key} ${count}`).join(', ')}`,
    );
    process.stdout.write(`${[...kinds, ...counted].join('\n')}\n`);
  });
});

it('The visits of a whole sweep end in sheets of every kind, at least half of them home plans, and in every urgency', () => {
  const { sheets, urgencies } = contentsOf(fc.sample(arbitrarySweptVisit, { numRuns: MANY, seed: SEED }));
  expect(sheets.get('homecare') ?? 0).toBeGreaterThanOrEqual(MANY / 2);
  expect([...sheets.keys()].toSorted()).toEqual(['emergency', 'homecare', 'safety'] satisfies Sheet[]);
  expect([...urgencies.keys()].toSorted()).toEqual(['D', 'E', 'R', 'U']);
});

type Counts = Map<string, number>;

/** How many visits end in each sheet, how many home plans have each module and note, and how many red flags each urgency and route. */
function contentsOf(visits: readonly SweptVisit[]): Record<'sheets' | 'modules' | 'notes' | 'urgencies' | 'routes', Counts> {
  const assessed = visits.map((visit) => sweptInput(visit, { language: 'en', paper: 'A4', largePrint: false }).assessment);
  const plans = assessed.map(({ plan }) => plan);
  const homePlans = plans.filter(({ sheet }) => sheet === 'homecare');
  const flags = assessed.flatMap(({ redFlags }) => redFlags.rows);
  return {
    sheets: countsOf(plans.map(({ sheet }) => sheet)),
    modules: countsOf(homePlans.flatMap((plan) => plan.modules)),
    notes: countsOf(homePlans.flatMap((plan) => plan.notes)),
    urgencies: countsOf(flags.map(({ urgency }) => urgency)),
    routes: countsOf(flags.map(({ urgency, route }) => `${urgency} to ${route}`)),
  };
}

function countsOf(keys: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
