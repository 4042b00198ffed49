import fc from 'fast-check';
import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import { INFLESZ_MIN, lix, perspicuity, READING_MEASURES, spanishSyllables } from '../../shared/handouts/reading-ease.ts';
import { readingCounts, readingGrade, splitSentences } from '../../shared/handouts/reading-grade.ts';

/** The Gettysburg Address (Lincoln 1863), as the two sources of its published values below print it. */
const GETTYSBURG = [
  'Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal.',
  'Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that field, as a final resting place for those who here gave their lives that that nation might live. It is altogether fitting and proper that we should do this.',
  'But, in a larger sense, we can not dedicate — we can not consecrate — we can not hallow — this ground. The brave men, living and dead, who struggled here, have consecrated it, far above our poor power to add or detract. The world will little note, nor long remember what we say here, but it can never forget what they did here. It is for us the living, rather, to be dedicated here to the unfinished work which they who fought here have thus far so nobly advanced. It is rather for us to be here dedicated to the great task remaining before us — that from these honored dead we take increased devotion to that cause for which they gave the last full measure of devotion — that we here highly resolve that these dead shall not have died in vain — that this nation, under God, shall have a new birth of freedom — and that government of the people, by the people, for the people, shall not perish from the earth.',
];

const easeOf = ({ sentence, word, syllable: syllables }: ReturnType<typeof readingCounts>): number =>
  206.835 - 1.015 * (word / sentence) - 84.6 * (syllables / word);

describe('the reading index of English', () => {
  it('counts a contraction, a hyphenated word, an abbreviation and a figure as one word, and a figure as one syllable', () => {
    expect(readingCounts(['Don’t sit.'], syllable)).toEqual({ sentence: 1, word: 2, syllable: 2 });
    expect(readingCounts(['A follow-up visit.'], syllable)).toEqual({ sentence: 1, word: 3, syllable: 6 });
    expect(readingCounts(['Go to A&E.'], syllable)).toEqual({ sentence: 1, word: 3, syllable: 4 });
    expect(readingCounts(['Call 999.', '10 times'], syllable)).toEqual({ sentence: 2, word: 4, syllable: 4 });
  });

  it('ends a sentence at each item of a list', () => {
    expect(splitSentences('Stop if it hurts. Is it numb? Call us!')).toHaveLength(3);
    expect(readingCounts(['your back', 'your leg', '…'], syllable)).toEqual({ sentence: 2, word: 4, syllable: 4 });
  });

  it('follows the Flesch-Kincaid formula', () => {
    // 6 words, 2 sentences, 7 syllables, counted by hand.
    expect(readingGrade(['Lie on your back.', 'Breathe slowly.'])).toBeCloseTo(0.39 * 3 + 11.8 * (7 / 6) - 15.59, 6);
    expect(readingGrade([])).toBe(0);
    expect(readingGrade(['…'])).toBe(0);
  });

  // Wikipedia, "Flesch–Kincaid readability tests": 6 syllables, reading ease 116. The packages flesch-kincaid and flekin print the others.
  it.each([
    ['The cat sat on the mat.', 6, 6, -1.45],
    ['Nothing is so fatiguing as the eternal hanging on of an uncompleted task.', 13, 22, 9.45],
    ['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 13, 26, 13.08],
  ])('gives the published grade of “%s”', (text, words, syllables, grade) => {
    expect(readingCounts([text], syllable)).toEqual({ sentence: 1, word: words, syllable: syllables });
    expect(readingGrade([text])).toBeCloseTo(grade, 2);
  });

  it('agrees with two programs on the Gettysburg Address', () => {
    // Microsoft Word: 271 words, 10 sentences, reading ease 65 (edbarr.blogspot.com, 10 November 2009). Tolerance: half a point.
    const counts = readingCounts(GETTYSBURG, syllable);
    expect(counts).toMatchObject({ word: 271, sentence: 10 });
    expect(Math.abs(easeOf(counts) - 65)).toBeLessThanOrEqual(0.5);
    // GNU style, which counts syllables and a word otherwise: Kincaid 10.2, LIX 40.8 (vergil66.wordpress.com, 3 April 2007).
    expect(Math.abs(readingGrade(GETTYSBURG) - 10.2)).toBeLessThanOrEqual(1);
    expect(Math.abs(lix(GETTYSBURG) - 40.8)).toBeLessThanOrEqual(0.5);
  });
});

describe('the reading index of Spanish', () => {
  // Real Academia Española, Diccionario panhispánico de dudas (DPD), the entries "diptongo", "triptongo" and "hiato", and Ortografía de la
  // lengua española (2010): words of the examples there, and others that the same rule decides.
  const RULES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    'an open and an unstressed closed vowel are one syllable (DPD diptongo)': {
      viento: 2,
      aceite: 3,
      causa: 2,
      suave: 2,
      justicia: 3,
      cielo: 2,
      función: 2,
      cuadro: 2,
      cantáis: 2,
      peine: 2,
      androide: 3,
      aula: 2,
      estadounidense: 6,
      pierna: 2,
      también: 2,
      después: 2,
      guion: 1,
    },
    'two different closed vowels are one syllable, stressed or not (DPD diptongo)': {
      ciudad: 2,
      descuido: 3,
      muy: 1,
      gratuito: 3,
      cuídate: 3,
      casuística: 4,
      incluido: 3,
      hui: 1,
    },
    'an open vowel between two unstressed closed ones is one syllable with them (DPD triptongo)': {
      buey: 1,
      Uruguay: 3,
      limpiáis: 2,
      averiguáis: 4,
      cambiéis: 2,
    },
    'two equal vowels part (DPD hiato)': {
      poseer: 3,
      chiita: 3,
      alcohol: 3,
      creencia: 3,
      microondas: 4,
      antiinflamatorio: 7,
    },
    'two different open vowels part (DPD hiato)': {
      caer: 2,
      aorta: 3,
      teatro: 3,
      etéreo: 4,
      coágulo: 4,
      poeta: 3,
      bacalao: 4,
      anchoas: 3,
      peor: 2,
      hormigueo: 4,
    },
    'a stressed closed vowel parts from an open one (DPD hiato)': {
      raíz: 2,
      laúd: 2,
      reír: 2,
      transeúnte: 4,
      oír: 2,
      María: 3,
      ríe: 2,
      frío: 2,
      cacatúa: 4,
      acentúe: 4,
      cafeína: 4,
      egoísmo: 4,
      decíais: 3,
      huía: 2,
    },
    'an h between vowels changes nothing (DPD hiato)': {
      búho: 2,
      ahíto: 3,
      prohíbe: 3,
      prohibido: 3,
      ahumado: 3,
      desahucio: 3,
      almohada: 4,
      ahora: 3,
      ahí: 2,
      rehabilitación: 6,
    },
    'hue begins a syllable': { cacahuete: 4, deshuesar: 3, hueso: 2 },
    'the u of que, qui, gue and gui is silent, ü is not': {
      que: 1,
      quien: 1,
      aquí: 2,
      quítela: 3,
      siga: 2,
      siguiente: 3,
      alguien: 2,
      guía: 2,
      guerra: 2,
      pingüino: 3,
      vergüenza: 3,
      averigüe: 4,
      lingüística: 4,
    },
    'y is a vowel where no vowel follows it': { y: 1, hoy: 1, ley: 1, ayuda: 3, mayo: 2, inyección: 3, desayuno: 4 },
    'a prefix is no rule of its own': {
      reunión: 2,
      reanudar: 4,
      reúne: 3,
      bienestar: 3,
      sobreesfuerzo: 5,
      contraindicado: 5,
      autoayuda: 5,
    },
    'consonants make no syllable': { dolor: 2, ibuprofeno: 5, transporte: 3, fisioterapeuta: 6, médula: 3 },
  };

  it.each(Object.entries(RULES))('%s', (_, words) => {
    expect(Object.fromEntries(Object.keys(words).map((word) => [word, spanishSyllables(word)]))).toEqual(words);
  });

  it('reads a word as it stands in a sentence', () => {
    expect(['CIÁTICA', 'ciática'.normalize('NFD'), 'lumbo-sacro', '999'].map(spanishSyllables)).toEqual([3, 3, 4, 0]);
    expect(readingCounts(['Llame al 112.'], spanishSyllables)).toEqual({ sentence: 1, word: 3, syllable: 4 });
  });

  it('follows the formula of Szigriszt-Pazos', () => {
    // 5 words in 2 sentences, 9 syllables, counted by hand.
    expect(perspicuity(['Camine un poco.', 'Pare ya.'])).toBeCloseTo(206.835 - 62.3 * (9 / 5) - 5 / 2, 6);
    // 33 words in 1 sentence, 60 syllables, counted by hand: no published value of a free text was found.
    const quixote =
      'En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía un hidalgo de los de lanza en astillero, adarga antigua, rocín flaco y galgo corredor.';
    expect(perspicuity([quixote])).toBeCloseTo(206.835 - 62.3 * (60 / 33) - 33, 6);
    expect(perspicuity([])).toBe(100);
    expect(perspicuity(['Recomendaciones individualizadas posteriores a la intervención neuroquirúrgica.'])).toBeLessThan(INFLESZ_MIN);
  });
});

describe.each(Object.entries(READING_MEASURES))('the measure %s', (_, { measure }) => {
  it('has a value for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(measure(texts)).toSatisfy(Number.isFinite);
      }),
    );
  });
});
