import { describe, expect, it } from 'vitest';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { sentencesOf } from '../../shared/handouts/document-model.ts';
import type { PrintedModule } from '../../shared/handouts/handout-text.ts';
import { splitSentences } from '../../shared/handouts/reading-grade.ts';
import type { SheetPlan } from '../../shared/schemas/assessment.ts';
import { NO_CLINIC_NOTES } from '../../shared/schemas/clinic-notes.ts';
import { MODULES } from '../../shared/schemas/plan.ts';
import { HANDOUT_LANGUAGES } from '../../shared/text/handout-languages.ts';
import { assessment, EMERGENCIES, input, PATIENT, SAFETY, visit } from './fixtures.ts';

// Every sentence of the clinical specification that a patient reads, as it stands there, in order: 5.2, 5.4, 7.1 and 7.2. The doses are the
// defaults. Each language must have a sentence for each id of these.

const SPEC_MODULES: Readonly<Record<PrintedModule | 'M13', string>> = {
  M01: 'Wrap an ice pack in a thin towel. Put it on your low back or buttock for 15 to 20 minutes. Do this a few times a day for two days. Take it off if the skin turns white, burns or goes numb. Do not sleep on it.',
  M02: 'A warm pad or warm bath can relax tight muscles. Keep it warm, not hot, for 15 to 20 minutes. Do not use a hot water bottle. If your skin is numb, you could burn and not feel it.',
  M03: 'Lie on your back. Rest your lower legs on a chair so hips and knees bend. Stay 5 to 10 minutes. Stop if pain moves down your leg.',
  M04a: 'Lie on your tummy for a few minutes. Good sign: leg pain moves up to your back. Stop if it moves down.',
  M04b: 'Kneel and rest your chest on cushions. Breathe slowly for 30 to 60 seconds. Come up if your leg pain grows.',
  M05: 'Lie on your side with a pillow between your knees. Keep your top leg from rolling forward.',
  M06: 'Lie on your back with two pillows under your knees. Use this for a short rest.',
  M07: 'Lie on your back with knees bent. Gently flatten your back, then let go. Do 5 to 10 slow ones.',
  M08: 'Short walks can ease a stiff back. Walk a little, many times a day. Stop before your leg pain builds. Too much can stir up the nerve. If your leg is worse the next day, do less and try again.',
  M09: 'Stand up every 20 to 30 minutes. A small cushion behind your low back may help.',
  M10a: 'Keep the same bedtime. Lie on your side or with pillows under your knees. Turn over slowly with knees bent.',
  M10b: 'Hold the load close. Turn your feet, not your back. Take smaller loads and spread them out.',
  M10c: 'A flare can come when the load is more than your body can take right now. Many small strains add up. Pick one thing to ease this week. Slow breaths can help.',
  M11: 'Do not stretch hard. Strong stretches can upset the nerve, most of all early on.',
  M12: 'A tablet like ibuprofen may help some people a little. Take it with food. Follow the packet and use it for a short time. Ask a pharmacist if you take other pills. Stop and get help for black stool, blood in vomit or belly pain.',
  M12b: 'Tablets like ibuprofen are not right for you. Ask your doctor or pharmacist what you can take.',
  M12c: 'Do not take a tablet like ibuprofen yet. Ask your doctor or pharmacist first.',
  M13: 'Good sign: leg pain moves up to your back, even if your back aches more. Bad sign: leg pain moves down your leg. Stop what you were doing. If it does not settle the same day, call us. If you get new numb spots, tingling or a weak leg, stop all home exercise and rolling. Call us the same day so we can check you.',
  M14: 'Move slowly. You should feel only a light pull, not pain. Stop if tingling grows or lasts more than a minute.',
  M15: 'Rolling may ease tight muscles for a short time. It does not treat a nerve that is sore in the back. It works best with what you learn here and small steps. Sit on a soft roller. Put the ankle of the sore side on the other knee and lean that way. Use light pressure. Stay off the most sore spot. Never roll your low back or the back of your thigh. Stop at once for sharp, shooting or electric pain.',
  M15x: 'Please do not roll your back, buttock or thigh right now. Pressing there can upset the nerve. It does not treat a nerve that is sore in the back.',
  M16: 'A ball may ease tight muscles for a short time. Lean lightly on a soft ball against a wall. Stay off bone and sharp spots. It works best with small steps in movement.',
  M17: 'Add one thing at a time and give it two days.',
  M18: 'Sciatica is a name for leg pain from a sore nerve. It does not tell us the cause. The nerve runs from your low back, down the back of your leg, to your foot. The nerve should slide as you move. A sore nerve has less slack. So when you pull your foot up, you may feel it in your leg or back. Your foot is not the problem. A bulging disc is one common cause. Pain can go up and down from day to day. A sore nerve can be very touchy, and a scan does not show that. More pain does not always mean more harm. Many people feel better in 4 to 6 weeks. For some it takes longer. A physio or doctor can help you find the cause and make a plan.',
};
const SPEC_NOTES: Readonly<Record<SheetPlan['notes'][number], string>> = {
  'N-FOOTWEAR': 'Wear shoes that hold your foot well. Clear things you could trip on. Use a rail on stairs.',
  'N-FEET': 'Look at your feet every day.',
  'N-BED': 'Do this on your bed, not on the floor.',
  'N-SEATS': 'Plan a seat on the way. Sit down when your legs feel heavy.',
  'N-MATERNITY':
    'Ask your midwife or doctor before you take pain tablets. Do not lie flat for long from week 16. Go to sleep on your side from week 28.',
  'N-BELLY': 'Do not put heat on your belly.',
  'N-SLEEP-SIDE': 'Sleep on your side.',
};
const SPEC_LEADS: Readonly<Record<SheetPlan['leadId'], string>> = {
  'LEAD-1A': 'For the next two days, calm the nerve first. Then start to move a little more.',
  'LEAD-1B': 'For now, calm the nerve first. Move a little, and add more as it settles.',
  'LEAD-2': 'Now slowly do more. Let your leg be your guide.',
  'LEAD-3': 'Build up what you can do, step by step. Plan it with your clinician.',
};
const SPEC_PATIENT_TEXTS: Readonly<Record<string, string>> = {
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
};
const SPEC_SAFETY = {
  lead: ['Get help now.', 'Go to A&E or call 999 if you have any of these.'],
  now: [
    'You have new trouble starting to pee, or a weak flow.',
    'You cannot pee.',
    'You leak pee or stool.',
    'You cannot feel when you need to go.',
    'You feel numb or odd round your back passage, private parts or inner thighs.',
    'You have a new change in sex or feeling there.',
    'Both legs feel weak or numb.',
    'You have a fever with bad back pain.',
    'You have sudden bad belly and back pain, or you faint.',
    'A leg turns cold or pale all at once.',
    'Your calf swells and you have chest pain or find it hard to breathe.',
    'Pain starts in your other leg too.',
  ],
  sameDay: [
    'Your foot drops or drags.',
    'Your leg gets weaker.',
    'You have new numb or tingling spots, or they spread.',
    'One calf swells or hurts.',
    'Your pain gets much worse fast.',
    'The pain is very bad and nothing eases it.',
  ],
  tell: ['Tell us if you are not better in 7 to 10 days.', 'Tell us if the pain moves further down your leg.'],
};
const SPEC_EMERGENCY = [
  'You may have a problem that needs help now.',
  'It is not safe to wait.',
  'Do not drive yourself.',
  'Ask someone to go with you.',
  'Take this page and a list of your tablets.',
  'Ask before you eat or drink.',
  'Rest in the position that hurts least while you travel.',
  'If you get worse on the way, call 999.',
];
const SPEC_SAFETY_SHEET = {
  openDiscussion: 'We will call an expert about you today. Please stay here until we have a plan.',
  incomplete: 'Some questions are still open. We will ask them again before we give you a home plan.',
  earlierEmergency: 'You still need the check we asked for. Please go or call us now on 020 7946 0100.',
};

const NOTES: SheetPlan['notes'] = Object.keys(SPEC_NOTES);
const EVERY_MODULE = MODULES.filter((id) => id !== 'M20');

type Content = ReadonlyMap<string, string>;

function contentOf(language: string, change: Partial<HandoutInput>): Content {
  const given = input({ patient: { ...PATIENT, preferredLanguage: language }, reviewedLanguages: [language], ...change });
  const sentences = buildHandout(given).blocks.flatMap(sentencesOf);
  return new Map(sentences.map(({ id, text }) => [id, text.replaceAll('\u00a0', ' ')]));
}

/** Everything the sheets can say in a language, by id. */
function everything(language: string): Content {
  const plan = (change: Partial<SheetPlan>): HandoutInput['assessment'] => assessment({ modules: EVERY_MODULE, ...change });
  const clinicNotes = { ...NO_CLINIC_NOTES, text: 'Back class: Tuesday 18.30.', sellsNamed: true, asksPharmacist: true };
  const refused = visit((record) => {
    record.emergency.outcome = 'refused';
  });
  const sheets = [
    contentOf(language, { assessment: plan({ notes: ['N-SLEEP-SIDE'] }) }),
    contentOf(language, { assessment: plan({ notes: NOTES.filter((id) => id !== 'N-SLEEP-SIDE') }), clinicNotes }),
    ...(Object.keys(SPEC_LEADS) as SheetPlan['leadId'][]).map((leadId) => contentOf(language, { assessment: plan({ leadId }) })),
    ...Object.values(EMERGENCIES).flatMap((one) => [
      contentOf(language, { assessment: one }),
      contentOf(language, { assessment: one, record: refused }),
    ]),
    ...Object.values(SAFETY).map((one) => contentOf(language, { assessment: one })),
  ];
  return new Map(sheets.flatMap((sheet) => [...sheet]));
}

/** Ids of sentences `prefix.1`, `prefix.2` and so on, as many as there are. */
const numbered = (prefix: string, sentences: readonly string[]): string[] => sentences.map((_, index) => `${prefix}.${index + 1}`);
const numberedIn = (texts: Readonly<Record<string, string>>): string[] =>
  Object.entries(texts).flatMap(([id, words]) => numbered(id, splitSentences(words)));

const SPEC_IDS: readonly string[] = [
  ...numberedIn(SPEC_MODULES),
  ...numberedIn(SPEC_NOTES).filter((id) => !id.startsWith('N-SLEEP-SIDE')),
  'N-SLEEP-SIDE.1',
  ...Object.keys(SPEC_LEADS),
  ...numbered('M19.lead', SPEC_SAFETY.lead),
  ...numbered('M19.now', SPEC_SAFETY.now),
  ...numbered('M19.sameDay', SPEC_SAFETY.sameDay),
  ...numbered('M19.tell', SPEC_SAFETY.tell),
  'M20.1',
  'M20.sells.1',
  'M20.sells.2',
  'M20.pharmacist.1',
  'M20.pharmacist.2',
];

describe.each(HANDOUT_LANGUAGES.map((text) => [text.language, text] as const))('the content in %s', (language, text) => {
  const content = everything(language);

  it.each(SPEC_IDS)('has a sentence %s', (id) => {
    expect(content.get(id)?.trim()).toBeTruthy();
  });

  it('has a title for every module and a picture in words for each exercise', () => {
    const modules = Object.keys(SPEC_MODULES).filter((one) => one !== 'M13') as PrintedModule[];
    expect(modules).toHaveLength(Object.keys(text.modules).length);
    for (const id of modules) expect(text.modules[id].title, id).toBeTruthy();
    for (const [id, words] of Object.entries(text.pictures)) expect(words.trim(), id).toBeTruthy();
  });

  it('has every text for the patient of the red-flag rows', () => {
    expect(Object.keys(text.patientTexts).toSorted()).toEqual(Object.keys(SPEC_PATIENT_TEXTS).toSorted());
    for (const [id, words] of Object.entries(text.patientTexts)) expect(words.trim(), id).toBeTruthy();
  });

  it('leaves nothing empty', () => {
    for (const [id, words] of content) expect(words.trim(), id).not.toBe('');
  });
});

describe('the English content is the specification’s, word for word', () => {
  const content = everything('en');
  const joined = (prefix: string): string =>
    [...content]
      .filter(([id]) => id.startsWith(`${prefix}.`) && /^\d+$/.test(id.slice(prefix.length + 1)))
      .toSorted(([a], [b]) => Number(a.split('.').at(-1)) - Number(b.split('.').at(-1)))
      .map(([, words]) => words)
      .join(' ');

  it.each(Object.entries(SPEC_MODULES))('%s', (id, words) => {
    expect(joined(id)).toBe(words);
  });
  it.each(Object.entries(SPEC_NOTES))('%s', (id, words) => {
    expect(joined(id)).toBe(words);
  });
  it.each(Object.entries(SPEC_LEADS))('%s', (id, words) => {
    expect(content.get(id)).toBe(words);
  });
  it.each(Object.entries(SPEC_PATIENT_TEXTS))('%s', (id, words) => {
    expect(HANDOUT_LANGUAGES[0].patientTexts[id]).toBe(words);
  });
  it.each(Object.entries(SPEC_SAFETY))('M19.%s', (part, sentences) => {
    expect(joined(`M19.${part}`)).toBe(sentences.join(' '));
  });
  it.each(Object.keys(EMERGENCIES) as (keyof typeof EMERGENCIES)[])('the emergency sheet: %s', (route) => {
    const printed = [...contentOf('en', { assessment: EMERGENCIES[route] }).values()].join(' ');
    for (const words of SPEC_EMERGENCY) expect(printed).toContain(words);
    expect(printed).not.toContain('Lie on your side');
  });
  it.each(Object.entries(SPEC_SAFETY_SHEET))('the safety sheet: %s', (reason, words) => {
    const printed = [...contentOf('en', { assessment: SAFETY[reason as keyof typeof SAFETY] }).values()].join(' ');
    expect(printed).toContain(words);
  });
});
