import { describe, expect, test } from 'vitest';
import { ACCURACY, HELP_SOURCES, helpText } from '../../../shared/text/en/help.ts';
import { MEASURE_ERRORS, MEASURE_RULES } from '../../../shared/text/en/follow-up.ts';
import { OUTCOME_LICENCES, OUTCOME_MEASURES } from '../../../shared/text/en/outcome-measures.ts';
import { MODULE_SOURCES } from '../../../shared/text/en/home-care-sources.ts';
import { REFERENCES, referencesOf } from '../../../shared/text/en/references.ts';

/** Every number in square brackets of a text, ranges such as [75-77] spelled out. */
function cited(text: string): number[] {
  return [...text.matchAll(/\[([\d,-]+)\]/g)].flatMap(([, inside = '']) =>
    inside.split(',').flatMap((part) => {
      const [from = Number.NaN, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, step) => from + step);
    }),
  );
}

const ALL_TEXTS = [
  ...helpText.cautions,
  ...helpText.reliability,
  ...helpText.pitfalls,
  ...OUTCOME_MEASURES.map((measure) => OUTCOME_LICENCES[measure]),
  ...Object.values(MEASURE_RULES).map((rule) => (typeof rule === 'function' ? rule(10) : rule)),
  ...Object.values(MEASURE_ERRORS),
];

describe('the help', () => {
  test('holds the published accuracy of spec 2.4', () => {
    expect(ACCURACY).toHaveLength(13);
    expect(ACCURACY.find(({ test: name, source }) => name === 'Crossed straight-leg raise' && source === 1)).toMatchObject({
      sensitivity: '0.28 (0.22-0.35)',
      specificity: '0.90 (0.85-0.94)',
      positive: '2.8 (calc)',
    });
  });

  test('marks as worked out exactly the ratios that follow from sensitivity and specificity', () => {
    for (const { sensitivity, specificity, positive, negative } of ACCURACY) {
      if (!positive.endsWith('(calc)')) continue;
      const [sens, spec] = [Number.parseFloat(sensitivity), Number.parseFloat(specificity)];
      expect(Number.parseFloat(positive)).toBeCloseTo(sens / (1 - spec), 1);
      expect(Number.parseFloat(negative)).toBeCloseTo((1 - sens) / spec, 1);
    }
  });

  test('says that no figure is of this patient', () => {
    expect(helpText.never).toMatch(/never the probability that this patient/);
  });

  test('names every source that help, thresholds and error bands cite', () => {
    const numbers = [...ALL_TEXTS.flatMap(cited), ...ACCURACY.map(({ source }) => source), ...HELP_SOURCES];
    expect(numbers.filter((number) => REFERENCES[number] === undefined)).toEqual([]);
    expect(referencesOf([47])).toEqual(['[47] Stynes, PLoS ONE 2018;13:e0191852, abstract']);
  });

  test('lists in its sources what its own texts cite', () => {
    const own = [...helpText.cautions, ...helpText.reliability, ...helpText.pitfalls].flatMap(cited);
    expect(own.filter((number) => !HELP_SOURCES.includes(number))).toEqual([]);
  });

  test('names a source for every module of the home-care sheet, each number with its reference', () => {
    const sources = Object.entries(MODULE_SOURCES);
    expect(sources.filter(([, named]) => named.length === 0)).toEqual([]);
    expect(
      sources.flatMap(([, named]) => named).filter((source) => typeof source === 'number' && REFERENCES[source] === undefined),
    ).toEqual([]);
    expect(MODULE_SOURCES.M03).toEqual(['teaching text, S33; not a study']);
    expect(MODULE_SOURCES.M04a).toEqual([95]);
  });
});
