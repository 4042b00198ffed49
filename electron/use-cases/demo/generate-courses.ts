import type { CalendarDate, Side } from '../../../shared/schemas/common.ts';
import type { Contact } from '../../../shared/schemas/visit.ts';
import { addDays, daysBetween } from '../../../shared/clinical/day-counts.ts';
import type { DemoFindings, DemoRoot } from './generate-findings.ts';
import type { DemoRandom } from './generate-random.ts';

/** The kinds of course a demo patient can take. */
export const DEMO_COURSES = [
  'improving-none',
  'improving-L4',
  'improving-L5',
  'improving-S1',
  'stuck',
  'mixed',
  'back-only',
  'stenosis',
  'pregnant',
  'weight-loss',
  'constant-pain',
  'incomplete',
  'power-falls-discussed',
  'power-falls-undiscussed',
  'both-legs-undiscussed',
  'foot-drop',
  'emergency-admitted',
  'emergency-pending',
  'emergency-excluded',
  'emergency-refused',
] as const;
export type DemoCourse = (typeof DEMO_COURSES)[number];

/** When and of what kind each visit of a course is. */
export type DemoAppointment = { contact: Contact; visitOn: CalendarDate; nextReviewOn: CalendarDate | null };

/** Figures that change from visit to visit; the last one is repeated when a course has more visits. */
type Trend = {
  root: DemoRoot;
  leg: number[];
  back: number[];
  level: number[];
  slrDeg: number[];
  rmdq: number[];
  psfs: number[];
  grc: number[];
  homeCareBetter: 'yes' | 'no';
};

const IMPROVING: Trend = {
  root: 'none',
  leg: [6, 5, 3, 2, 1],
  back: [4, 3, 2, 1, 1],
  level: [4, 4, 3, 2, 2],
  slrDeg: [44, 56, 70, 80, 84],
  rmdq: [14, 9, 6, 3, 1],
  psfs: [3, 4, 6, 8, 9],
  grc: [0, 2, 3, 4, 5],
  homeCareBetter: 'yes',
};

/** Better by the second visit. */
const IMPROVING_FAST: Trend = {
  ...IMPROVING,
  leg: [6, 3, 2, 1, 0],
  level: [4, 3, 2, 2, 2],
  rmdq: [13, 7, 4, 2, 0],
  psfs: [3, 6, 8, 9, 10],
};

const TRENDS: Record<DemoCourse, Trend> = {
  'improving-none': IMPROVING,
  'improving-L4': { ...IMPROVING, root: 'L4', slrDeg: [62, 70, 78, 82, 84] },
  'improving-L5': { ...IMPROVING, root: 'L5', level: [5, 5, 4, 3, 2], slrDeg: [38, 48, 62, 74, 82] },
  'improving-S1': { ...IMPROVING, root: 'S1', level: [5, 4, 4, 3, 2], slrDeg: [36, 50, 64, 78, 83] },
  stuck: {
    root: 'none',
    leg: [6, 6, 5, 6, 6],
    back: [4, 4, 3, 4, 4],
    level: [4, 4, 4, 4, 4],
    slrDeg: [45, 48, 44, 50, 47],
    rmdq: [12, 11, 12, 10, 11],
    psfs: [3, 3, 4, 3, 4],
    grc: [0, 0, 0, 1, 0],
    homeCareBetter: 'no',
  },
  mixed: { ...IMPROVING, leg: [6, 4, 3], rmdq: [12, 10, 9], psfs: [6, 4, 3], grc: [0, -1, -1], level: [4, 4, 4] },
  'back-only': {
    ...IMPROVING,
    leg: [0, 0, 0],
    back: [6, 4, 2],
    level: [1, 1, 1],
    slrDeg: [72, 76, 80],
    rmdq: [10, 6, 3],
  },
  stenosis: { ...IMPROVING, leg: [5, 5, 4], back: [3, 3, 3], level: [4, 4, 4], slrDeg: [76, 78, 78], rmdq: [11, 10, 10], grc: [0, 0, 1] },
  pregnant: { ...IMPROVING, leg: [5, 4, 3], level: [3, 3, 2] },
  'weight-loss': { ...IMPROVING, leg: [5, 5], level: [4, 4] },
  'constant-pain': {
    ...IMPROVING,
    leg: [6, 6, 6],
    rmdq: [15, 15, 14],
    psfs: [2, 2, 2],
    grc: [0, 0, -1],
    level: [4, 4, 4],
    slrDeg: [42, 40, 44],
  },
  incomplete: IMPROVING,
  'power-falls-discussed': {
    ...IMPROVING,
    root: 'L5',
    leg: [4, 6, 7],
    level: [4, 5, 5],
    slrDeg: [52, 44, 36],
    rmdq: [9, 13, 16],
    psfs: [5, 3, 2],
    grc: [0, -2, -3],
    homeCareBetter: 'no',
  },
  'power-falls-undiscussed': {
    ...IMPROVING,
    root: 'S1',
    leg: [5, 5, 6],
    level: [4, 4, 5],
    slrDeg: [48, 46, 40],
    rmdq: [10, 11, 14],
    psfs: [4, 4, 3],
    grc: [0, 0, -3],
    homeCareBetter: 'no',
  },
  'both-legs-undiscussed': { ...IMPROVING, leg: [5, 6], level: [4, 4] },
  'foot-drop': { ...IMPROVING, root: 'L5', leg: [6, 4, 3, 2], level: [5, 5, 4, 3], slrDeg: [34, 46, 60, 72] },
  'emergency-admitted': { ...IMPROVING, leg: [6, 8], level: [5, 5], rmdq: [15, 20], grc: [0, -4], slrDeg: [36, 30] },
  'emergency-pending': { ...IMPROVING, root: 'S1', leg: [8], level: [5], rmdq: [19] },
  'emergency-excluded': { ...IMPROVING, root: 'S1', level: [5, 5, 4, 3] },
  'emergency-refused': { ...IMPROVING, leg: [4, 3], back: [7, 5], level: [3, 3] },
};

/** Courses whose leg pain may start lower or higher than the figures above without becoming another course. */
const SHIFTED: ReadonlySet<DemoCourse> = new Set(['improving-none', 'improving-L4', 'improving-L5', 'improving-S1', 'stuck']);

const at = (values: readonly number[], index: number): number => values[Math.min(index, values.length - 1)] ?? 0;

/** Signs of nerve loss at a visit, recovering over the course where the course improves. */
function signsOf(
  course: DemoCourse,
  index: number,
): Partial<Pick<DemoFindings, 'power' | 'reflex' | 'sensation' | 'weakDays' | 'answers'>> {
  switch (course) {
    case 'improving-L5':
      if (index === 0) return { power: { EHL: '4' }, sensation: { L5: 1 }, answers: { 'RF-10a': 'yes', 'RF-10g': 'no' }, weakDays: 7 };
      return index === 1 ? { power: { EHL: '4+' }, sensation: { L5: 1 }, weakDays: 16 } : { power: { EHL: '5' } };
    case 'improving-S1':
      return index < 3 ? { reflex: { ankle: 1 }, sensation: { S1: index === 0 ? 1 : 2 } } : { reflex: { ankle: 2 } };
    case 'improving-L4':
      return index < 2 ? { reflex: { knee: 1 } } : {};
    case 'power-falls-discussed':
      if (index < 2) return { power: { EHL: '5' } };
      return { power: { EHL: '4-' }, sensation: { L5: 1 }, answers: { 'RF-10a': 'yes', 'RF-10g': 'yes' }, weakDays: 3 };
    case 'power-falls-undiscussed':
      return index < 2 ? {} : { power: { PF: '4' }, reflex: { ankle: 1 }, answers: { 'RF-10a': 'yes', 'RF-10g': 'no' }, weakDays: 2 };
    default:
      return {};
  }
}

/** What makes a course the one it is: answers, records of action, and the plan's own answers. */
function storyOf(course: DemoCourse, index: number, visitOn: CalendarDate, dayOfEpisode: number): Partial<DemoFindings> {
  switch (course) {
    case 'stenosis':
      return {
        bothLegs: true,
        secondSideDays: 540,
        answers: { 'RF-06a': 'yes' },
        slrStop: 'thigh_pull',
        intake: {
          secondSideWorse: 'no',
          walkRelated: 'yes',
          onsetType: 'gradual',
          coughRaisesLegPain: 'no',
          walking: {
            bringsOn: 'yes',
            calfCramp: 'no',
            stopsFor: 'yes',
            eases: ['sitting_or_bending', 'trolley_or_bicycle'],
            noPainSeated: 'yes',
            betterBendingForward: 'yes',
          },
        },
        plan: { sittingWorse: 'no', walkingWorsensSittingEases: 'yes', longSitting: 'no' },
      };
    case 'pregnant':
      return {
        slrDeg: null,
        slrReason: 'Flat lying avoided in pregnancy',
        intake: { pregnant: 'yes', pregnantWeeks: 22 + Math.floor(dayOfEpisode / 7) },
        plan: { picked: ['M05', 'M09'] },
        note: 'Midwife knows of the leg pain.',
      };
    case 'back-only':
      return { slrStop: index === 0 ? 'back' : 'thigh_pull' };
    case 'weight-loss':
      return index === 0
        ? {}
        : { answers: { 'RF-11b': 'yes' }, note: 'Six kilograms in four months without trying. GP asked to see under the urgent route.' };
    case 'constant-pain':
      return index === 0 ? {} : { answers: { 'RF-14a': 'yes', 'RF-14b': 'yes' } };
    case 'incomplete':
      return {
        answers: { 'RF-12f': 'unasked', 'RF-15c': 'unasked' },
        unaskedReason: 'A relative was in the room; to be asked in private at the next visit',
      };
    case 'power-falls-discussed':
      if (index < 2) return {};
      return {
        discussion: {
          service: 'On-call spinal service',
          name: 'Spinal registrar',
          time: '14:20',
          outcome: 'MRI arranged for tomorrow. Clinic on Thursday. Told what to do if bladder, bowel or power changes.',
        },
      };
    case 'both-legs-undiscussed':
      return index === 0 ? {} : { bothLegs: true, secondSideDays: 3, answers: { 'RF-06a': 'yes' }, intake: { secondSideWorse: 'no' } };
    case 'foot-drop':
      if (index === 0) {
        return {
          power: { DF: '3', EHL: '3', INV: '4' },
          sensation: { L5: 1 },
          answers: { 'RF-09c': 'yes', 'RF-10a': 'yes', 'RF-10g': 'no' },
          weakDays: 4,
          dropDays: 4,
          note: 'Foot slaps since Friday. Spinal service not reached yet.',
        };
      }
      return {
        power: index === 1 ? { DF: '4', EHL: '4', INV: '5' } : { DF: '5', EHL: '4+', INV: '5' },
        weakDays: 4 + dayOfEpisode,
        plan: { footwearAdviceGiven: true },
      };
    case 'emergency-admitted':
      if (index === 0) return {};
      return {
        slrDeg: null,
        slrReason: 'Emergency: nothing that delays the transfer',
        answers: { 'RF-01b': 'yes', 'RF-04a': 'yes', 'RF-04b': 'yes' },
        onsetDays: { 'RF-01b': 1, 'RF-04a': 2, 'RF-04b': 2 },
        emergency: {
          told: 'Emergency department, nurse in charge',
          toldTime: '10:40',
          transport: 'taken',
          companion: 'Partner',
          edTold: 'yes',
          edToldName: 'Spinal registrar',
          edToldTime: '10:45',
          outcome: 'admitted',
        },
      };
    case 'emergency-pending':
      return {
        slrDeg: null,
        slrReason: 'Emergency: nothing that delays the transfer',
        reflex: { ankle: 0 },
        sensation: { S1: 1 },
        answers: { 'RF-01a': 'yes', 'RF-04a': 'yes' },
        onsetDays: { 'RF-01a': 2, 'RF-04a': 1 },
        emergency: { told: 'Emergency department, triage', toldTime: '15:10', transport: 'own_choice', edTold: 'yes', outcome: 'pending' },
      };
    case 'emergency-excluded':
      if (index > 0) return { reflex: { ankle: 1 } };
      return {
        slrDeg: null,
        slrReason: 'Emergency: nothing that delays the transfer',
        reflex: { ankle: 1 },
        answers: { 'RF-01d': 'yes' },
        onsetDays: { 'RF-01d': 3 },
        emergency: {
          told: 'Emergency department, triage',
          toldTime: '09:30',
          transport: 'taken',
          companion: 'Neighbour',
          edTold: 'yes',
          outcome: 'pending',
        },
      };
    case 'emergency-refused':
      if (index > 0) return {};
      return {
        modifiers: ['diabetes'],
        temperatureC: 38.4,
        answers: { 'RF-12a': 'yes', 'RF-12b': 'yes' },
        emergency: {
          told: 'Emergency department, doctor in charge',
          toldTime: '16:05',
          transport: 'own_choice',
          edTold: 'yes',
          outcome: 'refused',
          refusedReason: 'Cares for a parent at home and will not leave before the evening.',
          refusedExplained: 'That fever with back pain can be an infection of the spine, and what may happen without treatment.',
          callBackTime: `${visitOn} 20:00`,
        },
      };
    default:
      return {};
  }
}

/** Findings of a phone contact between visits: no examination, only the six questions (spec 12.4). */
function phoneFindings(before: DemoFindings, appointment: DemoAppointment): DemoFindings {
  return {
    ...before,
    ...appointment,
    answers: { 'RF-10g': 'no' },
    rmdq: null,
    psfs: [],
    grc: null,
    slrDeg: null,
    slrReason: '',
    unaskedReason: 'Phone contact',
    note: 'Phoned as arranged. Knows when to call.',
    plan: {},
    emergency: {},
    discussion: {},
    temperatureC: null,
  };
}

/** The findings of every visit of one course, in the order of the appointments. */
export function buildCourse(
  course: DemoCourse,
  side: Side,
  firstEpisodeDays: number,
  appointments: readonly DemoAppointment[],
  random: DemoRandom,
): DemoFindings[] {
  const isFast = course === 'improving-none' && random.fraction() < 0.4;
  const trend = isFast ? IMPROVING_FAST : TRENDS[course];
  const firstOn = appointments[0]?.visitOn ?? '';
  const startedOn = addDays(firstOn, -firstEpisodeDays);
  // One shift for the whole course, so that the direction of the course stays what it is.
  const legShift = SHIFTED.has(course) ? random.whole(-1, 2) : 0;
  const degShift = random.whole(-3, 3);
  const rmdqShift = random.whole(-1, 2);
  const found: DemoFindings[] = [];
  let step = -1;
  for (const appointment of appointments) {
    const before = found.at(-1);
    if (appointment.contact === 'phone' && before !== undefined) {
      found.push(phoneFindings(before, appointment));
      continue;
    }
    step += 1;
    const dayOfEpisode = daysBetween(startedOn, appointment.visitOn);
    const slrDeg = at(trend.slrDeg, step) + degShift;
    const level = at(trend.level, step);
    const isFirst = step === 0;
    found.push({
      ...appointment,
      side,
      bothLegs: false,
      root: trend.root,
      episodeStartedOn: startedOn,
      flareStartedOn: startedOn,
      legNprs: Math.max(0, at(trend.leg, step) + legShift),
      backNprs: at(trend.back, step),
      level,
      slrDeg,
      slrReason: '',
      slrStop: slrDeg > 74 || level < 2 ? 'thigh_pull' : 'leg_familiar',
      power: {},
      reflex: {},
      sensation: {},
      answers: {},
      onsetDays: {},
      modifiers: [],
      weakDays: null,
      dropDays: null,
      secondSideDays: null,
      rmdq: Math.max(0, Math.min(24, at(trend.rmdq, step) + rmdqShift)),
      psfs: [0, 1, 0].map((shift) => Math.min(10, at(trend.psfs, step) + shift)),
      grc: isFirst ? null : at(trend.grc, step),
      homeCareDays: isFirst ? null : Math.min(60, daysBetween(firstOn, appointment.visitOn) - 1),
      homeCareBetter: isFirst ? 'unasked' : trend.homeCareBetter,
      intake: {},
      temperatureC: null,
      plan: {},
      emergency: {},
      discussion: {},
      unaskedReason: '',
      note: isFirst ? random.pick(FIRST_NOTES) : '',
      ...signsOf(course, step),
      ...storyOf(course, step, appointment.visitOn, dayOfEpisode),
    });
  }
  return found;
}

const FIRST_NOTES: readonly [string, ...string[]] = [
  'Sits most of the day at work; drives forty minutes each way.',
  'Wants to walk the dog again.',
  'Lifts at work. On light duties until the review.',
  'Worried by what a relative went through. Talked about the usual course.',
  'Sleeps on the sofa since the pain began.',
  'Keen to get back to the garden.',
];
