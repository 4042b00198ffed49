import type { CalendarDate, Id, Instant } from '../../../shared/schemas/common.ts';
import type { PatientInput } from '../../../shared/schemas/patient.ts';
import type { DiscussionOutcome, EmergencyAction } from '../../../shared/schemas/red-flag-answers.ts';
import { emptyDiscussionOutcome, emptyEmergencyAction } from '../../../shared/schemas/red-flag-answers.ts';
import type { Contact, VisitRecord } from '../../../shared/schemas/visit.ts';
import type { DemoAppointment, DemoCourse } from './generate-courses.ts';
import { buildCourse } from './generate-courses.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { localInstant, localParts, workdayAfter, workdayBefore } from './generate-dates.ts';
import type { DemoFindings } from './generate-findings.ts';
import type { DemoPerson } from './generate-people.ts';
import { DEMO_PEOPLE } from './generate-people.ts';
import type { DemoRandom } from './generate-random.ts';
import { createDemoRandom, demoUuid } from './generate-random.ts';
import type { DemoStory } from './generate-stories.ts';
import { DEMO_STORIES } from './generate-stories.ts';
import { buildDemoRecord } from './generate-visit-record.ts';

/** A later action on the flag of a signed demo visit. */
export type DemoFlagAction = { actionId: Id; recordedAt: Instant } & (
  | { urgency: 'E'; action: EmergencyAction }
  | { urgency: 'D'; action: DiscussionOutcome }
);

/** A signed visit of the demo desk, oldest first in its patient. */
export type DemoVisit = {
  visitId: Id;
  signedAt: Instant;
  record: VisitRecord;
  addendum: { addendumId: Id; text: string; reason: string; createdAt: Instant } | null;
  actions: DemoFlagAction[];
  /** The sheet of this visit was kept as given. */
  keptSheet: { handoutId: Id; givenBy: 'print' | 'save'; keptAt: Instant } | null;
};

/** An unsigned visit with the draft it was left in. */
export type DemoDraft = {
  visitId: Id;
  contact: Contact;
  startedAt: Instant;
  savedAt: Instant;
  sequence: number;
  focusField: string;
  record: VisitRecord;
};

export type DemoPatient = {
  patientId: Id;
  patient: PatientInput;
  createdAt: Instant;
  course: DemoCourse | null;
  visits: DemoVisit[];
  draft: DemoDraft | null;
};

export type DemoDesk = { today: CalendarDate; patients: DemoPatient[] };

export type DemoDeskInput = {
  seed: string;
  /** The desk's clock when the demo desk is made; nothing is dated after it. */
  now: Instant;
  timeZone: string;
  examiner: string;
};

const MINUTE_MS = 60_000;
/** Days between visits: day 8, then two weeks, then three and four (spec 8.1). */
const GAPS_DAYS = [8, 14, 21, 28] as const;
const FIRST_APPOINTMENT_MINUTE = 9 * 60;

const later = (instant: Instant, minutes: number): Instant => new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();

/** Appointments ending `lastDaysAgo` days before today, with a phone contact three days after the first visit where the story has one. */
function appointmentsOf(story: DemoStory, today: CalendarDate): DemoAppointment[] {
  const gaps = GAPS_DAYS.slice(0, story.visits - 1);
  const lastOn = addDays(today, -story.lastDaysAgo);
  const dates = [workdayBefore(lastOn)];
  for (const gap of gaps.toReversed()) dates.unshift(workdayBefore(addDays(dates[0] ?? lastOn, -gap)));
  const visits = dates.map((visitOn, index): DemoAppointment => {
    const next = dates[index + 1] ?? null;
    const planned = story.reviewInDays === null ? null : addDays(today, story.reviewInDays);
    return { contact: index === 0 ? 'first' : 'review', visitOn, nextReviewOn: next ?? planned };
  });
  const [first, ...reviews] = visits;
  if (!story.phone || first === undefined) return visits;
  return [first, { contact: 'phone', visitOn: workdayAfter(addDays(first.visitOn, 3)), nextReviewOn: first.nextReviewOn }, ...reviews];
}

function patientOf(person: DemoPerson, index: number, random: DemoRandom): PatientInput {
  const day = String(random.whole(1, 28)).padStart(2, '0');
  const month = String(random.whole(1, 12)).padStart(2, '0');
  const number = String(2001 + index * 7);
  return {
    givenNames: person.givenNames,
    familyName: person.familyName,
    latinName: person.latinName,
    birthDate: `${person.bornIn}-${month}-${day}`,
    sex: person.sex,
    // 01632 960000 to 960999 is kept free for fiction.
    phone: `01632 960${String(100 + index)}`,
    email: index % 3 === 0 ? `demo.${number}@example.org` : '',
    address: `${index + 3} Sample Street, Northfield`,
    preferredLanguage: person.preferredLanguage,
    largePrint: person.bornIn < 1950,
    ownNumber: number,
    note: 'Invented for the demo desk. Not a real person.',
  };
}

/** Actions recorded after signing that close a flag of this visit, and corrections. */
function afterSigning(course: DemoCourse, index: number, signedAt: Instant, random: DemoRandom): Pick<DemoVisit, 'addendum' | 'actions'> {
  const dayLater = later(signedAt, 24 * 60);
  const actionId = (at: Instant): Id => demoUuid(Date.parse(at), random);
  if (course === 'foot-drop' && index === 0) {
    const recordedAt = later(signedAt, 45);
    const action = {
      ...emptyDiscussionOutcome(),
      service: 'On-call spinal service',
      name: 'Spinal consultant',
      time: '12:10',
      outcome: 'Seen in clinic tomorrow. MRI this week. Footwear and falls advice given.',
    };
    return { addendum: null, actions: [{ actionId: actionId(recordedAt), recordedAt, urgency: 'D', action }] };
  }
  if (course === 'emergency-excluded' && index === 0) {
    const action: EmergencyAction = {
      ...emptyEmergencyAction(),
      told: 'Emergency department, triage',
      outcome: 'excluded',
      excludedBy: 'Spinal registrar, Northfield General: MRI the same evening shows no compression',
    };
    return { addendum: null, actions: [{ actionId: actionId(dayLater), recordedAt: dayLater, urgency: 'E', action }] };
  }
  if (course === 'improving-S1' && index === 1) {
    const addendum = {
      addendumId: actionId(dayLater),
      text: 'The heel raise on the left was counted as 10; ten was the number asked for, and the last two were not full height.',
      reason: 'Correction after reading the notes again',
      createdAt: dayLater,
    };
    return { addendum, actions: [] };
  }
  return { addendum: null, actions: [] };
}

/** Sheets are in English; another preferred language needs a reason on record (spec 12.3). */
function withLanguageReason(findings: DemoFindings, person: DemoPerson): DemoFindings {
  if (person.preferredLanguage === 'en') return findings;
  return { ...findings, plan: { ...findings.plan, sheetLanguageReason: 'Reads English at work and asked for English' } };
}

function visitsOf(
  story: DemoStory,
  person: DemoPerson,
  index: number,
  desk: DemoDeskInput,
  today: CalendarDate,
  random: DemoRandom,
): DemoVisit[] {
  const appointments = appointmentsOf(story, today);
  const found = buildCourse(story.course, story.side, story.course === 'stenosis' ? 600 : random.whole(4, 18), appointments, random);
  const otherDeg = random.whole(76, 86);
  const now = Date.parse(desk.now);
  return found.map((findings, visitIndex): DemoVisit => {
    const minute = FIRST_APPOINTMENT_MINUTE + ((index * 35 + visitIndex * 50) % 480);
    const signedAt = localInstant(findings.visitOn, minute, desk.timeZone);
    const after = afterSigning(story.course, visitIndex, signedAt, random);
    const isLast = visitIndex === found.length - 1;
    const keptAt = later(signedAt, 2);
    return {
      visitId: demoUuid(Date.parse(signedAt) - 20 * MINUTE_MS, random),
      signedAt,
      record: buildDemoRecord(withLanguageReason(findings, person), desk.timeZone, desk.examiner, otherDeg),
      // Nothing is dated after the desk's own clock.
      addendum: after.addendum !== null && Date.parse(after.addendum.createdAt) < now ? after.addendum : null,
      actions: after.actions.filter((action) => Date.parse(action.recordedAt) < now),
      keptSheet:
        isLast && story.keepsSheet !== null ? { handoutId: demoUuid(Date.parse(keptAt), random), givenBy: story.keepsSheet, keptAt } : null,
    };
  });
}

/** A first visit left in the middle of the straight-leg raise, 35 minutes ago. */
function firstDraft(desk: DemoDeskInput, random: DemoRandom): DemoDraft {
  const savedAt = later(desk.now, -35);
  const visitOn = localParts(savedAt, desk.timeZone).date;
  const [findings] = buildCourse('improving-none', 'right', 9, [{ contact: 'first', visitOn, nextReviewOn: null }], random);
  const startedAt = later(savedAt, -11);
  if (findings === undefined) throw new Error('a course has at least one visit');
  const whole = buildDemoRecord(findings, desk.timeZone, desk.examiner, 82);
  const right = { ...whole.slr.right, p2AngleDeg: null, nprsP1: null, level: null, settledWithinOneMinute: 'nt' as const };
  const record: VisitRecord = {
    ...buildDemoRecord({ ...findings, contact: 'phone' }, desk.timeZone, desk.examiner, 82),
    contact: 'first',
    redFlags: { ...whole.redFlags, answers: { ...whole.redFlags.answers, 'RF-05a': 'unasked', 'RF-05b': 'unasked', 'RF-12f': 'unasked' } },
    slr: { ...whole.slr, right },
    neuro: whole.neuro,
    measures: { ...whole.measures, psfs: [] },
  };
  return {
    visitId: demoUuid(Date.parse(startedAt), random),
    contact: 'first',
    startedAt,
    savedAt,
    sequence: 41,
    focusField: 'slr.right.level',
    record,
  };
}

/** A review left yesterday before the examination: more than half a day old, so its answers wait to be confirmed (spec 12.5). */
function staleDraft(patient: DemoPatient, story: DemoStory, desk: DemoDeskInput, random: DemoRandom): DemoDraft {
  const savedAt = later(desk.now, -20 * 60);
  const visitOn = localParts(savedAt, desk.timeZone).date;
  const earlier = patient.visits.map(({ record }): DemoAppointment => ({
    contact: record.contact,
    visitOn: record.visitOn,
    nextReviewOn: null,
  }));
  const findings = buildCourse(story.course, story.side, 10, [...earlier, { contact: 'review', visitOn, nextReviewOn: null }], random).at(
    -1,
  );
  if (findings === undefined) throw new Error('a course has at least one visit');
  const startedAt = later(savedAt, -6);
  const episode = patient.visits[0]?.record.intake.episodeStartedOn ?? null;
  const record = buildDemoRecord({ ...findings, contact: 'phone', unaskedReason: '', note: '' }, desk.timeZone, desk.examiner, 82);
  return {
    visitId: demoUuid(Date.parse(startedAt), random),
    contact: 'review',
    startedAt,
    savedAt,
    sequence: 17,
    focusField: 'redFlags.answers.RF-08c',
    record: {
      ...record,
      contact: 'review',
      intake: { ...record.intake, episodeStartedOn: episode, flareStartedOn: episode },
      measures: { ...record.measures, rmdq: null, psfs: [], grc: null },
    },
  };
}

/** Place in the list of people of the patient whose review was left open yesterday. */
const STALE_DRAFT_PERSON = 12;

/**
 * The whole demo desk as data: synthetic patients, their signed visits, two open drafts. Pure: the same seed, instant and zone give
 * the same desk. Every date lies before `now`, the last visits within the week before it.
 */
export function generateDemoDesk(desk: DemoDeskInput): DemoDesk {
  const random = createDemoRandom(desk.seed);
  const { date: today } = localParts(desk.now, desk.timeZone);
  const patients = DEMO_PEOPLE.map((person, index): DemoPatient => {
    const story = DEMO_STORIES[index];
    const visits = story === undefined ? [] : visitsOf(story, person, index, desk, today, random);
    const createdAt = visits[0] === undefined ? later(desk.now, -50) : later(visits[0].signedAt, -30);
    const base: DemoPatient = {
      patientId: demoUuid(Date.parse(createdAt), random),
      patient: patientOf(person, index, random),
      createdAt,
      course: story?.course ?? null,
      visits,
      draft: null,
    };
    if (index === STALE_DRAFT_PERSON && story !== undefined) return { ...base, draft: staleDraft(base, story, desk, random) };
    return index === DEMO_STORIES.length ? { ...base, draft: firstDraft(desk, random) } : base;
  });
  return { today, patients };
}
