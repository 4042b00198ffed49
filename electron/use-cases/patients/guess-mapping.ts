import type { CsvMapping } from '../../../shared/schemas/patient.ts';
import { foldText } from '../../../shared/text-folding.ts';
import type { DateOrder } from '../../../shared/typed-dates.ts';

/** Headings seen in exports, folded and without spaces or signs; the surest first. */
const HEADINGS: { [F in keyof CsvMapping]: readonly string[] } = {
  givenNames: [
    'givennames',
    'givenname',
    'firstname',
    'firstnames',
    'forename',
    'forenames',
    'given',
    'first',
    'patientfirstname',
    'vorname',
    'prenom',
    'imie',
  ],
  familyName: ['familyname', 'lastname', 'surname', 'family', 'last', 'patientlastname', 'nachname', 'nomdefamille', 'nazwisko'],
  fullName: ['fullname', 'name', 'patientname', 'patient', 'displayname', 'clientname'],
  birthDate: [
    'birthdate',
    'dateofbirth',
    'dob',
    'birthday',
    'born',
    'bornon',
    'datebirth',
    'patientdob',
    'geburtsdatum',
    'datedenaissance',
    'dataurodzenia',
  ],
  sex: ['sex', 'gender', 'legalsex', 'administrativesex', 'geschlecht', 'sexe', 'plec'],
  phone: [
    'phone',
    'phonenumber',
    'telephone',
    'telephonenumber',
    'tel',
    'telno',
    'mobile',
    'mobilephone',
    'mobilenumber',
    'cell',
    'cellphone',
    'homephone',
    'contactnumber',
    'telefon',
  ],
  email: ['email', 'emailaddress', 'mail'],
  address: [
    'address',
    'fulladdress',
    'homeaddress',
    'postaladdress',
    'street',
    'streetaddress',
    'address1',
    'addressline1',
    'adresse',
    'adres',
  ],
  ownNumber: [
    'ownnumber',
    'patientnumber',
    'patientno',
    'patientid',
    'number',
    'no',
    'mrn',
    'medicalrecordnumber',
    'recordnumber',
    'recordno',
    'chartnumber',
    'chartno',
    'filenumber',
    'fileno',
    'casenumber',
    'clientid',
    'hospitalnumber',
    'reference',
    'ref',
    'id',
  ],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'bemerkung', 'uwagi'],
};

/** Which column holds which field, guessed from the headings; null where none fits. One name column only when the names are not apart. */
export function guessMapping(columns: readonly string[]): CsvMapping {
  const byHeading = new Map(columns.toReversed().map((column) => [foldText(column).replace(/[^\p{L}\p{N}]/gu, ''), column]));
  const find = (field: keyof CsvMapping): string | null => {
    const heading = HEADINGS[field].find((each) => byHeading.has(each));
    return heading === undefined ? null : (byHeading.get(heading) ?? null);
  };
  const givenNames = find('givenNames');
  const familyName = find('familyName');
  const apart = givenNames !== null && familyName !== null;
  return {
    givenNames,
    familyName,
    fullName: apart ? null : find('fullName'),
    birthDate: find('birthDate'),
    sex: find('sex'),
    phone: find('phone'),
    email: find('email'),
    address: find('address'),
    ownNumber: find('ownNumber'),
    note: find('note'),
  };
}

/**
 * The order of day and month that the dates of a column prove, or `fallback` when none of them does or they contradict each other.
 * Dates that begin with the year or name the month are read the same in any order.
 */
export function detectDateOrder(values: Iterable<string>, fallback: DateOrder): DateOrder {
  const proved = new Set<DateOrder>();
  for (const value of values) {
    if (/^\s*\d{4}[-/. ]\d/.test(value)) proved.add('YMD');
    const numbers = /^\s*(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+\d{4}/.exec(value);
    if (numbers && Number(numbers[1]) > 12) proved.add('DMY');
    if (numbers && Number(numbers[2]) > 12) proved.add('MDY');
  }
  const [only] = proved;
  return proved.size === 1 && only !== undefined ? only : fallback;
}
