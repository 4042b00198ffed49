import type { Root, RootResult, SlrClass } from '../schemas/assessment.ts';
import { type PerSide, type Side, SIDES } from '../schemas/common.ts';
import { MUSCLES, type NeuroExam } from '../schemas/neuro-exam.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { FEATURE_NAMES, type FeatureName, featuresLine, ROOT_NAMES, ROOT_NOTES, ROOT_TEXTS } from '../text/en/nerve-roots.ts';
import { distalLevel } from './body-chart.ts';
import { K } from './constants.ts';
import { countedHeelRises, hasPeronealPattern, mrcNumber, testedReflex } from './neuro-grades.ts';
import { itemCode, missingItems, missingList, notTestedTexts } from './nerve-root-completeness.ts';
import { findingTexts, normalKeyTexts } from './nerve-root-findings.ts';
import {
  type Finding,
  hasReflexFrom,
  hasUpperMotorNeuroneSigns,
  isSideTensionPositive,
  objectiveFindings,
  rankScores,
  type RootScore,
  scoreRoots,
  sideFindings,
} from './nerve-root-scoring.ts';

export { effectivePower } from './neuro-grades.ts';

/** The straight-leg raise as the root statement reads it. */
export type SlrForRoots = PerSide<{ class: SlrClass; crossed: boolean }>;

/** The root statement of both sides with what other rules read of it (spec 3.4). */
export type RootAssessment = {
  root: PerSide<RootResult>;
  /** A reflex, motor or sensory finding has points on either side. */
  objectiveDeficit: boolean;
  upperMotorNeurone: boolean;
  /** Two roots with signs of their own on one side (RF-08a); also while the examination is not complete. */
  multiRoot: boolean;
  /** A tension test is positive on either side. */
  tensionPositive: boolean;
};

/** Thresholds of spec 3.4 step 4. */
const CONSISTENT_TOTAL = 5;
const CONSISTENT_DOMAINS = 2;
const CONSISTENT_GAP = 2;
const POSSIBLE_TOTAL = 3;
const POSSIBLE_GAP = 1;
const MULTI_TOTAL = 3;
const MULTI_MAX_GAP = 2;
const IRRITATION_FEATURES = 2;

type SideInput = {
  record: VisitRecord;
  side: Side;
  slr: PerSide<SlrClass>;
  hold: boolean;
  findings: readonly Finding[];
  scores: readonly RootScore[];
  gap: number;
  features: { names: FeatureName[]; cough: boolean };
};

function featuresOf(record: VisitRecord, side: Side, slrClass: SlrClass): SideInput['features'] {
  const level = distalLevel(record.intake, side);
  const inLeg = level !== null && level >= K.K09_IN_LEG_LEVEL;
  const names: FeatureName[] = [];
  if (level !== null && level >= K.K08_BELOW_KNEE_LEVEL) names.push('belowKnee');
  if (record.intake.legWorseThanBack === 'yes' && inLeg) names.push('legWorse');
  if (isSideTensionPositive(record.neuro, side, slrClass)) names.push('tension');
  if (objectiveFindings(record.neuro, side).length > 0) names.push('objective');
  return { names, cough: record.intake.coughRaisesLegPain === 'yes' && inLeg };
}

/** Roots that make MORE THAN ONE ROOT, in the order U, L4, L5, S1; empty when the rule does not hold. */
function multipleRoots({ scores, gap }: SideInput): Root[] {
  const own = scores.filter((score) => score.ownDomains >= 1 && score.total >= MULTI_TOTAL);
  return own.length >= 2 && gap <= MULTI_MAX_GAP ? own.map((score) => score.root) : [];
}

function hasIrritation({ record, side, slr, features }: SideInput): boolean {
  if (isSideTensionPositive(record.neuro, side, slr[side])) return true;
  const supporting = slr[side] === 'SLR-EQUIV' || slr[side] === 'SLR-BACK-TENSION' || features.cough;
  return features.names.length >= IRRITATION_FEATURES && supporting;
}

type Statement = Pick<RootResult, 'output' | 'roots' | 'text'>;

/** One named root: CONSISTENT, POSSIBLE, or null when neither rule holds. The peroneal pattern caps L5 at POSSIBLE. */
function singleRoot({ record, side, scores, gap }: SideInput): Statement | null {
  const top = rankScores(scores)[0];
  if (top === undefined) return null;
  const names = { root: ROOT_NAMES[top.root], side };
  const consistent = top.total >= CONSISTENT_TOTAL && top.objectiveDomains >= CONSISTENT_DOMAINS && gap >= CONSISTENT_GAP;
  const capped = top.root === 'L5' && hasPeronealPattern(record.neuro, side);
  if (consistent && !capped) return { output: 'CONSISTENT', roots: [top.root], text: ROOT_TEXTS.CONSISTENT(names) };
  if (consistent || (top.total >= POSSIBLE_TOTAL && top.objectiveDomains >= 1 && gap >= POSSIBLE_GAP)) {
    return { output: 'POSSIBLE', roots: [top.root], text: ROOT_TEXTS.POSSIBLE(names) };
  }
  return null;
}

/** The output of spec 3.4 step 4 and 6, first match wins. */
function statementOf(input: SideInput, missing: ReturnType<typeof missingItems>): Statement {
  const { record, side, hold } = input;
  if (hasUpperMotorNeuroneSigns(record.neuro)) {
    return { output: 'UPPER MOTOR NEURONE', roots: [], text: ROOT_TEXTS['UPPER MOTOR NEURONE']() };
  }
  if (missing.length > 0) {
    return { output: 'NOT ENOUGH DATA', roots: [], text: ROOT_TEXTS['NOT ENOUGH DATA']({ list: missingList(missing) }) };
  }
  const roots = multipleRoots(input);
  if (roots.length > 0) {
    const names = roots.map((root) => ROOT_NAMES[root]).join('; ');
    return { output: 'MORE THAN ONE ROOT', roots, text: ROOT_TEXTS['MORE THAN ONE ROOT']({ roots: names }) };
  }
  const single = singleRoot(input);
  if (single !== null) return single;
  const objective = objectiveFindings(record.neuro, side);
  if (objective.length > 0) {
    const finding = objective.flatMap((each) => findingTexts(record.neuro, side, each)).join('; ');
    return { output: 'SIGN WITHOUT LEVEL', roots: [], text: ROOT_TEXTS['SIGN WITHOUT LEVEL']({ finding }) };
  }
  if (!hasIrritation(input)) return { output: 'NO ROOT PATTERN', roots: [], text: ROOT_TEXTS['NO ROOT PATTERN']() };
  const output = hold ? 'HELD' : 'IRRITATION WITHOUT LEVEL';
  return { output, roots: [], text: ROOT_TEXTS[output]() };
}

function notesOf(neuro: NeuroExam, side: Side): RootResult['notes'] {
  const notes: RootResult['notes'] = [];
  if (hasPeronealPattern(neuro, side)) notes.push({ id: 'PERONEAL', text: ROOT_NOTES.PERONEAL });
  if (hasNeuropathyNote(neuro)) notes.push({ id: 'NEUROPATHY', text: ROOT_NOTES.NEUROPATHY });
  if (hasReflexFrom(neuro, side, K.K28_REFLEX_BRISK)) notes.push({ id: 'BRISK', text: ROOT_NOTES.BRISK(side) });
  if (SIDES.every((each) => countedHeelRises(neuro, each) === 0)) {
    notes.push({ id: 'HEEL-RAISE-BOTH', text: ROOT_NOTES['HEEL-RAISE-BOTH'] });
  }
  for (const muscle of MUSCLES) {
    const cell = neuro[side].mrc[muscle];
    if (cell?.state === 'tested' && cell.painLimited && mrcNumber(cell.grade) <= K.K24_MRC_LOW) {
      notes.push({ id: `RETEST ${muscle}`, text: ROOT_NOTES.RETEST(muscle, side) });
    }
  }
  return notes;
}

/** Both ankle reflexes tested and absent (spec 3.4 step 6, note NEUROPATHY). */
export function hasNeuropathyNote(neuro: NeuroExam): boolean {
  return SIDES.every((side) => testedReflex(neuro, side, 'ankle') === 0);
}

/** Whether a reflex, motor or sensory finding has points on either side (spec 5.2 `objDeficit`). */
export function hasObjectiveDeficit(neuro: NeuroExam): boolean {
  return SIDES.some((side) => objectiveFindings(neuro, side).length > 0);
}

function assessSide(record: VisitRecord, slr: PerSide<SlrClass>, hold: boolean, side: Side): { result: RootResult; multiRoot: boolean } {
  const findings = sideFindings(record, side, slr[side]);
  const scores = scoreRoots(findings);
  const [first, second] = rankScores(scores);
  const features = featuresOf(record, side, slr[side]);
  const input: SideInput = { record, side, slr, hold, findings, scores, gap: (first?.total ?? 0) - (second?.total ?? 0), features };
  const missing = missingItems(record, slr, side);
  const statement = statementOf(input, missing);
  // A finding speaks for the named roots when it gives one of them points; with no root named every scoring finding is listed.
  const speaksFor = (finding: Finding): boolean =>
    statement.roots.length === 0 || statement.roots.some((root) => finding.points[root] !== undefined);
  const textsOf = (chosen: readonly Finding[]): string[] => chosen.flatMap((finding) => findingTexts(record.neuro, side, finding));
  const against = findings.filter((finding) => !speaksFor(finding));
  const totals = Object.fromEntries(scores.map((score) => [score.root, score.total]));
  const present = features.names.map((name) => FEATURE_NAMES[name]);
  const result: RootResult = {
    ...statement,
    missing: missing.map(itemCode),
    scores: { U: totals['U'] ?? 0, L4: totals['L4'] ?? 0, L5: totals['L5'] ?? 0, S1: totals['S1'] ?? 0 },
    gap: input.gap,
    features: { count: present.length, present, cough: features.cough, text: featuresLine(present, features.cough) },
    for: textsOf(findings.filter(speaksFor)),
    against: [...textsOf(against), ...normalKeyTexts(record.neuro, side, slr[side], statement.roots)],
    notTested: notTestedTexts(record, slr, side),
    notes: notesOf(record.neuro, side),
  };
  return { result, multiRoot: multipleRoots(input).length > 0 };
}

/**
 * The root statement of both sides (spec 3.3, 3.4): scores, features line, completeness, output with its reasons, and notes. Deterministic
 * and not validated: a counting aid. `hold` is true for a leg whose clot or blood-flow question is open (spec 3.2).
 */
export function assessRoots(record: VisitRecord, slr: SlrForRoots, hold: PerSide<boolean>): RootAssessment {
  const classes = { right: slr.right.class, left: slr.left.class };
  const right = assessSide(record, classes, hold.right, 'right');
  const left = assessSide(record, classes, hold.left, 'left');
  return {
    root: { right: right.result, left: left.result },
    objectiveDeficit: hasObjectiveDeficit(record.neuro),
    upperMotorNeurone: hasUpperMotorNeuroneSigns(record.neuro),
    multiRoot: right.multiRoot || left.multiRoot,
    tensionPositive: SIDES.some((side) => isSideTensionPositive(record.neuro, side, classes[side])),
  };
}
