import type { Root, SlrClass } from '../schemas/assessment.ts';
import type { Side } from '../schemas/common.ts';
import type { Muscle, NeuroExam, Reflex } from '../schemas/neuro-exam.ts';
import { FINDING_TEXTS, NORMAL_TEXTS } from '../text/en/nerve-roots.ts';
import { countedHeelRises, effectivePower, isHeelRaiseFailed, testedReflex, testedSensation, usableMrc } from './neuro-grades.ts';
import { type Finding, isReflexNormal } from './nerve-root-scoring.ts';
import { OTHER_SIDE } from './slr.ts';

/** Key muscles, reflex, key point and tension tests of each root (spec 3.1), whose normal result speaks against it. */
const KEY_FINDINGS: Readonly<
  Record<Root, { muscles: readonly Muscle[]; reflex: Reflex | null; tension: readonly ('slr' | 'slump' | 'femoralStretch')[] }>
> = {
  U: { muscles: ['HF', 'KE'], reflex: 'knee', tension: ['femoralStretch'] },
  L4: { muscles: ['KE', 'DF'], reflex: 'knee', tension: ['femoralStretch'] },
  L5: { muscles: ['EHL', 'DF', 'EV'], reflex: null, tension: ['slr', 'slump'] },
  S1: { muscles: ['PF'], reflex: 'ankle', tension: ['slr', 'slump'] },
};
const NORMAL_POWER = 5;
const NORMAL_SENSATION = 2;

function powerTexts(neuro: NeuroExam, side: Side, muscle: Muscle): string[] {
  const texts: string[] = [];
  const other = OTHER_SIDE[side];
  if (muscle === 'PF' && isHeelRaiseFailed(neuro, side)) {
    texts.push(FINDING_TEXTS.heelRaise(side, countedHeelRises(neuro, side) ?? 0, other, countedHeelRises(neuro, other) ?? 0));
  }
  const cell = neuro[side].mrc[muscle];
  if (cell?.state === 'tested' && usableMrc(neuro, side, muscle) !== null) {
    texts.push(FINDING_TEXTS.power(muscle, side, cell.grade));
  } else if (muscle === 'DF' || muscle === 'KE' || muscle === 'ABD') {
    texts.push(FINDING_TEXTS.failedTest(muscle, side));
  }
  return texts;
}

/** A finding with its value and side, as plain sentence parts (spec 3.4 step 5). */
export function findingTexts(neuro: NeuroExam, side: Side, finding: Finding): string[] {
  const other = OTHER_SIDE[side];
  switch (finding.domain) {
    case 'reflex': {
      const here = testedReflex(neuro, side, finding.reflex) ?? 0;
      return [FINDING_TEXTS.reflex(finding.reflex, side, here, other, testedReflex(neuro, other, finding.reflex) ?? 0)];
    }
    case 'motor':
      return powerTexts(neuro, side, finding.muscle);
    case 'sensation':
      return [FINDING_TEXTS.sensation(finding.point, side, testedSensation(neuro, side, finding.point) ?? 0)];
    case 'area':
      return [FINDING_TEXTS.area(finding.region, side)];
    case 'tension':
      return [FINDING_TEXTS.tension(finding.test, side)];
  }
}

/** Normal key findings of the named roots (spec 3.4 step 5 b): only what was tested at this visit. */
export function normalKeyTexts(neuro: NeuroExam, side: Side, slrClass: SlrClass, roots: readonly Root[]): string[] {
  const texts = new Set<string>();
  for (const root of roots) {
    const key = KEY_FINDINGS[root];
    if (key.reflex !== null && isReflexNormal(neuro, side, key.reflex)) texts.add(NORMAL_TEXTS.reflex(key.reflex, side));
    for (const muscle of key.muscles) {
      if (effectivePower(neuro, side, muscle) === NORMAL_POWER) texts.add(NORMAL_TEXTS.power(muscle, side));
    }
    if (testedSensation(neuro, side, root) === NORMAL_SENSATION) texts.add(NORMAL_TEXTS.sensation(root, side));
    for (const test of key.tension) {
      const negative = test === 'slr' ? slrClass === 'SLR-NEG' || slrClass === 'SLR-NEG-MSK' : neuro[side][test] === 'neg';
      if (negative) texts.add(NORMAL_TEXTS.tension(test, side));
    }
  }
  return [...texts];
}
