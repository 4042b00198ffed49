import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMovementTest } from '../../../shared/schemas/movement-tests.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { examRecords, movementRecords, sensitiveRecords, type ExamRecord } from '../../../shared/text/en/exam-records.ts';
import { arbitraryVisit } from '../../helpers/arbitrary-visit.ts';

const VISIT_ON = '2026-03-16';

function visit(change: (record: VisitRecord) => void): VisitRecord {
  const record = emptyVisitRecord('first', VISIT_ON, 'UTC');
  change(record);
  return record;
}

const all = (record: VisitRecord): ExamRecord[] => [...examRecords(record), ...movementRecords(record), ...sensitiveRecords(record)];

describe('What the further examination held, in words', () => {
  test('an untouched examination says nothing at all', () => {
    expect(all(emptyVisitRecord('first', VISIT_ON, 'UTC'))).toEqual([]);
  });

  test('a tension test carries its result and everything felt', () => {
    const record = visit(({ neuro }) => {
      neuro.right.slump = 'pos';
      neuro.right.tensionDetail.slump = { felt: 'usual', level: 5, eased: 'yes', kneeDeg: 25, reason: '' };
      neuro.left.bowstring = 'declined';
      neuro.left.tensionDetail.bowstring.reason = 'too sore';
    });
    expect(examRecords(record)).toEqual([
      ['Slump, right', 'Positive, felt: the usual symptoms, felt down to foot, eased on letting go, knee angle 25°'],
      ['Bowstring: pressure behind the knee, left', 'Declined, too sore'],
    ]);
  });

  test('a movement carries its dose, the three moments of each leg and the back', () => {
    const record = visit(({ otherExam }) => {
      const moved = { startLevel: 5, startNprs: 6, duringLevel: 4, duringNprs: null, afterLevel: 2, afterNprs: 4 };
      otherExam.movementTests.extension_lying = { ...emptyMovementTest(), done: 'yes', repetitions: 10, right: moved, backAfterNprs: 3 };
      otherExam.movementTests.sitting = { ...emptyMovementTest(), done: 'declined', reason: 'no time' };
    });
    expect(movementRecords(record)).toEqual([
      ['Arching, lying face down', 'Done, 10 times'],
      ['Arching, lying face down, right', 'At the start: foot, 6 of 10. During: calf. One minute after: buttock, 4 of 10'],
      ['Arching, lying face down, back pain', 'One minute after: 3 of 10'],
      ['Sitting', 'declined: no time'],
    ]);
  });

  test('the saddle carries chaperone, areas, what was declined and why, and the volume with method and time', () => {
    const record = visit(({ otherExam }) => {
      otherExam.saddle = 'declined';
      otherExam.postVoidResidualMl = 40;
      Object.assign(otherExam.sensitive, {
        consent: 'declined',
        chaperone: 'not_offered',
        chaperoneReason: 'nobody there',
        declineReason: 'preference',
        explained: 'what it is for',
        alternative: 'self_report',
        selfReport: 'not_done',
        residualMethod: 'bladder_scan',
        residualTime: '10:40',
      });
      otherExam.sensitive.areas.left.inner_thigh = 'normal';
    });
    expect(sensitiveRecords(record)).toEqual([
      ['Agreed to this examination', 'Declined'],
      ['Chaperone', 'Not offered, nobody there'],
      ['Saddle feeling, all in all', 'Declined'],
      ['Inner thigh, S2, left', 'Normal'],
      ['Why it was declined', 'Preference'],
      ['What was explained', 'what it is for'],
      ['Instead', 'Patient’s own report of wiping'],
      ['Patient checks in private', 'Not done'],
      ['Left in the bladder after peeing', '40 ml, Bladder scan, 10:40'],
    ]);
  });

  test('whatever is recorded has a label and a value in words', () => {
    fc.assert(
      fc.property(arbitraryVisit(), (record) => {
        for (const [label, value] of all(record)) {
          expect(label).not.toMatch(/undefined|null|_|^$/);
          expect(value).not.toMatch(/undefined|null|_|^$/);
        }
      }),
    );
  });
});
