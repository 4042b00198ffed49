import type { Phase } from '../schemas/plan.ts';
import { phaseWords, type LeadId } from '../text/en/home-care.ts';
import { K } from './constants.ts';
import { isEarly, isIrritable, type HomeCareInput } from './home-care-inputs.ts';

/** Phase of home care with its lead sentence and what decided it (spec 7.1). */
export type PhaseResult = { phase: Phase; phaseFrom: 'rule' | 'tick'; phaseBecause: string; leadId: LeadId };

type PhaseInput = Pick<
  HomeCareInput,
  'phaseTick' | 'irritableTick' | 'legNprs' | 'settleMinutes' | 'flareDay' | 'episodeDays' | 'flaresInSixMonths'
>;

function irritableParts(input: PhaseInput): string[] {
  const { irritableTick, legNprs, settleMinutes } = input;
  return [
    ...(irritableTick ? [phaseWords.irritableTick] : []),
    ...(legNprs !== null && legNprs >= K.K29_IRRITABLE_PAIN_NPRS ? [phaseWords.irritablePain(legNprs)] : []),
    ...(settleMinutes !== null && settleMinutes > K.K30_IRRITABLE_SETTLE_MIN ? [phaseWords.irritableSettle(settleMinutes)] : []),
  ];
}

function phaseByRule(input: PhaseInput): Omit<PhaseResult, 'phaseFrom'> {
  const { flareDay, episodeDays, flaresInSixMonths } = input;
  if (isIrritable(input)) {
    return {
      phase: 'P1',
      phaseBecause: phaseWords.irritable(irritableParts(input)),
      leadId: isEarly(input) ? 'LEAD-1A' : 'LEAD-1B',
    };
  }
  if (flareDay !== null && isEarly(input)) return { phase: 'P1', phaseBecause: phaseWords.early(flareDay), leadId: 'LEAD-1A' };
  if (episodeDays !== null && episodeDays > K.K32_LONG_DAYS) {
    return { phase: 'P3', phaseBecause: phaseWords.long(episodeDays), leadId: 'LEAD-3' };
  }
  if (flaresInSixMonths >= K.K33_FLARES) return { phase: 'P3', phaseBecause: phaseWords.flares(flaresInSixMonths), leadId: 'LEAD-3' };
  return { phase: 'P2', phaseBecause: phaseWords.otherwise, leadId: 'LEAD-2' };
}

function leadOfTick(phase: Phase, input: PhaseInput): LeadId {
  if (phase === 'P1') return isEarly(input) ? 'LEAD-1A' : 'LEAD-1B';
  return phase === 'P2' ? 'LEAD-2' : 'LEAD-3';
}

/** Phase by the table of spec 7.1, first match wins; a phase ticked by the clinician replaces it, and the record says so. */
export function phaseOf(input: PhaseInput): PhaseResult {
  const { phaseTick } = input;
  if (phaseTick === null) return { ...phaseByRule(input), phaseFrom: 'rule' };
  return {
    phase: phaseTick,
    phaseFrom: 'tick',
    phaseBecause: phaseWords.tick(phaseTick),
    leadId: leadOfTick(phaseTick, input),
  };
}
