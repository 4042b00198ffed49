import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { findGuards, openGuards, type Guard } from '../../../shared/clinical/guards.ts';
import { visitRecordSchema, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { quietVisit } from '../../helpers/arbitrary-quiet-visit.ts';

const BORN = { birthDate: '1981-02-03' };

function visit(contact: VisitRecord['contact'], edit: (record: VisitRecord) => void = () => {}): VisitRecord {
  const record = structuredClone(quietVisit());
  record.contact = contact;
  edit(record);
  return record;
}

function guardsOf(record: VisitRecord, ...earlier: VisitRecord[]): Guard[] {
  const before = earlier.map((each) => ({ record: each, assessment: assess(each, { ...BORN, earlier: [] }), emergencyOpen: false }));
  return findGuards(record, before, assess(record, { ...BORN, earlier: before }));
}

const ids = (guards: readonly Guard[]): string[] => guards.map(({ id }) => id);
const first = visit('first');

describe('against the last visit', () => {
  test('a quiet review asks nothing, and a first visit has nothing to compare with', () => {
    expect(guardsOf(visit('review'), first)).toEqual([]);
    const weak = visit('first', ({ neuro }) => (neuro.right.mrc.EHL = { state: 'tested', grade: '3', painLimited: false }));
    expect(guardsOf(weak)).toEqual([]);
  });

  test.each([
    ['4', false, ['power.EHL.right.5.4']],
    ['4', true, []],
    ['5', false, []],
  ] as const)('great-toe power 5 to %s, limited by pain %s', (grade, painLimited, expected) => {
    const now = visit('review', ({ neuro }) => (neuro.right.mrc.EHL = { state: 'tested', grade, painLimited }));
    expect(ids(guardsOf(now, first))).toEqual(expected);
  });

  test('a visit in between that tested nothing hides no fall', () => {
    const phone = visit('phone', ({ neuro }) => (neuro.left.mrc = {}));
    const now = visit('review', ({ neuro }) => (neuro.left.mrc.PF = { state: 'tested', grade: '4-', painLimited: false }));
    expect(guardsOf(now, first, phone)).toEqual([
      { id: 'power.PF.left.5.4', field: 'neuro.left.mrc.PF', text: expect.stringContaining('5 last time, 4 today'), holdsSheet: true },
    ]);
  });

  test('a lost reflex asks, a weaker one does not', () => {
    const at = (grade: number): VisitRecord => visit('review', ({ neuro }) => (neuro.left.reflex.ankle = { state: 'tested', grade }));
    expect(ids(guardsOf(at(0), first))).toEqual(['reflex.ankle.left.2']);
    expect(guardsOf(at(1), first)).toEqual([]);
  });

  test.each(['yes', 'unsure', 'declined'] as const)('a bladder answer new to "%s" asks; a question not asked does not', (answer) => {
    const now = visit('review', ({ redFlags }) => (redFlags.answers['RF-01b'] = answer));
    expect(ids(guardsOf(now, first))).toEqual([`RF-01b.no.${answer}`]);
    expect(guardsOf(now, now)).toEqual([]);
    const open = visit('review', ({ redFlags }) => (redFlags.answers['RF-01b'] = 'unasked'));
    expect(guardsOf(open, first)).toEqual([]);
  });

  test('abnormal saddle sensation asks once', () => {
    const abnormal = visit('review', ({ otherExam }) => (otherExam.saddle = 'abnormal'));
    expect(ids(guardsOf(abnormal, first))).toEqual(['saddle.abnormal']);
    expect(guardsOf(abnormal, abnormal)).toEqual([]);
  });
});

describe('hazard 4: wrong side', () => {
  test('the chart, the level and the tests of the other leg alone are asked about', () => {
    const now = visit('first', (record) => {
      record.intake.regions = { right: [], left: ['calf'] };
      record.intake.level = { right: 0, left: 4 };
      record.neuro.left.slump = 'pos';
    });
    const [guard] = guardsOf(now);
    expect(guard?.text).toBe(
      'The complaint is recorded on the right, but only the left leg is marked on the body chart, and only the left leg has symptoms below the low back, and the nerve-tension tests are positive on the left only.',
    );
    expect(guard?.holdsSheet).toBe(false);
  });

  test('both legs, or the side of the complaint, ask nothing', () => {
    const chart = (edit: (record: VisitRecord) => void): Guard[] => guardsOf(visit('first', edit));
    const inBothLegs = chart(({ intake, redFlags }) => {
      intake.regions = { right: ['calf'], left: ['calf'] };
      intake.level = { right: 4, left: 4 };
      redFlags.answers['RF-06a'] = 'yes';
    });
    expect(inBothLegs).toEqual([]);
    expect(chart(({ neuro }) => (neuro.right.slump = 'pos'))).toEqual([]);
    expect(ids(chart(({ intake, neuro }) => [(intake.side = 'both'), (neuro.left.slump = 'pos')]))).toEqual(['bothLegs.no']);
    expect(chart(({ intake, neuro }) => [(intake.side = null), (neuro.left.slump = 'pos')])).toEqual([]);
  });
});

describe('what was found says more than what was answered', () => {
  const both = (edit: (record: VisitRecord) => void): VisitRecord => visit('first', edit);

  test.each<[string, (record: VisitRecord) => void]>([
    ['the complaint is on both sides', ({ intake }) => (intake.side = 'both')],
    ['symptoms reach both legs', ({ intake }) => (intake.level = { right: 4, left: 2 })],
    ['both legs are marked, under a level that says otherwise', ({ intake }) => (intake.regions = { right: ['calf'], left: ['sole'] })],
    ['both legs hurt', ({ intake }) => (intake.legPain.left.average24h = 1)],
  ])('%s, and both legs were answered "no": the sheet waits', (_, edit) => {
    const found = guardsOf(both(edit)).filter(({ id }) => id.startsWith('bothLegs'));
    expect(found).toEqual([
      {
        id: 'bothLegs.no',
        field: 'redFlags.answers.RF-06a',
        text: 'Both legs are recorded as affected, but “Is the pain, numbness or weakness in both legs?” is answered “no”. Confirm with the patient.',
        holdsSheet: true,
      },
    ]);
    const agreed = both((record) => (edit(record), (record.redFlags.answers['RF-06a'] = 'yes')));
    expect(ids(guardsOf(agreed)).filter((id) => id.startsWith('bothLegs'))).toEqual([]);
    const unsure = both((record) => (edit(record), (record.redFlags.answers['RF-06a'] = 'unsure')));
    expect(ids(guardsOf(unsure))).toContain('bothLegs.unsure');
  });

  test('back and buttock of one side, or pain in one leg, are not both legs', () => {
    expect(guardsOf(both(({ intake }) => (intake.level = { right: 4, left: 1 })))).toEqual([]);
    expect(guardsOf(both(({ intake }) => (intake.legPain.left.average24h = 0)))).toEqual([]);
  });

  test('an unsteady gait asks about the walking, a high-stepping one about the foot', () => {
    const gait = (value: VisitRecord['neuro']['gait'], edit: (record: VisitRecord) => void = () => {}): string[] =>
      ids(guardsOf(both((record) => ((record.neuro.gait = value), edit(record)))));
    expect(gait('unsteady')).toEqual(['gait.unsteady.no']);
    expect(gait('unsteady', ({ redFlags }) => delete redFlags.answers['RF-08c'])).toEqual(['gait.unsteady.unasked']);
    expect(gait('unsteady', ({ redFlags }) => (redFlags.answers['RF-08c'] = 'yes'))).toEqual([]);
    expect(gait('high_stepping')).toEqual(['gait.high_stepping.no']);
    expect(gait('high_stepping', ({ redFlags }) => (redFlags.answers['RF-09c'] = 'yes'))).toEqual([]);
    const weakFoot = ({ neuro }: VisitRecord): unknown => (neuro.left.mrc.DF = { state: 'tested', grade: '3', painLimited: false });
    expect(gait('high_stepping', weakFoot)).toEqual([]);
    for (const quiet of ['normal', 'limp', 'other', 'nt', 'declined'] as const) expect(gait(quiet)).toEqual([]);
  });

  test('cancer in the area, named before the heat, asks whether there ever was cancer', () => {
    const heated = (edit: (record: VisitRecord) => void = () => {}): string[] =>
      ids(guardsOf(both((record) => ((record.plan.heat.cancer_in_area = 'yes'), edit(record)))));
    expect(heated()).toEqual(['cancer.no']);
    expect(heated(({ redFlags }) => (redFlags.answers['RF-11a'] = 'unsure'))).toEqual(['cancer.unsure']);
    expect(heated(({ redFlags }) => (redFlags.answers['RF-11a'] = 'yes'))).toEqual([]);
  });

  test('a deep vein clot, named before rolling, asks about the calf while no question of RF-18 is yes', () => {
    const named = (edit: (record: VisitRecord) => void = () => {}): string[] =>
      ids(guardsOf(both((record) => ((record.plan.pressure.dvt = 'yes'), edit(record)))));
    expect(named()).toEqual(['dvt.no']);
    expect(named(({ redFlags }) => (redFlags.answers['RF-18a'] = 'unsure'))).toEqual(['dvt.unsure']);
    for (const fact of ['RF-18a', 'RF-18b', 'RF-18c', 'RF-18d', 'RF-18e'] as const) {
      expect(named(({ redFlags }) => (redFlags.answers[fact] = 'yes'))).toEqual([]);
    }
  });

  test('much urine left behind asks the bladder questions again while none of them is yes', () => {
    const residual = (ml: number, edit: (record: VisitRecord) => void = () => {}): string[] =>
      ids(guardsOf(both((record) => ((record.otherExam.postVoidResidualMl = ml), edit(record)))));
    expect(residual(200)).toEqual([]);
    expect(residual(201)).toEqual(['residual.201']);
    expect(residual(350, ({ redFlags }) => (redFlags.answers['RF-01b'] = 'yes'))).toEqual([]);
    expect(residual(350, ({ otherExam }) => (otherExam.saddle = 'abnormal'))).toEqual([]);
  });
});

test('an answer holds for the values it was given for, and no longer', () => {
  const weak = (grade: '4' | '3'): VisitRecord =>
    visit('review', (record) => {
      record.neuro.right.mrc.EHL = { state: 'tested', grade, painLimited: false };
      record.plan.answeredGuards = ['power.EHL.right.5.4'];
    });
  expect(openGuards(weak('4'), guardsOf(weak('4'), first))).toEqual([]);
  expect(ids(openGuards(weak('3'), guardsOf(weak('3'), first)))).toEqual(['power.EHL.right.5.3']);
});

test('a visit stored before guards existed opens with none answered', () => {
  const { answeredGuards: _, ...plan } = first.plan;
  expect(visitRecordSchema.parse({ ...first, plan }).plan.answeredGuards).toEqual([]);
});
