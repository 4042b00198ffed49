import type { Assessment, RootResult } from '../../../../shared/schemas/assessment.ts';
import { SIDES, type Side } from '../../../../shared/schemas/common.ts';
import { text } from '../../../text.ts';

/** How much a root statement says, most first. Orders the sides; changes no statement. */
const WEIGHT: Record<RootResult['output'], number> = {
  'UPPER MOTOR NEURONE': 9,
  'MORE THAN ONE ROOT': 8,
  CONSISTENT: 7,
  POSSIBLE: 6,
  'SIGN WITHOUT LEVEL': 5,
  'IRRITATION WITHOUT LEVEL': 4,
  HELD: 3,
  'NOT ENOUGH DATA': 2,
  'NO ROOT PATTERN': 1,
};

export type Verdict = { side: Side; root: RootResult; headline: string };

/** The root statements worth showing: the side that says most, and the other one when it says something too. */
export function verdictsOf(assessment: Assessment): readonly Verdict[] {
  const bySide = SIDES.map((side): Verdict => {
    const root = assessment.root[side];
    return { side, root, headline: headlineOf(root) };
  }).toSorted((a, b) => WEIGHT[b.root.output] - WEIGHT[a.root.output]);
  const [first, second] = bySide;
  if (first === undefined) return [];
  const isForBoth = first.root.output === 'UPPER MOTOR NEURONE';
  const secondSpeaks = second !== undefined && WEIGHT[second.root.output] > WEIGHT['NOT ENOUGH DATA'];
  return secondSpeaks && !isForBoth ? bySide : [first];
}

function headlineOf(root: RootResult): string {
  const words = text.visit.headline;
  if (root.output === 'NOT ENOUGH DATA') return words.notEnough;
  if (root.output === 'NO ROOT PATTERN') return words.none;
  return root.text;
}
