/** Where something stands: a file of the repository and words in it. */
export type Place = readonly [file: string, words: string];

/** One id of the clinical specification with the rule or text that carries it and the test that holds it. */
export type SpecId = { id: string; carriedBy: Place; test: Place };

const CLINICAL = 'shared/clinical';
const TEXT = 'shared/text/en';
const UNIT = 'tests/unit/clinical';

const place =
  (folder: string) =>
  (file: string, words: string): Place => [`${folder}/${file}.ts`, words];
const rule = place(CLINICAL);
const text = place(TEXT);
const unit = (file: string, words: string): Place => [`${UNIT}/${file}.test.ts`, words];
const entry = (id: string, carriedBy: Place, test: Place): SpecId => ({ id, carriedBy, test });
const words = (line: string): string[] => line.trim().split(/\s+/);
const quoted = (id: string): string => `'${id}'`;
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

const seed = (id: string, carriedBy: Place): SpecId => entry(id, carriedBy, unit('seed-statements', id));

/** Spec 1.1. The rule or sentence that carries each statement; S7 is the one that must not be carried. */
const STATEMENTS: readonly SpecId[] = [
  seed('S1', rule('slr', 'SLR-BACK-TENSION')),
  seed('S2', text('handouts', 'Your foot is not the problem.')),
  seed('S3', rule('nerve-root-scoring', 'REFLEX_POINTS')),
  seed('S4', text('handouts', 'The nerve runs from your low back')),
  seed('S5', rule('slr', "['df', 'inc']")),
  seed('S6', text('handouts', 'A sore nerve has less slack.')),
  seed('S7', text('slr', 'This supports irritation of the sciatic nerve roots')),
  seed('S8', text('handouts', 'A bulging disc is one common cause.')),
  seed('S9', rule('red-flag-rules-nerve', "'RF-09a.1'")),
  seed('S10', rule('nerve-root-scoring', "outer_foot: 'S1'")),
  seed('S11', rule('cues', "'central-stenosis'")),
  seed('S12', rule('cues', "'deep-gluteal'")),
  seed('S13', text('handouts', 'Put it on your low back or buttock for {minutes}.')),
  seed('S14', text('handouts', 'A warm pad or warm bath can relax tight muscles.')),
  seed('S15', text('handouts', 'Stop what you were doing.')),
  seed('S16', text('handouts', 'Lie on your back with two pillows under your knees.')),
  seed('S17', text('handouts', 'Gently flatten your back, then let go.')),
  seed('S18', text('handouts', 'A tablet like ibuprofen may help some people a little.')),
  seed('S19', text('handouts', 'Many people feel better in 4 to 6 weeks.')),
  seed('S20', text('handouts', 'You cannot pee.')),
  seed('S21', text('handouts', 'You feel numb or odd round your back passage')),
  seed('S22', rule('red-flag-rules-cauda-equina', 'RF-07')),
  seed('S23', rule('red-flag-rules-nerve', "'RF-10g'")),
  seed('S24', rule('red-flag-rules-other', "'RF-14a'")),
  seed('S25', rule('red-flag-rules-other', "'RF-20.1'")),
  seed('S26', text('handouts', 'It does not tell us the cause.')),
  seed('S27', text('handouts', 'More pain does not always mean more harm.')),
  seed('S28', text('handouts', 'Pain can go up and down from day to day.')),
  seed('S29', text('handouts', 'down the back of your leg, to your foot.')),
  seed('S30', text('handouts', 'a scan does not show that.')),
  seed('S31', text('handouts', 'Many small strains add up.')),
  seed('S32', text('home-care', 'calm the nerve first')),
  seed('S33', text('handouts', 'Rest your lower legs on a chair')),
  seed('S34', text('handouts', 'Kneel and rest your chest on cushions.')),
  seed('S35', text('handouts', 'Lie on your side with a pillow between your knees.')),
  seed('S36', text('home-care', 'Now slowly do more.')),
  seed('S37', text('handouts', 'Strong stretches can upset the nerve')),
  seed('S38', text('handouts', 'It works best with what you learn here and small steps.')),
  seed('S39', text('handouts', 'Too much can stir up the nerve.')),
  seed('S40', text('handouts', 'Your pain gets much worse fast.')),
  seed('S41', text('handouts', 'It does not treat a nerve that is sore in the back.')),
  seed('S42', text('handouts', 'Rolling may ease tight muscles for a short time.')),
  seed('S43', text('handouts', 'Never roll your low back or the back of your thigh.')),
  seed('S44', text('handouts', 'Stay off the most sore spot.')),
  seed('S45', text('handouts', 'Put the ankle of the sore side on the other knee')),
  seed('S46', text('handouts', 'Bad sign: leg pain moves down your leg.')),
  seed('S47', text('handouts', 'Good sign: leg pain moves up to your back')),
  seed('S48', rule('red-flag-rules-nerve', "'RF-10b'")),
  seed('S49', text('handouts', 'You leak pee or stool.')),
  seed('S50', rule('cues', "'deep-gluteal'")),
  seed('S51', text('handouts', 'A physio or doctor can help you find the cause')),
  seed('S52', text('handouts', 'A flare can come when the load is more')),
  entry('S53', rule('cues', "'strongSlr'"), unit('cues', 'what speaks against the lateral row')),
];

/** Spec 1.3. How each conflict was settled shows in the rule or text named. */
const CONFLICTS: readonly SpecId[] = [
  entry('C1', text('slr', 'This supports'), unit('seed-statements', 'S7 is not carried')),
  entry('C2', rule('slr', "'leg_familiar'"), unit('slr', "'leg_familiar'")),
  entry('C3', text('red-flags', 'Imaging is not due by rule.'), unit('red-flag-rows', 'RF-20.1')),
  entry('C4', rule('red-flag-rules-cauda-equina', "urgency: 'E'"), unit('red-flag-rows', 'cauda equina items')),
  entry('C5', text('red-flags', 'Is it harder to start to pee?'), unit('red-flag-rows', 'required fields (spec 5.2)')),
  entry('C6', rule('home-care-rolling', '!f.rollingAllowed'), unit('home-care-gates', 'rolling and ball gate')),
  entry('C7', rule('home-care-modules', 'e17Flexion'), unit('home-care-gates', 'e17Flexion')),
  entry('C8', text('handouts', 'Short walks can ease a stiff back.'), unit('seed-statements', 'S39')),
  entry('C9', text('red-flags', 'Suspected cauda equina syndrome'), unit('red-flag-rows', 'every row has its texts')),
  entry('C10', rule('home-care-nsaid', 'nsaidOutcome'), unit('home-care-gates', 'anti-inflammatory gate')),
];

const CAUDA_EQUINA_FACTS = words('RF-01a RF-01b RF-01c RF-01d RF-02a RF-02b RF-03a RF-03b RF-03c RF-04a RF-04b RF-04x RF-05a RF-05b');
const OTHER_FACTS = words(
  `RF-06a RF-07b RF-08c RF-08d RF-08e RF-09c RF-10a RF-10b RF-10g RF-11a RF-11b RF-11d RF-11e RF-11f RF-11h RF-11i
  RF-12a RF-12b RF-12c RF-12d RF-12e RF-12f RF-12g RF-13a RF-13b RF-13h RF-14a RF-14b RF-15a RF-15b RF-15c RF-16a RF-16b
  RF-17a RF-17b RF-17c RF-17d RF-17e RF-17f RF-17g RF-18a RF-18b RF-18c RF-18d RF-18e RF-19a RF-19b RF-19c RF-22a RF-22b RF-22c RF-22d`,
);
const NERVE_ROWS = words(
  `RF-08b RF-08c RF-08d RF-08a RF-08e RF-09a.2 RF-09a.1 RF-09b RF-09c.3 RF-09c.2 RF-09c.1 RF-10e RF-10g RF-10c.2 RF-10c.1
  RF-10d.2 RF-10d.1 RF-10f RF-10h RF-10a.2 RF-10a.1 RF-10b`,
);
const SERIOUS_ROWS = words('RF-11.1 RF-11.2 RF-11b RF-12.1 RF-12.2 RF-12.3 RF-12.4 RF-12.5 RF-13.1 RF-13.2 RF-13.3 RF-13.4 RF-13.5');
const OTHER_ROWS = words(
  `RF-14a RF-14b RF-15.1 RF-15.2 RF-16.2 RF-16.1 RF-16c RF-17 RF-18.1 RF-18.2 RF-18.3 RF-18.4 RF-19.1 RF-19.2 RF-20.2 RF-20.1
  RF-21a RF-21b RF-22.1 RF-22.2 RF-22.3 RF-23`,
);

/** Spec 5.2 and 5.3: every question and every row. The rows of RF-01 to RF-05 and of RF-07 come from one template each. */
const RED_FLAGS: readonly SpecId[] = [
  ...[...CAUDA_EQUINA_FACTS, ...OTHER_FACTS].map((fact) =>
    entry(
      `${fact} (question)`,
      fact === 'RF-04x' ? ['shared/schemas/visit.ts', 'RF-04x, E09'] : text('red-flags', `'${fact}':`),
      unit(fact === 'RF-04x' ? 'red-flag-rows' : 'red-flag-monotone', fact === 'RF-04x' ? "saddle: 'abnormal'" : 'FACTS'),
    ),
  ),
  ...CAUDA_EQUINA_FACTS.flatMap((item) =>
    (item === 'RF-04x' ? ['3', '1', '2', '5'] : ['3', '1', '2', '4', '5']).map((row) =>
      entry(
        `${item}.${row}`,
        rule('red-flag-rules-cauda-equina', `.${row}`),
        row === '4' ? unit('red-flag-table', "'4 E ED C-CE P-ED'") : unit('red-flag-table', `'${row} `),
      ),
    ),
  ),
  ...['RF-06.1', 'RF-06.2', 'RF-06.3'].map((row) =>
    entry(row, rule('red-flag-rules-cauda-equina', quoted(row)), unit('red-flag-rows', `${row} `)),
  ),
  ...['RF-07a', 'RF-07b'].flatMap((block) =>
    ['1', '2', '3'].map((row) =>
      entry(`${block}.${row}`, rule('red-flag-rules-cauda-equina', `\${block}.${row}`), unit('red-flag-table', `${block}.${row} `)),
    ),
  ),
  ...NERVE_ROWS.map((row) =>
    entry(row, rule('red-flag-rules-nerve', quoted(row)), unit(row === 'RF-10b' ? 'red-flag-vectors' : 'red-flag-rows', `${row} `)),
  ),
  ...SERIOUS_ROWS.map((row) => entry(row, rule('red-flag-rules-serious', quoted(row)), unit('red-flag-rows', `${row} `))),
  ...OTHER_ROWS.map((row) => entry(row, rule('red-flag-rules-other', quoted(row)), unit('red-flag-table', `${row} `))),
  entry('RF-UU', rule('red-flags', "'RF-UU'"), unit('red-flag-rows', 'RF-UU counts neither')),
];

/** Spec 7.2: a row of the module table each, with its gate; what patients read stands in the sheet's text. */
const MODULES: readonly SpecId[] = words(
  'M01 M02 M03 M04a M04b M05 M06 M07 M08 M09 M10a M10b M10c M11 M12 M12b M12c M13 M14 M15 M15x M16 M17 M18 M19 M20',
).map((id) => entry(id, rule('home-care-modules', `${id}: {`), unit('home-care-gates', quoted(id))));

const RESULTS = ['NEURO WORSE', 'NOT ENOUGH DATA', 'WORSE', 'IMPROVED', 'MIXED', 'SAME'] as const;
const ACTIONS = ['RED-FLAG URGENCY', 'REVIEW 48 H', 'REVIEW 7 D', 'RE-EXAMINE', 'RE-TEACH', 'NEXT PHASE', 'NOTE', 'COLLECT'] as const;

const REVIEWS = 'renderer/features/visit/plan/suggest-review.ts';
const REVIEW_TESTS = 'tests/unit/visit/plan.test.ts';

/** Spec 8: the schedule, the results and the actions. */
const FOLLOW_UP: readonly SpecId[] = [
  entry('FU-00', [REVIEWS, "'phone'"], [REVIEW_TESTS, 'add the phone check']),
  entry('FU-01', [REVIEWS, "'first'"], [REVIEW_TESTS, 'day 10 after a first visit']),
  entry('FU-02', [REVIEWS, "'later'"], [REVIEW_TESTS, 'two weeks after a review']),
  entry('FU-03', text('follow-up', "'FU-03'"), unit('follow-up', 'FU-03')),
  entry('FU-04', [REVIEWS, "'weekTwelve'"], [REVIEW_TESTS, 'weekTwelve']),
  entry('FU-05', text('follow-up', 'Review within 48 hours.'), unit('follow-up', 'REVIEW 48 H')),
  ...RESULTS.map((result, index) => entry(`8.2 row ${index + 1}`, rule('follow-up', `'${result}'`), unit('follow-up', result))),
  entry('8.2 RECOVERED', rule('follow-up', 'RECOVERED_RMDQ_MAX'), unit('follow-up', 'recovered')),
  ...ACTIONS.map((action, index) => entry(`8.3 row ${index + 1}`, rule('follow-up', action), unit('follow-up', action))),
];

/** Every vector and worked example of the specification, by its id in the tests. */
const VECTORS: readonly SpecId[] = [
  ...upTo(19).map((n) => entry(`T${n}`, rule('nerve-roots', 'statementOf'), unit('nerve-root-vectors', `'T${n}'`))),
  ...upTo(16).map((n) => entry(`SV${n}`, rule('slr', 'classifySlr'), unit('slr', `'SV${n}'`))),
  ...upTo(16).map((n) => entry(`RV${n}`, rule('red-flags', 'redFlagRows'), unit('red-flag-vectors', `'RV${n}'`))),
  ...upTo(11).map((n) => entry(`MV${n}`, rule('home-care-sheet', 'planSheet'), unit('home-care-vectors', `'MV${n}'`))),
  ...upTo(8).map((n) => entry(`W${n}`, rule('follow-up', 'compareWithEarlier'), unit('follow-up', `test('W${n}`))),
];

/** Spec 0.3. K35 and K34 to K53 where a rule or the desk reads them; K35 is unused in the specification. */
const NOT_A_RULE_CONSTANT = new Set([35]);
const CONSTANTS: readonly SpecId[] = upTo(53)
  .filter((n) => !NOT_A_RULE_CONSTANT.has(n))
  .map((n) => {
    const id = `K${String(n).padStart(2, '0')}`;
    return entry(id, rule('constants', `${id}_`), unit('constants', `${id}_`));
  });

/** The numbered rules of sections 2 to 8 that have no id of their own. */
const SECTIONS: readonly SpecId[] = [
  entry('0.1 total order', rule('assess', 'total order of spec 0.1'), unit('assess', 'an untouched visit')),
  entry('0.3 day counts', rule('day-counts', 'daysBetween'), unit('day-counts', 'Days between calendar dates')),
  ...upTo(16).map((n) => entry(`2.2 row ${n}`, rule('slr', 'ROWS'), unit('slr', 'Every combination has one class'))),
  entry('2.3 other tests', rule('tension-tests', 'tensionTestSentences'), unit('tension-tests', 'every sentence of spec 2.4')),
  entry('2.4 sentences', text('slr', 'SLR_SENTENCES'), unit('slr', "describe('Sentences'")),
  entry('2.5 asymmetry', rule('slr', 'compareSlrSides'), unit('slr', 'Side difference')),
  entry('2.5 change', rule('slr', 'compareSlrReadings'), unit('slr', 'Two readings of one leg')),
  entry('3.2 effective power', rule('neuro-grades', 'effectivePower'), unit('nerve-roots', 'effectivePower')),
  entry('3.2 foot drop', rule('neuro-grades', 'hasFootDrop'), unit('red-flag-rows', 'foot drop of 42 days')),
  entry('3.2 hold', rule('red-flags', 'clotOrFlowHold'), unit('red-flag-rows', 'hold (spec 3.2)')),
  entry('3.3 features', rule('nerve-roots', 'featuresOf'), unit('nerve-roots', 'eature')),
  entry('2.4 accuracy', text('help', 'ACCURACY'), ['tests/unit/text/help.test.ts', 'published accuracy of spec 2.4']),
  entry('2.5 reliability help', text('help', 'reliability: ['), ['tests/unit/text/help.test.ts', 'helpText.reliability']),
  entry('2.6 pitfalls', text('help', 'pitfalls: ['), ['tests/unit/text/help.test.ts', 'helpText.pitfalls']),
  entry('6.1 licences', text('outcome-measures', 'OUTCOME_LICENCES'), ['tests/unit/text/help.test.ts', 'OUTCOME_LICENCES']),
  entry('3.4 step 1', rule('nerve-root-scoring', 'MOTOR_POINTS'), unit('nerve-root-points', 'oint')),
  entry('3.4 step 2', rule('nerve-root-scoring', 'scoreRoots'), unit('nerve-root-vectors', 'gap 5')),
  entry('3.4 step 3', rule('nerve-root-completeness', 'missingItems'), unit('nerve-roots', 'issing')),
  entry('3.4 step 4', rule('nerve-roots', 'singleRoot'), unit('nerve-root-vectors', 'POSSIBLE')),
  entry('3.4 step 5', rule('nerve-roots', 'speaksFor'), unit('nerve-roots', 'gainst')),
  entry('3.4 step 6', rule('nerve-root-scoring', 'hasUpperMotorNeuroneSigns'), unit('nerve-root-vectors', 'UPPER MOTOR NEURONE')),
  entry('4 table', rule('cues', 'CONDITION_ITEMS'), unit('cues', 'Differential table')),
  entry('4.1 stenosis cue', rule('cues', 'isStenosisCue'), unit('cues', 'Stenosis needs walking')),
  entry('4.1 vascular cue', rule('cues', 'isVascularCue'), unit('cues', 'Vascular: an absent pulse')),
  entry('4.1 hip cue', rule('cues', 'HIP_CUE_ITEMS'), unit('cues', 'hip')),
  entry('4.1 peroneal pattern', rule('neuro-grades', 'hasPeronealPattern'), unit('cues', 'The peroneal pattern')),
  entry('4.2 items', rule('cues', 'trueItems'), unit('cues', 'Nothing asked and nothing tested')),
  entry('5.1 rule 2', rule('red-flags', 'overallUrgency'), unit('assess-properties', 'a residual volume, a note')),
  entry('5.1 rule 3', rule('home-care-modules', 'FIXED_MODULES'), unit('home-care-gates', 'M13 and M19 cannot be taken off')),
  entry('5.1 rule 4', rule('red-flag-inputs', 'modifiers'), unit('red-flag-rows', 'modifiers alone raise nothing')),
  entry('5.1 rule 6', rule('red-flags', 'overallUrgency'), unit('red-flag-monotone', 'lowers the urgency')),
  entry('5.1 rule 7', rule('red-flag-read', 'readRedFlagInput'), unit('hazards', '"cannot pee" in a note')),
  entry('5.2 derived', rule('red-flag-inputs', 'deriveFacts'), unit('red-flag-table', 'edges a row table hides')),
  entry('5.2 required fields', rule('red-flag-required', 'requiredFacts'), unit('red-flag-rows', 'required fields (spec 5.2)')),
  entry('5.3 overall', rule('red-flags', 'overallUrgency'), unit('red-flag-vectors', 'red-flag vectors')),
  entry('5.4 safety block', text('handouts', 'You cannot pee.'), unit('seed-statements', 'stands in the safety block')),
  entry('5.6 records', rule('open-flags', 'closesDiscussion'), unit('open-flags', 'closesDiscussion')),
  entry('6.2 NPRS', rule('follow-up-measures', 'comparePain'), unit('follow-up-measures', 'The worse leg counts')),
  entry('6.3 RMDQ', rule('follow-up-measures', 'compareRmdq'), unit('follow-up-measures', 'mdq')),
  entry('6.4 PSFS', rule('follow-up-measures', 'comparePsfs'), unit('follow-up-measures', 'psfs')),
  entry('6.6 STarT Back', rule('outcome-scores', 'startBackRisk'), unit('outcome-measures', '6.6 STarT Back')),
  entry('6.7 ODI', rule('outcome-scores', 'odiPercentOf'), unit('outcome-measures', '6.7 the ODI percentage')),
  entry('6.8 SBI', rule('follow-up-measures', 'sbiSum'), unit('outcome-measures', '6.8 the SBI')),
  entry('I06 level', rule('body-chart', 'distalLevel'), unit('body-chart', 'I06: the own level')),
  entry('I07 regions', ['shared/schemas/body-chart.ts', '(I07, spec 3.2)'], unit('body-chart', 'I06 and I07')),
  entry('I08 qualities', ['shared/schemas/body-chart.ts', '(I08)'], ['tests/unit/visit/chart-marks.test.ts', 'a quality marks its place']),
  entry('6.5 GRC', rule('follow-up-measures', 'compareGrc'), unit('follow-up-measures', 'grc')),
  ...upTo(6).map((n) => entry(`7.0 row ${n}`, rule('home-care-sheet', 'sheetRowOf'), unit('home-care-gates', 'sheet (spec 7.0)'))),
  ...upTo(5).map((n) => entry(`7.1 row ${n}`, rule('home-care-phase', 'phaseByRule'), unit('home-care-gates', 'phase (spec 7.1)'))),
  ...words('N-FOOTWEAR N-FEET N-BED N-SEATS N-MATERNITY N-BELLY N-SLEEP-SIDE').map((note) =>
    entry(note, rule('home-care-notes', quoted(note)), unit('home-care-gates', note)),
  ),
  ...upTo(4).map((n) => entry(`7.3 outcome ${n}`, rule('home-care-nsaid', 'nsaidOutcome'), unit('home-care-gates', 'spec 7.3'))),
  entry('7.4 rolling', rule('home-care-rolling', 'rollingRefusals'), unit('home-care-gates', 'spec 7.4')),
  entry('8.2 step 1', rule('follow-up-neurology', 'compareNeurology'), unit('follow-up-neurology', 'Neurology')),
  entry('8.2 step 2', rule('follow-up-measures', 'compareMeasures'), unit('follow-up-measures', 'Measures')),
  entry('8.2 step 4', rule('follow-up', 'sentenceOf'), unit('follow-up', 'leg pain 8 to 5 (38%)')),
];

/** A hazard's control, and its test, which is named after the row. */
const hazard = (row: number, carriedBy: Place, file: string): SpecId => entry(`hazard ${row}`, carriedBy, [file, `hazard ${row}:`]);
const HAZARD_TESTS = `${UNIT}/hazards.test.ts`;

/** Spec 13: every row of the hazard log. The colon after the number keeps row 1 apart from row 12. */
const HAZARDS: readonly SpecId[] = [
  hazard(1, rule('red-flags', "'RF-UU'"), `${UNIT}/triage-scripts.test.ts`),
  hazard(2, rule('home-care-sheet', 'sheetRowOf'), HAZARD_TESTS),
  hazard(3, ['electron/use-cases/handouts/prepare-sheet.ts', '(hazard 3)'], 'tests/db/wrong-patient.test.ts'),
  hazard(4, rule('guards', 'betweenSides'), HAZARD_TESTS),
  hazard(5, rule('stale-draft', 'setAnswersAside'), 'tests/db/stale-draft.test.ts'),
  hazard(6, ['electron/use-cases/handouts/prepare-sheet.ts', 'sheetRefusals.newerFlag'], 'tests/db/handout.test.ts'),
  hazard(7, text('red-flags', 'interpreterLine'), HAZARD_TESTS),
  hazard(8, rule('red-flag-rules-nerve', "'RF-09b'"), HAZARD_TESTS),
  hazard(9, rule('red-flag-read', 'readRedFlagInput'), HAZARD_TESTS),
  hazard(10, rule('neuro-grades', 'usableMrc'), HAZARD_TESTS),
  hazard(11, rule('nerve-roots', "'HELD'"), HAZARD_TESTS),
  hazard(12, rule('open-flags', 'isEmergencyOpen'), HAZARD_TESTS),
];

/** Every id the trace must find, in the order of the specification. */
export const SPEC_IDS: readonly SpecId[] = [
  ...STATEMENTS,
  ...CONFLICTS,
  ...CONSTANTS,
  ...SECTIONS,
  ...RED_FLAGS,
  ...MODULES,
  ...FOLLOW_UP,
  ...VECTORS,
  ...HAZARDS,
];
