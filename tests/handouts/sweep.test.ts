import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { assess } from '../../shared/clinical/assess.ts';
import type { HandoutInput } from '../../shared/handouts/build.ts';
import { OPTIONAL_MODULES } from '../../shared/schemas/clinic.ts';
import { DOSE_IDS, DOSES, type DoseRule } from '../../shared/schemas/doses.ts';
import { MODULES } from '../../shared/schemas/plan.ts';
import { HANDOUT_LANGUAGES } from '../../shared/text/handout-languages.ts';
import { arbitraryContext, arbitraryMixedVisit, arbitraryQuietVisit } from '../helpers/arbitrary-quiet-visit.ts';
import { CLINIC, input, PATIENT } from './fixtures.ts';
import { inspectSheet } from './inspect-sheet.ts';

/**
 * How many random visits are swept: a few with every run of the tests, 300 with `SWEEP_VISITS=300`. Each is printed in every language,
 * on both papers, in both sizes. With `SWEEP_QPDF=1` every file is checked by qpdf too, which must be installed.
 */
const VISITS = Number(process.env['SWEEP_VISITS'] ?? 4);
const TIMEOUT_MS = 30_000 + VISITS * 2000;
const WITH_QPDF = process.env['SWEEP_QPDF'] === '1';

const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));

const arbitraryPrevious: fc.Arbitrary<HandoutInput['previous']> = fc.option(
  fc.record({ madeOn: fc.constant('2026-03-02'), modules: fc.subarray(MODULES.filter((id) => id !== 'M20')) }),
);
const arbitraryVisits = fc.tuple(fc.oneof(arbitraryQuietVisit, arbitraryMixedVisit), arbitraryContext, arbitraryPrevious);
const SEED = 20261122;

/** A clinic that uses every setting: the widest doses, a tall logo and a long address. */
const RICH_CLINIC: HandoutInput['clinic'] = {
  ...CLINIC,
  address: 'Third floor, 128 Old Harbour Road, Northfield-upon-Tyne NE99 9ZZ',
  modules: [...OPTIONAL_MODULES],
  printsIbuprofenDose: true,
  doses: Object.fromEntries(
    DOSE_IDS.map((id) => {
      const { min, max, isRange }: DoseRule = DOSES[id];
      return [id, { from: isRange ? min : max, to: max }];
    }),
  ),
  logo: { logoId: '0197a000-0000-7000-8000-000000000009', widthPx: 240, heightPx: 120, sha256: '0'.repeat(64) },
};

const languages = HANDOUT_LANGUAGES.map((text) => text.language);
const combinations = languages.flatMap((language) =>
  (['A4', 'Letter'] as const).flatMap((paper) => [false, true].map((largePrint) => ({ language, paper, largePrint }))),
);

describe(`${VISITS} random visits`, () => {
  const sample = fc.sample(arbitraryVisits, { numRuns: VISITS, seed: SEED });
  const pages: Record<string, number[]> = {};

  it.each(combinations)(
    'print whole, easy to read and in order: $language, $paper, large print $largePrint',
    async (combination) => {
      const { language, paper, largePrint } = combination;
      for (const [index, [visit, context, previous]] of sample.entries()) {
        const record = { ...visit, plan: { ...visit.plan, sheetLanguageReason: '' } };
        const { pdf, faults, pageCount, sheet } = await inspectSheet(
          input({
            patient: { ...PATIENT, preferredLanguage: language },
            reviewedLanguages: languages,
            record,
            visitOn: record.visitOn,
            madeOn: record.visitOn,
            // Every other clinic has a logo, every module and doses of its own.
            clinic: index % 2 === 0 ? CLINIC : RICH_CLINIC,
            assessment: assess(record, index % 2 === 0 ? context : { ...context, modules: OPTIONAL_MODULES }),
            previous,
            options: { kind: 'plan', paper, largePrint },
          }),
        );
        expect(faults, `visit ${index}`).toEqual([]);
        (pages[`${sheet}${largePrint ? ', large print' : ''}`] ??= []).push(pageCount);
        if (WITH_QPDF) {
          const path = join(folder, 'sheet.pdf');
          writeFileSync(path, pdf);
          execFileSync('qpdf', ['--check', path], { stdio: 'pipe' });
        }
      }
    },
    TIMEOUT_MS,
  );

  it('include sheets of every kind when there are many', () => {
    if (VISITS < 100) return;
    const counts = Object.entries(pages).map(
      ([kind, list]) => `${kind}: ${list.length} sheets, ${Math.min(...list)} to ${Math.max(...list)} pages`,
    );
    process.stdout.write(`${counts.join('\n')}\n`);
    expect(Object.keys(pages)).toHaveLength(6);
  });
});
