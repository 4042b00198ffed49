import { describe, expect, it } from 'vitest';
import { angleAtPointer, buildFeltPath, buildRaisedLeg, handleAt, PROTRACTOR_RADIUS } from '../../../shared/figures/slr-stage.ts';

describe('the straight-leg raise stage', () => {
  it('puts the handle where the pointer that asks for the same angle is', () => {
    for (let angleDeg = 0; angleDeg <= 120; angleDeg += 1) expect(angleAtPointer(handleAt(angleDeg), 120)).toBe(angleDeg);
  });

  it('keeps a pointer below the couch at 0 and one behind the head at the end of the range', () => {
    expect(angleAtPointer([100, 8], 120)).toBe(0);
    expect(angleAtPointer([-100, -8], 120)).toBe(120);
    expect(angleAtPointer([-100, 8], 120)).toBe(120);
  });

  it('lifts the near leg by the angle and leaves the far leg on the couch', () => {
    const { body } = buildRaisedLeg(90);
    expect(body.nearLeg?.ankle[0]).toBeCloseTo(0, 5);
    expect(body.nearLeg?.ankle[1]).toBeLessThan(-80);
    expect(body.farLeg?.ankle[1]).toBeCloseTo(0, 5);
    expect(handleAt(90)).toEqual([0, -PROTRACTOR_RADIUS]);
  });

  it('draws the felt path further down with each level, and none for the back or nothing', () => {
    expect([null, 0, 1].map((level) => buildFeltPath(0, level))).toEqual([null, null, null]);
    const ends = [2, 3, 4].map((level) => buildFeltPath(0, level)?.end[0] ?? 0);
    expect(ends).toEqual([...ends].toSorted((a, b) => a - b));
    expect(new Set(ends).size).toBe(3);
    expect(buildFeltPath(0, 5)?.path).not.toBe(buildFeltPath(0, 4)?.path);
  });
});
