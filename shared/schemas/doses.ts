import { z } from 'zod';

/** What a dose counts; `count` is a bare number, whose noun stands in the sentence. */
export const DOSE_UNITS = ['minutes', 'seconds', 'times', 'days', 'count'] as const;
export type DoseUnit = (typeof DOSE_UNITS)[number];

/** From and to; the same number twice where there is no range. */
export type DoseRange = { from: number; to: number };
/** A dose of the specification and the limits a clinic may move it within. `isRange`: printed as "from to". */
export type DoseRule = { unit: DoseUnit; isRange: boolean; from: number; to: number; min: number; max: number };

const range = (unit: DoseUnit, from: number, to: number, min: number, max: number): DoseRule => ({
  unit,
  isRange: true,
  from,
  to,
  min,
  max,
});
const single = (unit: DoseUnit, value: number, min: number, max: number): DoseRule => ({
  unit,
  isRange: false,
  from: value,
  to: value,
  min,
  max,
});

/**
 * The doses of spec 7.2, which are product defaults where no study gives one. The key is the module and the name of the placeholder in
 * its words. Cold and warmth may only be made shorter: 20 minutes and, for cold, 48 hours are where skin is harmed. M12 has no entry: the
 * packet governs, and its one dose line is fixed.
 */
export const DOSES = {
  'M01.minutes': range('minutes', 15, 20, 5, 20),
  'M01.times': range('times', 3, 4, 1, 6),
  'M02.minutes': range('minutes', 15, 20, 5, 20),
  'M02.times': range('times', 3, 4, 1, 6),
  'M03.minutes': range('minutes', 5, 10, 1, 20),
  'M03.times': single('times', 6, 1, 12),
  'M04a.minutes': range('minutes', 1, 5, 1, 10),
  'M04b.seconds': range('seconds', 30, 60, 5, 120),
  'M04b.times': single('times', 3, 1, 10),
  'M06.minutes': range('minutes', 10, 20, 1, 30),
  'M07.count': range('count', 5, 10, 2, 20),
  'M07.times': range('times', 2, 3, 1, 6),
  'M08.minutes': range('minutes', 3, 5, 1, 20),
  'M08.times': range('times', 3, 5, 1, 12),
  'M08.added': range('minutes', 1, 2, 1, 10),
  'M08.every': range('days', 1, 2, 1, 14),
  'M09.stand': range('minutes', 1, 2, 1, 10),
  'M09.every': range('minutes', 20, 30, 5, 60),
  'M14.count': range('count', 5, 10, 2, 20),
  'M14.times': range('times', 1, 2, 1, 6),
  'M15.seconds': range('seconds', 30, 60, 5, 90),
  'M15.times': range('times', 1, 2, 1, 4),
  'M16.seconds': range('seconds', 30, 60, 5, 90),
} as const satisfies Record<string, DoseRule>;

export type DoseId = keyof typeof DOSES;
export const DOSE_IDS = Object.keys(DOSES) as [DoseId, ...DoseId[]];

/** Doses a clinic set for itself; what is left out is the default. Refused outside the limits of `DOSES`, and upside down. */
export const dosesSchema = z.partialRecord(z.enum(DOSE_IDS), z.object({ from: z.int(), to: z.int() })).check((context) => {
  for (const [id, dose] of Object.entries(context.value) as [DoseId, DoseRange][]) {
    const { min, max }: DoseRule = DOSES[id];
    for (const end of ['from', 'to'] as const) {
      const isUpsideDown = end === 'to' && dose.to < dose.from;
      if (dose[end] >= min && dose[end] <= max && !isUpsideDown) continue;
      context.issues.push({ code: 'custom', message: 'out-of-range', input: dose[end], path: [id, end] });
    }
  }
});
export type Doses = z.infer<typeof dosesSchema>;

/** The dose a clinic prints: its own, else the default. */
export function doseOf(doses: Doses, id: DoseId): DoseRange {
  const { from, to }: DoseRule = DOSES[id];
  return doses[id] ?? { from, to };
}
