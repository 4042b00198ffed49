import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Input, Output } from '../../shared/contract/contract.ts';
import { fail } from '../../shared/contract/result.ts';
import { query } from '../../electron/db/query.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { patientHandlers } from '../../electron/use-cases/patients/index.ts';
import { openTestDesk, valueOf } from './database.ts';
import { addPatient, PATIENT } from './visits.ts';

const search = (desk: DeskContext, changes: Partial<Input<'patients.search'>> = {}): Output<'patients.search'> =>
  valueOf(
    patientHandlers['patients.search'](desk, {
      query: '',
      filter: 'all',
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 50,
      ...changes,
    }),
  );
const found = (desk: DeskContext, typed: string): string[] => search(desk, { query: typed }).rows.map((row) => row.familyName);

/** A visit as signing leaves it, as far as the list reads it. */
function addVisit(
  desk: DeskContext,
  patientId: string,
  visitOn: string,
  changes: { legNprs?: number; result?: string; openFlag?: 'E' | 'D' | 'U'; nextReviewOn?: string; status?: 'open' | 'signed' } = {},
): string {
  const visitId = uuidv7();
  const { status = 'signed' } = changes;
  const signed = status === 'signed';
  desk.write((db) =>
    db.insert('visit', {
      visit_id: visitId,
      patient_id: patientId,
      status,
      contact: 'first',
      visit_on: visitOn,
      time_zone: 'UTC',
      side: 'left',
      urgency: changes.openFlag ?? null,
      result: changes.result ?? null,
      leg_nprs: changes.legNprs ?? null,
      slr_right_deg: null,
      slr_left_deg: null,
      headline: '',
      next_review_on: changes.nextReviewOn ?? null,
      age_years: signed ? 40 : null,
      schema_version: signed ? 1 : null,
      rule_version: signed ? '1' : null,
      record_json: signed ? '{}' : null,
      assessment_json: signed ? '{}' : null,
      signed_at: signed ? `${visitOn}T10:00:00.000Z` : null,
      signed_by: signed ? desk.user.userId : null,
      signed_by_name: signed ? desk.user.displayName : null,
      open_flag: changes.openFlag ?? null,
    }),
  );
  return visitId;
}

describe('finding a patient', () => {
  const people: [given: string, family: string, latin: string, birthDate: string, ownNumber: string][] = [
    ['Łukasz', 'Wiśniewski', '', '1984-03-12', 'A-0017'],
    ['Søren', 'Sørensen', '', '1990-12-03', 'A-0018'],
    ['Jürgen', 'Müller', '', '1971-07-30', '20'],
    ['小明', '王', 'Wang Xiaoming', '1984-12-03', ''],
    ['Văn', 'Đỗ', '', '2001-02-28', '1984'],
    ['Siobhán', "O'Dowd", '', '1984-03-01', ''],
    ['🙂', '★', '', '1999-09-09', ''],
  ];
  const filled = (): DeskContext => {
    const { context } = openTestDesk();
    for (const [givenNames, familyName, latinName, birthDate, ownNumber] of people) {
      addPatient(context, { givenNames, familyName, latinName, birthDate, ownNumber });
    }
    return context;
  };
  const cases: [typed: string, families: string[]][] = [
    ['luk', ['Wiśniewski']],
    ['wis luk', ['Wiśniewski']],
    ['sore', ['Sørensen']],
    ['mueller', ['Müller']],
    ['muller j', ['Müller']],
    ['小明', ['王']],
    ['王小明', ['王']],
    ['xiao', ['王']],
    ['do', ['Đỗ', "O'Dowd"]],
    ['odowd', ["O'Dowd"]],
    ['o’dowd', ["O'Dowd"]],
    ['A-0017', ['Wiśniewski']],
    ['a17', ['Wiśniewski']],
    ['A 017', ['Wiśniewski']],
    ['0018', ['Sørensen']],
    ['12.3.1984', ['Wiśniewski', '王']],
    ['1984-03-12', ['Wiśniewski']],
    ['12 mar 84', ['Wiśniewski']],
    ['12031984', ['Wiśniewski', '王']],
    ['30/07/1971', ['Müller']],
    ['1984', ['Đỗ', "O'Dowd", 'Wiśniewski', '王']],
    ['3/1984', ["O'Dowd", 'Wiśniewski']],
    ['March 1984', ["O'Dowd", 'Wiśniewski']],
    ['siob 1984', ["O'Dowd"]],
    ['1984 luk', ['Wiśniewski']],
    ['🙂', ['★']],
    ['"luk" OR 1', []],
    ['search_text:luk', []],
    ['%', []],
    ['nobody', []],
  ];
  test('by any part of the name, however it is typed, by birth date and by number', () => {
    const desk = filled();
    expect(cases.map(([typed]) => [typed, found(desk, typed).toSorted()])).toEqual(
      cases.map(([typed, families]) => [typed, families.toSorted()]),
    );
  });
  test('whatever is typed is a search, never a query language: it neither fails nor finds more than there is', () => {
    const desk = filled();
    const piece = fc.constantFrom(
      '"',
      "'",
      '*',
      '(',
      ')',
      ' OR ',
      ' NOT ',
      'NEAR(',
      '-',
      '^',
      ':',
      '1984',
      '12.3.',
      '王',
      'a',
      ' ',
      '%',
      '\\',
      ';--',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').slice(0, 200)),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { rows, total, stored } = search(desk, { query: text });
        expect(rows.length).toBe(total);
        expect(total).toBeLessThanOrEqual(stored);
      }),
      { numRuns: 400 },
    );
  });
  test('finds the new name and not the old one after an edit', () => {
    const desk = filled();
    const [row] = search(desk, { query: 'luk' }).rows;
    const patient = valueOf(patientHandlers['patients.get'](desk, { patientId: row?.patientId ?? '' }));
    const { patientId, revision, createdAt: _, updatedAt: __, ...input } = patient;
    valueOf(patientHandlers['patients.update'](desk, { patientId, revision, patient: { ...input, givenNames: 'Olaf' } }));
    expect(found(desk, 'luk')).toEqual([]);
    expect(found(desk, 'olaf')).toEqual(['Wiśniewski']);
  });
});

describe('the list', () => {
  test('comes page by page, with the counts of all', () => {
    const { context } = openTestDesk();
    for (let n = 0; n < 120; n += 1) addPatient(context, { familyName: `Family${String(n).padStart(3, '0')}` });
    const pages = [0, 50, 100].map((offset) => search(context, { offset }));
    expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 20]);
    expect(pages.flatMap((page) => page.rows.map((row) => row.familyName))).toEqual(
      Array.from({ length: 120 }, (_, n) => `Family${String(n).padStart(3, '0')}`),
    );
    expect(search(context, { query: 'family01' })).toMatchObject({ total: 10, stored: 120 });
    expect(search(context, { offset: 500 }).rows).toEqual([]);
  });

  test('sorts either way, with missing numbers and visits last', () => {
    const { context, clock } = openTestDesk();
    const ids = [
      ['Berg', '1970-01-01', '10', '2025-01-05'],
      ['Ähle', '1960-01-01', '9', null],
      ['Zorn', '1980-01-01', '', '2025-02-01'],
    ].map(([familyName, birthDate, ownNumber, visitOn], index) => {
      clock.set(`2025-03-10T09:00:0${index}.000Z`);
      const id = addPatient(context, { familyName: familyName ?? '', birthDate: birthDate ?? '', ownNumber: ownNumber ?? '' });
      if (visitOn) addVisit(context, id, visitOn);
      return id;
    });
    expect(ids).toHaveLength(3);
    const names = (sort: Input<'patients.search'>['sort'], descending: boolean): string =>
      search(context, { sort, descending })
        .rows.map((row) => row.familyName)
        .join(' ');
    expect(names('name', false)).toBe('Ähle Berg Zorn');
    expect(names('name', true)).toBe('Zorn Berg Ähle');
    expect(names('birthDate', false)).toBe('Ähle Berg Zorn');
    expect(names('ownNumber', false)).toBe('Ähle Berg Zorn');
    expect(names('ownNumber', true)).toBe('Berg Ähle Zorn');
    expect(names('lastVisit', false)).toBe('Berg Zorn Ähle');
    expect(names('lastVisit', true)).toBe('Zorn Berg Ähle');
    expect(names('updated', true)).toBe('Zorn Ähle Berg');
  });

  test('says what the visits came to, and filters by it', () => {
    const { context } = openTestDesk();
    const flagged = addPatient(context, { familyName: 'Flagged' });
    addVisit(context, flagged, '2025-02-01', { openFlag: 'D', legNprs: 7 });
    addVisit(context, flagged, '2025-03-01', { openFlag: 'U', legNprs: 4, result: 'IMPROVED', nextReviewOn: '2025-03-20' });
    const due = addPatient(context, { familyName: 'Due' });
    addVisit(context, due, '2025-02-01', { openFlag: 'U', legNprs: 5 });
    addVisit(context, due, '2025-03-01', { result: 'NEURO WORSE', nextReviewOn: '2025-03-10' });
    const open = addPatient(context, { familyName: 'Opened' });
    addVisit(context, open, '2025-03-10', { status: 'open' });
    const first = addPatient(context, { familyName: 'First' });
    addVisit(context, first, '2025-03-09', { nextReviewOn: '2025-03-11' });

    const rows = Object.fromEntries(search(context).rows.map((row) => [row.familyName, row]));
    expect(rows['Flagged']).toMatchObject({
      openFlag: 'D',
      course: 'better',
      visitCount: 2,
      legNprs: [7, 4],
      lastVisitOn: '2025-03-01',
      side: 'left',
    });
    // The U of an earlier visit is not open any more.
    expect(rows['Due']).toMatchObject({ openFlag: null, course: 'worse', nextReviewOn: '2025-03-10' });
    expect(rows['Opened']).toMatchObject({ hasDraft: true, visitCount: 0, course: null, lastVisitOn: null });
    expect(rows['First']).toMatchObject({ course: 'new', hasDraft: false });
    const filtered = (filter: Input<'patients.search'>['filter'], typed = ''): string[] =>
      search(context, { filter, query: typed }).rows.map((row) => row.familyName);
    expect(filtered('open_flag')).toEqual(['Flagged']);
    expect(filtered('open_draft')).toEqual(['Opened']);
    expect(filtered('review_due')).toEqual(['Due']);
    expect(filtered('review_due', 'flag')).toEqual([]);
    expect(search(context, { filter: 'review_due' }).total).toBe(1);
  });

  test('twelve values of leg pain at most, the newest', () => {
    const { context } = openTestDesk();
    const id = addPatient(context);
    for (let day = 1; day <= 14; day += 1) addVisit(context, id, `2025-01-${String(day).padStart(2, '0')}`, { legNprs: day % 11 });
    expect(search(context).rows[0]?.legNprs).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3]);
  });

  test.each(['name', 'birthDate', 'ownNumber', 'lastVisit', 'updated'] as const)(
    'sorted by %s reads an index, not the whole table',
    (sort) => {
      const { context, store } = openTestDesk();
      addPatient(context);
      const plans: string[] = [];
      const explaining: DeskContext = {
        ...context,
        read: {
          ...store.read,
          all: (built) => {
            const compiled = 'compile' in built ? built.compile() : built;
            const plan = store.read.all({ ...compiled, sql: `EXPLAIN QUERY PLAN ${compiled.sql}` }) as {
              detail: string;
            }[];
            plans.push(plan.map(({ detail }) => detail).join('; '));
            return store.read.all(built);
          },
        },
      };
      search(explaining, { sort });
      expect(plans[0]).not.toContain('TEMP B-TREE');
    },
  );
});

describe('storing a patient', () => {
  const ids = (): string => uuidv7();
  test('keeps what was typed, in any script, to the last sign', () => {
    const { context } = openTestDesk();
    const patient = {
      ...PATIENT,
      givenNames: ' Zo\u0301e\u0308  👩‍⚕️ ',
      familyName: 'אבּרהם \u200fمحمد',
      note: `${'n'.repeat(9990)}\n\tend`,
      ownNumber: '007',
    };
    const patientId = ids();
    const stored = valueOf(patientHandlers['patients.create'](context, { patientId, patient }));
    expect(stored).toMatchObject({ ...patient, patientId, revision: 1 });
    expect(valueOf(patientHandlers['patients.get'](context, { patientId }))).toEqual(stored);
  });
  test('a retry makes no second record; the same id with another content is refused', () => {
    const { context } = openTestDesk();
    const patientId = ids();
    const first = valueOf(patientHandlers['patients.create'](context, { patientId, patient: PATIENT }));
    expect(valueOf(patientHandlers['patients.create'](context, { patientId, patient: { ...PATIENT } }))).toEqual(first);
    expect(patientHandlers['patients.create'](context, { patientId, patient: { ...PATIENT, phone: '1' } })).toEqual(fail('duplicate'));
    expect(context.read.all(query.selectFrom('change_log').select('seq').where('table_name', '=', 'patient'))).toHaveLength(1);
  });
  test('nobody is born after today, by the clock of the desk', () => {
    const { context } = openTestDesk();
    const create = (birthDate: string): unknown =>
      patientHandlers['patients.create'](context, { patientId: ids(), patient: { ...PATIENT, birthDate } });
    expect(create('2025-03-10')).toMatchObject({ ok: true });
    expect(create('2025-03-11')).toEqual(fail('invalid-input', { fields: { birthDate: 'in-the-future' } }));
  });
  test('an edit of a stale revision is a conflict and changes nothing', () => {
    const { context, clock } = openTestDesk();
    const patientId = addPatient(context);
    clock.set('2025-03-10T10:00:00.000Z');
    const edited = valueOf(patientHandlers['patients.update'](context, { patientId, revision: 1, patient: { ...PATIENT, phone: '1' } }));
    expect(edited).toMatchObject({ revision: 2, phone: '1', updatedAt: '2025-03-10T10:00:00.000Z' });
    expect(patientHandlers['patients.update'](context, { patientId, revision: 1, patient: { ...PATIENT, phone: '2' } })).toEqual(
      fail('conflict'),
    );
    expect(valueOf(patientHandlers['patients.get'](context, { patientId }))).toEqual(edited);
    expect(patientHandlers['patients.update'](context, { patientId: ids(), revision: 1, patient: PATIENT })).toEqual(fail('not-found'));
    expect(patientHandlers['patients.get'](context, { patientId: ids() })).toEqual(fail('not-found'));
  });
});

describe('likely duplicates', () => {
  test('are the same folded name and birth date, or the same number; never the patient being edited', () => {
    const { context } = openTestDesk();
    const muller = addPatient(context, { givenNames: 'Jürgen', familyName: 'Müller', birthDate: '1971-07-30', ownNumber: 'A-0017' });
    addPatient(context, { givenNames: 'Jürgen', familyName: 'Müller', birthDate: '1971-07-31', ownNumber: '' });
    const ask = (changes: Partial<Input<'patients.findDuplicates'>>): [string, string][] =>
      valueOf(
        patientHandlers['patients.findDuplicates'](context, {
          givenNames: '',
          familyName: '',
          birthDate: '',
          ownNumber: '',
          exceptPatientId: null,
          ...changes,
        }),
      ).map(({ patient, reason }) => [patient.patientId, reason]);
    expect(ask({ givenNames: 'juergen', familyName: 'MUELLER', birthDate: '1971-07-30' })).toEqual([[muller, 'name_and_birth_date']]);
    expect(ask({ givenNames: 'Müller', familyName: 'Jurgen', birthDate: '1971-07-30' })).toEqual([[muller, 'name_and_birth_date']]);
    expect(ask({ ownNumber: 'a 17' })).toEqual([[muller, 'own_number']]);
    expect(ask({ ownNumber: 'a 17', exceptPatientId: muller })).toEqual([]);
    expect(ask({ givenNames: 'Jürgen', familyName: 'Müller', birthDate: '1980-01-01' })).toEqual([]);
    expect(ask({})).toEqual([]);
  });
});
