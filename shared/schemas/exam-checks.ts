import type { FieldErrors } from '../contract/errors.ts';
import { SIDES } from './common.ts';
import { MOVEMENTS } from './movement-tests.ts';
import { hasSensitiveFinding } from './sensitive-exam.ts';
import { TENSION_TESTS } from './tension-tests.ts';
import type { VisitRecord } from './visit.ts';

/** Impossible combinations within the examination, by field path: a part of `findVisitProblems`. */
export function findExamProblems(record: VisitRecord): FieldErrors {
  return { ...tensionProblems(record), ...movementProblems(record), ...otherExamProblems(record) };
}

/** A positive test in which something else than the usual symptoms came, or a negative one in which they did. */
function tensionProblems({ neuro }: VisitRecord): FieldErrors {
  const problems: FieldErrors = {};
  for (const side of SIDES) {
    for (const test of TENSION_TESTS) {
      const result = neuro[side][test];
      const { felt, eased } = neuro[side].tensionDetail[test];
      const isUnfelt = result === 'pos' && ((felt !== null && felt !== 'usual') || eased === 'no');
      if (isUnfelt || (result === 'neg' && felt === 'usual')) problems[`neuro.${side}.${test}`] = 'result-not-felt';
    }
  }
  return problems;
}

function movementProblems({ otherExam }: VisitRecord): FieldErrors {
  const problems: FieldErrors = {};
  for (const movement of MOVEMENTS) {
    const { done, right, left, backStartNprs, backAfterNprs } = otherExam.movementTests[movement];
    const values = [...Object.values(right), ...Object.values(left), backStartNprs, backAfterNprs];
    if (done !== 'yes' && values.some((value) => value !== null)) {
      problems[`otherExam.movementTests.${movement}.done`] = 'value-on-untested';
    }
  }
  return problems;
}

function otherExamProblems({ otherExam }: VisitRecord): FieldErrors {
  const { saddle, sensitive, postVoidResidualMl, systolicMmHg, diastolicMmHg } = otherExam;
  const problems: FieldErrors = {};
  if ((saddle === 'normal' || saddle === 'declined') && hasSensitiveFinding(otherExam))
    problems['otherExam.saddle'] = 'saddle-area-abnormal';
  if (sensitive.residualDeclined && postVoidResidualMl !== null) problems['otherExam.postVoidResidualMl'] = 'value-on-untested';
  if (systolicMmHg !== null && diastolicMmHg !== null && diastolicMmHg > systolicMmHg) {
    problems['otherExam.diastolicMmHg'] = 'diastolic-above-systolic';
  }
  return problems;
}
