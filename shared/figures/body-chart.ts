import type { Region } from '../schemas/body-chart.ts';
import type { Side } from '../schemas/common.ts';
import { type Figure, line } from './figure.ts';
import { rounded, smoothPath, type Point } from './geometry.ts';

// The body chart (I07) as one drawn figure. In the middle the low back, buttocks and legs from behind; outside them each leg from the
// front, its foot from above, and the sole. Left stands left everywhere: a leg from behind and the same leg from the front are on the
// same half of the page. Every region is drawn once. Drawn for the right half, measured from the middle line outwards; the left half is
// its mirror image.

/** An outline that shows no region of its own. */
export type ChartOutline = { id: string; path: string };
/** A region within an outline: its area reaches past the outline and is cut to it. `centre` is where the eye looks for it. */
export type ChartRegion = { region: Region; outline: ChartOutline['id']; path: string; centre: Point };
export type ChartHalf = { outlines: readonly ChartOutline[]; details: readonly string[]; regions: readonly ChartRegion[] };

/** The box around the whole figure; the middle line of the body is at 0. */
export const BODY_CHART_BOX = { minX: -290, minY: -72, width: 580, height: 398 } as const;

/** Captions under the drawings, at their distance from the middle line. */
export const CHART_CAPTIONS = {
  behind: { x: 0, y: 320 },
  sole: { x: 101, y: 294 },
  front: { x: 162, y: 320 },
  fromAbove: { x: 249, y: 300 },
} as const;

type Shift = (points: readonly Point[]) => Point[];
const shifted =
  (dx: number, dy: number): Shift =>
  (points) =>
    points.map(([x, y]): Point => [x + dx, y + dy]);

const polygon = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}Z`;

// Half of the trunk and one leg, from behind. The first and the last point lie on the middle line.
const BEHIND: readonly Point[] = [
  [0, -61],
  [26, -60],
  [38, -57],
  [39, -46],
  [42, -32],
  [51, -14],
  [60, 4],
  [65, 20],
  [65, 38],
  [62, 73],
  [57, 110],
  [54, 137],
  [58, 160],
  [59, 180],
  [58, 203],
  [53, 230],
  [47, 253],
  [46, 270],
  [49, 281],
  [51, 292],
  [48, 299],
  [38, 302],
  [29, 299],
  [26, 291],
  [27, 282],
  [30, 270],
  [30, 253],
  [26, 230],
  [20, 206],
  [17, 183],
  [19, 163],
  [22, 145],
  [18, 123],
  [11, 90],
  [4, 62],
  [0, 54],
];

/** The outline from behind is one line round both halves, so each half leaves its middle open. */
function openHalf(points: readonly Point[]): string {
  return smoothPath(points, { open: true });
}

// One leg from the front: its inner side at the right, so that on the right half of the page it is the patient's right leg.
const FRONT_X = 140;
const FRONT: readonly Point[] = shifted(
  FRONT_X,
  0,
)([
  [22, 2],
  [8, 3],
  [2, 17],
  [1, 45],
  [3, 75],
  [8, 108],
  [12, 135],
  [12, 146],
  [9, 166],
  [7, 189],
  [10, 213],
  [15, 236],
  [19, 256],
  [17, 269],
  [11, 283],
  [6, 294],
  [7, 301],
  [12, 304],
  [22, 306],
  [34, 304],
  [40, 298],
  [39, 283],
  [37, 263],
  [38, 246],
  [41, 226],
  [45, 203],
  [47, 183],
  [45, 160],
  [44, 143],
  [47, 119],
  [53, 92],
  [59, 62],
  [62, 39],
  [62, 23],
  [56, 12],
  [42, 5],
]);

// The foot from above, toes down, big toe at the right; and the sole, heel up, big toe towards the middle line.
const FOOT_X = 216;
const FOOT_Y = 182;
const FOOT: readonly Point[] = shifted(
  FOOT_X,
  FOOT_Y,
)([
  [22, 0],
  [44, 0],
  [49, 18],
  [54, 42],
  [60, 66],
  [62, 86],
  [58, 99],
  [50, 103],
  [43, 99],
  [36, 101],
  [29, 97],
  [22, 96],
  [16, 90],
  [9, 86],
  [4, 76],
  [4, 62],
  [8, 44],
  [16, 22],
]);
const SOLE_X = 74;
const SOLE_Y = 176;
const SOLE: readonly Point[] = shifted(
  SOLE_X,
  SOLE_Y,
)([
  [27, 0],
  [37, 4],
  [42, 15],
  [43, 30],
  [45, 48],
  [49, 64],
  [49, 78],
  [44, 88],
  [37, 93],
  [29, 97],
  [21, 101],
  [13, 103],
  [6, 97],
  [4, 86],
  [6, 72],
  [11, 56],
  [13, 40],
  [11, 26],
  [13, 12],
  [19, 3],
]);

const onFront = shifted(FRONT_X, 0);
const onFoot = shifted(FOOT_X, FOOT_Y);
const onSole = shifted(SOLE_X, SOLE_Y);

/** The drawing of the right half of the page. The left half is the same, mirrored about the middle line by `scale(-1 1)`. */
export const CHART_HALF: ChartHalf = {
  outlines: [
    { id: 'behind', path: openHalf(BEHIND) },
    { id: 'front', path: smoothPath(FRONT) },
    { id: 'foot', path: smoothPath(FOOT) },
    { id: 'sole', path: smoothPath(SOLE) },
  ],
  details: [
    // The spine and the cleft of the buttocks.
    smoothPath(
      [
        [0, -56],
        [0, -12],
      ],
      { open: true },
    ),
    smoothPath(
      [
        [0, 4],
        [0, 54],
      ],
      { open: true },
    ),
    // The toes.
    ...(
      [
        [
          [43, 100],
          [42, 86],
        ],
        [
          [29, 98],
          [30, 84],
        ],
        [
          [22, 96],
          [22, 82],
        ],
        [
          [13, 89],
          [15, 77],
        ],
      ] as const
    ).map((points) => smoothPath(onFoot(points), { open: true })),
  ],
  regions: [
    {
      region: 'back',
      outline: 'behind',
      path: polygon([
        [0, -66],
        [80, -66],
        [80, -10],
        [0, -10],
      ]),
      centre: [21, -37],
    },
    {
      region: 'buttock',
      outline: 'behind',
      path: polygon([
        [0, -10],
        [80, -10],
        [80, 62],
        [40, 66],
        [0, 58],
      ]),
      centre: [33, 24],
    },
    {
      region: 'back_thigh',
      outline: 'behind',
      path: polygon([
        [0, 58],
        [40, 66],
        [80, 62],
        [80, 143],
        [0, 143],
      ]),
      centre: [36, 102],
    },
    {
      region: 'calf',
      outline: 'behind',
      path: polygon([
        [0, 143],
        [80, 143],
        [80, 256],
        [0, 256],
      ]),
      centre: [38, 195],
    },
    {
      region: 'heel',
      outline: 'sole',
      path: polygon(
        onSole([
          [-6, -6],
          [60, -6],
          [60, 34],
          [-6, 34],
        ]),
      ),
      centre: [101, 194],
    },
    {
      region: 'sole',
      outline: 'sole',
      path: polygon(
        onSole([
          [-6, 34],
          [60, 34],
          [60, 110],
          [-6, 110],
        ]),
      ),
      centre: [101, 244],
    },
    {
      region: 'groin',
      outline: 'front',
      path: polygon(
        onFront([
          [34, -4],
          [70, -4],
          [70, 62],
          [54, 62],
        ]),
      ),
      centre: [193, 34],
    },
    {
      region: 'front_thigh',
      outline: 'front',
      path: polygon(
        onFront([
          [-6, -4],
          [34, -4],
          [54, 62],
          [70, 62],
          [70, 143],
          [-6, 143],
        ]),
      ),
      centre: [169, 88],
    },
    {
      region: 'inner_shin',
      outline: 'front',
      path: polygon(
        onFront([
          [28, 143],
          [70, 143],
          [70, 264],
          [29, 264],
        ]),
      ),
      centre: [177, 200],
    },
    {
      region: 'outer_shin',
      outline: 'front',
      path: polygon(
        onFront([
          [-6, 143],
          [28, 143],
          [29, 264],
          [-6, 264],
        ]),
      ),
      centre: [157, 200],
    },
    {
      region: 'top_foot',
      outline: 'foot',
      path: polygon(
        onFoot([
          [0, -6],
          [70, -6],
          [70, 76],
          [40, 80],
          [40, 110],
          [20, 110],
          [22, 76],
          [26, 40],
          [30, -6],
        ]),
      ),
      centre: [FOOT_X + 38, FOOT_Y + 42],
    },
    {
      region: 'big_toe',
      outline: 'foot',
      path: polygon(
        onFoot([
          [40, 80],
          [70, 76],
          [70, 110],
          [40, 110],
        ]),
      ),
      centre: [FOOT_X + 51, FOOT_Y + 90],
    },
    {
      region: 'little_toe',
      outline: 'foot',
      path: polygon(
        onFoot([
          [-6, 70],
          [22.6, 70],
          [20, 110],
          [-6, 110],
        ]),
      ),
      centre: [FOOT_X + 13, FOOT_Y + 80],
    },
    {
      region: 'outer_foot',
      outline: 'foot',
      path: polygon(
        onFoot([
          [-6, -6],
          [30, -6],
          [26, 40],
          [22.6, 70],
          [-6, 70],
        ]),
      ),
      centre: [FOOT_X + 17, FOOT_Y + 44],
    },
  ],
};

/** The middle of a region on the page; x grows to the right, and the patient's left is at the left. */
export function regionCentre(side: Side, { centre: [x, y] }: ChartRegion): Point {
  return [side === 'left' ? -x : x, y];
}

/** A path of the right half on the left half. Every number of these paths is one of a pair, x first. */
const mirrored = (path: string): string =>
  path.replace(/(-?[\d.]+) (-?[\d.]+)/gu, (_, x: string, y: string) => `${rounded(-Number(x))} ${y}`);

/** The whole chart in outlines, with nothing marked, to be marked by hand. */
export const EMPTY_BODY_CHART: Figure = {
  layers: [...CHART_HALF.outlines.map(({ path }) => path), ...CHART_HALF.details].flatMap((path) => [line(path), line(mirrored(path))]),
  box: BODY_CHART_BOX,
};
