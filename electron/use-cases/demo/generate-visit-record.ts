import type { Answer, CalendarDate, Side } from '../../../shared/schemas/common.ts';
import { SIDES } from '../../../shared/schemas/common.ts';
import type { KeyPoint, MrcCell, Muscle, NeuroSide, Reflex, ReflexCell, SensationCell } from '../../../shared/schemas/neuro-exam.ts';
import { emptyMovementTest, type MovementTest } from '../../../shared/schemas/movement-tests.ts';
import type { TensionDetail } from '../../../shared/schemas/tension-tests.ts';
import { emptyNeuroExam } from '../../../shared/schemas/neuro-exam.ts';
import { COLD_ITEMS, HEAT_ITEMS, PRESSURE_ITEMS } from '../../../shared/schemas/plan.ts';
import type { Fact, Onset, OnsetItem, RedFlagAnswers } from '../../../shared/schemas/red-flag-answers.ts';
import { FACTS, ONSET_ITEMS, emptyRedFlagAnswers } from '../../../shared/schemas/red-flag-answers.ts';
import type { SlrLeg } from '../../../shared/schemas/slr.ts';
import { emptySlrLeg } from '../../../shared/schemas/slr.ts';
import type { Intake, Pain, VisitRecord } from '../../../shared/schemas/visit.ts';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';
import type { DemoFindings } from './generate-findings.ts';
import { qualitiesFor, regionsFor } from './generate-findings.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';

/** Facts behind "more", which a demo visit leaves unasked as a short real visit would (spec 12.1). */
const NOT_IN_THE_FLOW: ReadonlySet<Fact> = new Set([
  'RF-08e',
  'RF-13h',
  'RF-14b',
  'RF-17a',
  'RF-17b',
  'RF-17c',
  'RF-17d',
  'RF-17e',
  'RF-17f',
  'RF-17g',
  'RF-19a',
  'RF-19b',
  'RF-19c',
]);

/** Questions of a phone contact (spec 12.4). */
const PHONE_FACTS: ReadonlySet<Fact> = new Set([
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
  'RF-10g',
  'RF-15b',
  'RF-18d',
  'RF-12a',
]);

export const DEMO_ACTIVITIES = ['Sitting to drive for 30 minutes', 'Walking to the shop', 'Tying my shoes'] as const;

const clampNprs = (score: number): number => Math.max(0, Math.min(10, score));
const pain = (average: number): Pain => ({
  now: clampNprs(average - 1),
  average24h: clampNprs(average),
  worst24h: average === 0 ? 0 : clampNprs(average + 2),
});
const noPainAtAll = (): Pain => ({ now: 0, average24h: 0, worst24h: 0 });
const daysBefore = (date: CalendarDate, days: number | null): CalendarDate | null => (days === null ? null : addDays(date, -days));

function buildAnswers(findings: DemoFindings): RedFlagAnswers['answers'] {
  const isPhone = findings.contact === 'phone';
  const asked = FACTS.filter((fact) => (isPhone ? PHONE_FACTS.has(fact) : !NOT_IN_THE_FLOW.has(fact)));
  const allNo = Object.fromEntries(asked.map((fact): [Fact, Answer] => [fact, 'no']));
  return { ...allNo, ...findings.answers };
}

function buildRedFlags(findings: DemoFindings): RedFlagAnswers {
  const onsets: Partial<Record<OnsetItem, Onset>> = {};
  for (const item of ONSET_ITEMS) {
    const days = findings.onsetDays[item];
    if (days !== undefined) onsets[item] = { startedOn: addDays(findings.visitOn, -days), worse: 'no', causeKnown: false };
  }
  return {
    ...emptyRedFlagAnswers(),
    answers: buildAnswers(findings),
    onsets,
    modifiers: findings.modifiers,
    smoked: 'no',
    weakStartedOn: daysBefore(findings.visitOn, findings.weakDays),
    dropStartedOn: daysBefore(findings.visitOn, findings.dropDays),
    interpreter: 'none_needed',
  };
}

function buildIntake(findings: DemoFindings, empty: Intake): Intake {
  const regions = regionsFor(findings.root, findings.level);
  const hasLegPain = findings.level >= 2;
  const otherLevel = findings.bothLegs ? Math.min(findings.level, 4) : 0;
  const otherRegions = findings.bothLegs ? regionsFor('none', otherLevel) : [];
  const bySide = <T>(affected: T, unaffected: T): Record<Side, T> =>
    findings.side === 'right' ? { right: affected, left: unaffected } : { right: unaffected, left: affected };
  return {
    ...empty,
    pregnant: 'no',
    breastfeeding: 'no',
    episodeStartedOn: findings.episodeStartedOn,
    flareStartedOn: findings.flareStartedOn,
    onsetType: 'gradual',
    side: findings.bothLegs ? 'both' : hasLegPain || findings.legNprs > 0 ? findings.side : 'none',
    secondSideStartedOn: daysBefore(findings.visitOn, findings.secondSideDays),
    level: bySide(findings.level, otherLevel),
    regions: bySide(regions, otherRegions),
    qualities: bySide(qualitiesFor(regions), qualitiesFor(otherRegions)),
    comesAndGoes: hasLegPain ? 'yes' : 'unasked',
    backPain: pain(findings.backNprs),
    legPain: bySide(pain(findings.legNprs), findings.bothLegs ? pain(findings.legNprs - 1) : noPainAtAll()),
    legWorseThanBack: findings.legNprs > findings.backNprs ? 'yes' : 'no',
    coughRaisesLegPain: findings.legNprs >= 6 ? 'yes' : 'no',
    flaresInSixMonths: 1,
    homeCareDays: findings.homeCareDays,
    homeCareBetter: findings.homeCareBetter,
    ...findings.intake,
  };
}

function buildAffectedLeg(findings: DemoFindings, examiner: string): SlrLeg {
  if (findings.slrDeg === null) return { ...emptySlrLeg(), reason: findings.slrReason };
  const isLegPain = findings.slrStop === 'leg_familiar';
  return {
    ...emptySlrLeg(),
    tested: 'yes',
    restingLevel: findings.level,
    restingNprs: clampNprs(findings.legNprs - 2),
    stop: findings.slrStop,
    symptom: findings.slrStop === 'end' ? null : isLegPain ? 'pain' : 'pulling',
    feltIn: findings.slrStop === 'end' ? 'none' : isLegPain ? 'raised' : 'none',
    p1AngleDeg: findings.slrDeg,
    p2AngleDeg: isLegPain ? Math.min(120, findings.slrDeg + 8) : null,
    level: isLegPain ? findings.level : findings.slrStop === 'end' ? 0 : 3,
    nprsP1: isLegPain ? clampNprs(findings.legNprs) : 1,
    movements: {
      ...emptySlrLeg().movements,
      df: isLegPain ? 'inc' : 'same',
      neck: isLegPain && findings.legNprs >= 5 ? 'inc' : 'same',
    },
    settledWithinOneMinute: 'yes',
    ankle: 'neutral',
    method: 'inclinometer',
    examiner,
  };
}

/** The leg without symptoms: a hamstring pull at the end of a full lift. */
function buildOtherLeg(findings: DemoFindings, otherDeg: number, examiner: string): SlrLeg {
  if (findings.slrDeg === null) return { ...emptySlrLeg(), reason: findings.slrReason };
  return {
    ...emptySlrLeg(),
    tested: 'yes',
    restingLevel: findings.bothLegs ? Math.min(findings.level, 4) : 0,
    restingNprs: 0,
    stop: 'thigh_pull',
    symptom: 'pulling',
    feltIn: 'none',
    p1AngleDeg: otherDeg,
    level: 3,
    nprsP1: 1,
    movements: { ...emptySlrLeg().movements, df: 'same', neck: 'same' },
    settledWithinOneMinute: 'yes',
    ankle: 'neutral',
    method: 'inclinometer',
    examiner,
  };
}

function buildNeuroSide(findings: DemoFindings, isAffected: boolean): NeuroSide {
  const hasFrontPain = findings.root === 'L4';
  const muscles: Muscle[] = hasFrontPain ? ['HF', 'KE', 'DF', 'EHL', 'PF'] : ['KE', 'DF', 'EHL', 'PF'];
  // Weak dorsiflexion, great toe or foot opens inversion, hip abduction and eversion (spec 12.1).
  if (['DF', 'EHL'].some((muscle) => findings.power[muscle as Muscle] !== undefined)) muscles.push('ABD', 'INV', 'EV');
  const points: KeyPoint[] = hasFrontPain ? ['U', 'L4', 'L5', 'S1'] : ['L4', 'L5', 'S1'];
  const reflexes: Reflex[] = ['knee', 'ankle'];
  const grade = <T>(affected: T | undefined, normal: T): T => (isAffected ? (affected ?? normal) : normal);
  const isDrop = isAffected && ['0', '1', '2', '3'].includes(findings.power.DF ?? '5');
  return {
    ...emptyNeuroExam().right,
    mrc: Object.fromEntries(
      muscles.map((muscle): [Muscle, MrcCell] => [
        muscle,
        { state: 'tested', grade: grade(findings.power[muscle], '5'), painLimited: false },
      ]),
    ),
    reflex: Object.fromEntries(
      reflexes.map((reflex): [Reflex, ReflexCell] => {
        const found = grade(findings.reflex[reflex], 2);
        return [reflex, found === 0 ? { state: 'tested', grade: 0, reinforced: true } : { state: 'tested', grade: found }];
      }),
    ),
    sensation: Object.fromEntries(
      points.map((point): [KeyPoint, SensationCell] => [point, { state: 'tested', grade: grade(findings.sensation[point], 2) }]),
    ),
    heelWalk: isDrop ? 'fail' : 'ok',
    toeWalk: 'ok',
    heelRaise: { state: 'tested', count: 10, painLimited: false },
    ...(hasFrontPain ? { femoralStretch: isAffected && findings.legNprs >= 3 ? 'pos' : 'neg' } : {}),
    ...(hasFurtherTests(findings) ? furtherTensionTests(findings, isAffected) : {}),
  };
}

/** First visits of sciatic roots with the usual leg symptom on the raise also hold Bragard, the slump and a repeated movement. */
function hasFurtherTests({ contact, root, slrDeg, slrStop, level }: DemoFindings): boolean {
  return contact === 'first' && (root === 'L5' || root === 'S1') && slrDeg !== null && slrStop === 'leg_familiar' && level >= 4;
}

function furtherTensionTests(findings: DemoFindings, isAffected: boolean): Pick<NeuroSide, 'bragard' | 'slump' | 'tensionDetail'> {
  const { tensionDetail } = emptyNeuroExam().right;
  const result = isAffected ? 'pos' : 'neg';
  const came: Pick<TensionDetail, 'felt' | 'level'> = isAffected ? { felt: 'usual', level: findings.level } : { felt: 'pull', level: 3 };
  return {
    bragard: result,
    slump: result,
    tensionDetail: {
      ...tensionDetail,
      bragard: { ...tensionDetail.bragard, ...came },
      slump: { ...tensionDetail.slump, ...came, eased: 'yes', kneeDeg: isAffected ? 35 : 10 },
    },
  };
}

/** Arching lying face down, ten times: the symptoms move up by one level and stay there. */
function archingTest(findings: DemoFindings): MovementTest {
  const { level, legNprs, backNprs } = findings;
  const empty = emptyMovementTest();
  const moved = {
    startLevel: level,
    startNprs: legNprs,
    duringLevel: level,
    duringNprs: legNprs,
    afterLevel: level - 1,
    afterNprs: Math.max(0, legNprs - 1),
  };
  return { ...empty, done: 'yes', repetitions: 10, [findings.side]: moved, backStartNprs: backNprs, backAfterNprs: backNprs };
}

/**
 * The schema-valid record of one demo visit. `otherDeg` is the angle of the leg without symptoms, in degrees. A phone contact holds
 * no examination (spec 12.4).
 */
export function buildDemoRecord(findings: DemoFindings, timeZone: string, examiner: string, otherDeg: number): VisitRecord {
  const record = emptyVisitRecord(findings.contact, findings.visitOn, timeZone);
  const other: Side = findings.side === 'right' ? 'left' : 'right';
  const isPhone = findings.contact === 'phone';
  const bySide = SIDES.map((side) => [side, buildNeuroSide(findings, side === findings.side)] as const);
  const allNo = <Item extends string>(items: readonly Item[]): Partial<Record<Item, Answer>> =>
    Object.fromEntries(items.map((item) => [item, 'no'])) as Partial<Record<Item, Answer>>;
  return {
    ...record,
    intake: buildIntake(findings, record.intake),
    redFlags: buildRedFlags(findings),
    slr: isPhone
      ? record.slr
      : { ...record.slr, [findings.side]: buildAffectedLeg(findings, examiner), [other]: buildOtherLeg(findings, otherDeg, examiner) },
    neuro: isPhone ? record.neuro : { ...record.neuro, ...Object.fromEntries(bySide) },
    otherExam: {
      ...record.otherExam,
      temperatureC: findings.temperatureC,
      movementTests: hasFurtherTests(findings)
        ? { ...record.otherExam.movementTests, extension_lying: archingTest(findings) }
        : record.otherExam.movementTests,
    },
    measures: {
      ...record.measures,
      rmdq: findings.rmdq,
      rmdqVariant: findings.rmdq === null ? null : 'back',
      rmdqForm: findings.rmdq === null ? null : findings.rmdq === 0 ? 'none_apply' : 'complete',
      psfs: findings.psfs.map((score, index) => ({ activity: DEMO_ACTIVITIES[index] ?? '', score })),
      grc: findings.grc,
    },
    plan: isPhone
      ? { ...record.plan, nextReviewOn: findings.nextReviewOn, ...findings.plan }
      : {
          ...record.plan,
          nextReviewOn: findings.nextReviewOn,
          settleMinutes: 10,
          temperaturePreference: 'heat',
          cold: allNo(COLD_ITEMS),
          heat: allNo(HEAT_ITEMS),
          pressure: allNo(PRESSURE_ITEMS),
          numbSite: 'no',
          numbButtock: 'no',
          diabetes: findings.modifiers.includes('diabetes') ? 'yes' : 'no',
          siteSensation: 'normal',
          sittingWorse: 'yes',
          bendingWorse: 'no',
          lyingOnBack: 'eases',
          floorSafe: 'yes',
          kneeOrHipLimit: 'no',
          jointReplacement: 'no',
          longSitting: 'yes',
          lifting: 'no',
          manualWork: 'no',
          stress: 'no',
          poorSleep: findings.legNprs >= 6 ? 'yes' : 'no',
          activityRise: 'no',
          walkingRaisesOver30Min: 'no',
          rollerUsed: 'no',
          ...findings.plan,
        },
    emergency: { ...record.emergency, ...findings.emergency },
    discussion: { ...record.discussion, ...findings.discussion },
    unaskedReason: findings.unaskedReason,
    note: findings.note,
  };
}
