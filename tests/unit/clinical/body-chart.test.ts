import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import { distalLevel, LEVEL_OF_REGION, levelFromChart } from '../../../shared/clinical/body-chart.ts';
import { findGuards, type Guard } from '../../../shared/clinical/guards.ts';
import { REGIONS } from '../../../shared/schemas/body-chart.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { quietVisit } from '../../helpers/arbitrary-quiet-visit.ts';

const CONTEXT = { birthDate: '1981-05-05', earlier: [] };

function charted(level: number | null, regions: VisitRecord['intake']['regions']['right'], side: 'right' | 'left' = 'right'): VisitRecord {
  const record = quietVisit();
  record.intake.side = side;
  record.intake.level = { right: null, left: null, [side]: level };
  record.intake.regions = { right: [], left: [], [side]: regions };
  return record;
}

describe('I06 and I07: the level of the chart', () => {
  test('every region lies at a level of spec 6.9', () => {
    expect(REGIONS.filter((region) => !(LEVEL_OF_REGION[region] >= 1 && LEVEL_OF_REGION[region] <= 5))).toEqual([]);
    expect(REGIONS.filter((region) => LEVEL_OF_REGION[region] === 4)).toEqual(['inner_shin', 'outer_shin', 'calf']);
  });

  test.each([
    [[], null],
    [['back'], 1],
    [['back', 'buttock'], 2],
    [['groin'], 2],
    [['back_thigh', 'buttock'], 3],
    [['calf', 'front_thigh'], 4],
    [['heel', 'calf'], 5],
  ] as const)('%j reaches %s', (regions, level) => {
    expect(levelFromChart(regions)).toBe(level);
  });

  test('an empty chart says nothing: never "no symptoms"', () => {
    expect(distalLevel(charted(null, []).intake, 'right')).toBeNull();
  });

  test('the own entry wins, the chart counts without one', () => {
    expect(distalLevel(charted(3, ['calf']).intake, 'right')).toBe(3);
    expect(distalLevel(charted(0, ['calf']).intake, 'right')).toBe(0);
    expect(distalLevel(charted(null, ['calf']).intake, 'right')).toBe(4);
  });

  test('a calf that is only marked makes past cancer with leg pain an emergency (RF-11.1), on either side', () => {
    for (const side of ['right', 'left'] as const) {
      const record = charted(null, ['calf'], side);
      record.redFlags.answers['RF-11a'] = 'yes';
      expect(assess(record, CONTEXT).redFlags.overall).toBe('E');
      record.intake.regions[side] = ['back_thigh'];
      expect(assess(record, CONTEXT).redFlags.overall).toBeNull();
    }
  });
});

describe('I06: the own level and the chart differ', () => {
  test.each([0, 1, 2, 3])(
    'past cancer is an emergency by the mark on the calf, whatever own level (%i) stands beside it (RF-11.1)',
    (level) => {
      for (const side of ['right', 'left'] as const) {
        const record = charted(level, ['calf'], side);
        record.redFlags.answers['RF-11a'] = 'yes';
        expect(assess(record, CONTEXT).redFlags.overall).toBe('E');
      }
    },
  );
  test('and by the own level, whatever the chart shows', () => {
    const record = charted(5, ['buttock']);
    record.redFlags.answers['RF-11a'] = 'yes';
    expect(assess(record, CONTEXT).redFlags.overall).toBe('E');
  });

  const guards = (record: VisitRecord): Guard[] => findGuards(record, [], assess(record, CONTEXT));

  test('a chart that reaches further down is asked about, and the sheet waits', () => {
    expect(guards(charted(3, ['buttock', 'calf']))).toEqual([
      {
        id: 'level.right.3.4',
        field: 'intake.level.right',
        text: 'On the right the symptoms are felt down to the thigh, but the body chart is marked down to the calf or shin.',
        holdsSheet: true,
      },
    ]);
  });

  test('a chart that reaches less far is asked about without holding the sheet', () => {
    const [guard] = guards(charted(5, ['calf'], 'left'));
    expect(guard).toMatchObject({ id: 'level.left.5.4', holdsSheet: false });
  });

  test('the same level, no entry or no chart ask nothing', () => {
    expect(guards(charted(4, ['calf']))).toEqual([]);
    expect(guards(charted(null, ['calf']))).toEqual([]);
    expect(guards(charted(4, []))).toEqual([]);
  });
});
