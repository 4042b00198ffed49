import type { Assessment } from '../schemas/assessment.ts';
import { DEFAULT_MODULES } from '../schemas/clinic.ts';
import { SIDES } from '../schemas/common.ts';
import type { VisitRecord } from '../schemas/visit.ts';
import { notTestedBlocks } from './assess-not-tested.ts';
import type { AssessContext } from './assess-types.ts';
import { evaluateCues } from './cues.ts';
import { ageYearsOn } from './day-counts.ts';
import { compareWithEarlier } from './follow-up.ts';
import { modulesAt } from './home-care-modules.ts';
import { readHomeCareInput } from './home-care-read.ts';
import { planSheet } from './home-care-sheet.ts';
import { assessRoots } from './nerve-roots.ts';
import { closesDiscussion } from './open-flags.ts';
import { footPulseAbsent, NOTHING_DERIVED, readRedFlagInput } from './red-flag-read.ts';
import { clotOrFlowHold, evaluateRedFlags } from './red-flags.ts';
import { RULE_VERSION } from './rule-version.ts';
import { movementResults } from './movement-tests.ts';
import { compareSlrSides, slrResult } from './slr.ts';
import { tensionTestSentences } from './tension-tests.ts';

/**
 * Everything the rules say of one visit, in the total order of spec 0.1. Pure and total: the same record and context give the same
 * assessment, and every valid record gives one. The cues are made after the red-flag rows because their row "Serious disease" reads
 * them; no red-flag row reads a cue.
 */
export function assess(record: VisitRecord, context: AssessContext): Assessment {
  const ageYears = ageYearsOn(context.birthDate, record.visitOn);
  const slr = { right: slrResult(record.slr, 'right'), left: slrResult(record.slr, 'left') };
  const hold = clotOrFlowHold(readRedFlagInput(record, ageYears, NOTHING_DERIVED));
  const roots = assessRoots(record, slr, hold);
  const earlier = compareWithEarlier(record, context.earlier);
  const result = earlier.followUp?.result ?? null;
  const redFlagInput = readRedFlagInput(record, ageYears, {
    objectiveDeficit: roots.objectiveDeficit,
    powerDrop: earlier.drop,
    reflexFall2: earlier.reflexFall2,
    upperMotorNeurone: roots.upperMotorNeurone,
    multiRoot: roots.multiRoot,
    tensionPositive: roots.tensionPositive,
    result,
    daysSinceFirst: earlier.daysSinceFirst,
  });
  const redFlags = evaluateRedFlags(redFlagInput, {
    discussionResolved: closesDiscussion(record.discussion),
    openEarlierEmergency: context.earlier.some((visit) => visit.emergencyOpen),
  });
  const pulseAbsent = footPulseAbsent(record);
  const cues = evaluateCues(record, {
    ageYears,
    root: roots.root,
    objectiveDeficit: roots.objectiveDeficit,
    tensionPositive: roots.tensionPositive,
    pulseAbsent: pulseAbsent.right || pulseAbsent.left,
    pulseTested: SIDES.every((side) => record.neuro[side].footPulse === 'present' || record.neuro[side].footPulse === 'absent'),
    slrClasses: { right: slr.right.class, left: slr.left.class },
    crossed: slr.right.crossed || slr.left.crossed,
    anyFlagRow: redFlags.rows.some(({ urgency }) => urgency !== 'R'),
  });
  const { stenosis, vascular, hipOsteoarthritis, shown } = cues;
  const homeCare = readHomeCareInput(record, {
    ageYears,
    redFlags,
    cues: { stenosis, vascular, hipOsteoarthritis },
    slrWorse: earlier.slrWorse,
    result: earlier.knownResult,
  });
  return {
    ruleVersion: RULE_VERSION,
    slr,
    slrAsymmetry: compareSlrSides(record.slr),
    tensionTests: { right: tensionTestSentences(record.neuro, 'right'), left: tensionTestSentences(record.neuro, 'left') },
    movementTests: movementResults(record),
    hold,
    root: roots.root,
    objectiveDeficit: roots.objectiveDeficit,
    upperMotorNeurone: roots.upperMotorNeurone,
    tensionPositive: roots.tensionPositive,
    cues: { stenosis, vascular, hipOsteoarthritis, shown },
    followUp: earlier.followUp,
    redFlags,
    plan: planSheet(homeCare, modulesAt(context.modules ?? DEFAULT_MODULES)),
    notTestedBlocks: notTestedBlocks(record, ageYears, redFlagInput),
  };
}
