import type { PatientInput } from '../../../shared/schemas/patient.ts';

/**
 * A synthetic person of the demo desk. No real person is meant. Family names, or their Latin form where the name is written
 * without an alphabet, have six letters or more, so that a search of files for a name means something.
 */
export type DemoPerson = Pick<PatientInput, 'givenNames' | 'familyName' | 'latinName' | 'sex' | 'preferredLanguage'> & { bornIn: number };

type PersonRow = [givenNames: string, familyName: string, latinName: string, sex: 'f' | 'm', bornIn: number, preferredLanguage: string];

const PERSON_ROWS: readonly PersonRow[] = [
  ['Eleanor', 'Whitcombe', '', 'f', 1958, 'en'],
  ['Gareth', 'Llewelyn-Roe', '', 'm', 1971, 'cy'],
  ['Siobhán', 'Gallagherty', '', 'f', 1984, 'en'],
  ['Desmond', 'Oyelaranti', '', 'm', 1966, 'en'],
  ['Kalina', 'Wiśniowiecka', '', 'f', 1979, 'pl'],
  ['Bolesław', 'Dąbrowicz', '', 'm', 1988, 'pl'],
  ['Żaneta', 'Źrebczyńska', '', 'f', 1952, 'pl'],
  ['Thị Minh Anh', 'Nguyễn', '', 'f', 1990, 'vi'],
  ['Văn Đạt', 'Trương', '', 'm', 1975, 'vi'],
  ['Аглая', 'Преображенцева', '', 'f', 1986, 'ru'],
  ['Орест', 'Чорнокрилець', 'Orest Chornokrylets', 'm', 1969, 'uk'],
  ['Κλεοπάτρα', 'Μαυρογιαννάκη', '', 'f', 1963, 'el'],
  ['Θρασύβουλος', 'Καραμανδάνης', 'Thrasyvoulos Karamandanis', 'm', 1978, 'el'],
  ['小岚', '欧阳', 'Ouyang Xiaolan', 'm', 1981, 'zh'],
  ['婉棠', '上官', 'Shangguan Wantang', 'f', 1992, 'zh'],
  ['मृणालिनी', 'चतुर्वेदी', 'Mrinalini Chaturvedi', 'f', 1973, 'hi'],
  ['देवव्रत', 'श्रीवास्तव', 'Devavrat Shrivastava', 'm', 1959, 'hi'],
  ['ليلى', 'الزعفرانية', 'Layla Alzafarania', 'f', 1987, 'ar'],
  ['مصعب', 'المرجانيّ', 'Musab Almarjani', 'm', 1964, 'ar'],
  ['Jürgen', 'Großkreuther', '', 'm', 1960, 'de'],
  ['Søren', 'Kjærsgaarden', '', 'm', 1973, 'da'],
  ['Solveig', 'Åkerblomster', '', 'f', 1968, 'sv'],
  ['Þórunn', 'Guðmundína', '', 'f', 1981, 'is'],
  ['Zoë', 'van Amerongelen', '', 'f', 1995, 'nl'],
  ['Aristide', 'Lefèbvrier', '', 'm', 1957, 'fr'],
  ['Conceição', 'Magalhãezes', '', 'f', 1949, 'pt'],
  ['Iñaki', 'Etxeberrigarai', '', 'm', 1987, 'es'],
  ['Çağla', 'Yıldırımkaya', '', 'f', 1991, 'tr'],
  ['Ilarie', 'Ciobotăreanu', '', 'm', 1983, 'ro'],
  ['Bohumil', 'Novotňák', '', 'm', 1970, 'cs'],
  ['Ilze', 'Kalniņeva', '', 'f', 1976, 'lv'],
  ['Tamás', 'Szabadvárhegyi', '', 'm', 1965, 'hu'],
  ['Chidinma', 'Nwachukelu', '', 'f', 1989, 'en'],
  ['Tendai', 'Mukwekwezani', '', 'm', 1980, 'en'],
  ['Haruko', 'Takahashino', '', 'f', 1955, 'en'],
  ['Fatima', 'Bouazzaoui', '', 'f', 1974, 'fr'],
  ['Winston', 'Braithwell', '', 'm', 1947, 'en'],
  ['Dorothy', 'Featherstonely', '', 'f', 1941, 'en'],
  ['Callum', 'Rutherglade', '', 'm', 1998, 'en'],
  ['Sefina', 'Faleolomau', '', 'f', 1982, 'en'],
  ['Fulgencio', 'Villaverdejo', '', 'm', 1962, 'es'],
  ['Nadia', 'Haddadeen', '', 'f', 1985, 'ar'],
  ['Bronwen', 'Pritchardley', '', 'f', 1977, 'en'],
  ['Alistair', 'Farquharlane', '', 'm', 1955, 'en'],
  ['Ngozi', 'Adeyemi-Clarkson', '', 'f', 1993, 'en'],
  ['Elinor', 'Whitcomb', '', 'f', 1985, 'en'],
  ['Kwabena', 'Asantewaani', '', 'm', 1972, 'en'],
  ['Harriet', 'Pembertonly', '', 'f', 1994, 'en'],
  ['Leopold', 'Zimmerhofen', '', 'm', 1950, 'de'],
  ['Amina', 'Warsameed', '', 'f', 1996, 'en'],
];

/** The synthetic people, in a fixed order that the stories of the demo desk refer to. */
export const DEMO_PEOPLE: readonly DemoPerson[] = PERSON_ROWS.map(
  ([givenNames, familyName, latinName, sex, bornIn, preferredLanguage]) => ({
    givenNames,
    familyName,
    latinName,
    sex: sex === 'f' ? 'female' : 'male',
    bornIn,
    preferredLanguage,
  }),
);
