import type { HandoutInput } from '../../shared/handouts/build.ts';
import type { Assessment, RedFlagRow, SheetPlan, Urgency } from '../../shared/schemas/assessment.ts';
import { NEW_CLINIC, servicesWith } from '../../shared/schemas/clinic.ts';
import { NO_CLINIC_NOTES } from '../../shared/schemas/clinic-notes.ts';
import { emptyVisitRecord, type VisitRecord } from '../../shared/schemas/visit.ts';

/** A synthetic clinic. */
export const CLINIC: HandoutInput['clinic'] = {
  ...NEW_CLINIC,
  name: 'Northfield Physiotherapy',
  phone: '020 7946 0100',
  emergencyNumber: '999',
  emergencyDepartment: 'A&E',
  services: servicesWith({ SPINE: { name: 'On-call spinal service', phone: '020 7946 0111' } }),
  paper: 'A4',
  dateFormat: 'D MMM YYYY',
  logo: null,
};

export const PATIENT: HandoutInput['patient'] = {
  givenNames: 'Łukasz',
  familyName: 'Ćwikłaszewski',
  latinName: '',
  birthDate: '1985-01-08',
  ownNumber: 'N-1042',
  preferredLanguage: 'en',
};

export const VISIT_ON = '2026-11-13';

/** A visit record with the given parts filled in. */
export function visit(change: (record: VisitRecord) => void = () => {}): VisitRecord {
  const record = emptyVisitRecord('first', VISIT_ON, 'Europe/London');
  record.plan.nextReviewOn = '2026-11-27';
  change(record);
  return record;
}

/** A red-flag row with the fields a sheet reads. */
export function row(id: string, urgency: Urgency, route: RedFlagRow['route'], patientTextId: string): RedFlagRow {
  return { row: id, urgency, route, clinicianTextId: 'C-CE', clinicianText: '', patientTextId, patientText: '', because: [] };
}

/** An uncomplicated week-2 visit (spec 7.1 phase 2). */
export const P2_PLAN: SheetPlan = {
  phase: 'P2',
  phaseFrom: 'rule',
  phaseBecause: '',
  leadId: 'LEAD-2',
  lead: 'Now slowly do more. Let your leg be your guide.',
  sheet: 'homecare',
  sheetRow: 6,
  sheetBecause: '',
  safetyReasons: [],
  safetyFirst: false,
  modules: ['M02', 'M03', 'M05', 'M07', 'M08', 'M11', 'M13', 'M18', 'M19'],
  refused: [],
  notes: [],
  choices: [],
};

/** An assessment made by hand: the parts a sheet reads, with everything else empty. */
export function assessment(plan: Partial<SheetPlan> = {}, redFlags: Partial<Assessment['redFlags']> = {}): Assessment {
  const slr = { class: 'SLR-NT', row: 1, diff: 'nt', crossed: false, sentences: [] } as const;
  const root = {
    output: 'NOT ENOUGH DATA',
    roots: [],
    text: '',
    missing: [],
    scores: { U: 0, L4: 0, L5: 0, S1: 0 },
    gap: 0,
    features: { count: 0, present: [], cough: false, text: '' },
    for: [],
    against: [],
    notTested: [],
    notes: [],
  } as const;
  return structuredClone({
    ruleVersion: 'test',
    slr: { right: slr, left: slr },
    slrAsymmetry: { differenceDeg: null, lowerSide: null, flaggedFromDeg: null, flagged: false, withheld: null },
    hold: { right: false, left: false },
    root: { right: root, left: root },
    objectiveDeficit: false,
    upperMotorNeurone: false,
    tensionPositive: false,
    cues: { stenosis: false, vascular: false, hipOsteoarthritis: false, shown: [] },
    followUp: null,
    redFlags: {
      rows: [],
      overall: redFlags.rows?.[0]?.urgency ?? null,
      open: [],
      required: [],
      askedCount: 0,
      blocking: [],
      discussionResolved: false,
      openEarlierEmergency: false,
      ...redFlags,
    },
    plan: { ...P2_PLAN, ...plan },
    notTestedBlocks: [],
  }) as unknown as Assessment;
}

/** Everything a sheet is made from, with the given parts changed. */
export function input(change: Partial<HandoutInput> = {}): HandoutInput {
  return {
    patient: PATIENT,
    visitOn: VISIT_ON,
    record: visit(),
    assessment: assessment(),
    clinic: CLINIC,
    clinicianName: 'Ines Fontaine',
    clinicNotes: NO_CLINIC_NOTES,
    previous: null,
    reviewedLanguages: [],
    options: { kind: 'plan', paper: 'A4', largePrint: false },
    madeOn: VISIT_ON,
    ...change,
  };
}

const EMERGENCY_PLAN: Partial<SheetPlan> = { sheet: 'emergency', sheetRow: 1, modules: ['M19'], safetyFirst: true };

/** Emergencies of each route. */
export const EMERGENCIES = {
  ED: assessment(EMERGENCY_PLAN, {
    rows: [row('RF-02a.1', 'E', 'ED', 'P-ED'), row('RF-04a.1', 'E', 'ED', 'P-ED'), row('RF-01a.1', 'E', 'ED', 'P-ED')],
  }),
  NUMBER: assessment(EMERGENCY_PLAN, {
    rows: [row('RF-12.1', 'E', 'ED', 'P-ED'), row('RF-16.1', 'E', 'NUMBER', 'P-NUM')],
  }),
  COORD: assessment(EMERGENCY_PLAN, { rows: [row('RF-11.1', 'E', 'COORD', 'P-CA')] }),
};

/** Reasons for a safety sheet (spec 7.0 rows 2 and 3). */
export const SAFETY = {
  openDiscussion: assessment(
    { sheet: 'safety', sheetRow: 3, safetyReasons: ['D'], safetyFirst: true, modules: ['M05', 'M06', 'M13', 'M19'] },
    { rows: [row('RF-06.3', 'D', 'SPINE', 'P-BI')] },
  ),
  incomplete: assessment(
    { sheet: 'safety', sheetRow: 2, safetyReasons: ['incomplete'], safetyFirst: true, modules: ['M19'] },
    { open: ['RF-04a'], blocking: ['RF-04a'] },
  ),
  earlierEmergency: assessment(
    { sheet: 'safety', sheetRow: 2, safetyReasons: ['earlierE'], safetyFirst: true, modules: ['M19'] },
    { openEarlierEmergency: true },
  ),
};
