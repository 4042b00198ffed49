import { describe, expect, it } from 'vitest';
import { emptySlrLeg } from '../../../shared/schemas/slr.ts';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';
import { angleAfterKey, nextResponse, withFinding, withSharedSetting } from '../../../renderer/features/visit/supine/slr-leg.ts';

describe('recording a finding', () => {
  it('makes an untouched leg tested, and taking it back makes it untested again', () => {
    const leg = withFinding(emptySlrLeg(), { p1AngleDeg: 42 });
    expect(leg).toMatchObject({ tested: 'yes', p1AngleDeg: 42 });
    expect(withFinding(leg, { p1AngleDeg: null }).tested).toBe('nt');
  });

  it('leaves a leg untested when only the way of testing is recorded', () => {
    expect(withFinding(emptySlrLeg(), { restingNprs: 3 }).tested).toBe('nt');
    const record = withSharedSetting(emptyVisitRecord('first', '2026-11-23', 'UTC'), { method: 'inclinometer' });
    expect(record.slr.right).toMatchObject({ tested: 'nt', method: 'inclinometer' });
    expect(record.slr.left).toMatchObject({ tested: 'nt', method: 'inclinometer' });
  });

  it('never turns a leg that somebody marked back into a tested one', () => {
    expect(withFinding({ ...emptySlrLeg(), reason: 'fracture not cleared' }, { p1AngleDeg: 42 }).tested).toBe('nt');
    expect(withFinding({ ...emptySlrLeg(), tested: 'declined' }, { p1AngleDeg: 42 }).tested).toBe('declined');
  });

  it('keeps what was found when the leg is marked as not tested', () => {
    const leg = withFinding(emptySlrLeg(), { p1AngleDeg: 42, stop: 'leg_familiar' });
    expect(withFinding(leg, { tested: 'nt' })).toMatchObject({ tested: 'nt', p1AngleDeg: 42, stop: 'leg_familiar' });
  });
});

describe('keys', () => {
  it('step the angle within 0 to 120', () => {
    expect(angleAfterKey(42, 'ArrowUp', false)).toBe(43);
    expect(angleAfterKey(42, 'ArrowDown', true)).toBe(37);
    expect(angleAfterKey(42, 'PageUp', false)).toBe(52);
    expect(angleAfterKey(119, 'ArrowUp', true)).toBe(120);
    expect(angleAfterKey(0, 'ArrowDown', false)).toBe(0);
    expect(angleAfterKey(null, 'ArrowUp', false)).toBe(1);
    expect(angleAfterKey(42, '4', false)).toBeNull();
  });

  it('go round the answers of a movement', () => {
    expect(['nt', 'inc', 'dec', 'same'].map((response) => nextResponse(response as 'nt'))).toEqual(['inc', 'dec', 'same', 'nt']);
  });
});
