import { describe, expect, it } from 'vitest';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { fill } from '../../shared/handouts/build-context.ts';
import { type HandoutDocument, mapTexts, sentencesOf } from '../../shared/handouts/document-model.ts';
import { printDate } from '../../shared/handouts/handout-text.ts';
import { blockGrades, lintHandout } from '../../shared/handouts/lint.ts';
import { READING_GRADE_MAX } from '../../shared/handouts/reading-ease.ts';
import { readingGrade } from '../../shared/handouts/reading-grade.ts';
import { MODULES } from '../../shared/schemas/plan.ts';
import { handoutText as text } from '../../shared/text/en/handouts.ts';
import { assessment, CLINIC, EMERGENCIES, input, PATIENT, row, SAFETY, visit } from './fixtures.ts';
import { plain } from './read-pdf.ts';

/** Sentence sets of spec 7.2 whose words the sheet splits into steps and paragraphs. */
const SPEC: Readonly<Record<string, string>> = {
  M01: 'Wrap an ice pack in a thin towel. Put it on your low back or buttock for 15 to 20 minutes. Do this a few times a day for two days. Take it off if the skin turns white, burns or goes numb. Do not sleep on it.',
  M03: 'Lie on your back. Rest your lower legs on a chair so hips and knees bend. Stay 5 to 10 minutes. Stop if pain moves down your leg.',
  M04b: 'Kneel and rest your chest on cushions. Breathe slowly for 30 to 60 seconds. Come up if your leg pain grows.',
  M08: 'Short walks can ease a stiff back. Walk a little, many times a day. Stop before your leg pain builds. Too much can stir up the nerve. If your leg is worse the next day, do less and try again.',
  M12: 'A tablet like ibuprofen may help some people a little. Take it with food. Follow the packet and use it for a short time. Ask a pharmacist if you take other pills. Stop and get help for black stool, blood in vomit or belly pain.',
  M15: 'Rolling may ease tight muscles for a short time. It does not treat a nerve that is sore in the back. It works best with what you learn here and small steps. Sit on a soft roller. Put the ankle of the sore side on the other knee and lean that way. Use light pressure. Stay off the most sore spot. Never roll your low back or the back of your thigh. Stop at once for sharp, shooting or electric pain.',
  M18: 'Sciatica is a name for leg pain from a sore nerve. It does not tell us the cause. The nerve runs from your low back, down the back of your leg, to your foot. The nerve should slide as you move. A sore nerve has less slack. So when you pull your foot up, you may feel it in your leg or back. Your foot is not the problem. A bulging disc is one common cause. Pain can go up and down from day to day. A sore nerve can be very touchy, and a scan does not show that. More pain does not always mean more harm. Many people feel better in 4 to 6 weeks. For some it takes longer. A physio or doctor can help you find the cause and make a plan.',
};

/** Every module at once, for checks of the words. */
const EVERYTHING = input({ assessment: assessment({ modules: MODULES.filter((id) => id !== 'M20') }) });

function moduleText(document: HandoutDocument, id: string): string {
  const block = document.blocks.find((one) => one.type === 'module' && one.module === id);
  return block?.type === 'module' ? block.parts.flatMap((part) => part.sentences.map((sentence) => sentence.text)).join(' ') : '';
}

const codes = (given: HandoutInput): [boolean, string][] =>
  lintHandout(buildHandout(given), given.assessment).map((problem) => [problem.hard, problem.code]);

describe('the document', () => {
  const document = buildHandout(EVERYTHING);

  it.each(Object.entries(SPEC))('says %s word for word', (id, words) => {
    expect(plain(moduleText(document, id))).toBe(words);
  });

  it('says M13 word for word', () => {
    const block = document.blocks.find((one) => one.type === 'stop-rules');
    const said = block?.type === 'stop-rules' ? [...block.good, ...block.bad, ...block.next] : [];
    expect(said.map((sentence) => sentence.text).join(' ')).toBe(
      'Good sign: leg pain moves up to your back, even if your back aches more. Bad sign: leg pain moves down your leg. Stop what you were doing. If it does not settle the same day, call us. If you get new numb spots, tingling or a weak leg, stop all home exercise and rolling. Call us the same day so we can check you.',
    );
    expect(said.map((sentence) => sentence.id)).toEqual(['M13.1', 'M13.2', 'M13.3', 'M13.4', 'M13.5', 'M13.6']);
  });

  it('gives every sentence an id, and within a module each its own', () => {
    for (const block of document.blocks) {
      const ids = sentencesOf(block).map((sentence) => sentence.id);
      expect(ids.every((id) => id !== '')).toBe(true);
      if (block.type === 'module') expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('takes its main messages from modules that are on the sheet', () => {
    for (const modules of [
      ['M05', 'M13', 'M19'],
      ['M08', 'M13', 'M19'],
      ['M11', 'M18', 'M13', 'M19'],
    ] as const) {
      const built = buildHandout(input({ assessment: assessment({ modules: [...modules] }) }));
      const messages = built.blocks.flatMap((block) => (block.type === 'messages' ? block.messages.flat() : []));
      for (const { id } of messages) expect(modules).toContain(id.split('.')[0]);
    }
  });

  it('has leading words only where the sentence begins with them', () => {
    for (const sentence of document.blocks.flatMap(sentencesOf)) {
      if (sentence.leadIn !== undefined) expect(sentence.text.startsWith(sentence.leadIn)).toBe(true);
    }
  });

  it('survives storage as JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('never names the patient in the title a print queue would show', () => {
    expect(document.documentTitle).not.toContain(PATIENT.familyName);
  });

  it('leaves out what was said before a discussion that has been had, and a sentence N-MATERNITY repeats', () => {
    const rows = [row('RF-10g', 'D', 'SPINE', 'P-STOP'), row('RF-06.3', 'D', 'SPINE', 'P-BI'), row('RF-21a', 'R', 'MATERNITY', 'P-PREG')];
    const built = buildHandout(input({ assessment: assessment({ notes: ['N-MATERNITY'] }, { rows, discussionResolved: true }) }));
    const about = built.blocks.find((block) => block.type === 'about-you');
    expect(about === undefined ? [] : sentencesOf(about).map((sentence) => sentence.id)).toEqual(['H.aboutYou', 'P-BI']);
  });

  it('fills placeholders in one pass', () => {
    expect(fill('{a} and {b}', { a: '{b}', b: 'x' })).toBe('{b} and x');
    expect(fill('{unknown}', {})).toBe('{unknown}');
  });
});

describe('dates', () => {
  it.each([
    ['D MMM YYYY', '8 Jan 1985'],
    ['DD/MM/YYYY', '08/01/1985'],
    ['MM/DD/YYYY', '01/08/1985'],
    ['YYYY-MM-DD', '1985-01-08'],
  ] as const)('print as %s', (format, expected) => {
    expect(printDate('1985-01-08', format, text)).toBe(expected);
  });

  it('name the weekday of the calendar date in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/New_York']) {
        process.env['TZ'] = TZ;
        expect(printDate('2026-11-27', 'D MMM YYYY', text, true)).toBe('Friday 27 Nov 2026');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('the reading grade', () => {
  const sheets: [string, HandoutInput][] = [
    ['every module', EVERYTHING],
    ...Object.entries(EMERGENCIES).map(([route, chosen]): [string, HandoutInput] => [`emergency ${route}`, input({ assessment: chosen })]),
    ...Object.entries(SAFETY).map(([reason, chosen]): [string, HandoutInput] => [`safety ${reason}`, input({ assessment: chosen })]),
  ];
  it.each(sheets)('is 6 or lower in each block: %s', (_, given) => {
    const grades = blockGrades(buildHandout(given));
    expect(grades.length).toBeGreaterThan(2);
    for (const { id, grade } of grades) expect(grade, id).toBeLessThanOrEqual(READING_GRADE_MAX);
  });

  it('is 6 or lower in each patient text, note and lead', () => {
    const texts = [
      ...Object.values(text.patientTexts),
      ...Object.values(text.homecare.leads),
      ...Object.values(text.notes).map((note) => note.join(' ')),
    ];
    for (const one of texts) {
      expect(readingGrade([fill(one, { ED: CLINIC.emergencyDepartment, number: CLINIC.emergencyNumber })]), one).toBeLessThanOrEqual(6);
    }
  });
});

describe('the linter', () => {
  it('finds nothing on a usual sheet of each kind', () => {
    expect(codes(input())).toEqual([]);
    expect(codes(EVERYTHING)).toEqual([]);
    for (const chosen of [...Object.values(EMERGENCIES), ...Object.values(SAFETY)])
      expect(codes(input({ assessment: chosen }))).toEqual([]);
  });

  it('refuses a home-care sheet beside an emergency, an open discussion, an open question or an earlier emergency', () => {
    const flags = [
      { rows: [row('RF-01a.1', 'E', 'ED', 'P-ED')] },
      { rows: [row('RF-06.3', 'D', 'SPINE', 'P-BI')] },
      { blocking: ['RF-04a' as const] },
      { openEarlierEmergency: true },
    ];
    for (const redFlags of flags) expect(codes(input({ assessment: assessment({}, redFlags) }))).toContainEqual([true, 'gate-fails']);
    const resolved = assessment({}, { rows: [row('RF-06.3', 'D', 'SPINE', 'P-BI')], discussionResolved: true });
    expect(codes(input({ assessment: resolved }))).toEqual([]);
  });

  it('refuses a module the plan does not carry, and a sheet without M13 or M19', () => {
    const given = input();
    const document = buildHandout(given);
    const withModule = { ...document, modules: [...document.modules, 'M15' as const] };
    expect(lintHandout(withModule, given.assessment)).toMatchObject([
      { hard: true, code: 'gate-fails', message: expect.stringContaining('M15') },
    ]);
    for (const [left, words] of [
      ['M13', 'stop rules'],
      ['M19', 'safety block'],
    ] as const) {
      const without = { ...document, modules: document.modules.filter((id) => id !== left) };
      expect(lintHandout(without, given.assessment)).toMatchObject([
        { hard: true, code: 'gate-fails', message: expect.stringContaining(words) },
      ]);
    }
  });

  it('takes M12b that the rules put on the sheet though picking it was refused, and no other refused module', () => {
    const both = (id: 'M12b' | 'M07'): HandoutInput => input({ assessment: assessment({ modules: [id, 'M13', 'M19'], refused: [id] }) });
    expect(codes(both('M12b'))).toEqual([]);
    expect(codes(both('M07'))).toEqual([[true, 'gate-fails']]);
  });

  it('refuses an open placeholder and a banned word, naming them', () => {
    const given = input();
    const document = buildHandout(given);
    const changed = (to: string): HandoutDocument => mapTexts(document, (one) => (one === 'Do not stretch hard.' ? to : one));
    expect(lintHandout(changed('Call {phone}.'), given.assessment)).toMatchObject([
      { hard: true, code: 'unfilled-placeholder', message: expect.stringContaining('{phone}') },
    ]);
    for (const word of ['slipped', 'damaged', 'degeneration', 'confirms', 'crumbling', '90%']) {
      const problems = lintHandout(changed(`This is ${word} now.`), given.assessment);
      expect(problems[0], word).toMatchObject({ hard: true, code: 'banned-word', message: expect.stringContaining('M11.1') });
    }
  });

  it('reports a long sentence and a hard block without refusing', () => {
    const given = input();
    const long = mapTexts(buildHandout(given), (one) =>
      one === 'Do not stretch hard.' ? `Nevertheless ${'neurological rehabilitation '.repeat(10)}continues.` : one,
    );
    const problems = lintHandout(long, given.assessment);
    expect(problems.map((problem) => problem.code)).toContain('sentence-length');
    expect(problems.map((problem) => problem.code)).toContain('reading-grade');
    expect(problems.every((problem) => !problem.hard)).toBe(true);
  });

  it('asks for a reason when the patient prefers another language', () => {
    const polish = { ...PATIENT, preferredLanguage: 'pl' };
    expect(codes(input({ patient: polish }))).toEqual([[true, 'language-needs-reason']]);
    const record = visit((one) => {
      one.plan.sheetLanguageReason = 'Reads English well';
    });
    expect(codes(input({ patient: polish, record }))).toEqual([]);
    expect(codes(input({ patient: { ...PATIENT, preferredLanguage: 'en-US' } }))).toEqual([]);
    expect(codes(input({ patient: polish, assessment: EMERGENCIES.ED }))).toEqual([[false, 'language-needs-reason']]);
  });
});
