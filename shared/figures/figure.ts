import { type Body, buildBody, type Pose } from './body.ts';
import { along, angleOf, linePath, type Point, rounded, smoothPath } from './geometry.ts';

// One calm line style for every picture of a position or an exercise, on screen and on paper. A picture is a list of layers in
// the units of the body, painted in order; how thick a line is, and which black, is left to where it is drawn.

/**
 * `body`: outlines merged into one, strokes first and then the fill, so that joints leave no line; `isFar` is grey and thinner.
 * `object`: what the body rests on, pale with a thin line. `line`: a thin line. `solid`: filled in the ink of the lines.
 * `arrow`: the one movement of the picture.
 */
export type FigureLayer =
  | { kind: 'body'; paths: readonly string[]; isFar: boolean }
  | { kind: 'object'; path: string }
  | { kind: 'line'; path: string }
  | { kind: 'solid'; path: string }
  | { kind: 'arrow'; path: string };

/** A picture and the box around it, in figure units. */
export type Figure = {
  layers: readonly FigureLayer[];
  box: { minX: number; minY: number; width: number; height: number };
};

/** A box from its edges. */
export function boxOf(minX: number, minY: number, maxX: number, maxY: number): Figure['box'] {
  return { minX, minY, width: maxX - minX, height: maxY - minY };
}

/** A body with what lies between its legs, far side first. */
export function bodyLayers(pose: Pose, betweenLegs: readonly FigureLayer[] = []): FigureLayer[] {
  const body: Body = buildBody(pose);
  const part = (paths: readonly string[] | null | undefined, isFar: boolean): FigureLayer[] =>
    paths ? [{ kind: 'body', paths, isFar }] : [];
  return [
    ...part(body.farArm, true),
    ...part(body.farLeg?.paths, true),
    ...betweenLegs,
    ...part([...body.core, ...(body.nearLeg?.paths ?? [])], false),
    { kind: 'solid', path: body.hair },
    ...part(body.nearArm, false),
  ];
}

/** The near leg of a pose alone, grey: where a movement starts. */
export function startOfLeg(pose: Pose): FigureLayer[] {
  const { nearLeg } = buildBody(pose);
  return nearLeg === null ? [] : [{ kind: 'body', paths: nearLeg.paths, isFar: true }];
}

export function line(path: string): FigureLayer {
  return { kind: 'line', path };
}

export function object(path: string): FigureLayer {
  return { kind: 'object', path };
}

/** The ground, level at `y`. */
export function ground(fromX: number, toX: number, y: number): FigureLayer {
  return line(linePath([fromX, y], [toX, y]));
}

/** A soft cushion about its centre, `turnedDeg` counter-clockwise: bulging long sides, pointed corners. */
export function pillow(centre: Point, width: number, height: number, turnedDeg = 0): FigureLayer {
  const at = (x: number, y: number): string => {
    const [left, top] = along(along(centre, turnedDeg, x * width), turnedDeg + 90, y * height);
    return `${rounded(left)} ${rounded(top)}`;
  };
  const path = [
    `M${at(-0.5, 0.34)}Q${at(0, 0.66)} ${at(0.5, 0.34)}Q${at(0.44, 0)} ${at(0.5, -0.34)}`,
    `Q${at(0, -0.66)} ${at(-0.5, -0.34)}Q${at(-0.44, 0)} ${at(-0.5, 0.34)}Z`,
  ];
  return object(path.join(''));
}

/** A box with slightly rounded corners. */
export function block(minX: number, minY: number, maxX: number, maxY: number, corner = 2): FigureLayer {
  const path = [
    `M${minX + corner} ${minY}L${maxX - corner} ${minY}Q${maxX} ${minY} ${maxX} ${minY + corner}`,
    `L${maxX} ${maxY - corner}Q${maxX} ${maxY} ${maxX - corner} ${maxY}`,
    `L${minX + corner} ${maxY}Q${minX} ${maxY} ${minX} ${maxY - corner}`,
    `L${minX} ${minY + corner}Q${minX} ${minY} ${minX + corner} ${minY}Z`,
  ];
  return object(path.join(''));
}

/** A round object. */
export function disc(centre: Point, radius: number): FigureLayer {
  const points = Array.from({ length: 12 }, (_, index): Point => along(centre, index * 30, radius));
  return object(smoothPath(points, { tension: 0.175 }));
}

const ARROW_HEAD = 6.5;
const ARROW_HEAD_DEG = 34;

/** An arrow through the points with an open head. */
export function arrow(...points: readonly Point[]): FigureLayer {
  const tip = points.at(-1) ?? [0, 0];
  const before = points.at(-2) ?? [0, 0];
  const backDeg = angleOf([before[0] - tip[0], before[1] - tip[1]]);
  const left = along(tip, backDeg + ARROW_HEAD_DEG, ARROW_HEAD);
  const right = along(tip, backDeg - ARROW_HEAD_DEG, ARROW_HEAD);
  return { kind: 'arrow', path: `${smoothPath(points, { open: true })}${linePath(left, tip)}${linePath(tip, right)}` };
}
