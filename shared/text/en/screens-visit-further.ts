import type {
  CHAPERONES,
  RESIDUAL_METHODS,
  SADDLE_ALTERNATIVES,
  SADDLE_DECLINE_REASONS,
  SaddleArea,
} from '../../schemas/sensitive-exam.ts';
import type { ExamItem } from '../../schemas/visit.ts';
import type { Gait } from '../../schemas/neuro-exam.ts';
import type { SLR_PILLOWS } from '../../schemas/slr.ts';
import type { TENSION_FELT, TensionTest } from '../../schemas/tension-tests.ts';
import type { CueCondition } from './cues.ts';

type Names<T extends string> = Readonly<Record<T, string>>;

const tensionTests: Names<TensionTest> = {
  bragard: 'Bragard: foot up, just below the angle',
  slump: 'Slump',
  femoralStretch: 'Femoral nerve stretch',
  crossedFemoralStretch: 'Femoral stretch, felt in the other leg',
  bowstring: 'Bowstring: pressure behind the knee',
};

const felt: Names<(typeof TENSION_FELT)[number]> = {
  usual: 'The usual symptoms',
  unusual: 'Other leg symptoms',
  pull: 'Only a muscle pull',
  back: 'Only the back',
  nothing: 'Nothing',
};

const gaits: Names<Gait> = {
  normal: 'Normal',
  limp: 'Limp',
  high_stepping: 'High-stepping',
  unsteady: 'Unsteady',
  other: 'Other',
  nt: 'Not tested',
  declined: 'Declined',
};

const pillows: Names<(typeof SLR_PILLOWS)[number]> = { none: 'No pillow', thin: 'Thin pillow' };

const saddleAreas: Names<SaddleArea> = {
  inner_thigh: 'Inner thigh, S2',
  sitting_bone: 'Sitting bone, S3',
  anus: 'Round the back passage, S4 S5',
  genital: 'Private parts',
};

const chaperones: Names<(typeof CHAPERONES)[number]> = {
  accepted: 'Offered and accepted',
  declined: 'Offered and declined',
  not_offered: 'Not offered',
};

const declineReasons: Names<(typeof SADDLE_DECLINE_REASONS)[number]> = {
  preference: 'Preference',
  pain: 'Pain',
  culture_or_faith: 'Culture or faith',
  no_chaperone: 'No chaperone',
  time: 'Time',
  other: 'Another reason',
};

const alternatives: Names<(typeof SADDLE_ALTERNATIVES)[number]> = {
  self_report: 'Patient’s own report of wiping',
  other_examiner: 'Another examiner',
  none: 'None',
};

const residualMethods: Names<(typeof RESIDUAL_METHODS)[number]> = {
  bladder_scan: 'Bladder scan',
  ultrasound: 'Ultrasound',
  catheter: 'Catheter',
  other: 'Another way',
};

const reasonItems: Names<ExamItem> = {
  E01: 'standing tests',
  E08: 'plantar response, clonus, tone',
  E18: 'hip',
  E19: 'buttock',
  E20: 'pulses and calves',
  E23: 'spine and belly',
  E24: 'temperature, pulse, pressure',
};

/** Headings of the ticks that point elsewhere, by condition of the differential table. */
const tickGroups: Partial<Names<CueCondition>> = {
  disc: 'Against a disc',
  'lateral-stenosis': 'Narrow root canal',
  'central-stenosis': 'Narrow spinal canal',
  'deep-gluteal': 'Buttock',
  'hip-osteoarthritis': 'Hip',
  vascular: 'Blood flow',
  neuropathy: 'Nerves of both feet',
  peroneal: 'Nerve at the knee',
  sacroiliac: 'Pelvis and referred pain',
  shingles: 'Shingles',
  dvt: 'Clot',
  'pelvic-girdle': 'Pregnancy and birth',
};

/** Words of the further tests: what stays behind one line until it is asked for, wanted or recorded. */
export const visitFurtherText = {
  furtherSitting: 'Further tests, sitting',
  furtherLying: 'Further tests, lying on the back',
  asked: 'asked for',
  recorded: (count: number): string => `${count} recorded`,
  notRetested: (value: string): string => `last: ${value}, not re-tested`,
  lastTime: (value: string): string => `last: ${value}`,
  reasonNotDone: 'Why not tested or declined',
  reasonItems,
  sections: {
    slump: 'Slump',
    cord: 'Plantar response, clonus, tone',
    nerve: 'Bragard and bowstring',
    hip: 'Hip',
    gluteal: 'Buttock',
    circulation: 'Pulses and calves',
    spine: 'Spine and belly',
    vital: 'Temperature, pulse, pressure',
    saddle: 'Saddle and bladder',
    ticks: 'Signs that point elsewhere',
    femoral: 'Femoral nerve stretch',
    movements: 'Repeated movements and positions',
  },
  tensionTests,
  felt,
  feltName: 'Felt',
  feltNone: 'What came…',
  levelNone: 'Down to…',
  level: 'Felt down to',
  eased: 'Eased on letting go',
  easedNone: 'Eased on letting go…',
  easedYes: 'Eased on letting go',
  easedNo: 'Did not ease',
  kneeAngle: 'Knee angle',
  kneeUnit: '° knee',
  gait: 'Gait',
  gaits,
  pillow: 'Under the head',
  pillows,
  reinforced: 'with reinforcement',
  reinforcedCell: 'reinforced',
  zeroNeedsReinforcement: '0 means absent even with reinforcement (Jendrassik). Press J once it was used.',
  reinforcementKey: 'reinforced',
  noPaste: 'Nothing was pasted: each finding is typed in its own cell, one key for one finding.',

  hip: {
    squatPain: 'Squat: pain at the back of the hip',
    passiveGroinPain: 'Passive hip out or in: groin pain',
    adductionReduced: 'Passive hip in: less than normal',
    internalRotationReduced: 'Hip turned in: less than normal',
    rotationFree: 'Rotation full and painless',
  },
  internalRotation: 'Hip turned in, degrees',
  hipHint: 'Two signs raise the hip cue. Less movement closes kneeling positions on the sheet.',
  gluteal: {
    notchTender: 'Tender near the sciatic notch',
    fair: 'Hip bent, across and turned in (FAIR): buttock pain',
    seatedStretch: 'Seated stretch: buttock pain',
  },
  calf: 'Calf, 10 cm below the knee',
  calfMeasured: (cm: string): string => `Difference ${cm} cm`,
  pulse: 'Pulse',
  perMinute: '/min',
  pressure: 'Blood pressure, upper and lower',
  systolic: 'Upper',
  diastolic: 'Lower',
  mmHg: 'mmHg',

  consent: 'Agreed to this examination',
  consents: { given: 'Agreed', declined: 'Declined', unasked: 'Not asked' },
  chaperone: 'Chaperone',
  chaperones,
  chaperoneName: 'Name',
  chaperoneRole: 'Role',
  chaperoneReason: 'Why none was offered',
  saddleAreas,
  saddleFeelings: { normal: 'Normal', changed: 'Changed', absent: 'Absent', nt: 'Not tested', declined: 'Declined' },
  saddleOverall: 'Saddle feeling, all in all',
  analTone: 'Squeeze of the back passage',
  analTones: { normal: 'Normal', reduced: 'Weak', absent: 'Absent', nt: 'Not tested', declined: 'Declined' },
  declineReason: 'Why it was declined',
  declineReasons,
  declineReasonNone: 'Reason…',
  explained: 'What was explained',
  alternative: 'Instead',
  alternatives,
  selfReport: 'Patient checks in private',
  selfReports: { normal: 'No change', changed: 'Changed', not_done: 'Not done', unasked: 'Not asked' },
  selfReportChanged: 'The patient noticed a change. Confirm it with the patient, then answer the question.',
  selfReportConfirm: 'Confirmed: answer “yes”',
  residual: 'Left in the bladder after peeing',
  residualMethod: 'How it was measured',
  residualMethods,
  residualMethodNone: 'How…',
  residualTime: 'When',
  residualTimeHint: 'When, e.g. 10:40',
  residualDeclined: 'Declined',
  residualReason: 'Why it was declined',
  saddleHint: 'Nothing here is required. A normal result never lowers a flag; an abnormal area or tone makes the saddle abnormal.',

  ticksHint: 'Tick what you found. Not ticked says nothing.',
  tickGroups,

  movementsHint: 'About 10 repetitions or 2 minutes. “After” is one minute after.',
  addMovement: 'Record',
  movementDone: { yes: 'Done', nt: 'Not tested', declined: 'Declined' },
  markDone: 'Mark it done',
  clearValues: 'Clear the values',
  repetitions: 'times',
  repetitionsName: 'Repetitions',
  seconds: 'seconds',
  secondsName: 'Seconds held',
  start: 'At the start',
  during: 'During',
  after: 'One minute after',
  furthest: 'Felt down to',
  legPain: 'Leg pain',
  backPain: 'Back pain',
  outOf10: '/10',
  movementRule: (id: string): string => `Section 6.9, ${id}. Level one minute after against the start; leg pain only at the same level.`,
  fromTests: (response: string): string => `${response}, from the recorded tests`,
  toTests: 'Go to the tests',
  responses: { better: 'Better', same: 'The same', worse: 'Worse', nd: 'Not done' },
} as const;
