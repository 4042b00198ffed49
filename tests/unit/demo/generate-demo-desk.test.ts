import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patientInputSchema } from '../../../shared/schemas/patient.ts';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { visitRecordSchema } from '../../../shared/schemas/visit.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import { localInstant, localParts } from '../../../electron/use-cases/demo/generate-dates.ts';
import { generateDemoDesk, type DemoDesk } from '../../../electron/use-cases/demo/generate-demo-desk.ts';
import { DEMO_PEOPLE } from '../../../electron/use-cases/demo/generate-people.ts';

const generate = (now = '2026-11-24T10:15:00.000Z', timeZone = 'Europe/London', seed = 'northfield'): DemoDesk =>
  generateDemoDesk({ seed, now, timeZone, examiner: 'Robin Fairweather' });

const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/New_York', 'Europe/London', 'Asia/Kolkata'];

describe('generateDemoDesk', () => {
  it('gives the same desk for the same seed, instant and zone', () => {
    expect(generate()).toEqual(generate());
  });

  it('gives another desk for another seed', () => {
    expect(generate('2026-11-24T10:15:00.000Z', 'UTC', 'another')).not.toEqual(generate('2026-11-24T10:15:00.000Z', 'UTC'));
  });

  it('has at least 40 patients, 150 signed visits and two drafts', () => {
    const { patients } = generate();
    expect(patients.length).toBeGreaterThanOrEqual(40);
    expect(patients.flatMap(({ visits }) => visits).length).toBeGreaterThanOrEqual(150);
    expect(patients.filter(({ draft }) => draft !== null)).toHaveLength(2);
  });

  it('has every kind of contact', () => {
    const contacts = generate().patients.flatMap(({ visits }) => visits.map(({ record }) => record.contact));
    expect(new Set(contacts)).toEqual(new Set(['first', 'review', 'phone']));
  });

  it('has reviews overdue, due today and due this week', () => {
    const { today, patients } = generate();
    const due = patients.flatMap(({ visits }) => visits.at(-1)?.record.plan.nextReviewOn ?? []);
    expect(due.filter((date) => date < today).length).toBeGreaterThan(0);
    expect(due.filter((date) => date === today).length).toBeGreaterThan(0);
    expect(due.filter((date) => date > today && date <= addDays(today, 6)).length).toBeGreaterThan(0);
  });

  it('uses every id once', () => {
    const ids = generate().patients.flatMap(({ patientId, visits, draft }) => [
      patientId,
      ...visits.flatMap(({ visitId, keptSheet, addendum, actions }) => [
        visitId,
        ...(keptSheet === null ? [] : [keptSheet.handoutId]),
        ...(addendum === null ? [] : [addendum.addendumId]),
        ...actions.map(({ actionId }) => actionId),
      ]),
      ...(draft === null ? [] : [draft.visitId]),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is valid, in order and never in the future, on any day and in any zone', () => {
    const day = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2031-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (date, timeZone) => {
        const now = date.toISOString();
        for (const { patient, visits, draft } of generate(now, timeZone).patients) {
          patientInputSchema.parse(patient);
          const dates = [...visits, ...(draft === null ? [] : [draft])].map(({ record }) => {
            visitRecordSchema.parse(record);
            expect(findVisitProblems(record, patient.birthDate)).toEqual({});
            return record.visitOn;
          });
          expect(dates.toSorted()).toEqual(dates);
          expect(new Set(dates).size).toBe(dates.length);
          for (const { signedAt, actions, addendum } of visits) {
            const instants = [signedAt, ...actions.map(({ recordedAt }) => recordedAt), addendum?.createdAt ?? signedAt];
            for (const instant of instants) expect(Date.parse(instant)).toBeLessThan(date.getTime());
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the demo people', () => {
  it('have family names a search can find: six letters or more, in Latin letters where there is no alphabet', () => {
    const letters = (text: string): number => Array.from(text.normalize('NFC')).filter((letter) => /\p{L}|\p{M}/u.test(letter)).length;
    for (const { familyName, latinName } of DEMO_PEOPLE) {
      const searched = /\p{Script=Han}/u.test(familyName) ? (latinName.split(' ')[0] ?? '') : familyName;
      expect(letters(searched), familyName).toBeGreaterThanOrEqual(6);
    }
  });

  it('write their names in six scripts, Vietnamese accents among them', () => {
    const names = DEMO_PEOPLE.map(({ familyName }) => familyName).join(' ');
    for (const script of ['Latin', 'Cyrillic', 'Greek', 'Han', 'Devanagari', 'Arabic']) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
    expect(names.normalize('NFC')).toMatch(/ươ|ễ/u);
  });

  it('carry a Latin name where paper needs one', () => {
    const needing = DEMO_PEOPLE.filter(({ familyName }) => /\p{Script=Han}|\p{Script=Devanagari}|\p{Script=Arabic}/u.test(familyName));
    expect(needing.length).toBeGreaterThan(0);
    for (const { latinName } of needing) expect(latinName).toMatch(/^[A-Za-z ]{8,}$/);
  });
});

describe('localInstant', () => {
  it('is the reverse of localParts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 360, max: 1380 }),
        (timeZone, day, minute) => {
          const date = addDays('2024-01-01', day);
          expect(localParts(localInstant(date, minute, timeZone), timeZone)).toEqual({ date, minuteOfDay: minute });
        },
      ),
    );
  });
});
