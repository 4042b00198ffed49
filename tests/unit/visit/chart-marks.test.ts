import { describe, expect, test } from 'vitest';
import { clearSide, markRegion } from '../../../renderer/features/visit/talk/chart-marks.ts';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';

const { regions, qualities } = emptyVisitRecord('first', '2026-03-16', 'UTC').intake;
const EMPTY = { regions, qualities };

describe('marking the body chart', () => {
  test('a place alone is marked and unmarked', () => {
    const marked = markRegion(EMPTY, 'left', 'calf', undefined);
    expect(marked).toEqual({ regions: { right: [], left: ['calf'] }, qualities: { right: {}, left: {} } });
    expect(markRegion(marked, 'left', 'calf', undefined)).toEqual(EMPTY);
  });

  test('a quality marks its place; a second one joins it; the last one that goes unmarks it', () => {
    const burning = markRegion(EMPTY, 'right', 'calf', 'burning');
    expect(burning.regions.right).toEqual(['calf']);
    const both = markRegion(burning, 'right', 'calf', 'ache');
    expect(both.qualities.right).toEqual({ calf: ['ache', 'burning'] });
    const one = markRegion(both, 'right', 'calf', 'burning');
    expect(one.qualities.right).toEqual({ calf: ['ache'] });
    expect(markRegion(one, 'right', 'calf', 'ache')).toEqual(EMPTY);
  });

  test('unmarking a place takes its qualities along, and leaves the others and the other side', () => {
    const before = markRegion(markRegion(markRegion(EMPTY, 'right', 'calf', 'numb'), 'right', 'heel', 'sharp'), 'left', 'calf', 'weak');
    const after = markRegion(before, 'right', 'calf', undefined);
    expect(after).toEqual({
      regions: { right: ['heel'], left: ['calf'] },
      qualities: { right: { heel: ['sharp'] }, left: { calf: ['weak'] } },
    });
  });

  test('places stay in the order of the list, whatever the order of the clicks', () => {
    const marked = markRegion(markRegion(EMPTY, 'left', 'back', undefined), 'left', 'groin', undefined);
    expect(marked.regions.left).toEqual(['groin', 'back']);
  });

  test('clearing one side leaves the other', () => {
    const before = markRegion(markRegion(EMPTY, 'right', 'calf', 'numb'), 'left', 'heel', 'sharp');
    expect(clearSide(before, 'right')).toEqual(markRegion(EMPTY, 'left', 'heel', 'sharp'));
  });
});
