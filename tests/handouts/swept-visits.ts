import fc from 'fast-check';
import { assess } from '../../shared/clinical/assess.ts';
import type { AssessContext } from '../../shared/clinical/assess-types.ts';
import { addDays } from '../../shared/clinical/day-counts.ts';
import type { HandoutInput } from '../../shared/handouts/build.ts';
import { DATE_FORMATS, DEFAULT_MODULES, OPTIONAL_MODULES, type OptionalModule, type Paper } from '../../shared/schemas/clinic.ts';
import { type ClinicNotes, NO_CLINIC_NOTES } from '../../shared/schemas/clinic-notes.ts';
import { DOSE_IDS, DOSES, type DoseId, type DoseRange, type DoseRule, type Doses } from '../../shared/schemas/doses.ts';
import { COLD_ITEMS, HEAT_ITEMS, MODULES, NSAID_ITEMS, PRESSURE_ITEMS } from '../../shared/schemas/plan.ts';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { arbitraryContext, arbitraryMixedVisit, arbitraryNearlyQuietVisit, arbitraryQuietVisit } from '../helpers/arbitrary-quiet-visit.ts';
import { CLINIC, input, PATIENT } from './fixtures.ts';

type Names = Pick<HandoutInput['patient'], 'givenNames' | 'familyName' | 'latinName'>;
const named = (givenNames: string, familyName: string, latinName = ''): Names => ({ givenNames, familyName, latinName });

/** Invented people: short names and very long ones, in scripts that the sheet prints and in one that it prints in Latin letters. */
const NAMES: readonly Names[] = [
  named('Bo', 'Ng'),
  named('Łukasz', 'Ćwikłaszewski'),
  named('Ελευθερία-Κωνσταντίνα', 'Παπαδοπούλου-Χατζηδημητρίου'),
  named('Nguyễn Thị Hồng Ngọc', 'Đặng Trường Giang'),
  // Accents apart from their letters, as some systems export them.
  named('Nguyễn Thị Hồng'.normalize('NFD'), 'Võ'.normalize('NFD')),
  named('Анастасия', 'Преображенская-Богоявленская'),
  named('Zoë Ἀθηνᾶ', 'O’Þórsdóttir-Нгуен'),
  named('渡辺', '美咲', 'Misaki Watanabe'),
  named('Maximiliane Wilhelmina Konstanze Philippa Alexandrina', 'von Hohenberg-Sigmaringen-Wolfenbüttel und zu Lauterbach-Weißenfels'),
  named('Rhoshandiatellyneshiaunneveshenkkoyaanfsquatsiuthmarivelle', 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren'),
];

/** Notes that a clinic may print: none, a line, and as much as there is room for. */
const CLINIC_NOTES: readonly ClinicNotes[] = [
  NO_CLINIC_NOTES,
  { ...NO_CLINIC_NOTES, text: 'Back class: Tuesday 18.30, a.m./p.m. on request.' },
  { ...NO_CLINIC_NOTES, text: 'A small cushion or a soft roller may help you.', sellsNamed: true, asksPharmacist: true },
  {
    ...NO_CLINIC_NOTES,
    text: [
      'Call 020 7946 0100, Monday to Friday, 9.30 to 17.00.',
      'Book at www.northfield.example or info@northfield.example',
      'Please tell us if your health changes.',
      'Clase de espalda: martes 18.30. Llame para pedir hora.',
      'Our rooms are on the third floor, at the end of the long corridor on the left.',
    ].join('\n'),
    asksPharmacist: true,
  },
];

const arbitraryDoses: fc.Arbitrary<Doses> = fc
  .subarray([...DOSE_IDS])
  .chain((ids) => fc.tuple(...ids.map(arbitraryDose)))
  .map((entries): Doses => Object.fromEntries(entries));

function arbitraryDose(id: DoseId): fc.Arbitrary<[DoseId, DoseRange]> {
  const { min, max, isRange }: DoseRule = DOSES[id];
  return fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([one, other]) => {
    const to = Math.max(one, other);
    return [id, { from: isRange ? Math.min(one, other) : to, to }];
  });
}

/** Clinics with any doses and optional modules, with and without a logo and an address, and with words of their own for an emergency. */
const arbitraryClinic: fc.Arbitrary<HandoutInput['clinic']> = fc
  .record({
    modules: fc.oneof(
      fc.constantFrom<OptionalModule[]>([...DEFAULT_MODULES], [...OPTIONAL_MODULES]),
      fc.subarray<OptionalModule>([...OPTIONAL_MODULES]),
    ),
    doses: fc.oneof(fc.constant({}), arbitraryDoses),
    printsIbuprofenDose: fc.boolean(),
    dateFormat: fc.constantFrom(...DATE_FORMATS),
    address: fc.constantFrom('', '4 Mill Lane, Northfield', 'Third floor, 128 Old Harbour Road, Northfield-upon-Tyne NE99 9ZZ'),
    name: fc.constantFrom(CLINIC.name, 'Northfield and Tynemouth Centre for Physiotherapy, Sport and Spinal Medicine'),
    help: fc.constantFrom(
      { emergencyDepartment: 'A&E', emergencyNumber: '999' },
      { emergencyDepartment: 'the emergency department', emergencyNumber: '112' },
      { emergencyDepartment: 'Urgencias del hospital', emergencyNumber: '0 11 22 33' },
    ),
    logo: fc.option(
      fc.constantFrom({ widthPx: 240, heightPx: 120 }, { widthPx: 600, heightPx: 90 }, { widthPx: 64, heightPx: 200 }).map((size) => ({
        logoId: '0197a000-0000-7000-8000-000000000009',
        sha256: '0'.repeat(64),
        ...size,
      })),
    ),
  })
  .map(({ help, ...own }) => ({ ...CLINIC, ...help, ...own }));

const arbitraryPrevious: fc.Arbitrary<HandoutInput['previous']> = fc.option(
  fc.record({ madeOn: fc.constant('2026-03-02'), modules: fc.subarray(MODULES.filter((id) => id !== 'M20')) }),
);

const answeredNo = <Key extends string>(keys: readonly Key[]): Record<Key, 'no'> =>
  Object.fromEntries(keys.map((key) => [key, 'no'])) as Record<Key, 'no'>;

/** Nearly quiet visits in which nothing speaks against a module, so that cold, warmth, positions, tablets and rolling are all printed. */
const arbitraryFreeVisit: fc.Arbitrary<VisitRecord> = fc
  .tuple(arbitraryNearlyQuietVisit, fc.uniqueArray(fc.constantFrom(...MODULES), { maxLength: 9 }))
  .map(([record, picked]) => ({
    ...record,
    intake: { ...record.intake, pregnant: 'no', breastfeeding: 'no' },
    plan: {
      ...record.plan,
      picked,
      cold: answeredNo(COLD_ITEMS),
      heat: answeredNo(HEAT_ITEMS),
      pressure: answeredNo(PRESSURE_ITEMS),
      numbSite: 'no',
      numbButtock: 'no',
      diabetes: 'no',
      siteSensation: 'normal',
      floorSafe: 'yes',
      kneeOrHipLimit: 'no',
      jointReplacement: 'no',
      abdominalSurgeryOn: null,
      rollingAllowed: true,
      nsaid: { ...record.plan.nsaid, discussed: true, items: answeredNo(NSAID_ITEMS) },
    },
  }));

/** A signed visit with everything that its sheet is made from. */
export type SweptVisit = {
  record: VisitRecord;
  context: AssessContext;
  names: Names;
  clinic: HandoutInput['clinic'];
  clinicNotes: ClinicNotes;
  clinicianName: string;
  previous: HandoutInput['previous'];
  /** Days after the visit on which the sheet is made. */
  madeAfterDays: number;
};

/** Most visits are nearly quiet, and of these most end in a home plan; the others end in emergency and safety sheets of every reason. */
export const arbitrarySweptVisit: fc.Arbitrary<SweptVisit> = fc.record({
  record: fc.oneof(
    { weight: 4, arbitrary: arbitraryNearlyQuietVisit },
    { weight: 5, arbitrary: arbitraryFreeVisit },
    { weight: 1, arbitrary: arbitraryQuietVisit },
    { weight: 1, arbitrary: arbitraryMixedVisit },
  ),
  context: arbitraryContext,
  names: fc.constantFrom(...NAMES),
  clinic: arbitraryClinic,
  clinicNotes: fc.constantFrom(...CLINIC_NOTES),
  clinicianName: fc.constantFrom('', 'Ines Fontaine', 'Prof. Dr. Maria-Theresia Ostrowska-Lindqvist, Advanced Practice Physiotherapist'),
  previous: arbitraryPrevious,
  madeAfterDays: fc.constantFrom(0, 0, 3),
});

/** What the sheet of a swept visit is made from, in this language and print. */
export function sweptInput(
  { record, context, names, clinic, clinicNotes, clinicianName, previous, madeAfterDays }: SweptVisit,
  { language, paper, largePrint }: { language: string; paper: Paper; largePrint: boolean },
): HandoutInput {
  // A reason against the language would print every sheet in English.
  const signed = { ...record, plan: { ...record.plan, sheetLanguageReason: '' } };
  return input({
    patient: { ...PATIENT, ...names, birthDate: context.birthDate, preferredLanguage: language },
    reviewedLanguages: [language],
    record: signed,
    visitOn: signed.visitOn,
    madeOn: addDays(signed.visitOn, madeAfterDays),
    clinic,
    clinicNotes,
    clinicianName,
    assessment: assess(signed, { ...context, modules: clinic.modules }),
    previous,
    options: { kind: 'plan', paper, largePrint },
  });
}
