import type { Route, Urgency } from '../../schemas/assessment.ts';
import type { Fact, Modifier, RedFlagAnswers } from '../../schemas/red-flag-answers.ts';

/** Read aloud before the first item (spec 5.2). For RF-01 to RF-05 a change counts only if it is new for the person. */
export const FACTS_INTRODUCTION = 'Since this problem began';

/** The question of each fact, spoken or shown as written (spec 5.2). */
export const FACT_QUESTIONS: Readonly<Record<Fact, string>> = {
  'RF-01a': 'Is it harder to start to pee?',
  'RF-01b': 'Is your stream weaker?',
  'RF-01c': 'Do you not feel the pee pass?',
  'RF-01d': 'Do you not feel the need to pee?',
  'RF-02a': 'Was there a time you could not pee at all?',
  'RF-02b': 'Did you leak pee without knowing?',
  'RF-03a': 'Did you lose control of your bowels?',
  'RF-03b': 'Do you not feel that your bowel is full?',
  'RF-03c': 'Do you not feel stool pass?',
  'RF-04a': 'Is there a numb, tingling or odd feeling round your back passage, private parts or inner thighs?',
  'RF-04b': 'Does wiping feel different?',
  'RF-05a': 'Is there a change in sexual feeling?',
  'RF-05b': 'Is there a change in sexual function?',
  'RF-06a': 'Is the pain, numbness or weakness in both legs?',
  'RF-07b': 'Do both legs feel weak or give way?',
  'RF-08c': 'Is your walking newly clumsy or unsteady?',
  'RF-08d': 'Are your arms or hands newly weak, numb or clumsy?',
  'RF-08e': 'Do your legs feel heavy or stiff?',
  'RF-09c': 'Does a foot slap, drag or catch?',
  'RF-10a': 'Is any part of a leg weaker since this began?',
  'RF-10b': 'Is any part of a leg newly numb or tingling, or is numbness spreading?',
  'RF-10g': 'Is the weakness still getting worse?',
  'RF-11a': 'Have you ever had cancer?',
  'RF-11b': 'Did you lose weight without trying?',
  'RF-11d': 'Does your back pain keep growing, or never let up?',
  'RF-11e': 'Does back pain wake you at night?',
  'RF-11f': 'Is back pain worse when you strain?',
  'RF-11h': 'Do you have new pain in the middle of your back?',
  'RF-11i': 'Does pain go round your chest or belly like a band?',
  'RF-12a': 'Fever, chills or sweats?',
  'RF-12b': 'Do you feel ill in yourself?',
  'RF-12c': 'Have you had an infection?',
  'RF-12d': 'Have you had a wound that was slow to heal or infected?',
  'RF-12e': 'Have you had an injection or surgery in your spine?',
  'RF-12f': 'Have you ever injected drugs?',
  'RF-12g': 'Is the back pain getting worse with no clear cause?',
  'RF-13a': 'Did you have a big fall or a crash?',
  'RF-13b': 'Did you fall from standing, or take a blow to the back?',
  'RF-13h': 'Did a lift, a cough or a strain set it off?',
  'RF-14a': 'Is the pain constant, with no position that eases it?',
  'RF-14b': 'Is the pain much worse at night?',
  'RF-15a': 'Did very bad belly and back pain come on all at once?',
  'RF-15b': 'Did you faint or collapse since this began?',
  'RF-15c': 'Have you been told you have an aneurysm?',
  'RF-16a': 'Did a leg or foot turn cold all at once?',
  'RF-16b': 'Did a leg or foot turn pale all at once?',
  'RF-17a': 'Is your back stiff in the morning?',
  'RF-17b': 'Did back pain first start early?',
  'RF-17c': 'Is it better when you move, and not when you rest?',
  'RF-17d': 'Does it wake you in the second half of the night?',
  'RF-17e': 'Have you had uveitis?',
  'RF-17f': 'Have you had psoriasis?',
  'RF-17g': "Have you had Crohn's disease or ulcerative colitis?",
  'RF-18a': 'Is one calf swollen?',
  'RF-18b': 'Is one calf warm?',
  'RF-18c': 'Is one calf very sore to touch?',
  'RF-18d': 'Are you newly short of breath?',
  'RF-18e': 'Do you have new chest pain?',
  'RF-19a': 'Is the pain out of control on the agreed plan?',
  'RF-19b': 'Are you unable to wash, dress or use the toilet alone?',
  'RF-19c': 'Did the pain suddenly get much worse?',
  'RF-22a': 'Have you had surgery on your spine?',
  'RF-22b': 'Have you had an injection in your spine?',
  'RF-22c': 'Do you take a blood thinner?',
  'RF-22d': 'Did very bad new back pain come on all at once?',
};

/** What counts as "yes", for the clinician, beside the question (the bracketed limits of spec 5.2, constants K42 to K52). */
export const FACT_HINTS: Readonly<Partial<Record<Fact, string>>> = {
  'RF-11a': 'Not counting skin cancer other than melanoma.',
  'RF-11b': '5% of body weight or more in 6 months, or your judgement.',
  'RF-12c': 'In the last 90 days.',
  'RF-12d': 'In the last 90 days.',
  'RF-12e': 'In the last 90 days.',
  'RF-13a': 'A fall from over 1 metre or any vehicle crash, in the 14 days before the pain began.',
  'RF-13b': 'In the 14 days before the pain began. A lift is not a blow.',
  'RF-15a': 'Reached 8 of 10 or more within 60 minutes, or your judgement.',
  'RF-17a': 'For more than 30 minutes.',
  'RF-17b': 'First back pain before the age of 45.',
  'RF-19c': 'Up by 3 points or more within 7 days, or your judgement.',
  'RF-22a': 'In the last 42 days.',
  'RF-22b': 'In the last 42 days.',
  'RF-22c': 'An anticoagulant.',
  'RF-22d': 'Reached 8 of 10 or more within 60 minutes, or your judgement.',
};

/** Names of the ticks that modify rows (spec 5.2 `mods`). */
export const MODIFIER_NAMES: Readonly<Record<Modifier, string>> = {
  diabetes: 'diabetes',
  dialysis: 'dialysis',
  steroids: 'steroids',
  immune: 'weak immune system',
  osteoporosis: 'osteoporosis',
  steroid3m: 'steroids for 3 months or more',
  surgery: 'recent surgery',
  travel: 'long travel or immobility',
  clot: 'earlier clot',
};

/** The clinician text of each red-flag row (spec 5.2). */
export const CLINICIAN_TEXTS = {
  'C-CE':
    'Suspected cauda equina syndrome. Emergency department with MRI, phone ahead; MRI as soon as possible and within 4 h of request. Residual volume is shown as a number only: over 200 ml raises concern, a low value does not exclude. Rectal examination is not needed to refer.',
  'C-CE-OLD': 'Old, stable cauda equina item with no known cause: discuss with on-call spinal today.',
  'C-CE-UNS': 'Cauda equina item not settled: ask again in private, offer a chaperone and self-report, then discuss today.',
  'C-OLD': 'Old, stable, cause known and investigated. Record the cause.',
  'C-SEX': 'Sexual change as the only other feature is unlikely to be cauda equina syndrome; discuss today.',
  'C-BI-E':
    'Both legs with deficit or a cauda equina item: suspected cauda equina syndrome. Emergency department with MRI, phone ahead; MRI as soon as possible and within 4 h of request. Residual volume is shown as a number only: over 200 ml raises concern, a low value does not exclude. Rectal examination is not needed to refer.',
  'C-BI-D': 'Both legs, no deficit: discuss today; full bladder and saddle questions; written safety net. Services differ.',
  'C-BI-R': 'Long-standing, stable, walking-related: see the stenosis cues. Repeat the cauda equina questions each visit.',
  'C-CORD': 'Possible cord problem: test gait, tone, plantars, arms. Discuss today.',
  'C-MULTI': 'More than one root on one side. Re-examine; refer or see within 2 weeks.',
  'C-TONE': 'Heavy legs: test tone, reflexes and plantar response.',
  'C-DROP':
    'Foot drop = dorsiflexion MRC 3 or less. Early specialist opinion; shorter duration and milder weakness do better, no proven hour limit.',
  'C-DROP-NOT': 'Reported catching foot; dorsiflexion above 3 on both sides today.',
  'C-RETEST': 'Low grade limited by pain: uncertain. Re-test after pain relief, within 7 days.',
  'C-PROG': 'Power is falling: same-day discussion.',
  'C-WEAK3': 'MRC 3 or less.',
  'C-WEAK4': 'Weakness at MRC 4 or reported: re-test within 7 days, phone check in 48 to 72 hours.',
  'C-REFLEX': 'Reflex lower by 2 grades: re-test within 7 days.',
  'C-NUMB': 'New numbness or tingling: phone the same day if it spreads; re-examine within 72 h.',
  'C-CA-E': 'Known cancer with radicular pain, deficit, gait, bladder or bowel change: phone the cord-compression coordinator now.',
  'C-CA-D': 'Known cancer with a listed spinal pain feature: coordinator today, within 24 h.',
  'C-WT': 'Unexplained weight loss: suspected-cancer route within 2 weeks.',
  'C-INF-E': 'Possible spinal infection. Fever is present in only 55%; recent bloodstream or skin infection OR 13.5.',
  'C-INF-D': 'Possible infection: medical assessment today.',
  'C-ILL': 'Ill or feverish without the full pattern: find the source, review within 2 weeks.',
  'C-FX-E': 'Possible unstable fracture. No SLR until cleared.',
  'C-FX-D': 'Possible fracture: discuss today. No SLR until cleared.',
  'C-FX-U': 'Fracture risk: image or review within 2 weeks.',
  'C-CONST': 'Constant pain: re-assess within 7 days.',
  'C-NIGHT': 'Night pain: look for combinations.',
  'C-AAA-E': 'Possible ruptured aneurysm.',
  'C-AAA-D': 'Aneurysm sign: phone vascular today.',
  'C-LIMB-E': 'Possible acute limb ischaemia: emergency vascular referral.',
  'C-LIMB-U': 'Cold or pale leg, not sudden: vascular referral.',
  'C-PULSE': 'Foot pulse absent: vascular cue, ABPI.',
  'C-SPA': 'Possible spondyloarthritis: rheumatology.',
  'C-PE': 'Possible clot with chest symptoms: emergency.',
  'C-CHEST': 'Chest pain or breathlessness: assess today.',
  'C-DVT': 'Clot assessment today. No massage or rolling of that leg.',
  'C-CALF': 'Warm or tender calf without other risk: examine, measure both calves.',
  'C-PAIN': 'Pain not controlled: early specialist opinion.',
  'C-JUMP': 'Sudden rise in pain: re-examine, repeat all flags.',
  'C-WEEK6': 'Week 6, not better or not known: measure again; if it is the same, worse or mixed, ask for an opinion.',
  'C-FU01': 'Home plan followed, not better: examine again and change the plan. Imaging is not due by rule.',
  'C-PREG': 'Pregnant: no module is pre-chosen; limits apply to tablets, lying flat and pressure.',
  'C-CHILD': 'Under 18: outside the scope; clinician decides.',
  'C-HAEM': 'Possible haematoma or infection after a procedure or on an anticoagulant (unverified).',
  'C-UNSET': 'An answer is open: settle it before the patient leaves.',
  'C-UU': 'Two urgent rows, one of them in the serious group: discuss today.',
} as const;
export type ClinicianTextId = keyof typeof CLINICIAN_TEXTS;

/** Where a clinician text rests on a source, the source in words (spec 11). */
export const CLINICIAN_TEXT_SOURCES: Readonly<Partial<Record<ClinicianTextId, readonly string[]>>> = {
  'C-CE': [
    'GIRFT interactive pathway, cauda equina, presentation in primary and community care',
    'Medway cauda equina pathway audit (quotes GIRFT 2023)',
    'Post-void residual meta-analysis, Orthopaedic Proceedings 2022; Venkatesan, Spine 2019',
  ],
  'C-SEX': ['GIRFT interactive pathway, cauda equina, presentation in primary and community care'],
  'C-DROP': [
    'NHS Lothian RefHelp, serious lumbar spine conditions and red flags',
    'Foot drop series using MRC 3 or less, 2025',
    'Saeed, Eur Spine J 2021; J Neurosurg Spine 2025; Bone Joint J 2012',
  ],
  'C-CA-E': ['NICE CG75 key priorities (replaced by NG234, 2023)'],
  'C-CA-D': ['NICE CG75 key priorities (replaced by NG234, 2023)'],
  'C-INF-E': ['Yusuf, BMC Musculoskelet Disord 2019', 'Am J Emerg Med 2019, pyogenic spinal infection cohort'],
  'C-FX-E': ['Downie, BMJ 2013'],
  'C-AAA-E': ['NICE NG156'],
  'C-SPA': ['NICE NG59'],
  'C-DVT': ['Wells items'],
};

/** The patient text of each red-flag row (spec 5.2). Placeholders {ED} and {number} only. */
export const PATIENT_TEXTS = {
  'P-ED': 'Go to {ED} now. Do not wait.',
  'P-NUM': 'Call {number} now.',
  'P-CA': 'We are calling the cancer spine team now. Go where they tell you today. If you cannot reach them or get worse, go to {ED}.',
  'P-CALL': 'We will call an expert about you today. Please stay here until we have a plan.',
  'P-TELL': 'Tell us at once if this changes.',
  'P-BI': 'Go to {ED} if both legs get weak or numb. Go if your bladder, bowels or private parts feel or work in a new way.',
  'P-FOOT': 'If your foot gets weaker, get help the same day.',
  'P-WEAK': 'We found a weak or numb spot, or you told us of one. We will test it again soon. Call us the same day if it grows.',
  'P-STOP': 'Stop the exercises. We will call an expert about you today.',
  'P-TESTS': 'We want to find out why you lost weight. We will set up tests.',
  'P-FEVER': 'Go to {ED} if your fever comes with bad back pain. Go if you feel very ill.',
  'P-LIFT': 'Do not lift or bend until we have checked your back.',
  'P-PAIN': 'Tell us if nothing eases the pain. Tell us if it wakes you each night.',
  'P-COLD': 'Call {number} if your leg turns cold or pale all at once.',
  'P-RHEUM': 'We may ask for a blood test or send you to a joint doctor.',
  'P-CALF': 'Do not rub the leg. Call {number} if you get chest pain or find it hard to breathe.',
  'P-SEE': 'We will look again and change the plan.',
  'P-PREG': 'Ask your midwife or doctor before you take pain tablets.',
} as const;
export type PatientTextId = keyof typeof PATIENT_TEXTS;

/** Reason words of an E row on the emergency sheet, by RF number (spec 5.4). Repeated words print once. */
export const EMERGENCY_REASONS: Readonly<Record<string, string>> = {
  'RF-01': 'new bladder problem',
  'RF-02': 'new bladder problem',
  'RF-03': 'new bowel problem',
  'RF-04': 'numb in the saddle area',
  'RF-05': 'new sexual change',
  'RF-06': 'both legs affected',
  'RF-07': 'both legs affected',
  'RF-11': 'past cancer and nerve pain',
  'RF-12': 'may be an infection',
  'RF-13': 'may be a broken bone',
  'RF-15': 'may be a large blood vessel problem',
  'RF-16': 'cold or pale leg',
  'RF-18': 'may be a clot',
  'RF-22': 'nerve loss after a procedure or on blood thinners',
};

/** Who takes each route (spec 0.1), where the clinic named nobody. {ED} and {number} are filled where the name is shown or printed. */
export const ROUTE_NAMES: Readonly<Record<Route, string>> = {
  ED: '{ED}, phone ahead',
  NUMBER: '{number}, ambulance',
  COORD: 'cord-compression coordinator',
  SPINE: 'on-call spinal service',
  VASC: 'on-call vascular service',
  MED: 'on-call medical service',
  CLOT: 'same-day clot assessment',
  CANCER: 'local suspected-cancer route',
  RHEUM: 'rheumatology',
  MATERNITY: 'obstetric team or midwife',
  CLINIC: 'this clinic',
};

/** What each urgency asks for (spec 0.1). */
export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = {
  E: 'Emergency, within the hour',
  D: 'Same day, discussed before the patient leaves',
  U: 'Urgent, seen or referred within 2 weeks',
  R: 'Routine, note in the plan',
};

/** Who put the questions into the patient's language, said beside the bladder, bowel and saddle answers on record and letter (spec 12.3). */
const INTERPRETERS = {
  none_needed: null,
  professional: 'Asked through a professional interpreter',
  relative: 'Asked through a relative or friend, not a professional interpreter',
  none_available: 'Asked without an interpreter: none was available',
} as const;

/** The line about the interpreter, with the language where it is recorded; null where none was needed or nothing is recorded. */
export function interpreterLine({
  interpreter,
  interpreterLanguage,
}: Pick<RedFlagAnswers, 'interpreter' | 'interpreterLanguage'>): string | null {
  const line = interpreter === null ? null : INTERPRETERS[interpreter];
  const language = interpreterLanguage.trim();
  return line === null ? null : `${line}${language === '' ? '' : ` (${language})`}.`;
}
