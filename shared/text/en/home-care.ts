import type { ModuleId, Phase } from '../../schemas/plan.ts';

/** Title of each home-care module for the plan panel (spec 7.2). */
export const MODULE_TITLES: Readonly<Record<ModuleId, string>> = {
  M01: 'Cold pack',
  M02: 'Warmth',
  M03: '90-90 rest',
  M04a: 'Prone rest',
  M04b: "Child's pose",
  M05: 'Side-lying',
  M06: 'Pillows under knees',
  M07: 'Pelvic tilts',
  M08: 'Walking and pacing',
  M09: 'Sitting breaks',
  M10a: 'Sleep',
  M10b: 'Lifting',
  M10c: 'Flare build-up',
  M11: 'Stretching caution',
  M12: 'Anti-inflammatory',
  M12b: 'Not right for you',
  M12c: 'Ask first',
  M13: 'Stop rules',
  M14: 'Nerve glides',
  M15: 'Rolling, buttock and hip',
  M15x: 'Rolling: avoid',
  M16: 'Ball',
  M17: 'Graded activity',
  M18: 'Outlook and explanation',
  M19: 'Safety block',
  M20: 'Clinic notes',
};

/** Lead sentence of the sheet (spec 7.1). */
export const LEADS = {
  'LEAD-1A': 'For the next two days, calm the nerve first. Then start to move a little more.',
  'LEAD-1B': 'For now, calm the nerve first. Move a little, and add more as it settles.',
  'LEAD-2': 'Now slowly do more. Let your leg be your guide.',
  'LEAD-3': 'Build up what you can do, step by step. Plan it with your clinician.',
} as const;
export type LeadId = keyof typeof LEADS;

/** Phases as printed; spelled out, so that they are never read as P1 and P2 of the straight-leg raise (spec 13). */
export const PHASE_NAMES: Readonly<Record<Phase, string>> = { P1: 'phase 1', P2: 'phase 2', P3: 'phase 3' };

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function started(day: number): string {
  return day <= 0 ? 'flare started today' : `flare started ${days(day)} ago`;
}

/** Why this phase, in words. */
export const phaseWords = {
  tick: (phase: Phase): string => `${PHASE_NAMES[phase]} set by you`,
  irritable: (parts: readonly string[]): string => `irritable: ${parts.join('; ')}`,
  irritableTick: 'marked as irritable',
  irritablePain: (nprs: number): string => `leg pain ${nprs} of 10`,
  irritableSettle: (minutes: number): string => `pain takes ${minutes} minutes to settle`,
  early: started,
  long: (count: number): string => `${days(count)} since the episode began`,
  flares: (count: number): string => `${count} flares in 6 months`,
  otherwise: 'nothing recorded says that it is irritable, in its first days or long-standing',
} as const;

/** Why this sheet, in words (spec 7.0). */
export const sheetWords = {
  emergency: 'An emergency row is present: the emergency sheet prints.',
  earlierEmergency: 'An earlier emergency has no outcome yet.',
  incomplete: (count: number): string =>
    count === 1 ? '1 red-flag question is not asked yet.' : `${count} red-flag questions are not asked yet.`,
  discussionOpen: 'A same-day row waits for its discussion: service, name, time and outcome.',
  discussionDone: 'A same-day row was discussed and the outcome is recorded: modules are added one by one.',
  pregnant: 'Pregnant: no module is pre-chosen.',
  underAge: 'Under 18: no module is pre-chosen.',
  homecare: 'No emergency, no open same-day row, and the red-flag screen is answered or its gaps have a reason.',
} as const;

/** Why a module is on or off the sheet, in words, when its own conditions do not say it. */
export const choiceWords = {
  picked: 'picked by you',
  removed: 'taken off by you',
  fixed: 'on every sheet of this kind; cannot be taken off',
  emergencySheet: 'the emergency sheet carries the safety block only',
  incompleteSheet: 'waits until the open questions or the earlier emergency are settled',
  discussionSheet: 'waits until the same-day discussion is recorded',
  oneByOne: 'may be picked after the same-day discussion',
  notPreChosen: 'may be picked; nothing is pre-chosen in pregnancy or under 18',
  safeUntilDiscussed: 'safe to keep while the discussion is open',
  follows: 'follows from other answers and cannot be picked',
  notOffered: 'this clinic does not offer it',
} as const;

/** Parts of show conditions and gates in words (spec 7.2 to 7.4). */
export const moduleWords = {
  always: 'on every home-care sheet',
  pickOnly: 'only when you pick it',
  // Cold and warmth
  earlyFlare: started,
  flareStartUnknown: 'flare start not recorded',
  pastEarly: (day: number): string => `${started(day)}, past the first two days`,
  prefersCold: 'cold preferred',
  prefersHeat: 'heat preferred',
  noPreference: 'no preference for cold or heat',
  preferenceNotAsked: 'preference for cold or heat not asked',
  coldYes: (items: readonly string[]): string => `cold check answered yes: ${items.join(', ')}`,
  coldOpen: (items: readonly string[]): string => `cold check not complete: ${items.join(', ')}`,
  heatYes: (items: readonly string[]): string => `heat check answered yes: ${items.join(', ')}`,
  heatOpen: (items: readonly string[]): string => `heat check not complete: ${items.join(', ')}`,
  numbSite: (answer: string): string => `numb skin at the treatment site: ${answer}`,
  diabetesSite: (answer: string): string => `diabetes: ${answer}, and feeling at the site is not recorded as normal`,
  // Positions
  flexionWorse: 'bending (flexion) test made it worse',
  flexionBetter: 'bending (flexion) test made it better',
  flexionSame: 'bending (flexion) test changed nothing',
  flexionNotTested: 'bending test not done; sitting and bending are not recorded as worse',
  flexionNotBetter: 'bending (flexion) test did not make it better',
  extensionWorse: 'extension test made it worse',
  extensionBetter: 'extension test made it better',
  extensionEases: 'extension test not done; extension eases',
  extensionNotBetter: 'extension is not recorded as easing',
  sittingWorse: 'sitting makes it worse',
  bendingWorse: 'bending makes it worse',
  stenosis: 'stenosis cue present',
  lyingWorse: 'lying on the back is worse',
  lyingEases: 'lying on the back eases',
  lyingNotEasing: 'lying on the back is not recorded as easing',
  flat: 'pregnant: not lying flat from week 16, or weeks not recorded',
  bellySurgery: 'belly surgery within 42 days',
  kneeOrHipLimit: (answer: string): string => `knee or hip limit: ${answer}`,
  jointReplacement: (answer: string): string => `knee or hip replacement: ${answer}`,
  hipOsteoarthritis: 'hip osteoarthritis cue present',
  fractureRow: 'a fracture row is present',
  weakRow: 'a foot drop or weakness row is present',
  irritable: 'irritable',
  worse: 'follow-up result is worse',
  discussionRow: 'a same-day row is present',
  // Walking and daily life
  limbOrClotRow: 'a blood-flow or clot row is present',
  footDropRow: 'a foot drop row is present; tick that footwear and falls advice was given',
  vascular: 'vascular cue present',
  walkingOver30: 'walking raises leg symptoms for more than 30 minutes',
  longSitting: 'long sitting',
  noSitting: 'sitting is not recorded as worse or long',
  poorSleep: 'poor sleep',
  noPoorSleep: 'poor sleep not recorded',
  lifting: 'lifting set it off',
  manualWork: 'manual work',
  noLifting: 'no lifting trigger or manual work recorded',
  stress: 'stress',
  triggers: (count: number): string => `${count} triggers`,
  noBuildUp: 'no stress and fewer than 2 triggers recorded',
  phaseEarly: (phase: string): string => phase,
  phaseLate: 'phase 3',
  // Explanation
  explanationRow: 'a foot drop, cancer or infection row is present',
  // Graded activity and glides
  phase1: 'phase 1',
  slrWorse: 'straight-leg raise lower at the last check',
  legPainHigh: (nprs: number): string => `leg pain ${nprs} of 10`,
  legPainUnknown: 'leg pain not recorded',
  // Rolling and ball
  allowed: 'rolling allowed by you',
  notAllowed: 'rolling not allowed by you',
  tooEarly: 'before day 3 of this flare, or flare start not recorded',
  urgentRow: 'an urgent red-flag row is present',
  numbButtock: (answer: string): string => `numb buttock: ${answer}`,
  pressureYes: (items: readonly string[]): string => `pressure check answered yes: ${items.join(', ')}`,
  pressureOpen: (items: readonly string[]): string => `pressure check not complete: ${items.join(', ')}`,
  anticoagulant: (answer: string): string => `blood thinner: ${answer}`,
  pregnancy: (answer: string): string => `pregnancy: ${answer}`,
  rollerUsed: 'uses a roller or ball, and rolling is not on this sheet',
  rollerNotUsed: 'roller or ball not recorded as used',
  rollingOnSheet: 'rolling or ball is on this sheet',
  // Anti-inflammatory
  nsaidNotDiscussed: 'not discussed',
  nsaidClear: 'discussed, every item asked, no stop',
  nsaidCleared: 'discussed, every item asked, agreed by a named prescriber, pharmacist or maternity team',
  nsaidHard: (items: readonly string[]): string => `must not be taken: ${items.join(', ')}`,
  nsaidHold: (items: readonly string[]): string => `waits for a named prescriber, pharmacist or maternity team: ${items.join(', ')}`,
  nsaidOpen: (items: readonly string[]): string => `not every item is asked: ${items.join(', ')}`,
  nsaidPicked: 'picked without having been discussed',
  nsaidOther: 'the anti-inflammatory check came out otherwise',
  clinicNotesOff: 'clinic notes are switched off',
} as const;

/** Items of the cold, heat and pressure checks in words (spec 7.2, 7.4). */
export const CHECK_ITEM_NAMES = {
  raynaud: "Raynaud's",
  cold_allergy: 'cold allergy or hives from cold',
  cryoglobulinaemia: 'cryoglobulinaemia',
  cold_haemoglobinuria: 'cold haemoglobinuria',
  poor_circulation: 'poor circulation or vascular disease',
  broken_skin: 'open or infected skin',
  cannot_report: 'cannot report feeling',
  heart_disease: 'heart disease',
  hot_swelling: 'hot red swelling',
  cancer_in_area: 'cancer in the area',
  confused_or_sedated: 'confused or sedated',
  open_wound: 'open wound',
  fracture: 'fracture',
  inflammation: 'local inflammation',
  dvt: 'deep vein clot',
  osteomyelitis: 'bone infection',
  myositis_ossificans: 'myositis ossificans',
  bleeding_tendency: 'bleeding tendency',
  fragility_fracture: 'osteoporosis with fragility fracture',
  recent_surgery: 'surgery within 42 days',
} as const;

/** Items of the anti-inflammatory gate in words (spec 7.3). */
export const NSAID_ITEM_NAMES = {
  past_reaction: 'past reaction to aspirin, ibuprofen or another anti-inflammatory',
  ulcer_current: 'stomach ulcer or bleed now',
  ulcer_repeated: 'stomach ulcer more than once',
  nsaid_bleed: 'bleed or hole caused by an anti-inflammatory',
  heart_failure_severe: 'severe heart failure',
  liver_severe: 'severe liver disease',
  kidney_severe: 'severe kidney disease',
  bleeding_disorder: 'bleeding disorder',
  other_nsaid: 'already takes another anti-inflammatory',
  chickenpox: 'chickenpox',
  asthma: 'asthma, nasal polyps or hay fever',
  ulcer_once: 'one past stomach ulcer',
  alcohol_heavy: 'heavy alcohol',
  smoking: 'smoking',
  heart_failure_mild: 'mild or moderate heart failure',
  heart_disease: 'heart disease',
  stroke: 'stroke',
  blood_pressure_uncontrolled: 'uncontrolled blood pressure',
  kidney_mild: 'mild kidney disease',
  liver_other: 'other liver disease',
  dehydrated: 'dehydration or acute illness',
  antiplatelet: 'low-dose aspirin or other antiplatelet',
  ssri_snri: 'SSRI or SNRI',
  lithium: 'lithium',
  methotrexate: 'methotrexate',
  ace_arb_diuretic: 'ACE inhibitor, ARB or diuretic',
} as const;

/** Items of the gate that are asked elsewhere in the visit. */
export const NSAID_ELSEWHERE = {
  pregnant: 'pregnant',
  pregnancyPossible: 'pregnancy possible or being tried for',
  pregnancy: 'pregnancy',
  breastfeeding: 'breastfeeding',
  anticoagulant: 'blood thinner',
  dialysis: 'dialysis',
  steroids: 'steroid tablets',
  diabetes: 'diabetes',
  bowel: "Crohn's disease or ulcerative colitis",
  age: (years: number): string => `age ${years}`,
} as const;

export const PREGNANCY_WORDS = {
  no: 'no',
  yes: 'yes',
  possible: 'possible',
  trying: 'trying',
  unasked: 'not asked',
} as const;

/** Examination and question blocks a condition opens, named when they were not done (spec 12.1 "Opens"). */
export const blockWords = {
  saddle: 'saddle sensation',
  saddleDeclined: 'saddle sensation (declined)',
  walking: 'walking questions: what brings it on and what eases it',
  trendelenburg: (side: string): string => `Trendelenburg test, ${side}`,
  plantar: 'plantar response',
  clonus: 'ankle clonus',
  tone: 'leg tone',
  hipFlexion: (side: string): string => `hip flexion power, ${side}`,
  upperPoint: (side: string): string => `feeling at the front of thigh or inner knee, ${side}`,
  inversion: (side: string): string => `ankle inversion power, ${side}`,
  abduction: (side: string): string => `hip abduction power, ${side}`,
  eversion: (side: string): string => `ankle eversion power, ${side}`,
  footPulse: (side: string): string => `foot pulse, ${side}`,
  calf: 'calf measurement, both sides',
  temperature: 'temperature',
  percussion: 'spinal percussion',
  hip: 'hip screen',
  femoralStretch: (side: string): string => `femoral stretch, ${side}`,
} as const;
