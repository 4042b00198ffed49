import type { Root, SlrClass } from '../schemas/assessment.ts';
import type { Side } from '../schemas/common.ts';
import { KEY_POINTS, MUSCLES, type KeyPoint, type Muscle, type NeuroExam, REFLEXES, type Reflex } from '../schemas/neuro-exam.ts';
import type { Region } from '../schemas/body-chart.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { K } from './constants.ts';
import { isReflexAbnormal, isWeak, testedReflex, testedSensation } from './neuro-grades.ts';
import { isTensionPositive, OTHER_SIDE } from './slr.ts';

export type RootPoints = Record<Root, number>;

/** Points of each abnormal reflex and weak muscle (spec 3.4 step 1). */
const REFLEX_POINTS: Readonly<Record<Reflex, Partial<RootPoints>>> = { knee: { L4: 2, U: 1 }, ankle: { S1: 2 } };
const MOTOR_POINTS: Readonly<Record<Muscle, Partial<RootPoints>>> = {
  HF: { U: 2 },
  KE: { L4: 1, U: 1 },
  DF: { L4: 1, L5: 1 },
  EHL: { L5: 2 },
  ABD: { L5: 1 },
  INV: { L5: 1 },
  EV: { L5: 1, S1: 1 },
  PF: { S1: 2 },
  HE: { S1: 1 },
};
const MOTOR_CAP = 2;
const SENSATION_POINTS = 2;
const SENSATION_NORMAL = 2;
const OWN_POINTS = 2;

/** Root of each region of the body chart that scores; the others name none (spec 3.4 step 1 "Area"). */
export const REGION_ROOTS: Readonly<Partial<Record<Region, Root>>> = {
  groin: 'U',
  front_thigh: 'U',
  inner_shin: 'L4',
  outer_shin: 'L5',
  top_foot: 'L5',
  big_toe: 'L5',
  outer_foot: 'S1',
  little_toe: 'S1',
  heel: 'S1',
  sole: 'S1',
};

const LOWER_TENSION: Partial<RootPoints> = { L5: 1, S1: 1 };
const UPPER_TENSION: Partial<RootPoints> = { L4: 1, U: 1 };

/** One abnormal or scoring finding with the roots it gives points to, in the order of the domains. */
export type Finding = { points: Partial<RootPoints> } & (
  | { domain: 'reflex'; reflex: Reflex }
  | { domain: 'motor'; muscle: Muscle }
  | { domain: 'sensation'; point: KeyPoint }
  | { domain: 'area'; region: Region }
  | { domain: 'tension'; test: 'slr' | 'slump' | 'femoralStretch' }
);

/** Domains that show loss and not irritation (spec 3.4 step 2 `obj`). */
const OBJECTIVE = ['reflex', 'motor', 'sensation'] as const;
type ObjectiveDomain = (typeof OBJECTIVE)[number];
export type ObjectiveFinding = Extract<Finding, { domain: ObjectiveDomain }>;

/** Abnormal findings of the objective domains of one side, in the order reflex, motor, sensation (spec 3.4 step 1). */
export function objectiveFindings(neuro: NeuroExam, side: Side): ObjectiveFinding[] {
  const findings: ObjectiveFinding[] = [];
  for (const reflex of REFLEXES) {
    if (isReflexAbnormal(neuro, side, reflex)) findings.push({ domain: 'reflex', reflex, points: REFLEX_POINTS[reflex] });
  }
  for (const muscle of MUSCLES) {
    if (isWeak(neuro, side, muscle)) findings.push({ domain: 'motor', muscle, points: MOTOR_POINTS[muscle] });
  }
  for (const point of KEY_POINTS) {
    const grade = testedSensation(neuro, side, point);
    if (grade !== null && grade < SENSATION_NORMAL) {
      findings.push({ domain: 'sensation', point, points: { [point]: SENSATION_POINTS } });
    }
  }
  return findings;
}

function tensionFindings(neuro: NeuroExam, side: Side, slrClass: SlrClass): Finding[] {
  const findings: Finding[] = [];
  if (isTensionPositive(slrClass)) findings.push({ domain: 'tension', test: 'slr', points: LOWER_TENSION });
  if (neuro[side].slump === 'pos') findings.push({ domain: 'tension', test: 'slump', points: LOWER_TENSION });
  if (neuro[side].femoralStretch === 'pos') findings.push({ domain: 'tension', test: 'femoralStretch', points: UPPER_TENSION });
  return findings;
}

/** Whether a tension test of this side is positive: SLR-POS, SLR-POS-ATYP, slump or femoral stretch (spec 3.3). */
export function isSideTensionPositive(neuro: NeuroExam, side: Side, slrClass: SlrClass): boolean {
  return tensionFindings(neuro, side, slrClass).length > 0;
}

/** All scoring findings of one side in domain order: reflex, motor, sensation, area, tension. */
export function sideFindings(record: VisitRecord, side: Side, slrClass: SlrClass): Finding[] {
  const areas: Finding[] = [];
  for (const region of new Set(record.intake.regions[side])) {
    const root = REGION_ROOTS[region];
    if (root !== undefined) areas.push({ domain: 'area', region, points: { [root]: 1 } });
  }
  return [...objectiveFindings(record.neuro, side), ...areas, ...tensionFindings(record.neuro, side, slrClass)];
}

export type RootScore = { root: Root; total: number; objectiveDomains: number; ownDomains: number };

/** Points a domain gives to a root: reflex and sensation add up, motor is capped, area and each tension family count once. */
function domainPoints(findings: readonly Finding[], domain: Finding['domain'], root: Root): number {
  const points = findings.filter((finding) => finding.domain === domain).map((finding) => finding.points[root] ?? 0);
  const sum = points.reduce((total, each) => total + each, 0);
  if (domain === 'motor') return Math.min(sum, MOTOR_CAP);
  return domain === 'area' || domain === 'tension' ? Math.max(0, ...points) : sum;
}

/** Scores of the four roots of one side in the order U, L4, L5, S1 (spec 3.4 step 2). */
export function scoreRoots(findings: readonly Finding[]): RootScore[] {
  return KEY_POINTS.map((root) => {
    const objective = OBJECTIVE.map((domain) => domainPoints(findings, domain, root));
    const other = domainPoints(findings, 'area', root) + domainPoints(findings, 'tension', root);
    return {
      root,
      total: objective.reduce((total, each) => total + each, 0) + other,
      objectiveDomains: objective.filter((points) => points > 0).length,
      ownDomains: objective.filter((points) => points >= OWN_POINTS).length,
    };
  });
}

/** Scores from the highest total to the lowest; equal totals keep the order U, L4, L5, S1. */
export function rankScores(scores: readonly RootScore[]): RootScore[] {
  return scores.toSorted((a, b) => b.total - a.total);
}

const REFLEX_NORMAL = 2;

/** Whether the reflex is normal on this side: graded 2 here and not lower than on the other side, both tested. */
export function isReflexNormal(neuro: NeuroExam, side: Side, reflex: Reflex): boolean {
  const there = testedReflex(neuro, OTHER_SIDE[side], reflex);
  return testedReflex(neuro, side, reflex) === REFLEX_NORMAL && there !== null && there <= REFLEX_NORMAL;
}

/** Whether a reflex of this side, tested at this visit, is graded `grade` or higher. */
export function hasReflexFrom(neuro: NeuroExam, side: Side, grade: number): boolean {
  return REFLEXES.some((reflex) => {
    const cell = neuro[side].reflex[reflex];
    return cell?.state === 'tested' && cell.grade >= grade;
  });
}

/** Reflex grade 4, with clonus. */
const CLONIC = 4;

/** Upper motor neurone signs (spec 3.4 step 6). */
export function hasUpperMotorNeuroneSigns(neuro: NeuroExam): boolean {
  const anyFrom = (grade: number): boolean => hasReflexFrom(neuro, 'right', grade) || hasReflexFrom(neuro, 'left', grade);
  if (neuro.plantarUp === 'yes' || neuro.clonus === 'yes' || anyFrom(CLONIC)) return true;
  return anyFrom(K.K28_REFLEX_BRISK) && neuro.toneUp === 'yes';
}
