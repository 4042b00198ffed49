import type { KeyPoint } from '../schemas/neuro-exam.ts';
import { rounded, smoothPath, type Point } from './geometry.ts';

// Areas of feeling on one leg, seen from the front and from behind. Both are drawn with the outer side at the right: the left leg from the
// front and the right leg from behind stand as drawn, the other two mirrored, so that left stays left and the outer side is the outer side.
// The borders are the usual teaching picture; areas differ between people.

export const DERMATOME_ROOTS = ['L2', 'L3', 'L4', 'L5', 'S1', 'S2'] as const;
export type DermatomeRoot = (typeof DERMATOME_ROOTS)[number];

/** The key point that speaks for an area (spec 3.2), or null: S2 has none. */
export const KEY_POINT_OF_AREA: Record<DermatomeRoot, KeyPoint | null> = { L2: 'U', L3: 'U', L4: 'L4', L5: 'L5', S1: 'S1', S2: null };

export type DermatomeArea = { root: DermatomeRoot; path: string; label: Point; /** The label stands beside the leg. */ outside?: boolean };
export type DermatomeView = { outline: string; areas: readonly DermatomeArea[] };

/** Box of one leg, in figure units; the last stretch at the right is for a label beside the foot. */
export const DERMATOME_BOX = { width: 84, height: 318 } as const;

function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}Z`;
}

const FRONT_OUTLINE: readonly Point[] = [
  [42, 2],
  [56, 3],
  [62, 17],
  [63, 45],
  [61, 75],
  [56, 108],
  [52, 135],
  [52, 146],
  [55, 166],
  [57, 189],
  [54, 213],
  [49, 236],
  [45, 256],
  [47, 269],
  [53, 283],
  [58, 296],
  [58, 302],
  [54, 306],
  [43, 309],
  [30, 307],
  [24, 300],
  [25, 283],
  [27, 263],
  [26, 246],
  [23, 226],
  [19, 203],
  [17, 183],
  [19, 160],
  [20, 143],
  [17, 119],
  [11, 92],
  [5, 62],
  [2, 39],
  [2, 23],
  [8, 12],
  [22, 5],
];

const BACK_OUTLINE: readonly Point[] = [
  [49, 1],
  [60, 4],
  [64, 19],
  [65, 36],
  [62, 73],
  [56, 110],
  [53, 137],
  [57, 160],
  [58, 180],
  [57, 203],
  [52, 230],
  [46, 253],
  [45, 270],
  [48, 280],
  [51, 292],
  [49, 300],
  [40, 303],
  [28, 300],
  [25, 292],
  [26, 283],
  [29, 270],
  [29, 253],
  [25, 230],
  [19, 206],
  [16, 183],
  [18, 163],
  [21, 145],
  [18, 123],
  [12, 90],
  [4, 56],
  [1, 31],
  [4, 19],
  [16, 7],
  [32, 2],
];

/** The leg from the front: outer side at the right. Areas reach past the outline and are cut to it where they are drawn. */
export const DERMATOMES_FRONT: DermatomeView = {
  outline: smoothPath(FRONT_OUTLINE),
  areas: [
    {
      root: 'L2',
      path: polygon([
        [-4, -4],
        [70, -4],
        [70, 77],
        [-4, 62],
      ]),
      label: [33, 42],
    },
    {
      root: 'L3',
      path: polygon([
        [-4, 62],
        [70, 77],
        [70, 126],
        [51, 136],
        [37, 149],
        [20, 145],
        [-4, 141],
      ]),
      label: [34, 104],
    },
    {
      root: 'L4',
      path: polygon([
        [-4, 141],
        [20, 145],
        [37, 149],
        [33, 279],
        [22, 285],
        [-4, 290],
      ]),
      label: [26, 193],
    },
    {
      root: 'L5',
      path: polygon([
        [37, 149],
        [51, 136],
        [70, 126],
        [70, 270],
        [51, 282],
        [46, 314],
        [-4, 314],
        [-4, 290],
        [22, 285],
        [33, 279],
      ]),
      label: [45, 193],
    },
    {
      root: 'S1',
      path: polygon([
        [51, 282],
        [70, 270],
        [70, 314],
        [46, 314],
      ]),
      label: [72, 290],
      outside: true,
    },
  ],
};

/** The leg from behind: outer side at the right. */
export const DERMATOMES_BACK: DermatomeView = {
  outline: smoothPath(BACK_OUTLINE),
  areas: [
    {
      root: 'S2',
      path: polygon([
        [-4, -4],
        [31, -4],
        [30, 137],
        [31, 178],
        [19, 160],
        [-4, 150],
      ]),
      label: [19, 84],
    },
    {
      root: 'L4',
      path: polygon([
        [-4, 150],
        [19, 160],
        [31, 178],
        [31, 210],
        [27, 244],
        [-4, 250],
      ]),
      label: [24, 193],
    },
    {
      root: 'S1',
      path: polygon([
        [31, -4],
        [41, -4],
        [44, 74],
        [41, 134],
        [44, 181],
        [50, 236],
        [70, 240],
        [70, 314],
        [-4, 314],
        [-4, 250],
        [27, 244],
        [31, 210],
        [31, 178],
        [30, 137],
      ]),
      label: [37, 226],
    },
    {
      root: 'L5',
      path: polygon([
        [41, -4],
        [70, -4],
        [70, 240],
        [50, 236],
        [44, 181],
        [41, 134],
        [44, 74],
      ]),
      label: [54, 92],
    },
  ],
};
