import { describe, expect, test } from 'vitest';
import { neighbourOf } from '../../../renderer/components/body-chart.tsx';
import { BODY_CHART_BOX, CHART_HALF, regionCentre } from '../../../shared/figures/body-chart.ts';
import { REGIONS, type Region } from '../../../shared/schemas/body-chart.ts';
import { SIDES, type Side } from '../../../shared/schemas/common.ts';

type At = { side: Side; region: Region };
const nameOf = ({ side, region }: At): string => `${side}.${region}`;
const ALL = SIDES.flatMap((side) => REGIONS.map((region): At => ({ side, region })));
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

describe('the body chart', () => {
  test('draws every region once on each half', () => {
    expect(CHART_HALF.regions.map(({ region }) => region).toSorted()).toEqual([...REGIONS].toSorted());
  });

  test('has left at the left of the page and right at the right', () => {
    for (const each of CHART_HALF.regions) {
      expect(regionCentre('left', each)[0]).toBeLessThan(0);
      expect(regionCentre('right', each)[0]).toBeGreaterThan(0);
    }
  });

  test('keeps every region within its box', () => {
    const { minX, minY, width, height } = BODY_CHART_BOX;
    for (const side of SIDES) {
      for (const each of CHART_HALF.regions) {
        const [x, y] = regionCentre(side, each);
        expect(x > minX && x < minX + width && y > minY && y < minY + height).toBe(true);
      }
    }
  });

  test('leads by arrow keys from any region to every other one', () => {
    for (const start of ALL) {
      const reached = new Set([nameOf(start)]);
      const open = [start];
      for (let from = open.pop(); from !== undefined; from = open.pop()) {
        for (const key of KEYS) {
          const next = neighbourOf(from, key);
          if (next === null || reached.has(nameOf(next))) continue;
          reached.add(nameOf(next));
          open.push(next);
        }
      }
      expect(reached.size).toBe(ALL.length);
    }
  });

  test('leads down the leg from behind, and across the middle to the other side', () => {
    expect(neighbourOf({ side: 'right', region: 'back' }, 'ArrowDown')).toEqual({ side: 'right', region: 'buttock' });
    expect(neighbourOf({ side: 'right', region: 'buttock' }, 'ArrowLeft')).toEqual({ side: 'left', region: 'buttock' });
    expect(neighbourOf({ side: 'left', region: 'calf' }, 'ArrowUp')).toEqual({ side: 'left', region: 'back_thigh' });
    expect(neighbourOf({ side: 'left', region: 'calf' }, 'Enter')).toBeNull();
  });
});
