import { OPTIONAL_MODULES, type OptionalModule } from '../schemas/clinic.ts';
import { type ModuleId, MODULES } from '../schemas/plan.ts';
import { moduleWords as words, PHASE_NAMES } from '../text/en/home-care.ts';
import { ANSWER_WORDS } from '../text/en/red-flags-because.ts';
import { K } from './constants.ts';
import type { CheckSet, HomeCareFacts } from './home-care-inputs.ts';
import { nsaidOutcome } from './home-care-nsaid.ts';
import { rollingRefusals } from './home-care-rolling.ts';
import { rfNumber } from './red-flag-inputs.ts';

/** Whether a condition holds, and in words why it does or does not. */
export type Reason = { holds: boolean; words: string };

/**
 * One row of the table of spec 7.2. `show`: chosen by the app in row 6 of 7.0. `gate`: what refuses the module in any row; empty when
 * the gate holds. M13 and M19 follow the sheet table itself, M12b, M12c and M15x follow 7.3 and 7.4; none of these can be picked.
 */
export type ModuleRule = { show: (f: HomeCareFacts) => Reason; gate: (f: HomeCareFacts) => string[] };

const holds = (words_: string): Reason => ({ holds: true, words: words_ });
const fails = (words_: string): Reason => ({ holds: false, words: words_ });
const always = (): Reason => holds(words.always);
const pickOnly = (): Reason => fails(words.pickOnly);
const noGate = (): string[] => [];

/** The reasons whose refusal holds. */
function refusals(...list: readonly (readonly [refuses: boolean, words: string])[]): string[] {
  return list.filter(([refuses]) => refuses).map(([, text]) => text);
}

function checkRefusals(set: CheckSet, yes: (items: readonly string[]) => string, open: (items: readonly string[]) => string): string[] {
  if (set.state === 'no') return [];
  return [set.state === 'yes' ? yes(set.items) : open(set.items)];
}

/** siteOK (spec 7.2): numb skin at the site = no, and diabetes = no or feeling at the site recorded normal. */
function siteRefusals(f: HomeCareFacts): string[] {
  return refusals(
    [f.numbSite !== 'no', words.numbSite(ANSWER_WORDS[f.numbSite])],
    [f.diabetes !== 'no' && f.siteSensation !== 'normal', words.diabetesSite(ANSWER_WORDS[f.diabetes])],
  );
}

const PREFERENCES = {
  cold: words.prefersCold,
  heat: words.prefersHeat,
  none: words.noPreference,
  unasked: words.preferenceNotAsked,
} as const;

function flareWords(f: HomeCareFacts): string {
  if (f.flareDay === null) return words.flareStartUnknown;
  return f.early ? words.earlyFlare(f.flareDay) : words.pastEarly(f.flareDay);
}

function showCold(f: HomeCareFacts): Reason {
  const preferred = f.temperaturePreference === 'cold' || f.temperaturePreference === 'none';
  return { holds: f.early && preferred, words: `${flareWords(f)}; ${PREFERENCES[f.temperaturePreference]}` };
}

function showWarmth(f: HomeCareFacts): Reason {
  const preferred = f.temperaturePreference === 'heat';
  const late = !f.early && f.temperaturePreference !== 'cold';
  return { holds: preferred || late, words: `${flareWords(f)}; ${PREFERENCES[f.temperaturePreference]}` };
}

function showRest90(f: HomeCareFacts): Reason {
  if (f.e17Flexion === 'better') return holds(words.flexionBetter);
  if (f.e17Flexion === 'same') return holds(words.flexionSame);
  if (f.e17Flexion === 'worse') return fails(words.flexionWorse);
  if (f.sittingWorse === 'yes') return fails(words.sittingWorse);
  return f.bendingWorse === 'yes' ? fails(words.bendingWorse) : holds(words.flexionNotTested);
}

function showProne(f: HomeCareFacts): Reason {
  if (f.e17Extension === 'better') return holds(words.extensionBetter);
  if (f.e17Extension === 'worse') return fails(words.extensionWorse);
  return f.e17Extension === 'nd' && f.extensionEases === 'yes' ? holds(words.extensionEases) : fails(words.extensionNotBetter);
}

function showChildsPose(f: HomeCareFacts): Reason {
  if (f.e17Flexion === 'better') return holds(words.flexionBetter);
  return f.stenosis ? holds(words.stenosis) : fails(words.flexionNotBetter);
}

function gateChildsPose(f: HomeCareFacts): string[] {
  return refusals(
    [f.e17Flexion === 'worse', words.flexionWorse],
    [!f.stenosis && f.sittingWorse === 'yes', words.sittingWorse],
    [!f.stenosis && f.bendingWorse === 'yes', words.bendingWorse],
    [f.kneeOrHipLimit !== 'no', words.kneeOrHipLimit(ANSWER_WORDS[f.kneeOrHipLimit])],
    [f.jointReplacement !== 'no', words.jointReplacement(ANSWER_WORDS[f.jointReplacement])],
    [f.hipOsteoarthritis, words.hipOsteoarthritis],
    [f.fractureRow, words.fractureRow],
  );
}

function gatePelvicTilts(f: HomeCareFacts): string[] {
  return refusals(
    [f.e17Flexion === 'worse', words.flexionWorse],
    [f.fractureRow, words.fractureRow],
    [f.weakRow, words.weakRow],
    [f.irritable, words.irritable],
    [f.flat, words.flat],
    [f.worse, words.worse],
    [f.discussionRow, words.discussionRow],
  );
}

function gateWalking(f: HomeCareFacts): string[] {
  return refusals(
    [f.limbOrClotRow, words.limbOrClotRow],
    [f.footDropRow && !f.footwearAdviceGiven, words.footDropRow],
    [f.vascular, words.vascular],
    [f.walkingRaisesOver30Min === 'yes', words.walkingOver30],
  );
}

function gateGlides(f: HomeCareFacts): string[] {
  return refusals(
    [f.phase === 'P1', words.phase1],
    [f.e17Flexion === 'worse', words.flexionWorse],
    [f.e17Extension === 'worse', words.extensionWorse],
    [f.slrWorse, words.slrWorse],
    [f.weakRow, words.weakRow],
    [f.discussionRow, words.discussionRow],
    [f.worse, words.worse],
    [f.legNprs === null, words.legPainUnknown],
    [f.legNprs !== null && f.legNprs >= K.K40_GLIDE_PAIN_NPRS, words.legPainHigh(f.legNprs ?? 0)],
  );
}

function gateGradedActivity(f: HomeCareFacts): string[] {
  return refusals(
    [f.phase === 'P1', words.phase1],
    [f.discussionRow, words.discussionRow],
    [f.weakRow, words.weakRow],
    [f.worse, words.worse],
  );
}

const HOLDS_EXPLANATION: ReadonlySet<string> = new Set(['RF-09', 'RF-11', 'RF-12']);

function gateExplanation(f: HomeCareFacts): string[] {
  return refusals(
    [f.discussionRow, words.discussionRow],
    [f.rows.some(({ row }) => HOLDS_EXPLANATION.has(rfNumber(row))), words.explanationRow],
  );
}

const showRolling = (f: HomeCareFacts): Reason => (f.rollingAllowed ? holds(words.allowed) : fails(words.notAllowed));

/** M15's further gate: the cross-leg position needs a free hip and knee (spec 7.4). */
function gateRolling(f: HomeCareFacts): string[] {
  return [
    ...rollingRefusals(f),
    ...refusals(
      [f.jointReplacement !== 'no', words.jointReplacement(ANSWER_WORDS[f.jointReplacement])],
      [f.hipOsteoarthritis, words.hipOsteoarthritis],
    ),
  ];
}

function gateNsaid(f: HomeCareFacts): string[] {
  const outcome = nsaidOutcome(f);
  return outcome.module === 'M12' ? [] : [outcome.because];
}

function showNsaidOutcome(module: 'M12b' | 'M12c'): (f: HomeCareFacts) => Reason {
  return (f) => {
    const outcome = nsaidOutcome(f);
    if (outcome.module === module) return holds(outcome.because);
    return fails(outcome.module === null ? outcome.because : words.nsaidOther);
  };
}

function either(...list: readonly (readonly [boolean, string])[]): { any: boolean; words: string } {
  const present = list.filter(([present_]) => present_);
  return { any: present.length > 0, words: present.map(([, text]) => text).join('; ') };
}

function showWhenAny(none: string, list: (f: HomeCareFacts) => readonly (readonly [boolean, string])[]): (f: HomeCareFacts) => Reason {
  return (f) => {
    const found = either(...list(f));
    return found.any ? holds(found.words) : fails(none);
  };
}

/** The module table of spec 7.2. Rolling against M15x is decided on the sheet, because it depends on the modules chosen. */
export const MODULE_RULES: Readonly<Record<ModuleId, ModuleRule>> = {
  M01: { show: showCold, gate: (f) => [...checkRefusals(f.cold, words.coldYes, words.coldOpen), ...siteRefusals(f)] },
  M02: { show: showWarmth, gate: (f) => [...checkRefusals(f.heat, words.heatYes, words.heatOpen), ...siteRefusals(f)] },
  M03: {
    show: showRest90,
    gate: (f) =>
      refusals([f.e17Flexion === 'worse', words.flexionWorse], [f.flat, words.flat], [f.lyingOnBack === 'worse', words.lyingWorse]),
  },
  M04a: {
    show: showProne,
    gate: (f) =>
      refusals(
        [f.e17Extension === 'worse', words.extensionWorse],
        [f.stenosis, words.stenosis],
        [f.flat, words.flat],
        [f.abdominalSurgeryDays !== null && f.abdominalSurgeryDays <= K.K37_BELLY_OPERATION_DAYS, words.bellySurgery],
      ),
  },
  M04b: { show: showChildsPose, gate: gateChildsPose },
  M05: { show: always, gate: noGate },
  M06: {
    show: (f) => (f.lyingOnBack === 'eases' ? holds(words.lyingEases) : fails(words.lyingNotEasing)),
    gate: (f) => refusals([f.flat, words.flat], [f.lyingOnBack === 'worse', words.lyingWorse]),
  },
  M07: { show: always, gate: gatePelvicTilts },
  M08: { show: always, gate: gateWalking },
  M09: {
    show: showWhenAny(words.noSitting, (f) => [
      [f.sittingWorse === 'yes', words.sittingWorse],
      [f.longSitting === 'yes', words.longSitting],
    ]),
    gate: noGate,
  },
  M10a: { show: showWhenAny(words.noPoorSleep, (f) => [[f.poorSleep === 'yes', words.poorSleep]]), gate: noGate },
  M10b: {
    show: showWhenAny(words.noLifting, (f) => [
      [f.lifting === 'yes', words.lifting],
      [f.manualWork === 'yes', words.manualWork],
    ]),
    gate: (f) => refusals([f.fractureRow, words.fractureRow]),
  },
  M10c: {
    show: showWhenAny(words.noBuildUp, (f) => [
      [f.stress === 'yes', words.stress],
      [f.triggers >= K.K41_TRIGGERS, words.triggers(f.triggers)],
    ]),
    gate: noGate,
  },
  M11: {
    show: (f) => (f.phase === 'P3' ? fails(words.phaseLate) : holds(words.phaseEarly(PHASE_NAMES[f.phase]))),
    gate: noGate,
  },
  // Always shown (spec 7.2); what the gate found is the answer that put it on the sheet.
  M12: { show: (f) => holds(nsaidOutcome(f).because), gate: gateNsaid },
  M12b: { show: showNsaidOutcome('M12b'), gate: noGate },
  M12c: { show: showNsaidOutcome('M12c'), gate: noGate },
  M13: { show: always, gate: noGate },
  M14: { show: pickOnly, gate: gateGlides },
  M15: { show: showRolling, gate: gateRolling },
  M15x: { show: (f) => (f.rollerUsed === 'yes' ? holds(words.rollerUsed) : fails(words.rollerNotUsed)), gate: noGate },
  M16: { show: showRolling, gate: rollingRefusals },
  M17: { show: pickOnly, gate: gateGradedActivity },
  M18: { show: always, gate: gateExplanation },
  M19: { show: always, gate: noGate },
  M20: { show: always, gate: (f) => refusals([!f.clinicNotes, words.clinicNotesOff]) },
};

/** Modules that no sheet may lose, and modules that follow from other answers and cannot be picked (spec 7.0). */
export const FIXED_MODULES: ReadonlySet<ModuleId> = new Set<ModuleId>(['M13', 'M19']);
export const FOLLOWING_MODULES: ReadonlySet<ModuleId> = new Set<ModuleId>(['M12b', 'M12c', 'M15x']);

/** Modules that exist at a clinic: those no clinic can leave out, and of the others the ones it has. M20 is printed from the clinic's notes. */
export function modulesAt(chosen: readonly OptionalModule[]): ReadonlySet<ModuleId> {
  const optional: readonly ModuleId[] = OPTIONAL_MODULES;
  return new Set(MODULES.filter((id) => id !== 'M20' && (!optional.includes(id) || chosen.some((one) => one === id))));
}
