import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findVisitProblems } from '../../../shared/schemas/visit-checks.ts';
import { visitRecordSchema } from '../../../shared/schemas/visit.ts';
import { arbitraryVisit, mirrorVisit } from '../../helpers/arbitrary-visit.ts';

test('Every arbitrary visit is one the desk would sign, and so is its mirror', () => {
  fc.assert(
    fc.property(arbitraryVisit(), (record) => {
      for (const each of [record, mirrorVisit(record)]) {
        expect(visitRecordSchema.parse(each)).toEqual(each);
        expect(findVisitProblems(each, '1970-01-01')).toEqual({});
      }
    }),
    { numRuns: 300 },
  );
});
