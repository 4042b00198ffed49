/** What is wrong with a sheet, for the clinician who wants to print it: the cause, and what to do. */
export const handoutProblems = {
  openPlaceholder: (placeholder: string): string => `The sheet still has the placeholder ${placeholder}.`,
  noSafetyBlock: 'The sheet lacks the safety block.',
  noStopRules: 'The sheet lacks the stop rules.',
  emergency: 'An emergency is recorded: print the emergency sheet.',
  emergencySaysWhere: 'An emergency is recorded: the emergency sheet says where to go.',
  earlierEmergency: 'An earlier emergency has no outcome yet: print the safety sheet.',
  notAsked: (facts: readonly string[]): string => `Not asked yet: ${facts.join(', ')}. Print the safety sheet.`,
  openDiscussion: 'The same-day discussion has no outcome yet: print the safety sheet.',
  moduleOnEmergency: 'An emergency sheet carries no home-care module.',
  notAllowed: (modules: readonly string[]): string => `The plan does not allow ${modules.join(', ')}.`,
  bannedWord: (word: string, sentenceId: string): string => `“${word}” does not belong on a sheet (${sentenceId}).`,
  language: (tag: string): string => `The patient prefers another language (${tag}). Record why the sheet is in English.`,
  languageNotReviewed: (tag: string): string =>
    `The sheets in the patient's language (${tag}) are not yet reviewed by your clinical lead. Tick them in Settings, or record why the sheet is in English.`,
  readability: {
    'flesch-kincaid': (block: string, grade: string, limit: number): string =>
      `${block} reads at grade ${grade}; aim for ${limit} or lower.`,
    inflesz: (block: string, value: string, limit: number): string =>
      `${block} reads at ${value} on the INFLESZ scale; aim for ${limit} or higher.`,
    lix: (block: string, value: string, limit: number): string => `${block} reads at ${value} on the LIX scale; aim for ${limit} or lower.`,
  },
  tooManySteps: (title: string, limit: number): string => `“${title}” has more than ${limit} steps.`,
  mainMessages: (count: number, limit: number): string => `The sheet has ${count} main messages; ${limit} at most are remembered.`,
  smallPrint: (pt: number, limit: number): string => `The sheet has letters of ${pt} pt; nothing may be below ${limit} pt.`,
  /** By item of PEMAT-P; `at` is the part or word it was found at. */
  pemat: {
    1: (): string => 'The sheet does not say at its top what it is for.',
    4: (at: string): string => `“${at}” is a word of the trade. Say it in everyday words.`,
    8: (at: string): string => `${at} runs on without a break.`,
    9: (at: string): string => `${at} has no heading.`,
    10: (): string => 'The parts are not in their usual order.',
    11: (): string => 'The sheet has no main messages.',
    15: (at: string): string => `${at} has no picture.`,
    17: (at: string): string => `The picture of ${at} has no words for who cannot see it.`,
    20: (): string => 'The sheet names nothing to do.',
    21: (): string => 'The sheet does not speak to its reader.',
    22: (at: string): string => `${at} has more steps than a person keeps in mind.`,
    23: (): string => 'The sheet has exercises but nothing to tick them on.',
  },
  longSentence: (sentence: string): string => `A long sentence: “${sentence}”`,
  /** `characters` are quoted with their code points. */
  nameRefused: (characters: string): string =>
    `The name cannot be printed: the sheet's fonts have no ${characters}. Fill in “Name in Latin letters” in the patient's details.`,
  nameByHand: (characters: string): string =>
    `The name cannot be printed: the sheet's fonts have no ${characters}. The sheet leaves a line for it: write the name by hand.`,
  textRefused: (characters: string): string => `The sheet's fonts have no ${characters}. Change it in the clinic's settings or the visit.`,
  textByHand: (characters: string): string => `The sheet's fonts have no ${characters}. A line is printed in its place: write it by hand.`,
  outsidePage: 'A text is too long for the page. Shorten the name of the clinic, or print without large print.',
} as const;
