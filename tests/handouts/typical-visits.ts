import { assess } from '../../shared/clinical/assess.ts';
import type { HandoutInput } from '../../shared/handouts/build.ts';
import { COLD_ITEMS, HEAT_ITEMS } from '../../shared/schemas/plan.ts';
import { FACTS } from '../../shared/schemas/red-flag-answers.ts';
import { emptyVisitRecord, type VisitRecord } from '../../shared/schemas/visit.ts';
import { normalNeuroExam, slrLeg } from '../helpers/normal-visit.ts';
import { CLINIC, input, PATIENT } from './fixtures.ts';

// First visits as they come through the door in the first weeks, recorded whole. Invented people.

const VISIT_ON = '2026-11-20';
const BORN_ON = '1979-02-14';

const answered = (keys: readonly string[]): Record<string, 'no'> => Object.fromEntries(keys.map((key) => [key, 'no']));

/** A first visit with everything asked and nothing alarming: right leg, sent home until the review ten days later. */
function firstVisit(change: (record: VisitRecord) => void): VisitRecord {
  const record = emptyVisitRecord('first', VISIT_ON, 'Europe/London');
  const { intake, plan } = record;
  Object.assign(intake, {
    pregnant: 'no',
    episodeStartedOn: '2026-11-10',
    flareStartedOn: '2026-11-14',
    flaresInSixMonths: 1,
    onsetType: 'after_load',
    side: 'right',
    level: { right: 5, left: 0 },
    legWorseThanBack: 'yes',
    coughRaisesLegPain: 'yes',
    homeCareDays: 0,
  });
  intake.backPain.average24h = 3;
  intake.legPain.right.average24h = 6;
  intake.legPain.left.average24h = 0;
  intake.walking.bringsOn = 'no';
  record.redFlags.answers = Object.fromEntries(FACTS.map((fact) => [fact, 'no']));
  record.neuro = normalNeuroExam();
  record.slr.left = slrLeg({ stop: 'thigh_pull', p1AngleDeg: 74, feltIn: 'none', level: 3 }, { df: 'same' });
  record.slr.right = slrLeg(
    { stop: 'leg_familiar', p1AngleDeg: 42, p2AngleDeg: 55, feltIn: 'raised', level: 5, nprsP1: 6, symptom: 'pain' },
    { df: 'inc', relKnee: 'dec' },
  );
  Object.assign(plan, {
    nextReviewOn: '2026-11-30',
    settleMinutes: 10,
    siteSensation: 'normal',
    numbSite: 'no',
    diabetes: 'no',
    cold: answered(COLD_ITEMS),
    heat: answered(HEAT_ITEMS),
    floorSafe: 'yes',
    kneeOrHipLimit: 'no',
    jointReplacement: 'no',
    walkingRaisesOver30Min: 'no',
    walkingWorsensSittingEases: 'no',
  });
  change(record);
  return record;
}

/** The first visit of `npm run demo`: bending hurts, arching eases, the great toe is a little weak. */
const demoVisit = firstVisit(({ neuro, plan }) => {
  neuro.right.sensation.L5 = { state: 'tested', grade: 1 };
  Object.assign(plan, {
    e17Flexion: 'worse',
    e17Extension: 'better',
    lyingOnBack: 'eases',
    sittingWorse: 'yes',
    bendingWorse: 'yes',
    extensionEases: 'yes',
    temperaturePreference: 'heat',
    longSitting: 'yes',
    lifting: 'yes',
    poorSleep: 'yes',
    rollerUsed: 'yes',
  });
});
const newFlare = firstVisit(({ intake, plan }) => {
  Object.assign(intake, { episodeStartedOn: '2026-11-19', flareStartedOn: '2026-11-19' });
  intake.legPain.right.average24h = 5;
  Object.assign(plan, { temperaturePreference: 'cold', e17Flexion: 'better', e17Extension: 'same', lyingOnBack: 'same' });
  Object.assign(plan, { sittingWorse: 'no', bendingWorse: 'no' });
});
const irritable = firstVisit(({ intake, plan }) => {
  intake.legPain.right.average24h = 8;
  Object.assign(plan, { settleMinutes: 60, temperaturePreference: 'none', e17Flexion: 'same', e17Extension: 'nd', lyingOnBack: 'same' });
  Object.assign(plan, { sittingWorse: 'yes', bendingWorse: 'no', extensionEases: 'no', poorSleep: 'yes' });
});

const inputsOf = (records: Readonly<Record<string, VisitRecord>>): Readonly<Record<string, HandoutInput>> =>
  Object.fromEntries(
    Object.entries(records).map(([name, record]) => [
      name,
      input({
        clinic: { ...CLINIC, address: '4 Mill Lane, Northfield' },
        patient: { ...PATIENT, givenNames: 'Marguerite', familyName: 'Vanterpoole', birthDate: BORN_ON },
        visitOn: VISIT_ON,
        madeOn: VISIT_ON,
        record,
        assessment: assess(record, { birthDate: BORN_ON, earlier: [] }),
      }),
    ]),
  );

/** Sheets of the first days and of an irritable leg. */
export const TYPICAL_PHASE_1 = inputsOf({ 'a flare since yesterday': newFlare, 'an irritable leg': irritable });
/** These and the sheet of the demo's first visit, past the first days, which has more modules than most. */
export const TYPICAL_VISITS = { ...TYPICAL_PHASE_1, ...inputsOf({ 'the first visit of the demo': demoVisit }) };

/** The same sheet for a reader of another language that the clinic has read. */
export function inLanguage(given: HandoutInput, language: string): HandoutInput {
  return { ...given, patient: { ...given.patient, preferredLanguage: language }, reviewedLanguages: [language] };
}
