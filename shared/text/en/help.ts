/** One published study of one test (spec 2.4). A bracketed range is the 95% interval as published. */
export type AccuracyRow = {
  test: string;
  study: string;
  source: number;
  sensitivity: string;
  specificity: string;
  /** Likelihood ratios; "calc" = worked out from the two figures before. */
  positive: string;
  negative: string;
};

const row = (
  test: string,
  study: string,
  source: number,
  sensitivity: string,
  specificity: string,
  positive: string,
  negative: string,
): AccuracyRow => ({ test, study, source, sensitivity, specificity, positive, negative });

/** Published accuracy (spec 2.4): shown in the help alone, and never as a probability of this patient. */
export const ACCURACY: readonly AccuracyRow[] = [
  row('Straight-leg raise', 'Cochrane 2010, surgery', 1, '0.92 (0.87-0.95)', '0.28 (0.18-0.40)', '1.28 (calc)', '0.29 (calc)'),
  row('Straight-leg raise', 'Devillé 2000, surgery', 2, '0.91 (0.82-0.94)', '0.26 (0.16-0.38)', '1.23 (calc)', '0.35 (calc)'),
  row('Crossed straight-leg raise', 'Cochrane 2010', 1, '0.28 (0.22-0.35)', '0.90 (0.85-0.94)', '2.8 (calc)', '0.80 (calc)'),
  row('Crossed straight-leg raise', 'Devillé 2000', 2, '0.29 (0.24-0.34)', '0.88 (0.86-0.90)', '2.4 (calc)', '0.81 (calc)'),
  row('Straight-leg raise', 'Capra 2011, MRI, 2352 people', 24, '0.36', '0.74', '1.38', '0.87'),
  row('Straight-leg raise', 'Montaner-Cuello 2023, nerve tests, 142 people', 25, '0.89', '0.25', '1.19', '0.44'),
  row('Straight-leg raise', 'Majlesi 2008, MRI, 75 people', 26, '0.52', '0.89', '4.7 (calc)', '0.54 (calc)'),
  row('Slump', 'Majlesi 2008', 26, '0.84', '0.83', '4.9 (calc)', '0.19 (calc)'),
  row('Slump', 'Stankovic 1999, below the knee', 27, '0.44 (0.34-0.55)', '0.58 (0.28-0.85)', '1.05 (calc)', '0.97 (calc)'),
  row('Slump', 'Urban and MacNeil 2015, neuropathic pain, 21 people', 28, '0.91', '0.70', '3.03', '0.13'),
  row('Slump and pain below the knee', 'Urban and MacNeil 2015', 28, 'not given', '1.00', '11.9', 'not given'),
  row('Straight-leg raise', 'Kigali pilot, MRI, 33 people', 29, '0.875', '0.43', '1.5 (calc)', '0.29 (calc)'),
  row('Slump', 'Kigali pilot, MRI, 33 people', 29, '0.80', '0.71', '2.8 (calc)', '0.28 (calc)'),
];

/** What is shown beside the assessment to read its tests by (spec 2.4 to 2.6, 6.1). */
export const helpText = {
  open: 'Help: how good these tests are',
  close: 'Hide the help',
  region: 'Help',
  never: 'These figures describe groups of people in studies. They are never the probability that this patient has anything.',
  angle: 'Angle alone does not decide the result.',
  accuracy: 'Published accuracy',
  sensitivity: 'sensitivity',
  specificity: 'specificity',
  positive: 'LR+',
  negative: 'LR-',
  cautionsTitle: 'Read them with care',
  cautions: [
    'Studies in surgical patients overstate sensitivity and understate specificity for primary care. In the one primary-care study most tests alone performed poorly; combining tests raised specificity [1].',
    'Majlesi compared chosen cases with controls. One secondary page prints its two specificities the other way round [26].',
    'The abstract of Capra contradicts itself: 741 of 1305 is 57%, not 36% [24].',
    'Accuracy falls with age in Capra, from 0.73 at 16 to 25 years to 0.52 at 76 to 85 years (area under the curve) [24].',
  ],
  reliabilityTitle: 'Reliability and measurement error',
  reliability: [
    'Two examiners in primary care, 91 people: kappa above 0.66 for straight-leg raise, crossed raise and Bragard; power and sensory loss 0.57 to 0.82; reflexes 0.42 to 0.53; overall conclusion 0.40 after the history and 0.66 after the examination [30].',
    'At least fair agreement when a positive raise needs provoked leg symptoms (15 studies) [31].',
    'Healthy adults: about 57 degrees (SD 17) with the ankle plantarflexed and 49 (SD 16) in neutral [32]; published averages run from 40 to 85 [33]. Compare with the other side and with the patient’s own first reading.',
    'Side difference in healthy adults: 5.0 degrees (SD 3.5) plantarflexed, 4.1 (SD 3.2) dorsiflexed [32]. Flagged from 12 and 10 degrees, as information only.',
    'Dorsiflexion lowers the angle by 9 degrees on average [34], so readings with another ankle position or method are not compared.',
    'Same examiner, healthy people: 6 to 7 degrees are detectable [35]. A change below 10 degrees, or 15 with another examiner or an estimate, is called measurement error (default).',
  ],
  pitfallsTitle: 'Pitfalls of the straight-leg raise',
  pitfalls: [
    'Hamstring tightness or back pain counted as positive.',
    'The patient helps or resists, the knee bends, the pelvis rolls.',
    'The angle is estimated by eye, or the ankle is not the same each time.',
    'A pain tablet was taken, or only one leg was tested.',
    'Diabetes with neuropathy makes the nerve less sensitive: a negative test means less [36].',
    'Older people, and stenosis, often have a negative raise (figure not confirmed).',
    'Hip arthritis, hip surgery and deep gluteal syndrome limit the raise too [37].',
    'Fear of pain stops it early. A difference between sitting and lying is no proof of exaggeration.',
  ],
  licencesTitle: 'Licences of the outcome measures',
  sourcesTitle: 'Sources',
} as const;

/** Numbers of every source the help cites. */
export const HELP_SOURCES: readonly number[] = [1, 2, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 79, 83, 90, 91, 94];
