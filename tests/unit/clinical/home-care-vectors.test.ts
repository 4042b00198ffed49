import { describe, expect, test } from 'vitest';
import type { HomeCareInput } from '../../../shared/clinical/home-care-inputs.ts';
import { modulesAt } from '../../../shared/clinical/home-care-modules.ts';
import { planSheet } from '../../../shared/clinical/home-care-sheet.ts';
import { DEFAULT_MODULES } from '../../../shared/schemas/clinic.ts';
import type { ModuleId } from '../../../shared/schemas/plan.ts';
import { MODULES } from '../../../shared/schemas/plan.ts';
import { homeCareInput } from '../../helpers/home-care-input.ts';

const ALL: ReadonlySet<ModuleId> = new Set(MODULES);

/** Result in the notation of spec 7.4a: sheet, phase, lead, SF, modules, refused picks, notes. */
function notation(change: Partial<HomeCareInput>, available = ALL): string {
  const plan = planSheet(homeCareInput(change), available);
  const head = [plan.sheet, plan.phase, plan.leadId, ...(plan.safetyFirst ? ['SF'] : [])].join(' ');
  const tail = [
    ...(plan.refused.length > 0 ? [`refused ${plan.refused.join(' ')}`] : []),
    ...(plan.notes.length > 0 ? [plan.notes.join(' ')] : []),
  ];
  return [`${head}: ${plan.modules.join(' ')}`, ...tail].join(' | ');
}

const D_ROW = [{ row: 'RF-06.3', urgency: 'D' }] as const;

const VECTORS: [string, string, Partial<HomeCareInput>, string][] = [
  ['MV1', 'any E', { rows: [{ row: 'RF-01b.1', urgency: 'E' }] }, 'emergency P2 LEAD-2 SF: M19'],
  ['MV2', 'RF-04a not asked, reason recorded', { blocking: ['RF-04a'], reasonRecorded: true }, 'safety P2 LEAD-2 SF: M19'],
  ['MV3', 'D open, lying on the back eases', { rows: D_ROW, lyingOnBack: 'eases' }, 'safety P2 LEAD-2 SF: M05 M06 M13 M19'],
  [
    'MV4',
    'D closed with outcome; clinician picks M08, M15, M07',
    { rows: D_ROW, discussionResolved: true, picked: ['M08', 'M15', 'M07'] },
    'homecare P2 LEAD-2 SF: M05 M08 M13 M19 | refused M15 M07',
  ],
  [
    'MV5',
    '16 weeks; picks M05, M06, M12',
    {
      rows: [{ row: 'RF-21a', urgency: 'R' }],
      pregnant: 'yes',
      pregnantWeeks: 16,
      nsaid: { discussed: false, hardItems: ['pregnant'], holdItems: [], openItems: [], cleared: false },
      picked: ['M05', 'M06', 'M12'],
    },
    'homecare P2 LEAD-2: M05 M12b M13 M19 | refused M06 M12 | N-MATERNITY',
  ],
  [
    'MV6',
    'day 1, no preference, lying on the back eases',
    { flareDay: 1, episodeDays: 1, lyingOnBack: 'eases' },
    'homecare P1 LEAD-1A: M01 M03 M05 M06 M07 M08 M11 M13 M18 M19',
  ],
  [
    'MV7',
    'day 12, leg 7 of 10 (irritable)',
    { flareDay: 12, episodeDays: 12, legNprs: 7 },
    'homecare P1 LEAD-1B: M02 M03 M05 M08 M11 M13 M18 M19',
  ],
  [
    'MV8',
    'roller used, "allow" ticked, leg 5',
    { rollerUsed: 'yes', rollingAllowed: true, legNprs: 5 },
    'homecare P2 LEAD-2: M02 M03 M05 M07 M08 M11 M13 M15 M16 M18 M19',
  ],
  [
    'MV9',
    'roller used, "allow" ticked, leg 6',
    { rollerUsed: 'yes', rollingAllowed: true, legNprs: 6 },
    'homecare P2 LEAD-2: M02 M03 M05 M07 M08 M11 M13 M15x M18 M19',
  ],
  [
    'MV10',
    'NSAID discussed and complete, hold item, not cleared',
    { nsaid: { discussed: true, hardItems: [], holdItems: ['asthma'], openItems: [], cleared: false } },
    'homecare P2 LEAD-2: M02 M03 M05 M07 M08 M11 M12c M13 M18 M19',
  ],
  [
    'MV11',
    'week 8, leg 8: irritable is judged first',
    { flareDay: 56, episodeDays: 56, legNprs: 8 },
    'homecare P1 LEAD-1B: M02 M03 M05 M08 M11 M13 M18 M19',
  ],
];

describe('module vectors (spec 7.4a)', () => {
  test.each(VECTORS)('%s %s', (_id, _words, change, expected) => {
    expect(notation(change)).toBe(expected);
  });

  test('by default a roller user who is allowed to roll still gets the rolling caution, because rolling is not offered', () => {
    const change: Partial<HomeCareInput> = { rollerUsed: 'yes', rollingAllowed: true, legNprs: 5, picked: ['M15', 'M14'] };
    expect(notation(change, modulesAt(DEFAULT_MODULES))).toBe(
      'homecare P2 LEAD-2: M02 M03 M05 M07 M08 M11 M13 M14 M15x M18 M19 | refused M15',
    );
  });
});
