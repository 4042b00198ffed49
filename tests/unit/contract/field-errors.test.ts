import { describe, expect, it } from 'vitest';
import { toFieldErrors } from '../../../shared/contract/field-errors.ts';
import { clinicSchema } from '../../../shared/schemas/clinic.ts';
import { patientInputSchema } from '../../../shared/schemas/patient.ts';
import { emptySlrLeg, slrLegSchema } from '../../../shared/schemas/slr.ts';

const PATIENT = {
  givenNames: 'Marta',
  familyName: 'Okafor-Lind',
  latinName: '',
  birthDate: '1979-03-14',
  sex: 'female',
  phone: '',
  email: '',
  address: '',
  preferredLanguage: 'en',
  largePrint: false,
  ownNumber: '',
  note: '',
};

function patientErrors(changes: object): Record<string, string> {
  const typed = { ...PATIENT, ...changes };
  const parsed = patientInputSchema.safeParse(typed);
  return parsed.success ? {} : toFieldErrors(parsed.error, typed);
}

describe('toFieldErrors', () => {
  it.each([
    [{ givenNames: ' ' }, { givenNames: 'required' }],
    [{ birthDate: '1799-01-01' }, { birthDate: 'birth-date-too-early' }],
    [{ birthDate: '2025-02-30' }, { birthDate: 'not-a-date' }],
    [{ birthDate: 'soon' }, { birthDate: 'not-a-date' }],
    [{ phone: 'x'.repeat(201) }, { phone: 'too-long' }],
    [{ note: 'x'.repeat(10_001) }, { note: 'too-long' }],
    [{ familyName: 'Okafor\u0000' }, { familyName: 'control-character' }],
    [{ sex: 'robot' }, { sex: 'not-one-of' }],
  ])('addresses %j', (changes, expected) => {
    expect(patientErrors(changes)).toEqual(expected);
  });

  it.each([
    [-5, 'out-of-range'],
    [400, 'out-of-range'],
    [45.5, 'not-whole'],
    ['abc', 'not-a-number'],
  ])('says of an angle %j: %s', (p1AngleDeg, code) => {
    const typed = { ...emptySlrLeg(), p1AngleDeg };
    const parsed = slrLegSchema.safeParse(typed);
    expect(parsed.success ? {} : toFieldErrors(parsed.error, typed)).toEqual({ p1AngleDeg: code });
  });

  it('joins the path of a field inside another record', () => {
    const parsed = clinicSchema.safeParse({});
    expect(parsed.success ? {} : toFieldErrors(parsed.error, {})).toMatchObject({ emergencyNumber: 'required', paper: 'not-one-of' });
  });
});
