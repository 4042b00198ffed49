import type { Fact } from '../schemas/red-flag-answers.ts';
import { FACTS } from '../schemas/red-flag-answers.ts';
import { K } from './constants.ts';
import type { RedFlagInput } from './red-flag-inputs.ts';
import { answerOf, anyYes, gradedMuscles, rfNumber } from './red-flag-inputs.ts';

/** Facts that spec 5.2 requires at every visit. */
const ALWAYS_REQUIRED: ReadonlySet<Fact> = new Set<Fact>([
  'RF-01a',
  'RF-01b',
  'RF-01c',
  'RF-01d',
  'RF-02a',
  'RF-02b',
  'RF-03a',
  'RF-03b',
  'RF-03c',
  'RF-04a',
  'RF-04b',
  'RF-05a',
  'RF-05b',
  'RF-06a',
  'RF-07b',
  'RF-08c',
  'RF-08d',
  'RF-09c',
  'RF-10a',
  'RF-10b',
  'RF-11a',
  'RF-11b',
  'RF-12a',
  'RF-12b',
  'RF-12c',
  'RF-12d',
  'RF-12e',
  'RF-12f',
  'RF-13a',
  'RF-13b',
  'RF-14a',
  'RF-15a',
  'RF-15b',
  'RF-15c',
  'RF-16a',
  'RF-16b',
  'RF-18a',
  'RF-18b',
  'RF-18c',
  'RF-18d',
  'RF-18e',
  'RF-22a',
  'RF-22b',
  'RF-22c',
]);

/** Facts of spec 7.0 row 2 that no recorded reason can replace. */
const NO_REASON_REPLACES: ReadonlySet<Fact> = new Set<Fact>([
  'RF-01a',
  'RF-01b',
  'RF-01c',
  'RF-01d',
  'RF-02a',
  'RF-02b',
  'RF-03a',
  'RF-03b',
  'RF-03c',
  'RF-04a',
  'RF-04b',
  'RF-05a',
  'RF-05b',
  'RF-06a',
  'RF-07b',
]);

/** What decides which facts are required. */
type RequiredInput = Pick<RedFlagInput, 'answers' | 'power' | 'modifiers'>;

const INFECTION_RISKS = ['RF-12c', 'RF-12d', 'RF-12e', 'RF-12f'] as const;

function isSpinalPainAsked(input: RequiredInput): boolean {
  return answerOf(input, 'RF-11a') !== 'no';
}

/** Facts required only under a condition of spec 5.2. */
const REQUIRED_WHEN: Readonly<Partial<Record<Fact, (input: RequiredInput) => boolean>>> = {
  'RF-10g': (input) => anyYes(input, 'RF-10a') || gradedMuscles(input).some(({ grade }) => grade <= K.K25_MRC_WEAK),
  'RF-11d': isSpinalPainAsked,
  'RF-11e': isSpinalPainAsked,
  'RF-11f': isSpinalPainAsked,
  'RF-11h': isSpinalPainAsked,
  'RF-11i': isSpinalPainAsked,
  'RF-12g': (input) =>
    INFECTION_RISKS.some((risk) => answerOf(input, risk) !== 'no') ||
    input.modifiers.includes('dialysis') ||
    input.modifiers.includes('immune'),
  'RF-22d': (input) => answerOf(input, 'RF-22c') !== 'no',
};

function isRequired(input: RequiredInput, fact: Fact): boolean {
  return REQUIRED_WHEN[fact]?.(input) ?? ALWAYS_REQUIRED.has(fact);
}

/** Required facts of this visit in field order, the conditional ones included (spec 5.2 "Required fields"). */
export function requiredFacts(input: RequiredInput): Fact[] {
  return FACTS.filter((fact) => isRequired(input, fact));
}

/** Required facts outside RF-01 to RF-05 answered unsure or declined (row RF-23). */
export function unsettledRequired(input: RequiredInput): Fact[] {
  return requiredFacts(input).filter((fact) => {
    const answer = answerOf(input, fact);
    return rfNumber(fact) > 'RF-05' && (answer === 'unsure' || answer === 'declined');
  });
}

/** Unasked facts of spec 7.0 row 2: while one is open no reason opens a home-care module. */
export function blockingFacts(input: Pick<RedFlagInput, 'answers'>): Fact[] {
  return FACTS.filter((fact) => NO_REASON_REPLACES.has(fact) && answerOf(input, fact) === 'unasked');
}
