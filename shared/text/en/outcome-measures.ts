/** Every outcome measure the desk takes a score of (spec 6.1). */
export const OUTCOME_MEASURES = ['nprs', 'rmdq', 'psfs', 'grc', 'odi', 'lefs', 'sbi', 'start_back'] as const;
export type OutcomeMeasure = (typeof OUTCOME_MEASURES)[number];

/** Full names, for settings and help. */
export const OUTCOME_MEASURE_NAMES: Readonly<Record<OutcomeMeasure, string>> = {
  nprs: 'Numeric pain rating scale (NPRS)',
  rmdq: 'Roland-Morris Disability Questionnaire (RMDQ)',
  psfs: 'Patient-Specific Functional Scale (PSFS)',
  grc: 'Global rating of change (GRC)',
  odi: 'Oswestry Disability Index (ODI)',
  lefs: 'Lower Extremity Functional Scale (LEFS)',
  sbi: 'Sciatica Bothersomeness Index (SBI)',
  start_back: 'STarT Back Screening Tool',
};

/** What is known of each licence, with the source in square brackets (spec 6.1). Nothing here is legal advice. */
export const OUTCOME_LICENCES: Readonly<Record<OutcomeMeasure, string>> = {
  nprs: 'Generic scale, no owner known (not confirmed).',
  rmdq: 'The authors ask for no permission when the published form is used [79]. Translations were not checked, so the score is entered and the items are not shown.',
  psfs: 'Copies in circulation name the authors’ permission [83]; the licence is not confirmed. The desk uses its own instruction wording.',
  grc: 'Generic scale.',
  odi: 'Copyright J. Fairbank; use is handled by Mapi Research Trust [91]. An older paper asks for no permission for the printed appendix [79]. Treated as licensed: no item text, only the percentage.',
  lefs: 'Listed as free of charge [94]; the copyright holder’s terms for software are not confirmed. Only the score is entered.',
  sbi: 'No licence text was found (not confirmed). Switch it on only once your permission is documented.',
  start_back:
    'Keele University: no licence is needed for non-commercial use; a commercial product must ask Keele. Wording stays unchanged on the paper form [90]. Only the scores are entered.',
};
