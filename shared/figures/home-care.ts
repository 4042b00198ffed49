import type { ModuleId } from '../schemas/plan.ts';
import type { LegAngles, Pose } from './body.ts';
import {
  arrow,
  block,
  bodyLayers,
  boxOf,
  disc,
  type Figure,
  type FigureLayer,
  ground,
  line,
  object,
  pillow,
  startOfLeg,
} from './figure.ts';
import { linePath, smoothPath } from './geometry.ts';

/** Modules of spec 7.2 that show a position or an exercise. */
export const ILLUSTRATED_MODULES = [
  'M01',
  'M02',
  'M03',
  'M04a',
  'M04b',
  'M05',
  'M06',
  'M07',
  'M08',
  'M09',
  'M14',
  'M15',
  'M16',
  'M17',
] as const satisfies readonly ModuleId[];
export type IllustratedModule = (typeof ILLUSTRATED_MODULES)[number];

export function isIllustrated(module: ModuleId): module is IllustratedModule {
  return (ILLUSTRATED_MODULES as readonly ModuleId[]).includes(module);
}

/** Pictures from above, which the sheet says: a person on the side, seen so, could be taken for one on the back. */
export const SEEN_FROM_ABOVE: readonly IllustratedModule[] = ['M01', 'M02', 'M05'];

const FLOOR_Y = 12;
const HEAD_PILLOW = pillow([-68, 9.2], 25, 5.4);
const KNEES_BENT: LegAngles = [58, -62, -2];

const SUPINE: Pose = { pelvisDeg: 180, thoraxDeg: 180, neckDeg: 178, headDeg: 178, lumbarHollow: 1, nearArm: [-10, -2] };

/** Lower legs on the seat of a chair. */
function legsUp(): Figure {
  const seat = [
    line('M62.5 -30L69 -70M66.5 -30L73 -70M69 -70Q71 -72 73 -70'),
    line(linePath([18, -27], [14.5, FLOOR_Y])),
    line(linePath([60, -27], [64, FLOOR_Y])),
    block(11.4, -32.4, 66, -27, 2.4),
  ];
  const body = bodyLayers({ ...SUPINE, nearLeg: [84, -4, 78], farLeg: [80, -4, 78] });
  return { layers: [ground(-92, 76, FLOOR_Y), ...seat, HEAD_PILLOW, ...body], box: boxOf(-96, -74, 80, 15) };
}

function prone(): Figure {
  const pose: Pose = {
    pelvisDeg: 177,
    thoraxDeg: 184,
    neckDeg: 183,
    headDeg: 180,
    facing: -1,
    hip: [0, -4],
    lumbarHollow: 1,
    nearLeg: [-4, -3, -34],
    nearArm: [-14, 4],
  };
  return { layers: [ground(-96, 112, 13.4), pillow([-74, 9.4], 24, 7), ...bodyLayers(pose)], box: boxOf(-99, -26, 115, 16) };
}

/** From kneeling up to kneeling down with the chest on cushions. */
function childsPose(): Figure {
  const floorY = 20;
  const kneeling: Pose = {
    hip: [-74, -28],
    pelvisDeg: 91,
    thoraxDeg: 87,
    neckDeg: 80,
    headDeg: 86,
    lumbarHollow: 1,
    nearLeg: [-90, 181, 184],
    nearArm: [-86, -70],
  };
  const folded: Pose = {
    hip: [30, -4],
    pelvisDeg: 32,
    thoraxDeg: 4,
    neckDeg: -8,
    headDeg: -14,
    nearLeg: [-26, 180, 186],
    nearArm: [-44, 6],
  };
  const cushions = [pillow([95, 13.5], 62, 12), pillow([92, 3], 52, 11)];
  return {
    layers: [
      ground(-128, 130, floorY),
      ...bodyLayers(kneeling),
      ...cushions,
      ...bodyLayers(folded),
      arrow([-28, -62], [-6, -62], [12, -44]),
    ],
    box: boxOf(-134, -114, 132, 24),
  };
}

const SIDE_LYING: Pose = {
  pelvisDeg: 178,
  thoraxDeg: 174,
  neckDeg: 168,
  headDeg: 166,
  nearLeg: [52, -34, 30],
  farLeg: [30, -58, 8],
  farHip: [2, 1],
  nearArm: [22, 118],
  farArm: [52, 150],
};

/** On the side, seen from above, on a bed. */
function sideLying(...more: readonly FigureLayer[]): Figure {
  const bed = line('M-93 -58L83 -58Q90 -58 90 -51L90 29Q90 36 83 36L-93 36Q-100 36 -100 29L-100 -51Q-100 -58 -93 -58Z');
  const body = bodyLayers(SIDE_LYING, [pillow([43, -13], 46, 17, -42)]);
  return { layers: [bed, pillow([-76, -9], 31, 46), ...body, ...more], box: boxOf(-102, -60, 92, 38) };
}

const PACK = object(
  smoothPath(
    [
      [-34, 9],
      [-19, 8.4],
      [-3, 12.4],
      [-2, 18.4],
      [-18, 18.6],
      [-34, 16.4],
    ],
    { tension: 0.12 },
  ),
);

/** A cold pack in a towel against the low back; the fold of the towel is drawn. */
function coldPack(): Figure {
  return sideLying(PACK, line('M-31 12.6L-5 15.4'), arrow([-19, 33], [-19, 21.5]));
}

/** A warm pad against the low back, with warmth rising from it. */
function warmPad(): Figure {
  const wave = (x: number): FigureLayer => line(`M${x} 22Q${x - 3} 24.5 ${x} 27Q${x + 3} 29.5 ${x} 32`);
  return sideLying(PACK, wave(-29), wave(-18), wave(-7));
}

function pillowsUnderKnees(): Figure {
  const pose: Pose = { ...SUPINE, nearLeg: [27, -20, 62], farLeg: [25, -21, 62] };
  const pillows = [pillow([38, 7], 44, 10.4), pillow([38, -1.4], 36, 10)];
  return { layers: [ground(-92, 104, FLOOR_Y), ...pillows, HEAD_PILLOW, ...bodyLayers(pose)], box: boxOf(-96, -36, 106, 15) };
}

/** The hollow of the low back is filled: it is the gap that closes. */
function pelvicTilt(): Figure {
  const pose: Pose = { ...SUPINE, lumbarHollow: 4.2, nearLeg: KNEES_BENT, farLeg: [55, -64, -2], nearArm: [-5, 150] };
  const gap: FigureLayer = { kind: 'solid', path: 'M-35 11.6Q-18 -1 -4 11.6Z' };
  return {
    layers: [ground(-92, 62, FLOOR_Y), HEAD_PILLOW, ...bodyLayers(pose), gap, arrow([-14, -37], [-14, -15])],
    box: boxOf(-96, -46, 66, 15),
  };
}

function walking(): Figure {
  const pose: Pose = {
    pelvisDeg: 88,
    thoraxDeg: 86,
    neckDeg: 80,
    headDeg: 86,
    nearLeg: [-68, -80, 6],
    farLeg: [-108, -128, -34],
    nearArm: [-114, -92],
    farArm: [-62, -32],
  };
  return { layers: [ground(-44, 54, 86), ...bodyLayers(pose), arrow([36, -24], [64, -24])], box: boxOf(-50, -78, 68, 89) };
}

/** A chair with its seat at `seatY` and its back at the left. */
function chair(x: number, seatY: number, floorY: number): FigureLayer[] {
  return [
    line(`M${x - 24} ${seatY}L${x - 30} ${seatY - 52}`),
    line(`M${x - 20} ${seatY + 5}L${x - 23} ${floorY}M${x + 22} ${seatY + 5}L${x + 24} ${floorY}`),
    block(x - 26, seatY, x + 26, seatY + 5),
  ];
}

const SITTING: Pose = {
  pelvisDeg: 95,
  thoraxDeg: 88,
  neckDeg: 81,
  headDeg: 87,
  lumbarHollow: 0.8,
  nearLeg: [-2, -88, 4],
  nearArm: [-74, -14],
};

/** From sitting, a cushion behind the low back, to standing. */
function sitToStand(): Figure {
  const floorY = 47;
  const standing: Pose = {
    hip: [118, -42],
    pelvisDeg: 91,
    thoraxDeg: 88,
    neckDeg: 82,
    headDeg: 88,
    lumbarHollow: 1.4,
    nearLeg: [-89, -91, 4],
    farLeg: [-92, -93, 4],
    nearArm: [-94, -84],
  };
  return {
    layers: [
      ground(-44, 156, floorY),
      ...chair(-4, 11, floorY),
      pillow([-16.5, -16], 24, 9, 97),
      ...bodyLayers({ ...SITTING, farLeg: [-3, -93, 4] }),
      ...bodyLayers(standing),
      arrow([58, -34], [74, -44], [90, -48]),
    ],
    box: boxOf(-44, -122, 158, 50),
  };
}

/** Sitting tall, one lower leg lifted and let down again. Grey: where it starts. */
function nerveGlide(): Figure {
  const floorY = 47;
  const end: Pose = { ...SITTING, nearLeg: [0, -24, 58], neckDeg: 84, headDeg: 96 };
  return {
    layers: [
      ground(-44, 104, floorY),
      ...chair(-4, 11, floorY),
      ...startOfLeg(SITTING),
      ...bodyLayers(end),
      arrow([70, 40], [84, 34], [92, 20]),
    ],
    box: boxOf(-46, -80, 110, 50),
  };
}

/** Sitting on a roller, one ankle on the other knee, the hands on the ground behind. */
function rolling(): Figure {
  const floorY = 41;
  const pose: Pose = {
    hip: [0, 10],
    pelvisDeg: 118,
    thoraxDeg: 125,
    neckDeg: 108,
    headDeg: 102,
    nearLeg: [4, 52, -24],
    nearLegSeen: [0.56, 0.58],
    farLeg: [22, -86, 3],
    nearArm: [-98, -92],
    farArm: [-112, -104],
  };
  return {
    layers: [ground(-58, 78, floorY), disc([-4, 30.6], 10.4), ...bodyLayers(pose), arrow([32, 33], [13, 33])],
    box: boxOf(-62, -72, 82, 44),
  };
}

/** Leaning on a soft ball between buttock and wall. */
function ballAtWall(): Figure {
  const pose: Pose = {
    pelvisDeg: 92,
    thoraxDeg: 94,
    neckDeg: 86,
    headDeg: 90,
    nearLeg: [-70, -99, 4],
    farLeg: [-72, -99, 4],
    nearArm: [-92, -74],
  };
  return {
    layers: [line('M-26 -82L-26 85'), ground(-26, 58, 85), disc([-18.4, 4], 7.4), ...bodyLayers(pose), arrow([40, -2], [18, -2])],
    box: boxOf(-30, -84, 62, 88),
  };
}

/** Steps that rise one by one. */
function stepByStep(): Figure {
  const pose: Pose = {
    hip: [0, 0],
    pelvisDeg: 84,
    thoraxDeg: 80,
    neckDeg: 76,
    headDeg: 84,
    nearLeg: [-22, -98, 3],
    farLeg: [-96, -100, 2],
    nearArm: [-116, -88],
    farArm: [-50, -10],
  };
  const steps = line('M-46 86L14 86L14 62L66 62L66 38L104 38');
  return { layers: [steps, ...bodyLayers(pose), arrow([50, 2], [72, -6], [86, -22])], box: boxOf(-48, -78, 106, 89) };
}

const PICTURES: Readonly<Record<IllustratedModule, () => Figure>> = {
  M01: coldPack,
  M02: warmPad,
  M03: legsUp,
  M04a: prone,
  M04b: childsPose,
  M05: sideLying,
  M06: pillowsUnderKnees,
  M07: pelvicTilt,
  M08: walking,
  M09: sitToStand,
  M14: nerveGlide,
  M15: rolling,
  M16: ballAtWall,
  M17: stepByStep,
};

const drawn = new Map<IllustratedModule, Figure>();

/** The picture of a position or an exercise, for screen and paper. It is worked out when it is first asked for: a sheet shows some of them. */
export function homeCareFigure(module: IllustratedModule): Figure {
  const figure = drawn.get(module) ?? PICTURES[module]();
  drawn.set(module, figure);
  return figure;
}
