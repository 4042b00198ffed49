import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHandout } from '../../electron/pdf/draw.ts';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { generateDemoDesk } from '../../electron/use-cases/demo/generate-demo-desk.ts';
import { assess } from '../../shared/clinical/assess.ts';
import type { EarlierVisitForRules } from '../../shared/clinical/assess-types.ts';
import {
  buildBlankSheet,
  buildLetter,
  buildRecoveryKey,
  buildSummary,
  type VisitPaperInput,
} from '../../shared/handouts/clinician/build-paper.ts';
import { type PaperDocument, sentencesOf } from '../../shared/handouts/document-model.ts';
import { PAPERS } from '../../shared/schemas/clinic.ts';
import { FACTS } from '../../shared/schemas/red-flag-answers.ts';
import { RECOVERY_SYMBOLS, toRecoveryGroups } from '../../shared/recovery-key.ts';
import { emptyVisitRecord, type VisitRecord } from '../../shared/schemas/visit.ts';
import { FACT_QUESTIONS } from '../../shared/text/en/red-flags.ts';
import { MOVEMENT_NAMES } from '../../shared/text/en/movement-tests.ts';
import { visitExamText as exam } from '../../shared/text/en/screens-visit-exam.ts';
import { visitFurtherText as further } from '../../shared/text/en/screens-visit-further.ts';
import { visitTalkText as talk } from '../../shared/text/en/screens-visit-talk.ts';
import { arbitraryContext, arbitraryMixedVisit } from '../helpers/arbitrary-quiet-visit.ts';
import { normalVisit } from '../helpers/normal-visit.ts';
import { CLINIC, PATIENT } from './fixtures.ts';
import { readTagged, uaFaults, walk } from './pdf-structure.ts';
import { FONTS_DIR, plain, readText, sha256 } from './read-pdf.ts';
import { spokenWalk } from './spoken-walk.ts';
import { TYPICAL_VISITS } from './typical-visits.ts';

const fonts = loadFonts(FONTS_DIR);
const BORN_ON = '1979-02-14';
const VISIT_ON = '2026-11-20';
const LETTER_PAGES = 1;
const RANDOM_VISITS = 15;
const SEED = 20261122;

function demoRecord(change: (record: VisitRecord) => void = () => {}): VisitRecord {
  const record = structuredClone(TYPICAL_VISITS['the first visit of the demo']?.record);
  if (record === undefined) throw new Error('no such visit');
  change(record);
  return record;
}

function paperInput(record: VisitRecord, change: Partial<VisitPaperInput> = {}): VisitPaperInput {
  return {
    patient: { ...PATIENT, birthDate: BORN_ON },
    record,
    assessment: assess(record, { birthDate: BORN_ON, earlier: [] }),
    clinic: CLINIC,
    clinicianName: 'Ines Fontaine',
    signedOn: VISIT_ON,
    addenda: [],
    given: [],
    paper: 'A4',
    madeOn: VISIT_ON,
    ...change,
  };
}

/** A weak stream and a numb saddle, with what was done about it. */
const emergency = demoRecord((record) => {
  record.redFlags.answers['RF-01b'] = 'yes';
  record.redFlags.answers['RF-04a'] = 'yes';
  delete record.redFlags.answers['RF-05b'];
  record.redFlags.onsets['RF-01b'] = { startedOn: '2026-11-18', worse: 'yes', causeKnown: false };
  record.redFlags.interpreter = 'relative';
  record.redFlags.interpreterLanguage = 'Polish';
  record.emergency = { ...record.emergency, told: 'Dr Imogen Castellane, registrar', toldTime: '10:40', transport: 'ambulance' };
  record.otherExam.saddle = 'declined';
  record.otherExam.sensitive.declineReason = 'no_chaperone';
});
const sameDay = demoRecord((record) => {
  record.redFlags.answers['RF-12a'] = 'yes';
});
const urgent = demoRecord((record) => {
  record.redFlags.answers['RF-14a'] = 'yes';
});

const draw = async (document: PaperDocument): Promise<Awaited<ReturnType<typeof drawHandout>>> =>
  drawHandout(document, { paper: document.paper, largePrint: false }, fonts);

const LETTERS: readonly [string, VisitPaperInput][] = [
  ['emergency', paperInput(emergency, { given: [{ sheet: 'emergency', madeOn: VISIT_ON }] })],
  ['same day', paperInput(sameDay)],
  ['urgent', paperInput(urgent)],
  ['on demand', paperInput(demoRecord())],
  ['not signed', paperInput(emergency, { signedOn: null })],
];

const KEY_INPUT = {
  clinic: CLINIC,
  groups: toRecoveryGroups(Array.from({ length: RECOVERY_SYMBOLS }, (_, index) => index)),
  madeBy: 'Ines Fontaine',
  madeOn: VISIT_ON,
};

describe('the recovery key on paper', () => {
  it.each(PAPERS)('is one page of %s with the clinic, the date, each group beside its number, and what to do with it', async (paper) => {
    const { pdf, pageCount, problems } = await draw(buildRecoveryKey(KEY_INPUT, paper));
    expect(problems).toEqual([]);
    expect(pageCount).toBe(1);
    const text = await readText(pdf);
    for (const part of [
      CLINIC.name,
      'Made on 20 Nov 2026 by Ines Fontaine.',
      'Whoever holds this paper can open every record of this desk.',
      'What it is for',
      'Where to keep it',
      ...KEY_INPUT.groups.map((group, index) => `${index + 1} ${group}`),
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('a referral letter', () => {
  it.each(LETTERS.flatMap(([name, given]) => PAPERS.map((paper) => [name, paper, given] as const)))(
    'is one page: %s, %s',
    async (_, paper, given) => {
      const { pageCount, problems } = await draw(buildLetter({ ...given, paper }));
      expect(problems).toEqual([]);
      expect(pageCount).toBe(LETTER_PAGES);
    },
  );

  it('says the urgency and the route in words, what was recorded for it, and no row number', async () => {
    const text = await readText((await draw(buildLetter(paperInput(emergency)))).pdf);
    for (const part of [
      'Emergency referral',
      'Emergency, within the hour: Suspected cauda equina syndrome. Route: A&E, phone ahead',
      'Is your stream weaker? yes',
      'Dr Imogen Castellane, registrar',
      '10:40',
      'ambulance',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/\bRF-\d|\bC-CE\b|\bP-ED\b/);
  });

  it('says what was measured on each side, and what was not asked and not tested', async () => {
    const text = await readText((await draw(buildLetter(paperInput(emergency)))).pdf);
    for (const part of [
      '42° (limit 55°)',
      '74°',
      'changed: top of foot',
      'Not asked: sexual function.',
      'Saddle examination declined. Reason: no chaperone. Explained: not recorded. Instead: not recorded.',
      'Bladder, bowel and saddle questions: asked through a relative or friend, not a professional interpreter (Polish).',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says what was found before what is missing of the screen, the highest flag first', async () => {
    const record = demoRecord((one) => {
      one.redFlags.answers['RF-14a'] = 'yes';
      one.redFlags.answers['RF-01b'] = 'yes';
      delete one.redFlags.answers['RF-05b'];
      one.unaskedReason = 'Interpreter left early';
    });
    for (const [open, build] of [
      ['The red-flag questions are not complete', buildLetter],
      ['Red flag screen incomplete: sexual function.', buildSummary],
    ] as const) {
      const text = await readText((await draw(build(paperInput(record)))).pdf);
      const order = ['Emergency, within the hour:', 'Urgent', open, 'Reason recorded: Interpreter left early.'].map((part) =>
        text.indexOf(part),
      );
      expect(
        order.every((at) => at > 0),
        JSON.stringify(order),
      ).toBe(true);
      expect(order).toEqual(order.toSorted((one, other) => one - other));
    }
  });

  it('of a review names an emergency of an earlier visit that has no outcome yet, before anything else', async () => {
    const record = demoRecord();
    const assessed = (emergencyOpen: boolean): VisitPaperInput['assessment'] => {
      const before = { record: emergency, assessment: assess(emergency, { birthDate: BORN_ON, earlier: [] }), emergencyOpen };
      return assess(record, { birthDate: BORN_ON, earlier: [before] });
    };
    const said = 'An emergency found at an earlier visit has no outcome recorded yet.';
    for (const build of [buildLetter, buildSummary]) {
      const text = await readText((await draw(build(paperInput(record, { assessment: assessed(true) })))).pdf);
      expect(text).toContain(said);
      expect(text.indexOf(said)).toBeLessThan(text.indexOf('No red flag was present in the answers and findings of this visit.'));
      expect(await readText((await draw(build(paperInput(record, { assessment: assessed(false) })))).pdf)).not.toContain(said);
    }
  });

  it.each([
    ['letter', buildLetter],
    ['summary', buildSummary],
  ] as const)('in the %s nothing stands of what was typed before a choice was taken back', async (_, build) => {
    const record = demoRecord((one) => {
      const { right } = one.neuro;
      right.slump = 'nt';
      right.tensionDetail.slump = { felt: 'usual', level: 4, eased: 'yes', kneeDeg: 30, reason: 'Too sore at first' };
      right.bowstring = 'neg';
      right.tensionDetail.bowstring = { ...right.tensionDetail.bowstring, felt: 'pull', reason: 'Refused at first' };
      const { sensitive } = one.otherExam;
      one.otherExam.saddle = 'normal';
      one.otherExam.saddleReason = 'Asked to wait';
      one.otherExam.postVoidResidualMl = 40;
      Object.assign(sensitive, {
        consent: 'given',
        chaperone: 'declined',
        chaperoneName: 'Nurse Wetherby',
        chaperoneReason: 'Nobody was there',
        declineReason: 'pain',
        explained: 'What it is for',
        alternative: 'self_report',
        residualDeclined: false,
        residualReason: 'No scanner yet',
      });
    });
    const text = plain(await readText((await draw(build(paperInput(record)))).pdf)).toLowerCase();
    for (const stale of [
      further.tensionTests.slump,
      'too sore at first',
      'refused at first',
      'asked to wait',
      'saddle examination declined',
      'nurse wetherby',
      'nobody was there',
      'what it is for',
      'no scanner yet',
    ]) {
      expect(text, stale).not.toContain(stale.toLowerCase());
    }
    expect(text).toContain('40 ml');
    expect(text).toContain(further.tensionTests.bowstring.toLowerCase());
  });

  it('puts what belongs to neither leg in neither column', () => {
    const record = demoRecord((one) => {
      one.otherExam.percussionTender = 'yes';
      one.otherExam.temperatureC = 38.4;
    });
    const { blocks } = buildLetter(paperInput(record));
    const cells = blocks.flatMap((block) => (block.type === 'grid' ? block.rows.flatMap((row) => row.cells) : []));
    expect(cells.every((cell) => cell !== null)).toBe(true);
    expect(cells.some((cell) => cell?.text.includes('tenderness') === true)).toBe(false);
    const facts = blocks.flatMap((block) => (block.type === 'facts' ? block.facts : []));
    const general = facts.find(({ label }) => label.text === 'Spine and general:')?.value.text;
    expect(general).toContain('bony tenderness in the midline: yes');
    expect(general).toContain('temperature: 38.4 °C');
  });

  it('says what the patient is told and by whom, and which sheets left the desk', async () => {
    const [, given] = LETTERS[0] ?? [];
    if (given === undefined) throw new Error('no letter');
    const text = await readText((await draw(buildLetter(given))).pdf);
    expect(text).toContain('Words for the patient at this visit, from Ines Fontaine, 20 Nov 2026:');
    expect(text).toContain('“Go to A&E now. Do not wait.”');
    expect(text).toContain('Given to the patient: emergency sheet, 20 Nov 2026.');
    expect(text).toContain('Clinician: Ines Fontaine');
    expect(text).toContain('Northfield Physiotherapy, 020 7946 0100');
  });

  it('never turns an empty record into a finding', async () => {
    const record = demoRecord((one) => {
      one.neuro.left = { ...one.neuro.left, mrc: {}, reflex: {}, sensation: {}, heelWalk: 'nt', toeWalk: 'nt' };
      one.neuro.left.heelRaise = { state: 'nt', count: null, painLimited: false };
      one.slr.left = { ...one.slr.left, tested: 'nt', p1AngleDeg: null };
      one.redFlags.answers = {};
    });
    const document = buildLetter(paperInput(record));
    const grid = document.blocks.find((block) => block.type === 'grid');
    const left = grid?.type === 'grid' ? grid.rows.map((row) => [row.head.text, row.cells[0]?.text ?? '']) : [];
    for (const name of ['Straight-leg raise', 'Power, 0 to 5', 'Reflexes', 'Feeling, light touch', 'Heel raises of 10']) {
      expect(Object.fromEntries(left)[name], name).toBe('not tested');
    }
    const text = plain(
      document.blocks
        .flatMap(sentencesOf)
        .map((one) => one.text)
        .join(' '),
    );
    expect(text).toContain('The red-flag questions are not complete:');
  });

  it('is one page for every visit of the demo desk', async () => {
    const { patients } = generateDemoDesk({
      seed: 'letters',
      now: '2026-11-20T10:00:00.000Z',
      timeZone: 'Europe/London',
      examiner: 'Ines Fontaine',
    });
    const pages = { letter: 0, onePage: 0 };
    for (const { patient, visits } of patients) {
      for (const visit of visits.slice(-1)) {
        const assessment = assess(visit.record, { birthDate: patient.birthDate, earlier: [] });
        const { pageCount } = await draw(buildLetter(paperInput(visit.record, { patient, assessment })));
        pages.letter += 1;
        pages.onePage += pageCount === LETTER_PAGES ? 1 : 0;
      }
    }
    if (process.env['SAY'] !== undefined) process.stdout.write(`${JSON.stringify(pages)}\n`);
    expect(pages.letter).toBeGreaterThan(20);
    expect(pages.onePage).toBe(pages.letter);
  });

  it('names no disease as found and leaves no reason out, whatever was recorded', async () => {
    for (const [record, context] of fc.sample(fc.tuple(arbitraryMixedVisit, arbitraryContext), { numRuns: RANDOM_VISITS, seed: SEED })) {
      const given = paperInput(record, { assessment: assess(record, context) });
      const { pdf, problems } = await draw(buildLetter(given));
      expect(problems.filter((problem) => problem.hard)).toEqual([]);
      const text = await readText(pdf);
      expect(text).not.toMatch(/\bdiagnos|\bconfirm|probab/iu);
      for (const row of given.assessment.redFlags.rows) for (const because of row.because) expect(text).toContain(plain(because));
    }
  });
});

describe('a blank examination sheet', () => {
  const document = buildBlankSheet({ clinic: CLINIC, madeOn: VISIT_ON }, 'A4');
  const said = document.blocks.flatMap(sentencesOf).map((one) => one.text);

  it('has lines to write on that are as far apart as handwriting, on both papers within four pages', async () => {
    for (const paper of PAPERS) {
      const { pdf, pageCount } = await draw(buildBlankSheet({ clinic: CLINIC, madeOn: VISIT_ON }, paper));
      expect(pageCount).toBe(4);
      expect(await readText(pdf)).not.toMatch(/_{30}/u);
    }
    const least = document.blocks.flatMap((block) => (block.type === 'texts' ? [block.linesToWrite.least] : []));
    expect(least).toEqual([3, 6]);
  });

  it('asks every question and has a line for every test, with no answer filled in', () => {
    for (const fact of FACTS) expect(said).toContain(FACT_QUESTIONS[fact]);
    for (const { name, roots } of Object.values(exam.muscles)) expect(said).toContain(`Power: ${name.toLowerCase()} (${roots})`);
    for (const test of [
      ...Object.values(further.tensionTests),
      ...Object.values(further.hip),
      ...Object.values(further.gluteal),
      ...Object.values(further.saddleAreas),
      ...Object.values(MOVEMENT_NAMES),
      exam.footPulse,
      talk.lefs,
      talk.odi,
    ]) {
      expect(
        said.some((one) => one.replace(/:$/u, '') === test),
        test,
      ).toBe(true);
    }
    expect(document.blocks.some((block) => block.type === 'body-chart')).toBe(true);
    for (const block of document.blocks) {
      if (block.type === 'grid') for (const row of block.rows) expect(row.cells.every((cell) => cell === null)).toBe(true);
      if (block.type === 'record') for (const row of block.rows) expect(row.value.text).toMatch(/^_+$/u);
    }
  });

  it('goes in the order of the screen', () => {
    const headings = document.blocks.flatMap((block) => ('heading' in block ? [block.heading.text] : []));
    const order = [
      'Talk',
      'Where it is felt',
      'Red-flag questions',
      'Measures',
      'Standing',
      'Sitting',
      'Further tests, sitting',
      'On the back: straight-leg raise',
      'On the back: further tests',
      'Hip',
      'Buttock',
      'Spine, belly and vital signs',
      'Saddle and bladder',
      'Face down',
      'Repeated movements',
      'Before the sheet',
    ];
    const found = order.map((start) => headings.findIndex((heading) => heading.startsWith(start)));
    expect(found.every((index) => index >= 0)).toBe(true);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  it('names no patient, and has room for the name and the birth date on each page', async () => {
    for (const paper of PAPERS) {
      const { pdf, pageCount, problems } = await draw(buildBlankSheet({ clinic: CLINIC, madeOn: VISIT_ON }, paper));
      expect(problems).toEqual([]);
      const text = await readText(pdf);
      expect(text.match(/Name: _+ Born: _+/gu)).toHaveLength(pageCount);
      expect(pageCount).toBeLessThanOrEqual(4);
    }
  });
});

describe('a visit summary', () => {
  it('carries every asked question with its answer, the examination, the flags, and what was added later', async () => {
    const given = paperInput(emergency, {
      addenda: [{ text: 'MRI booked.', reason: 'late result', createdBy: 'Ines Fontaine', createdOn: '2026-11-21' }],
    });
    const text = await readText((await draw(buildSummary(given))).pdf);
    for (const fact of FACTS.filter((one) => one !== 'RF-05b')) expect(text).toContain(plain(FACT_QUESTIONS[fact]));
    for (const part of [
      'Is your stream weaker? yes',
      'Is there a change in sexual function? not asked',
      'Power: great toe up',
      'Signed by Ines Fontaine on 20 Nov 2026.',
      'MRI booked. Reason recorded: late result. (Ines Fontaine, 21 Nov 2026)',
      'Outcome: not recorded',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('a summary of a visit where little was asked', () => {
  const nothing = emptyVisitRecord('review', VISIT_ON, 'Europe/London');

  it('counts no feature as missing that nobody asked about or tested, and says of no phase what was not asked', async () => {
    const text = await readText((await draw(buildSummary(paperInput(nothing)))).pdf);
    expect(text).not.toContain('0 of 4 features');
    expect(text).not.toContain('not irritable');
    expect(text).not.toContain('past the first days');
    expect(text).toContain('Phase 2: nothing recorded says that it is irritable, in its first days or long-standing.');
  });

  it('says that no feature is present where all of them were looked for', async () => {
    const record = normalVisit('first', VISIT_ON);
    record.intake.legWorseThanBack = 'no';
    record.intake.level = { left: 0, right: 0 };
    expect(await readText((await draw(buildSummary(paperInput(record)))).pdf)).toContain('0 of 4 features of nerve-root pain are present.');
  });
});

describe('outcome measures', () => {
  const first = demoRecord((one) => {
    one.measures = {
      ...one.measures,
      rmdq: 14,
      rmdqForm: 'complete',
      odiPercent: 48,
      lefs: 31,
      startBackTotal: 6,
      startBackPsychosocial: 4,
    };
    one.measures.sbi = { legPain: 5, numbness: 4, weakness: 2, sitting: 5 };
  });
  const second = { ...structuredClone(first), contact: 'review' as const, visitOn: '2026-11-27' };
  second.measures = { ...second.measures, odiPercent: 40 };
  const third = demoRecord((one) => {
    one.contact = 'review';
    one.visitOn = '2026-12-04';
    one.intake.legPain.right.average24h = 2;
    one.measures = { ...one.measures, odiPercent: 22, lefs: 52, startBackTotal: 3 };
    one.measures.sbi = { legPain: 2, numbness: null, weakness: 1, sitting: 1 };
  });
  const signed = (record: VisitRecord): EarlierVisitForRules => ({
    record,
    assessment: assess(record, { birthDate: BORN_ON, earlier: [] }),
    emergencyOpen: false,
  });
  const review = paperInput(third, {
    assessment: assess(third, { birthDate: BORN_ON, earlier: [first, second].map(signed) }),
  });

  it('are in the summary and in the letter, each as it was recorded', async () => {
    for (const build of [buildSummary, buildLetter]) {
      const text = await readText((await draw(build(paperInput(first)))).pdf);
      for (const part of [
        'Roland-Morris, 0 to 24: 14',
        'Oswestry (ODI), percent: 48',
        'LEFS, 0 to 80, high is better: 31',
        'extremely: Sum 16 of 24',
        'STarT Back, score of 9 items: 6, items 5 to 9: 4, high risk',
      ]) {
        expect(text).toContain(part);
      }
    }
  });

  it('are left out where none was taken, and a sum of some ratings is never given as the score', async () => {
    const without = await readText((await draw(buildSummary(paperInput(demoRecord())))).pdf);
    expect(without).not.toMatch(/Oswestry|LEFS|bothersomeness|STarT/u);
    const some = await readText((await draw(buildSummary(review))).pdf);
    expect(some).toContain('extremely: leg pain 2, weakness in leg or foot 1, back or leg pain while sitting 1');
    expect(some).not.toMatch(/Sum \d/u);
  });

  it('are compared with the first and with the last visit at a review', async () => {
    const summary = await readText((await draw(buildSummary(review))).pdf);
    expect(summary).toContain('ODI 48 to 22: better');
    expect(summary).toContain('Since the last visit 40 to 22: better');
    const { pdf, pageCount } = await draw(buildLetter(review));
    expect(pageCount).toBe(LETTER_PAGES);
    const letter = await readText(pdf);
    expect(letter).toContain('LEFS 31 to 52: better');
    expect(letter.match(/leg pain 6 to 2/gu)).toHaveLength(1);
  });
});

const ALL: readonly [string, PaperDocument][] = [
  ...LETTERS.map(([name, given]): [string, PaperDocument] => [`letter, ${name}`, buildLetter(given)]),
  ['summary', buildSummary(paperInput(emergency))],
  ['summary, Letter', buildSummary(paperInput(demoRecord(), { paper: 'Letter', signedOn: null }))],
  ['blank', buildBlankSheet({ clinic: CLINIC, madeOn: VISIT_ON }, 'A4')],
  ['blank, Letter', buildBlankSheet({ clinic: CLINIC, madeOn: VISIT_ON }, 'Letter')],
  ['recovery key', buildRecoveryKey(KEY_INPUT, 'A4')],
];

describe('every paper for clinicians', () => {
  it.each(ALL)('keeps what PDF/UA-1 asks for, and gives the same bytes twice: %s', async (_, document) => {
    const { pdf } = await draw(document);
    expect(await uaFaults(pdf)).toEqual([]);
    expect(sha256((await draw(structuredClone(document))).pdf)).toBe(sha256(pdf));
  });

  it.each(ALL)('is read aloud in the order of the document: %s', async (_, document) => {
    const { pages } = await readTagged((await draw(document)).pdf);
    const said = pages.flatMap(({ tree }) => (tree === null ? [] : walk(tree)));
    expect(said).toEqual(spokenWalk(document, false));
  });

  it('is never refused: a name or a word that no font has leaves a place to write', async () => {
    const record = structuredClone(emergency);
    record.emergency.told = '李 医生';
    const given = paperInput(record, { patient: { ...PATIENT, givenNames: '太郎', familyName: '山田' } });
    for (const document of [buildLetter(given), buildSummary(given)]) {
      const { pdf, problems, printedName } = await draw(document);
      expect(pdf.length).toBeGreaterThan(1000);
      expect(printedName).toBe('');
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.every((problem) => !problem.hard)).toBe(true);
      const text = await readText(pdf);
      expect(text).toMatch(/Name: _{10,} \(write by hand\)/);
      expect(text).toContain('N-1042');
    }
  });
});
