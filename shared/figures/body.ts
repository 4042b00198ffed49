import { along, frameAlong, smoothPath, type Facing, type Point } from './geometry.ts';

// One body for screen and paper, built from joints. A figure is about 170 units tall; every path is in those units.

/** Lengths between joints, in figure units. */
const LENGTH = { thigh: 42, shank: 41, pelvis: 18, thorax: 31, neck: 9, upperArm: 29, forearm: 24, headCentre: 8.5 } as const;

/** Outline of a limb: distance along it, half width towards the front, half width towards the back. */
type Profile = readonly (readonly [distance: number, front: number, back: number])[];

const THIGH: Profile = [
  [-4, 6.5, 7.5],
  [8, 8.6, 9.2],
  [22, 7.8, 7.8],
  [34, 6.4, 5.8],
  [44, 5.2, 4.6],
];
const SHANK: Profile = [
  [-3, 5, 4.2],
  [3, 5.3, 4.8],
  [12, 4.8, 6.6],
  [22, 4.2, 5.8],
  [33, 3.3, 3.5],
  [43, 2.8, 2.8],
];
const UPPER_ARM: Profile = [
  [-3, 3.6, 3.6],
  [6, 4.6, 4.4],
  [18, 3.8, 3.8],
  [29, 3.2, 3.2],
];
const FOREARM: Profile = [
  [-2, 3, 3],
  [5, 3.6, 3.4],
  [15, 2.9, 2.9],
  [24, 2.1, 2.1],
];
const NECK: Profile = [
  [-4, 6, 5.5],
  [3, 4.6, 4.8],
  [10, 4.6, 4.8],
  [14, 5, 5],
];
const FOOT: readonly Point[] = [
  [-5.4, -4.6],
  [-6, -1],
  [-3.2, 4],
  [2.6, 4.6],
  [9, 1],
  [16, -2.2],
  [18.4, -4.2],
  [16.5, -5.8],
  [6, -5.4],
  [-2, -6],
];
const HAND: readonly Point[] = [
  [-2, 2],
  [4, 2.8],
  [10, 2],
  [11.5, 0],
  [9, -2.2],
  [3, -2.4],
  [-2, -2],
];
const HEAD: readonly Point[] = [
  [-8.6, 5.2],
  [-5.6, 7.4],
  [-1.8, 8],
  [-0.6, 9.6],
  [1.2, 8],
  [5, 7.4],
  [9, 4],
  [10.4, -1],
  [8, -6.4],
  [2.5, -9],
  [-4, -7.6],
  [-8.5, -4],
];
const HAIR: readonly Point[] = [
  [6.4, 6.6],
  [9.2, 3.6],
  [10.4, -1],
  [8, -6.4],
  [2.5, -9],
  [-3.6, -7.8],
  [-2.2, -3.6],
  [1.6, -1.2],
  [4.6, 2.4],
];

/** Directions of thigh, shank and foot, in degrees. */
export type LegAngles = readonly [thighDeg: number, shankDeg: number, footDeg: number];
/** Directions of upper arm and forearm, in degrees. */
export type ArmAngles = readonly [upperArmDeg: number, forearmDeg: number];

/** How a body lies, sits or stands: directions from the hip up the spine, and of each limb, in degrees. */
export type Pose = {
  hip?: Point;
  pelvisDeg: number;
  thoraxDeg: number;
  neckDeg: number;
  headDeg?: number;
  facing?: Facing;
  /** Depth of the hollow of the low back, in figure units. */
  lumbarHollow?: number;
  nearLeg?: LegAngles;
  farLeg?: LegAngles;
  farHip?: Point;
  nearArm?: ArmAngles;
  farArm?: ArmAngles;
  /** Shares of the near thigh's and shank's length that are seen, where the leg points towards the viewer. */
  nearLegSeen?: readonly [thigh: number, shank: number];
};

export type Leg = { paths: readonly string[]; hip: Point; knee: Point; ankle: Point };
/** Outlines of a body. Paths of one part are drawn together: all strokes first, then all fills, so that joints leave no line. */
export type Body = {
  core: readonly string[];
  hair: string;
  nearLeg: Leg | null;
  farLeg: Leg | null;
  nearArm: readonly string[] | null;
  farArm: readonly string[] | null;
};

function limbPath(origin: Point, angleDeg: number, facing: Facing, profile: Profile, seen = 1): string {
  const place = frameAlong(origin, angleDeg, facing);
  const front = profile.map(([distance, width]) => place(distance * seen, width));
  const back = profile.map(([distance, , width]) => place(distance * seen, -width)).toReversed();
  return smoothPath([...front, ...back]);
}

function buildLeg(hip: Point, [thighDeg, shankDeg, footDeg]: LegAngles, facing: Facing, seen: readonly [number, number] = [1, 1]): Leg {
  const knee = along(hip, thighDeg, LENGTH.thigh * seen[0]);
  const ankle = along(knee, shankDeg, LENGTH.shank * seen[1]);
  const place = frameAlong(ankle, footDeg, facing);
  const foot = smoothPath(
    FOOT.map(([distance, toFront]) => place(distance, toFront)),
    { tension: 0.15 },
  );
  return {
    paths: [limbPath(hip, thighDeg, facing, THIGH, seen[0]), limbPath(knee, shankDeg, facing, SHANK, seen[1]), foot],
    hip,
    knee,
    ankle,
  };
}

function buildArm(shoulder: Point, [upperArmDeg, forearmDeg]: ArmAngles, facing: Facing): readonly string[] {
  const elbow = along(shoulder, upperArmDeg, LENGTH.upperArm);
  const wrist = along(elbow, forearmDeg, LENGTH.forearm);
  const place = frameAlong(wrist, forearmDeg, facing);
  return [
    limbPath(shoulder, upperArmDeg, facing, UPPER_ARM),
    limbPath(elbow, forearmDeg, facing, FOREARM),
    smoothPath(HAND.map(([distance, toFront]) => place(distance, toFront))),
  ];
}

/** The outlines of a body in a pose. */
export function buildBody(pose: Pose): Body {
  const facing = pose.facing ?? 1;
  const trunkFacing: Facing = facing === 1 ? -1 : 1;
  const hip = pose.hip ?? [0, 0];
  const waist = along(hip, pose.pelvisDeg, LENGTH.pelvis);
  const neckBase = along(waist, pose.thoraxDeg, LENGTH.thorax);
  const headDeg = pose.headDeg ?? pose.neckDeg;
  const headCentre = along(along(neckBase, pose.neckDeg, LENGTH.neck), headDeg, LENGTH.headCentre);
  const pelvis = frameAlong(hip, pose.pelvisDeg, trunkFacing);
  const thorax = frameAlong(waist, pose.thoraxDeg, trunkFacing);
  const head = frameAlong(headCentre, headDeg, trunkFacing);
  const hollow = pose.lumbarHollow ?? 0;

  const belly = [pelvis(-6, 6), pelvis(4, 8.6), pelvis(13, 8.8), thorax(2, 9), thorax(12, 10.4), thorax(23, 10.2), thorax(31, 6.5)];
  const back = [
    thorax(34, -4),
    thorax(29, -7.6),
    thorax(20, -9),
    thorax(9, -7.6),
    thorax(0, -6.6 + hollow),
    pelvis(12, -7.6 + hollow * 0.6),
    pelvis(3, -11.2),
    pelvis(-5, -9.6),
  ];
  const shoulder = along(neckBase, pose.thoraxDeg, -4);

  return {
    core: [
      smoothPath([...belly, ...back]),
      limbPath(neckBase, pose.neckDeg, trunkFacing, NECK),
      smoothPath(
        HEAD.map(([up, toFront]) => head(up, toFront)),
        { tension: 0.16 },
      ),
    ],
    hair: smoothPath(
      HAIR.map(([up, toFront]) => head(up, toFront)),
      { tension: 0.15 },
    ),
    nearLeg: pose.nearLeg ? buildLeg(hip, pose.nearLeg, facing, pose.nearLegSeen) : null,
    farLeg: pose.farLeg ? buildLeg(pose.farHip ?? hip, pose.farLeg, facing) : null,
    nearArm: pose.nearArm ? buildArm(shoulder, pose.nearArm, facing) : null,
    farArm: pose.farArm ? buildArm(shoulder, pose.farArm, facing) : null,
  };
}
