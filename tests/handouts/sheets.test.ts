import { describe, expect, it } from 'vitest';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { fill } from '../../shared/handouts/build-context.ts';
import { printDose } from '../../shared/handouts/build-parts.ts';
import { sentencesOf } from '../../shared/handouts/document-model.ts';
import type { PrintedModule } from '../../shared/handouts/handout-text.ts';
import { DOSE_IDS } from '../../shared/schemas/doses.ts';
import { handoutText as text } from '../../shared/text/en/handouts.ts';
import { assessment, EMERGENCIES, input, PATIENT, P2_PLAN, row, SAFETY, visit } from './fixtures.ts';
import { draw, plain, readPdf, readText, sha256 } from './read-pdf.ts';

const LARGE = { kind: 'plan', paper: 'A4', largePrint: true } as const;
const LETTER = { kind: 'plan', paper: 'Letter', largePrint: false } as const;

/** The sentences of a module with the doses of a clinic that changed none. */
function moduleSentences(id: PrintedModule): string[] {
  const doses = Object.fromEntries(
    DOSE_IDS.filter((dose) => dose.startsWith(`${id}.`)).map((dose) => [dose.slice(id.length + 1), printDose(dose, {}, text)]),
  );
  return text.modules[id].body.flatMap((part) => ('steps' in part ? part.steps : part.prose)).map((sentence) => fill(sentence, doses));
}

const STOP_RULES = [text.stopRules.good, ...text.stopRules.bad, ...text.stopRules.next];
const SAFETY_BLOCK = [
  text.safety.now[0],
  'Go to A&E or call 999 if you have any of these.',
  ...text.safety.nowItems,
  text.safety.sameDay,
  ...text.safety.sameDayItems,
  ...text.safety.tellUs,
];

function expectAll(printed: string, sentences: readonly string[]): void {
  for (const sentence of sentences) expect(printed).toContain(plain(sentence));
}

describe('a home-care sheet', () => {
  it('prints the name, the lead, every module word for word, stop rules, safety block, next review and clinician', async () => {
    const given = input();
    const { pdf, printedName, problems } = await draw(given);
    const printed = await readText(pdf);
    expect(problems).toEqual([]);
    expect(printedName).toBe('Łukasz Ćwikłaszewski');
    expectAll(printed, [printedName, 'born 8 Jan 1985', P2_PLAN.lead, 'Phase 2', 'Friday 27 Nov 2026', 'Ines Fontaine', '020 7946 0100']);
    expectAll(printed, (['M02', 'M03', 'M05', 'M07', 'M08', 'M11', 'M18'] as const).flatMap(moduleSentences));
    expectAll(printed, [...STOP_RULES, ...SAFETY_BLOCK, text.safety.otherLeg]);
  });

  it('carries every module, in the phase’s dose, when every module is chosen', async () => {
    const modules = Object.keys(text.modules) as PrintedModule[];
    const chosen = assessment({
      phase: 'P1',
      leadId: 'LEAD-1A',
      modules: [...modules, 'M13', 'M19'],
      notes: ['N-BED', 'N-SEATS', 'N-FEET'],
    });
    const printed = await readText((await draw(input({ assessment: chosen }))).pdf);
    expectAll(printed, modules.flatMap(moduleSentences));
    expectAll(
      printed,
      modules.map((id) => text.modules[id].title),
    );
    expectAll(printed, ['3 to 5 minutes, 3 to 5 times a day', ...text.notes['N-BED'], ...text.notes['N-SEATS'], ...text.notes['N-FEET']]);
    expect(printed).not.toContain('Add 1 to 2 minutes every 1 to 2 days');
  });

  it('prints no module that was not chosen', async () => {
    const printed = await readText((await draw(input())).pdf);
    for (const id of ['M01', 'M04a', 'M04b', 'M12', 'M14', 'M15', 'M16'] as const) {
      expect(printed).not.toContain(moduleSentences(id)[0]);
    }
  });

  it('replaces the sleep sentence by N-SLEEP-SIDE', async () => {
    const chosen = assessment({ modules: ['M10a', 'M13', 'M19'], notes: ['N-SLEEP-SIDE'] });
    const printed = await readText((await draw(input({ assessment: chosen }))).pdf);
    expect(printed).toContain('Keep the same bedtime. Sleep on your side. Turn over slowly');
    expect(printed).not.toContain('Lie on your side or with pillows under your knees.');
  });

  it('says the pain in both legs where RF-06a is yes', async () => {
    const record = visit((one) => {
      one.redFlags.answers['RF-06a'] = 'yes';
    });
    const printed = await readText((await draw(input({ record }))).pdf);
    expect(printed).toContain(text.safety.bothLegs);
    expect(printed).not.toContain(text.safety.otherLeg);
  });

  it('puts the safety block before the lead and tells the patient what was found when a U row exists', async () => {
    const flagged = assessment(
      { safetyFirst: true },
      { rows: [row('RF-10d.1', 'U', 'CLINIC', 'P-WEAK'), row('RF-10a.1', 'U', 'CLINIC', 'P-WEAK')] },
    );
    const [first] = await readPdf((await draw(input({ assessment: flagged }))).pdf);
    const printed = first?.text ?? '';
    expectAll(printed, [...SAFETY_BLOCK, P2_PLAN.lead, ...STOP_RULES, 'We found a weak or numb spot']);
    expect(printed.indexOf(text.safety.now[0])).toBeLessThan(printed.indexOf(P2_PLAN.lead));
    expect(printed.split('We found a weak or numb spot')).toHaveLength(2);
  });

  it('leaves a line to fill by hand where no review is planned', async () => {
    const record = visit((one) => {
      one.plan.nextReviewOn = null;
    });
    expect(await readText((await draw(input({ record }))).pdf)).toMatch(/Next review: _{10,}/);
  });

  it.each([
    ['A4', input()],
    ['Letter', input({ options: LETTER })],
    ['large print', input({ options: LARGE })],
    ['safety first', input({ assessment: assessment({ safetyFirst: true }, { rows: [row('RF-14a', 'U', 'CLINIC', 'P-PAIN')] }) })],
  ])('has the stop rules on page 1 (%s)', async (_, given) => {
    const [first] = await readPdf((await draw(given)).pdf);
    expectAll(first?.text ?? '', STOP_RULES);
  });
});

describe('an emergency sheet', () => {
  const told = visit((record) => {
    record.emergency = { ...record.emergency, told: 'Dr Amara Obi, registrar', toldTime: '10:40', transport: 'ambulance' };
  });
  const refused = visit((record) => {
    record.emergency = { ...record.emergency, outcome: 'refused', callBackTime: '15:00' };
  });

  it.each([
    ['ED', ['Go to A&E now', 'Tell the staff: new bladder problem, numb in the saddle area.']],
    ['NUMBER', ['Call 999 now', 'Stay where you are.', 'Tell the staff: may be an infection, cold or pale leg.']],
    [
      'COORD',
      ['The cancer spine team needs to see you today', 'Go where the team sends you.', 'Tell the staff: past cancer and nerve pain.'],
    ],
  ] as const)('says where to go by route %s, and who was told', async (route, sentences) => {
    const printed = await readText((await draw(input({ assessment: EMERGENCIES[route], record: told }))).pdf);
    expectAll(printed, [...sentences, ...SAFETY_BLOCK]);
    expectAll(printed, [
      'Łukasz Ćwikłaszewski, born 8 Jan 1985, 13 Nov 2026.',
      'It is not safe to wait.',
      'Do not drive yourself. Ask someone to go with you.',
      'How you will travel: ambulance.',
      'Take this page and a list of your tablets.',
      'Ask before you eat or drink.',
      'Rest in the position that hurts least while you travel.',
      'We told Dr Amara Obi, registrar at 10:40.',
      'If you get worse on the way, call 999.',
    ]);
  });

  it('carries no home-care module, note, slip, review date or clinician', async () => {
    const { pdf } = await draw(input({ assessment: EMERGENCIES.ED }));
    const printed = await readText(pdf);
    for (const sentence of (Object.keys(text.modules) as PrintedModule[]).flatMap(moduleSentences)) {
      expect(printed).not.toContain(sentence);
    }
    for (const sentence of [...STOP_RULES, P2_PLAN.lead, text.slip.title, 'Ines Fontaine', 'Next review']) {
      expect(printed).not.toContain(sentence);
    }
  });

  it('leaves lines to fill by hand where the record is empty', async () => {
    const printed = await readText((await draw(input({ assessment: EMERGENCIES.ED }))).pdf);
    expect(printed).toMatch(/How you will travel: _{8,}\./);
    expect(printed).toMatch(/We told _{8,} at _{6,}\./);
  });

  it('says what a patient who refuses may do instead of who was told', async () => {
    const printed = await readText((await draw(input({ assessment: EMERGENCIES.ED, record: refused }))).pdf);
    expect(printed).toContain('You chose not to go now. You can change your mind at any time. We will call you at 15:00.');
    expect(printed).not.toContain('We told');
    expect(printed).not.toContain('If you get worse on the way');
  });

  it.each(Object.entries(EMERGENCIES))('is one page on either paper (%s)', async (_, chosen) => {
    const longest = visit((record) => {
      record.emergency = { ...record.emergency, told: 'Dr '.concat('Obi-Wellington '.repeat(12)), toldTime: '10:40', transport: 'taken' };
    });
    for (const options of [LETTER, { ...LETTER, paper: 'A4' as const }]) {
      for (const record of [told, refused, longest]) {
        expect((await draw(input({ assessment: chosen, record, options }))).pageCount).toBe(1);
      }
    }
  });
});

describe('a safety sheet', () => {
  const cases: [string, HandoutInput, string][] = [
    [
      'a discussion is open',
      input({ assessment: SAFETY.openDiscussion }),
      'We will call an expert about you today. Please stay here until we have a plan.',
    ],
    [
      'questions are open',
      input({ assessment: SAFETY.incomplete }),
      'Some questions are still open. We will ask them again before we give you a home plan.',
    ],
    [
      'an earlier emergency is open',
      input({ assessment: SAFETY.earlierEmergency }),
      'You still need the check we asked for. Please go or call us now on 020 7946 0100.',
    ],
  ];

  it.each(cases)('says why when %s', async (_, given, sentence) => {
    const printed = await readText((await draw(given)).pdf);
    expectAll(printed, ['Your safety sheet', sentence, 'Your next contact is Friday 27 Nov 2026.', ...SAFETY_BLOCK]);
    for (const [name, , other] of cases) if (other !== sentence) expect(printed, name).not.toContain(other);
  });

  it('carries M13, M05 and M06 with an open discussion and no module otherwise', async () => {
    const open = await readText((await draw(input({ assessment: SAFETY.openDiscussion }))).pdf);
    expectAll(open, [...STOP_RULES, ...moduleSentences('M05'), ...moduleSentences('M06')]);
    const incomplete = await readText((await draw(input({ assessment: SAFETY.incomplete }))).pdf);
    for (const sentence of [...STOP_RULES, ...moduleSentences('M05')]) expect(incomplete).not.toContain(sentence);
  });

  it('is there on request beside a home plan, with the safety block only', async () => {
    const given = input({ options: { ...LETTER, kind: 'safety' } });
    expect(buildHandout(given).modules).toEqual(['M19']);
    const printed = await readText((await draw(given)).pdf);
    expectAll(printed, ['Your safety sheet', ...SAFETY_BLOCK]);
    expect(printed).not.toContain(P2_PLAN.lead);
  });

  it('asks nobody to stay who was sent away with an emergency', async () => {
    const emergency = assessment({ ...EMERGENCIES.ED.plan, safetyReasons: ['D', 'incomplete'] }, EMERGENCIES.ED.redFlags);
    const printed = await readText((await draw(input({ assessment: emergency, options: { ...LETTER, kind: 'safety' } }))).pdf);
    expectAll(printed, ['Your safety sheet', 'Some questions are still open.', ...SAFETY_BLOCK]);
    expect(printed).not.toContain('Please stay here');
  });
});

describe('a name', () => {
  const named = (patient: Partial<HandoutInput['patient']>): HandoutInput => input({ patient: { ...PATIENT, ...patient } });

  it.each([
    ['Ольга', 'Иваненко'],
    ['Γεώργιος', 'Παπαδόπουλος'],
    ['Nguyễn', 'Thị Hương'],
    // Decomposed: base letter and marks apart.
    ['Zoe\u0308', 'Nguye\u0302\u0303n'],
    ['Aisha\u200e', 'Rah\u00admani'],
  ])('prints in its own letters: %s %s', async (givenNames, familyName) => {
    const { pdf, printedName, problems } = await draw(named({ givenNames, familyName }));
    expect(problems).toEqual([]);
    const expected = `${givenNames} ${familyName}`.normalize('NFC').replace(/[\u200e\u00ad]/g, '');
    expect(printedName).toBe(expected);
    expect(await readText(pdf)).toContain(`For ${expected}, born`);
  });

  it.each([
    ['山田', 'U+5C71'],
    ['Ana 😀', 'U+1F600'],
    ['מרים', 'U+05DE'],
    ['فاطمة', 'U+0641'],
  ])('with a character no font has refuses a home-care sheet and names it: %s', async (givenNames, codePoint) => {
    const { pdf, problems, missingGlyphs } = await draw(named({ givenNames }));
    expect(pdf).toHaveLength(0);
    expect(missingGlyphs.length).toBeGreaterThan(0);
    expect(problems).toEqual([{ hard: true, code: 'missing-glyph', message: expect.stringContaining(codePoint) as string }]);
    expect(problems[0]?.message).toContain('Name in Latin letters');
  });

  it('prints in Latin letters where that is filled in', async () => {
    const { pdf, printedName, problems } = await draw(named({ givenNames: '太郎', familyName: '山田', latinName: 'Taro Yamada' }));
    expect(problems).toEqual([]);
    expect(printedName).toBe('Taro Yamada');
    expect(await readText(pdf)).toContain('Taro Yamada, born 8 Jan 1985');
  });

  it.each([
    ['emergency', EMERGENCIES.ED],
    ['safety', SAFETY.incomplete],
  ])('never refuses an %s sheet: a line to write on, birth date and own number', async (_, chosen) => {
    const given = { ...named({ givenNames: '太郎', familyName: '山田' }), assessment: chosen };
    const { pdf, problems, printedName } = await draw(given);
    expect(printedName).toBe('');
    expect(problems.map((problem) => [problem.hard, problem.code])).toEqual([[false, 'missing-glyph']]);
    const printed = await readText(pdf);
    expect(printed).toMatch(/Name: _{10,} \(write by hand\), born 8 Jan 1985/);
    expect(printed).toContain('Number: N-1042.');
  });

  it('in another text of an emergency sheet leaves a place to write, and refuses a home-care sheet', async () => {
    const record = visit((one) => {
      one.emergency.told = '李 医生';
    });
    const emergency = await draw(input({ assessment: EMERGENCIES.ED, record }));
    expect(emergency.problems.map((problem) => problem.hard)).toEqual([false]);
    expect(await readText(emergency.pdf)).toMatch(/We told _ _+ at/);
    const homecare = await draw(input({ clinicianName: '李医生' }));
    expect(homecare.pdf).toHaveLength(0);
    expect(homecare.problems.map((problem) => problem.hard)).toEqual([true]);
  });

  it('that is very long wraps and stays inside the page', async () => {
    const { pdf, problems } = await draw(named({ givenNames: 'Wilhelmina '.repeat(15).trim(), familyName: 'M'.repeat(120) }));
    expect(problems).toEqual([]);
    await expectInsideMargins(pdf, 12);
  });
});

async function expectInsideMargins(pdf: Uint8Array, smallestPt: number): Promise<void> {
  const sidePt = (16 / 25.4) * 72;
  const endPt = (12 / 25.4) * 72;
  for (const page of await readPdf(pdf)) {
    for (const box of page.boxes) {
      expect(box.leftPt, box.text).toBeGreaterThanOrEqual(sidePt - 0.5);
      expect(box.rightPt, box.text).toBeLessThanOrEqual(page.widthPt - sidePt + 0.5);
      expect(box.topPt, box.text).toBeGreaterThanOrEqual(endPt - 0.5);
      expect(box.bottomPt, box.text).toBeLessThanOrEqual(page.heightPt - endPt + 0.5);
      expect(box.sizePt, box.text).toBeGreaterThanOrEqual(smallestPt);
    }
  }
}

describe('every sheet', () => {
  const sheets: [string, HandoutInput, number][] = [
    ['home care', input(), 12],
    ['home care, Letter', input({ options: LETTER }), 12],
    [
      'home care, safety first',
      input({ assessment: assessment({ safetyFirst: true }, { rows: [row('RF-14a', 'U', 'CLINIC', 'P-PAIN')] }) }),
      12,
    ],
    ['home care, large print', input({ options: LARGE }), 18],
    ['home care, large print, Letter', input({ options: { ...LARGE, paper: 'Letter' } }), 18],
    ['emergency', input({ assessment: EMERGENCIES.COORD }), 12],
    ['emergency, large print', input({ assessment: EMERGENCIES.ED, options: { ...LARGE, paper: 'Letter' } }), 18],
    ['safety', input({ assessment: SAFETY.openDiscussion }), 12],
    ['safety, large print', input({ assessment: SAFETY.openDiscussion, options: LARGE }), 18],
  ];

  it.each(sheets)('stays inside its margins and above the smallest type size: %s', async (_, given, smallestPt) => {
    await expectInsideMargins((await draw(given)).pdf, smallestPt);
  });

  it.each(sheets)('names clinic, patient, birth date, day and page x of y on each page: %s', async (_, given) => {
    const pages = await readPdf((await draw(given)).pdf);
    for (const [index, page] of pages.entries()) {
      expectAll(page.text, [
        'Northfield Physiotherapy',
        'Łukasz Ćwikłaszewski, born 8 Jan 1985',
        '13 Nov 2026',
        `Page ${index + 1} of ${pages.length}`,
      ]);
    }
  });

  it.each(sheets)('carries the whole safety block: %s', async (_, given) => {
    expectAll(await readText((await draw(given)).pdf), SAFETY_BLOCK);
  });

  it.each(sheets)('keeps a module with a picture on the page of its heading: %s', async (_, given) => {
    const pages = await readPdf((await draw(given)).pdf);
    for (const block of buildHandout(given).blocks) {
      if (block.type !== 'module' || block.picture === null) continue;
      const page = pages.find(({ text: printed }) => printed.includes(plain(block.heading.text)));
      expectAll(
        page?.text ?? '',
        sentencesOf(block).map((sentence) => sentence.text),
      );
    }
  });

  it.each(sheets)('has a structure tree with a title, headings, paragraphs and lists: %s', async (_, given) => {
    const pages = await readPdf((await draw(given)).pdf);
    const roles = pages.flatMap((page) => page.roles);
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody']) expect(roles).toContain(role);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
  });

  it.each(sheets)('gives the same bytes twice: %s', async (_, given) => {
    const [once, again] = [await draw(given), await draw(structuredClone(given))];
    expect(sha256(again.pdf)).toBe(sha256(once.pdf));
  });

  it('differs when the patient differs', async () => {
    const other = input({ patient: { ...PATIENT, givenNames: 'Piotr' } });
    expect(sha256((await draw(other)).pdf)).not.toBe(sha256((await draw(input())).pdf));
  });
});
