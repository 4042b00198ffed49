/** A point in figure units: x to the right, y down, as in SVG and PDF. */
export type Point = readonly [x: number, y: number];

const RADIANS_PER_DEGREE = Math.PI / 180;

/** Rounds to a hundredth of a figure unit, far below what a printer or a screen can show. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Unit vector of an angle in degrees, counter-clockwise from the right, as a goniometer reads it. */
export function directionOf(angleDeg: number): Point {
  return [Math.cos(angleDeg * RADIANS_PER_DEGREE), -Math.sin(angleDeg * RADIANS_PER_DEGREE)];
}

/** The point `length` units from `origin` in the direction of `angleDeg`. */
export function along(origin: Point, angleDeg: number, length: number): Point {
  const [dx, dy] = directionOf(angleDeg);
  return [origin[0] + dx * length, origin[1] + dy * length];
}

/** Angle of a point seen from the origin, in degrees from -180 to 180, counter-clockwise from the right. */
export function angleOf([x, y]: Point): number {
  return Math.atan2(-y, x) / RADIANS_PER_DEGREE;
}

/** Which way the front of the body faces, seen along the limb: 1 or -1. */
export type Facing = 1 | -1;

/**
 * A frame of reference that lies along a limb: the first coordinate runs from `origin` in the direction of `angleDeg`, the second
 * towards the front of the body.
 */
export function frameAlong(origin: Point, angleDeg: number, facing: Facing): (distance: number, toFront: number) => Point {
  const [dx, dy] = directionOf(angleDeg);
  const front: Point = [dy * facing, -dx * facing];
  return (distance, toFront) => [origin[0] + dx * distance + front[0] * toFront, origin[1] + dy * distance + front[1] * toFront];
}

const at = (points: readonly Point[], index: number): Point => points[index] ?? [0, 0];

/** A smooth path through the points, closed unless `open`. `tension` is how far each curve reaches towards its neighbours. */
export function smoothPath(points: readonly Point[], { open = false, tension = 0.17 } = {}): string {
  const count = points.length;
  const neighbour = (index: number): Point =>
    open ? at(points, Math.max(0, Math.min(count - 1, index))) : at(points, (index + count) % count);
  const start = at(points, 0);
  let path = `M${rounded(start[0])} ${rounded(start[1])}`;
  for (let index = 0; index < (open ? count - 1 : count); index += 1) {
    const before = neighbour(index - 1);
    const from = neighbour(index);
    const to = neighbour(index + 1);
    const after = neighbour(index + 2);
    const numbers = [
      from[0] + (to[0] - before[0]) * tension,
      from[1] + (to[1] - before[1]) * tension,
      to[0] - (after[0] - from[0]) * tension,
      to[1] - (after[1] - from[1]) * tension,
      to[0],
      to[1],
    ];
    path += `C${numbers.map(rounded).join(' ')}`;
  }
  return open ? path : `${path}Z`;
}

/** A straight line. */
export function linePath(from: Point, to: Point): string {
  return `M${rounded(from[0])} ${rounded(from[1])}L${rounded(to[0])} ${rounded(to[1])}`;
}

/** An arc about the origin from one angle to a larger one, counter-clockwise, at most half a turn. */
export function arcPath(fromDeg: number, toDeg: number, radius: number): string {
  const start = along([0, 0], fromDeg, radius);
  const end = along([0, 0], toDeg, radius);
  return `M${rounded(start[0])} ${rounded(start[1])}A${radius} ${radius} 0 0 0 ${rounded(end[0])} ${rounded(end[1])}`;
}

/** A filled sector about the origin from 0 degrees to `toDeg`. */
export function wedgePath(toDeg: number, radius: number): string {
  const end = along([0, 0], toDeg, radius);
  return `M0 0L${radius} 0A${radius} ${radius} 0 0 0 ${rounded(end[0])} ${rounded(end[1])}Z`;
}
