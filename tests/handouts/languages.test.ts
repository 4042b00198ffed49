import { describe, expect, it } from 'vitest';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { sentencesOf } from '../../shared/handouts/document-model.ts';
import { blockGrades, lintHandout } from '../../shared/handouts/lint.ts';
import { INFLESZ_MIN, perspicuity } from '../../shared/handouts/reading-ease.ts';
import type { SheetPlan } from '../../shared/schemas/assessment.ts';
import { MODULES } from '../../shared/schemas/plan.ts';
import { baseLanguage, HANDOUT_LANGUAGES } from '../../shared/text/handout-languages.ts';
import { assessment, EMERGENCIES, input, PATIENT, SAFETY, visit } from './fixtures.ts';
import { draw, readText } from './read-pdf.ts';

const [english, ...others] = HANDOUT_LANGUAGES;
const NOTES: SheetPlan['notes'] = ['N-BED', 'N-SEATS', 'N-BELLY', 'N-FEET', 'N-FOOTWEAR', 'N-MATERNITY', 'N-SLEEP-SIDE'];
const EVERYTHING = assessment({ modules: MODULES.filter((id) => id !== 'M20'), notes: NOTES });
const SHEETS = { everything: EVERYTHING, ...EMERGENCIES, ...SAFETY };

/** A sheet in a language that the clinic has read. */
function inLanguage(language: string, change: Partial<HandoutInput> = {}): HandoutInput {
  return input({ patient: { ...PATIENT, preferredLanguage: language }, reviewedLanguages: [language], ...change });
}

/** Every string of a text with its place; words to avoid are no words of the sheet. */
function strings(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'bannedWords' ? [] : strings(inner, `${place}.${key}`)));
}
const numbers = (text: string): string[] => (text.match(/\d+/g) ?? []).toSorted();
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(others.map((text) => [text.language, text] as const))('the sheets in %s', (language, text) => {
  it('say something in each place English does, with the same placeholders and numbers', () => {
    const theirs = new Map(strings(text));
    for (const [place, words] of strings(english)) {
      const translated = theirs.get(place);
      expect(translated?.trim(), place).toBeTruthy();
      expect(placeholders(translated ?? ''), place).toEqual(placeholders(words));
      expect(numbers(translated ?? ''), place).toEqual(numbers(words));
    }
    expect(theirs.size).toBe(strings(english).length);
  });

  it.each(Object.entries(SHEETS))('carry the same sentences by id as in English: %s', (_, chosen) => {
    const ids = (given: HandoutInput): string[] =>
      buildHandout(given)
        .blocks.flatMap(sentencesOf)
        .map((sentence) => sentence.id);
    expect(ids(inLanguage(language, { assessment: chosen }))).toEqual(ids(input({ assessment: chosen })));
  });

  it.each(Object.entries(SHEETS))('read easily and break no rule: %s', (_, chosen) => {
    const given = inLanguage(language, { assessment: chosen });
    const document = buildHandout(given);
    for (const { id, isEasy, grade } of blockGrades(document)) expect(isEasy, `${id} ${grade}`).toBe(true);
    expect(lintHandout(document, given.assessment)).toEqual([]);
  });

  it('are in that language from title to slip, and say so to a screen reader', async () => {
    const { pdf, problems } = await draw(inLanguage(language));
    expect(problems).toEqual([]);
    expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${language})`);
    const printed = await readText(pdf);
    for (const word of ['Your', 'Stop', 'Get help', 'Tick', 'Next review', 'Page 1']) expect(printed).not.toContain(word);
    expect(printed).toContain(text.homecare.title);
    expect(printed).toContain(text.slip.title);
  });
});

describe('Spanish', () => {
  const [spanish] = others.filter((text) => text.language === 'es');

  it('reads easily in each patient text, note and lead', () => {
    const texts = [
      ...Object.values(spanish?.patientTexts ?? {}),
      ...Object.values(spanish?.homecare.leads ?? {}),
      ...Object.values(spanish?.notes ?? {}).map((note) => note.join(' ')),
    ];
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(perspicuity([text]), text).toBeGreaterThanOrEqual(INFLESZ_MIN);
  });

  it('forbids what English forbids', () => {
    const theirs = new Map(strings(spanish));
    const forbidden = strings(english).filter(([, words]) => /\b(?:do not|never|stay off)\b/i.test(words));
    expect(forbidden.length).toBeGreaterThan(10);
    for (const [place, words] of forbidden) expect(theirs.get(place), words).toMatch(/(?<!\p{L})(?:no|nunca|ni)(?!\p{L})/iu);
  });

  // "El dolor baja" alone is pain that eases: where it goes must be said, or a bad sign reads as a good one.
  it('says where the pain goes each time it goes up or down', () => {
    const moves = /(?<!\p{L})(?:sub|baj)(?:a|an|e|en|ir|ar)(?!\p{L})/iu;
    const said = strings(spanish)
      .flatMap(([, words]) => words.split(/(?<=[.:])\s/u))
      .filter((words) => /dolor/iu.test(words) && moves.test(words));
    expect(said.length).toBeGreaterThan(4);
    for (const words of said) expect(words).toMatch(/por la pierna|hacia la espalda/u);
  });
});

describe('the language of a sheet', () => {
  const languageOf = (given: HandoutInput): string => baseLanguage(buildHandout(given).language);
  const codes = (given: HandoutInput): string[] => lintHandout(buildHandout(given), given.assessment).map(({ code }) => code);
  const spanish = { ...PATIENT, preferredLanguage: 'es-MX' };

  it('is the patient’s own once the clinic’s lead has read it, without a reason', () => {
    const given = input({ patient: spanish, reviewedLanguages: ['es'] });
    expect(languageOf(given)).toBe('es');
    expect(codes(given)).toEqual([]);
  });

  it('stays English until then, and asks for a review or a reason', () => {
    const given = input({ patient: spanish });
    expect(languageOf(given)).toBe('en');
    const [problem, ...more] = lintHandout(buildHandout(given), given.assessment);
    expect(problem).toMatchObject({ hard: true, code: 'language-needs-reason' });
    expect(problem?.message).toContain('not yet reviewed by your clinical lead');
    expect(more).toEqual([]);
  });

  it('stays English for an emergency sheet until then, and is never refused', async () => {
    const given = input({ patient: spanish, assessment: EMERGENCIES.ED });
    expect(languageOf(given)).toBe('en');
    expect(lintHandout(buildHandout(given), given.assessment).map(({ hard }) => hard)).toEqual([false]);
    expect((await draw(given)).pageCount).toBe(1);
  });

  it('is English where the clinician recorded a reason, or where there is no text', () => {
    const record = visit((one) => {
      one.plan.sheetLanguageReason = 'Asked for English, for her employer';
    });
    expect(languageOf(input({ patient: spanish, reviewedLanguages: ['es'], record }))).toBe('en');
    const polish = input({ patient: { ...PATIENT, preferredLanguage: 'pl' }, reviewedLanguages: ['es'] });
    expect(languageOf(polish)).toBe('en');
    expect(codes(polish)).toEqual(['language-needs-reason']);
  });

  it('names the reasons on a Spanish emergency sheet in English too, for the staff', async () => {
    const printed = await readText((await draw(input({ patient: spanish, reviewedLanguages: ['es'], assessment: EMERGENCIES.ED }))).pdf);
    expect(printed).toContain('problema nuevo de vejiga (new bladder problem)');
  });
});
