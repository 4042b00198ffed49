import { buildBody, type Body } from './body.ts';
import { along, angleOf, arcPath, directionOf, linePath, rounded, smoothPath, wedgePath, type Point } from './geometry.ts';

// The stage of the straight-leg raise: the right leg, head to the left, the hip at the origin. The left leg is its mirror image,
// made where it is drawn, so that each leg is tested on the viewer's side and the heads meet in the middle.

/** Radius of the protractor, in figure units. */
export const PROTRACTOR_RADIUS = 106;
/** Radius of the angle arc, the wedge and the baseline. */
const ARC_RADIUS = 50;
/** The band in which pain is usual in a positive test (K01, K02). Drawn neutral: the angle alone decides nothing. */
const BAND_DEG = [30, 70] as const;
const FOOT_UP_DEG = 72;
const COUCH_Y = 12.6;

/** What the figure needs to leave free around the hip, for a view box: left of the head, above the protractor, right, below. */
export const STAGE_BOX = { minX: -100, minY: -124, maxX: 124, maxY: 27 } as const;

export type Tick = { path: string; angleDeg: number; major: boolean };

/** The parts of the stage that never change. */
export type StageFrame = {
  protractor: string;
  band: string;
  ticks: readonly Tick[];
  /** Where 0, 30, 60 and 90 are written. */
  labels: readonly { angleDeg: number; at: Point }[];
  couchTop: string;
  couchBody: string;
  couchFeet: string;
  baseline: string;
};

export const STAGE_FRAME: StageFrame = {
  protractor: arcPath(0, 90, PROTRACTOR_RADIUS),
  band: arcPath(BAND_DEG[0], BAND_DEG[1], PROTRACTOR_RADIUS),
  ticks: Array.from({ length: 10 }, (_, index) => index * 10).map((angleDeg) => {
    const major = angleDeg % 30 === 0;
    const half = major ? 3.2 : 2;
    const origin: Point = [0, 0];
    return {
      path: linePath(along(origin, angleDeg, PROTRACTOR_RADIUS - half), along(origin, angleDeg, PROTRACTOR_RADIUS + half)),
      angleDeg,
      major,
    };
  }),
  labels: [0, 30, 60, 90].map((angleDeg) => ({ angleDeg, at: along([0, 0], angleDeg, PROTRACTOR_RADIUS + 13) })),
  couchTop: `M-92 ${COUCH_Y}H112`,
  couchBody: `M-92 ${COUCH_Y}V17.6Q-92 18.6 -91 18.6H111Q112 18.6 112 17.6V${COUCH_Y}`,
  couchFeet: 'M-74 18.6V25M96 18.6V25',
  baseline: `M0 0H${ARC_RADIUS + 6}`,
};

/** A body on its back with the near leg lifted to `angleDeg`, knee straight. */
export function buildSupineBody(angleDeg: number): Body {
  return buildBody({
    pelvisDeg: 180,
    thoraxDeg: 180,
    neckDeg: 179,
    headDeg: 179,
    lumbarHollow: 1,
    nearLeg: [angleDeg, angleDeg, angleDeg + FOOT_UP_DEG],
    farLeg: [0, 0, 70],
    nearArm: [-7, -1],
  });
}

/** Where the symptom was felt: a path down the back of the lifted leg, and the larger dot at its end. */
export type FeltPath = { path: string; end: Point };

/** Points down the back of the leg: distance from the hip, distance behind the axis of the leg. */
const BACK_OF_LEG: readonly Point[] = [
  [-3, 7.5],
  [6, 5.5],
  [22, 4],
  [38, 2.2],
  [50, 3.4],
  [62, 2.6],
  [78, 0.6],
  [86, 0],
];
const SOLE: readonly Point[] = [
  [86.5, -5],
  [84.6, -13],
];
/** How many of those points a level of spec 6.9 reaches: buttock, thigh, calf or shin; the foot has the sole too. */
const POINTS_OF_LEVEL: Record<number, number> = { 2: 3, 3: 4, 4: 6, 5: 8 };

/** The felt path for a most distal level (spec 6.9), or null for none and the low back. */
export function buildFeltPath(angleDeg: number, level: number | null): FeltPath | null {
  const reach = level === null ? undefined : POINTS_OF_LEVEL[level];
  if (reach === undefined) return null;
  const [dx, dy] = directionOf(angleDeg);
  const place = ([distance, behind]: Point): Point => [dx * distance - dy * behind, dy * distance + dx * behind];
  const points = [...BACK_OF_LEG.slice(0, reach), ...(level === 5 ? SOLE : [])].map(place);
  const end = points.at(-1) ?? [0, 0];
  return { path: smoothPath(points, { open: true }), end: [rounded(end[0]), rounded(end[1])] };
}

/** Everything drawn for an angle. */
export type RaisedLeg = {
  body: Body;
  wedge: string;
  arc: string;
  /** Line from the hip through the leg to the protractor. */
  axis: string;
  handle: Point;
};

/** The leg lifted to `angleDeg` (0 to 120) with its wedge, arc, axis and the place of its handle on the protractor. */
export function buildRaisedLeg(angleDeg: number): RaisedLeg {
  return {
    body: buildSupineBody(angleDeg),
    wedge: wedgePath(angleDeg, ARC_RADIUS),
    arc: arcPath(0, angleDeg, ARC_RADIUS),
    axis: linePath([0, 0], along([0, 0], angleDeg, PROTRACTOR_RADIUS - 5)),
    handle: handleAt(angleDeg),
  };
}

/** Where a handle for an angle sits on the protractor. */
export function handleAt(angleDeg: number): Point {
  const [x, y] = along([0, 0], angleDeg, PROTRACTOR_RADIUS);
  return [rounded(x), rounded(y)];
}

/** The whole angle, 0 to `maxDeg`, that a pointer at `point` asks for. Below the couch on the foot side reads 0. */
export function angleAtPointer(point: Point, maxDeg: number): number {
  const angleDeg = Math.round(angleOf(point));
  if (angleDeg < 0) return angleDeg < -90 ? maxDeg : 0;
  // On the couch the arctangent is -0, which is not the 0 that is stored.
  if (angleDeg === 0) return 0;
  return Math.min(maxDeg, angleDeg);
}
