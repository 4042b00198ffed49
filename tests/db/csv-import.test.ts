import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Input, Output } from '../../shared/contract/contract.ts';
import { fail } from '../../shared/contract/result.ts';
import { query } from '../../electron/db/query.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { patientHandlers } from '../../electron/use-cases/patients/index.ts';
import { readCsv } from '../../electron/use-cases/patients/read-csv.ts';
import { openTestDesk, valueOf } from './database.ts';
import { CLINIC } from './host.ts';
import { addPatient } from './visits.ts';

function openDesk(dateFormat = CLINIC.dateFormat): DeskContext {
  const { context } = openTestDesk();
  context.write((db) => insertClinic(db, uuidv7(), { ...CLINIC, dateFormat }));
  return context;
}

const preview = (desk: DeskContext, csv: string, more: Partial<Input<'patients.previewImport'>> = {}): Output<'patients.previewImport'> =>
  valueOf(patientHandlers['patients.previewImport'](desk, { csv, mapping: null, dateOrder: null, ...more }));

/** Imports a file as previewed. */
function importAsPreviewed(desk: DeskContext, csv: string, withDuplicates = false, importId = uuidv7()): Output<'patients.import'> {
  const { mapping, dateOrder } = preview(desk, csv);
  return valueOf(patientHandlers['patients.import'](desk, { importId, csv, mapping, dateOrder, withDuplicates }));
}

const storedNames = (desk: DeskContext): string[] =>
  desk.read
    .all(query.selectFrom('patient').select(['family_name', 'given_names', 'birth_date']).orderBy('search_rowid'))
    .map((row) => Object.values(row).join(' '));

const USUAL = `\ufeffPatient ID,First Name,Surname,DOB,Gender,Mobile,E-mail,Address,Notes
17,Ana,Querol,31/01/1980,F,0600 1,ana@example.test,"1 Long Street
Northfield","Said ""hello"""
18,Bo,Rasmus,02/03/1990,m,,,,

19,,Noname,02/03/1990,m,,,,
20,Cy,Future,02/03/2090,m,,,,
21,Di,Ancient,02/03/1790,f,,,,
22,Ed,Nodate,soon,m,,,,
23,Fi,Odd,02/03/1990,sometimes,,,,
17,Gu,Samenumber,02/03/1991,m,,,,
99,ANA,QUEROL,31.01.1980,,,,,
24,Hu,Shifted,02/03/1990,m,1,2,a,b,surplus
`;

describe('preview', () => {
  test('guesses columns and date order and says what becomes of each line', () => {
    const desk = openDesk();
    const before = verifyLog(desk.read, desk.deskId);
    const report = preview(desk, USUAL);
    expect(report.mapping).toEqual({
      givenNames: 'First Name',
      familyName: 'Surname',
      fullName: null,
      birthDate: 'DOB',
      sex: 'Gender',
      phone: 'Mobile',
      email: 'E-mail',
      address: 'Address',
      ownNumber: 'Patient ID',
      note: 'Notes',
    });
    expect(report.dateOrder).toBe('DMY');
    expect(report.counts).toEqual({ ready: 2, duplicate: 0, duplicateInFile: 2, refused: 6 });
    expect(report.rows.map(({ line, status, reasons }) => [line, status, ...reasons.map(({ field, code }) => `${field} ${code}`)])).toEqual(
      [
        [2, 'ready'],
        [4, 'ready'],
        [6, 'refused', 'givenNames required'],
        [7, 'refused', 'birthDate in-the-future'],
        [8, 'refused', 'birthDate birth-date-too-early'],
        [9, 'refused', 'birthDate not-a-date'],
        [10, 'refused', 'sex not-one-of'],
        [11, 'duplicate_in_file', 'ownNumber own_number'],
        [12, 'duplicate_in_file', 'birthDate name_and_birth_date'],
        [13, 'refused', 'line invalid'],
      ],
    );
    expect(verifyLog(desk.read, desk.deskId)).toEqual(before);
  });

  test('knows who is stored already', () => {
    const desk = openDesk();
    addPatient(desk, { givenNames: 'Ana', familyName: 'Querol', birthDate: '1980-01-31', ownNumber: '' });
    addPatient(desk, { givenNames: 'Zed', familyName: 'Else', birthDate: '1960-01-31', ownNumber: '0018' });
    expect(
      preview(desk, USUAL)
        .rows.slice(0, 2)
        .map((row) => row.status),
    ).toEqual(['duplicate', 'duplicate']);
  });

  test.each([
    ['31/01/1980', CLINIC.dateFormat, 'DMY'],
    ['01/31/1980', CLINIC.dateFormat, 'MDY'],
    ['1980-01-31', CLINIC.dateFormat, 'YMD'],
    ['02/03/1980', CLINIC.dateFormat, 'DMY'],
    ['02/03/1980', 'MM/DD/YYYY', 'MDY'],
    ['31/01/1980\nx,y,01/31/1980', CLINIC.dateFormat, 'DMY'],
  ] as const)('reads the order of %s (clinic: %s) as %s', (date, format, order) => {
    expect(preview(openDesk(format), `first,last,dob\na,b,${date}`).dateOrder).toBe(order);
  });

  test.each([
    [
      'Name;Geburtsdatum\n"Kowalska, Anna Maria";12.03.1984\nJan Nowak;1.2.1990\nMono;1.2.1990',
      ['Kowalska|Anna Maria', 'Nowak|Jan', 'Mono|'],
    ],
    ['last name\tfirst name\tdate of birth\nŁoś\tEwa\t1984-03-12', ['Łoś|Ewa']],
  ])('reads names in one column, semicolons and tabs', (csv, names) => {
    expect(preview(openDesk(), csv).rows.map(({ patient }) => `${patient.familyName}|${patient.givenNames}`)).toEqual(names);
  });

  test('shows the first 200 lines and counts them all', () => {
    const csv = ['first,last,dob', ...Array.from({ length: 450 }, (_, n) => `Given${n},Family${n},1980-01-01`)].join('\r\n');
    const report = preview(openDesk(), csv);
    expect(report.rows).toHaveLength(200);
    expect(report.rows.at(-1)?.line).toBe(201);
    expect(report.counts.ready).toBe(450);
  });

  test('a mapping chosen by hand is used, and a column the file lacks is named', () => {
    const desk = openDesk();
    const mapping = { ...preview(desk, USUAL).mapping, givenNames: 'Surname', familyName: 'First Name' };
    expect(preview(desk, USUAL, { mapping }).rows[0]?.patient).toMatchObject({ givenNames: 'Querol', familyName: 'Ana' });
    expect(
      patientHandlers['patients.previewImport'](desk, { csv: USUAL, mapping: { ...mapping, sex: 'Nonsense' }, dateOrder: null }),
    ).toEqual(fail('invalid-input', { fields: { 'mapping.sex': 'not-one-of' } }));
  });

  test.each([
    ['empty', ''],
    ['blank', ' \n\n'],
    ['a header only', 'first,last,dob\n'],
    ['not text', 'first,last\0,dob\na,b,c'],
    ['a quote that never ends', 'first,last,dob\n"a,b,1980-01-01\nc,d,1980-01-01'],
  ])('refuses a file that is %s', (_, csv) => {
    const desk = openDesk();
    expect(patientHandlers['patients.previewImport'](desk, { csv, mapping: null, dateOrder: null })).toEqual(fail('file-refused'));
  });

  test('headings that are empty, repeated or names of object properties stay apart', () => {
    const report = preview(openDesk(), '__proto__,constructor,,name,name,dob\na,b,c,Ann Early,Bea Late,1980-01-01');
    expect(report.columns).toEqual(['__proto__', 'constructor', '(3)', 'name', 'name (5)', 'dob']);
    expect(report.rows[0]?.patient).toMatchObject({ familyName: 'Early', givenNames: 'Ann' });
  });
});

describe('import', () => {
  test('stores what was ready, leaves out the rest, in one transaction', () => {
    const desk = openDesk();
    expect(importAsPreviewed(desk, USUAL)).toEqual({ imported: 2, leftOut: 8 });
    expect(storedNames(desk)).toEqual(['Querol Ana 1980-01-31', 'Rasmus Bo 1990-03-02']);
    const ana = desk.read.first(query.selectFrom('patient').selectAll().where('given_names', '=', 'Ana'));
    expect(ana).toMatchObject({
      sex: 'female',
      address: '1 Long Street\nNorthfield',
      note: 'Said "hello"',
      own_number: '17',
      phone: '0600 1',
    });
    const logged = desk.read.all(query.selectFrom('change_log').select('tx_id').where('table_name', '=', 'patient'));
    expect(new Set(logged.map((entry) => entry.tx_id)).size).toBe(1);
    expect(verifyLog(desk.read, desk.deskId).intact).toBe(true);
  });
  test('takes likely duplicates too when asked, refused lines never', () => {
    const desk = openDesk();
    expect(importAsPreviewed(desk, USUAL, true)).toEqual({ imported: 4, leftOut: 6 });
  });
  test('the same import again stores nothing and answers as before; another finds the duplicates', () => {
    const desk = openDesk();
    const importId = uuidv7();
    const first = importAsPreviewed(desk, USUAL, true, importId);
    expect(importAsPreviewed(desk, USUAL, true, importId)).toEqual(first);
    expect(storedNames(desk)).toHaveLength(4);
    expect(importAsPreviewed(desk, USUAL)).toEqual({ imported: 0, leftOut: 10 });
  });
  test('an import that fails half-way leaves nothing of itself', () => {
    const desk = openDesk();
    let ids = 0;
    const failing: DeskContext = {
      ...desk,
      newId: () => {
        ids += 1;
        if (ids === 2) throw new Error('a bug');
        return uuidv7();
      },
    };
    const { mapping, dateOrder } = preview(desk, USUAL);
    const input = { importId: uuidv7(), csv: USUAL, mapping, dateOrder, withDuplicates: false };
    expect(() => patientHandlers['patients.import'](failing, input)).toThrow('a bug');
    expect(storedNames(desk)).toEqual([]);
    expect(valueOf(patientHandlers['patients.import'](desk, input))).toEqual({ imported: 2, leftOut: 8 });
  });
  test('stores every line it called ready, exactly, whatever the cells hold', () => {
    const cell = fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{S} \n"]{0,40}$/u).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.record({ given: cell, family: cell, note: cell }), { minLength: 1, maxLength: 8 }), (people) => {
        const desk = openDesk();
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const lines = people.map(({ given, family, note }, n) => [given, family, `19${50 + n}-01-01`, note].map(quoted).join(','));
        const csv = ['first name,last name,dob,note', ...lines].join('\n');
        const report = preview(desk, csv);
        const ready = report.counts.ready;
        expect(ready + report.counts.refused).toBe(people.length);
        expect(importAsPreviewed(desk, csv)).toEqual({ imported: ready, leftOut: people.length - ready });
        const stored = desk.read.all(query.selectFrom('patient').select(['given_names', 'family_name', 'note']).orderBy('search_rowid'));
        const expected = people.filter(({ given, family }) => given !== '' && family !== '');
        expect(stored).toEqual(expected.map(({ given, family, note }) => ({ given_names: given, family_name: family, note })));
      }),
      { numRuns: 25 },
    );
  });
});

test('line numbers count the lines of the file, through quoted line ends and blank lines', () => {
  const table = valueOf(readCsv('\r\n\r\na,b\r\n"x\r\ny",1\r\n\r\nz,2'));
  expect(table.columns).toEqual(['a', 'b']);
  expect(table.rows.map((row) => row.line)).toEqual([4, 7]);
});
