import type { TypedPatient } from '../e2e/pages/patients.ts';

// The two people the demo adds. Invented, with surnames long enough that finding one in a file means something.

/** Comes with sciatica of ten days: the home-care sheet. */
export const SCIATICA_PATIENT: TypedPatient = {
  givenNames: 'Marguerite',
  familyName: 'Vanterpoole',
  birthDate: '14 Feb 1979',
  sex: 'female',
  ownNumber: 'D-2041',
  phone: '01632 960417',
};

/** Comes with a weak stream and a numb saddle for three days: the emergency sheet. */
export const EMERGENCY_PATIENT: TypedPatient = {
  givenNames: 'Cornelius',
  familyName: 'Abernathwaite',
  birthDate: '3 Nov 1966',
  sex: 'male',
  ownNumber: 'D-2042',
};

export const nameOf = ({ givenNames, familyName }: TypedPatient): string => `${givenNames} ${familyName}`;
