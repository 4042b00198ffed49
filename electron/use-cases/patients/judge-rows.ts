import { patientInputSchema, SEXES, type CsvMapping, type PatientInput, type csvRowReportSchema } from '../../../shared/schemas/patient.ts';
import type { z } from 'zod';
import { toFieldErrors } from '../../../shared/contract/field-errors.ts';
import { foldText, toNameKey, toOwnNumberKey } from '../../../shared/text-folding.ts';
import { parseDate, type DateOrder } from '../../../shared/typed-dates.ts';
import { personKey } from '../../db/repositories/patient.ts';
import type { CsvRow } from './read-csv.ts';

type Report = z.infer<typeof csvRowReportSchema>;
/** What would happen to one line; `input` is null when it is refused. */
export type JudgedRow = { report: Report; input: PatientInput | null };

type Keys = { people: ReadonlySet<string>; ownNumbers: ReadonlySet<string> };

/** Says of each line whether it can be stored and whether the person is there already, in the store or further up in the file. */
export function judgeRows(
  rows: readonly CsvRow[],
  { mapping, dateOrder, today, stored }: { mapping: CsvMapping; dateOrder: DateOrder; today: string; stored: Keys },
): JudgedRow[] {
  const seen = { people: new Set<string>(), ownNumbers: new Set<string>() };
  return rows.map((row) => {
    const { input, reasons, shown } = readRow(row, mapping, dateOrder, today);
    if (input === null) return { report: { line: row.line, status: 'refused', reasons, patient: shown }, input };
    const nameKey = toNameKey(input.givenNames, input.familyName);
    const keys = {
      person: nameKey === '' ? null : personKey(nameKey, input.birthDate),
      ownNumber: toOwnNumberKey(input.ownNumber) || null,
    };
    const inFile = sameAs(keys, seen);
    const inStore = sameAs(keys, stored);
    if (keys.person !== null) seen.people.add(keys.person);
    if (keys.ownNumber !== null) seen.ownNumbers.add(keys.ownNumber);
    const status = inStore.length > 0 ? 'duplicate' : inFile.length > 0 ? 'duplicate_in_file' : 'ready';
    return { report: { line: row.line, status, reasons: inStore.length > 0 ? inStore : inFile, patient: shown }, input };
  });
}

function sameAs(keys: { person: string | null; ownNumber: string | null }, known: Keys): Report['reasons'] {
  const reasons: Report['reasons'] = [];
  if (keys.person !== null && known.people.has(keys.person)) reasons.push({ field: 'birthDate', code: 'name_and_birth_date' });
  if (keys.ownNumber !== null && known.ownNumbers.has(keys.ownNumber)) reasons.push({ field: 'ownNumber', code: 'own_number' });
  return reasons;
}

type ReadRow = { input: PatientInput | null; reasons: Report['reasons']; shown: Report['patient'] };

function readRow(row: CsvRow, mapping: CsvMapping, dateOrder: DateOrder, today: string): ReadRow {
  const cell = (field: keyof CsvMapping): string => {
    const column = mapping[field];
    return column === null ? '' : (row.cells.get(column) ?? '');
  };
  const names = readNames(cell('givenNames'), cell('familyName'), cell('fullName'));
  const typedDate = cell('birthDate');
  const birthDate = parseDate(typedDate, dateOrder);
  const sex = readSex(cell('sex'));
  const input = {
    ...names,
    latinName: '',
    birthDate: birthDate ?? '',
    sex: sex ?? 'unknown',
    phone: cell('phone'),
    email: cell('email'),
    address: cell('address'),
    preferredLanguage: '',
    largePrint: false,
    ownNumber: cell('ownNumber'),
    note: cell('note'),
  };
  const parsed = patientInputSchema.safeParse(input);
  const reasons = parsed.success ? [] : Object.entries(toFieldErrors(parsed.error, input)).map(([field, code]) => ({ field, code }));
  const found = reasons.filter(({ field }) => field !== 'birthDate' || birthDate !== null);
  if (birthDate === null) found.push({ field: 'birthDate', code: typedDate === '' ? 'required' : 'not-a-date' });
  else if (birthDate > today) found.push({ field: 'birthDate', code: 'in-the-future' });
  if (sex === null) found.push({ field: 'sex', code: 'not-one-of' });
  // A cell too many means that a comma inside a cell has moved the cells after it: every field may be the wrong one.
  if (row.hasCellsBeyondHeader) found.push({ field: 'line', code: 'invalid' });
  return {
    input: parsed.success && found.length === 0 ? parsed.data : null,
    reasons: found,
    shown: { ...names, birthDate: birthDate ?? typedDate, ownNumber: input.ownNumber },
  };
}

/** Names apart, or one column that holds "Family, Given" or "Given Family". One word alone is a family name without a given name. */
function readNames(givenNames: string, familyName: string, fullName: string): { givenNames: string; familyName: string } {
  if ((givenNames !== '' && familyName !== '') || fullName === '') return { givenNames, familyName };
  const comma = fullName.indexOf(',');
  if (comma >= 0) return { familyName: fullName.slice(0, comma).trim(), givenNames: fullName.slice(comma + 1).trim() };
  const words = fullName.split(/\s+/u);
  return { familyName: words.at(-1) ?? '', givenNames: words.slice(0, -1).join(' ') };
}

const SEX_WORDS: Readonly<Record<string, PatientInput['sex']>> = {
  '': 'unknown',
  f: 'female',
  w: 'female',
  woman: 'female',
  weiblich: 'female',
  m: 'male',
  man: 'male',
  mannlich: 'male',
  x: 'other',
  d: 'other',
  divers: 'other',
  diverse: 'other',
  nonbinary: 'other',
  u: 'unknown',
  n: 'unknown',
  notknown: 'unknown',
  notstated: 'unknown',
};

function readSex(text: string): PatientInput['sex'] | null {
  const word = foldText(text).replace(/[^\p{L}]/gu, '');
  return SEXES.find((sex) => sex === word) ?? (Object.hasOwn(SEX_WORDS, word) ? (SEX_WORDS[word] ?? null) : null);
}
