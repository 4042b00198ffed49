import { describe, expect, it } from 'vitest';
import { text } from '../../../renderer/text.ts';
import { carriedFrom, cellAfterKey, readCell, type NeuroCell, type NeuroRow } from '../../../renderer/features/visit/sit/neuro-cells.ts';

const power: NeuroRow = { kind: 'mrc', item: 'EHL' };
const reflex: NeuroRow = { kind: 'reflex', item: 'ankle' };
const feeling: NeuroRow = { kind: 'sensation', item: 'L5' };
const untested: NeuroCell = { state: 'nt', reason: '' };
const tested = (grade: '0' | '3' | '4-' | '4' | '4+' | '5', painLimited = false): NeuroCell => ({ state: 'tested', grade, painLimited });

describe('a key in a cell', () => {
  it('sets the grade of that kind of row and nothing else', () => {
    expect(cellAfterKey(power, '5', untested, null)).toEqual(tested('5'));
    expect(cellAfterKey(reflex, '4', untested, null)).toEqual({ state: 'tested', grade: 4 });
    expect(cellAfterKey(reflex, '5', untested, null)).toBeNull();
    expect(cellAfterKey(feeling, '2', untested, null)).toEqual({ state: 'tested', grade: 2 });
    expect(cellAfterKey(feeling, '3', untested, null)).toBeNull();
    expect(cellAfterKey(power, 'x', untested, null)).toBeNull();
  });

  it('moves a four with plus and minus, and no other grade', () => {
    expect(cellAfterKey(power, '-', tested('4'), null)).toEqual(tested('4-'));
    expect(cellAfterKey(power, '+', tested('4-'), null)).toEqual(tested('4'));
    expect(cellAfterKey(power, '+', tested('4'), null)).toEqual(tested('4+'));
    expect(cellAfterKey(power, '+', tested('4+'), null)).toBeNull();
    expect(cellAfterKey(power, '-', tested('5'), null)).toBeNull();
    expect(cellAfterKey(power, '+', untested, null)).toBeNull();
  });

  it('marks pain limitation only on tested power, and keeps it with a new grade', () => {
    expect(cellAfterKey(power, '*', tested('4'), null)).toEqual(tested('4', true));
    expect(cellAfterKey(power, '3', tested('4', true), null)).toEqual(tested('3', true));
    expect(cellAfterKey(power, '*', untested, null)).toBeNull();
    expect(cellAfterKey(reflex, '*', { state: 'tested', grade: 2 }, null)).toBeNull();
  });

  it('marks reinforcement only on a tested reflex, keeps it with a new grade, and takes it back', () => {
    const absent: NeuroCell = { state: 'tested', grade: 0 };
    const reinforced: NeuroCell = { state: 'tested', grade: 0, reinforced: true };
    expect(cellAfterKey(reflex, 'j', absent, null)).toEqual(reinforced);
    expect(cellAfterKey(reflex, 'J', reinforced, null)).toEqual({ ...reinforced, reinforced: false });
    expect(cellAfterKey(reflex, '1', reinforced, null)).toEqual({ ...reinforced, grade: 1 });
    expect(cellAfterKey(reflex, 'j', untested, null)).toBeNull();
    expect(cellAfterKey(power, 'j', tested('5'), null)).toBeNull();
    expect(cellAfterKey(feeling, 'j', { state: 'tested', grade: 2 }, null)).toBeNull();
    expect(readCell(reflex, 'right', reinforced, { state: 'tested', grade: 2 }, null).words).toBe('absent, reinforced, below left');
    expect(cellAfterKey(reflex, 's', untested, reinforced)).toEqual({ state: 'carried', grade: 0 });
  });

  it('says not tested, declined, or same as last time, which never counts as tested', () => {
    expect(cellAfterKey(power, 'n', tested('5'), null)).toEqual(untested);
    expect(cellAfterKey(power, 'd', tested('5'), null)).toEqual({ state: 'declined', reason: '' });
    expect(cellAfterKey(power, 's', untested, tested('5', true))).toEqual({ state: 'carried', grade: '5' });
    expect(cellAfterKey(power, 's', untested, null)).toBeNull();
    expect(carriedFrom(untested)).toBeNull();
  });
});

describe('how a cell reads', () => {
  const words = text.visit.exam;

  it('shows weak power as a finding and pain-limited power as hatched, never as a finding', () => {
    expect(readCell(power, 'right', tested('4'), tested('5'), null)).toEqual({
      look: 'finding',
      value: '4',
      words: words.belowOther('right'),
    });
    expect(readCell(power, 'right', tested('3', true), tested('5'), null).look).toBe('pain');
    expect(readCell(power, 'right', tested('5'), tested('5'), null).look).toBe('normal');
  });

  it('shows an untested cell as untested, also when it was tested last time', () => {
    expect(readCell(power, 'left', untested, tested('5'), null).look).toBe('notTested');
    expect(readCell(power, 'left', untested, tested('5'), tested('5'))).toEqual({ look: 'last', value: '–', words: words.lastGrade('5') });
    const carried: NeuroCell = { state: 'carried', grade: '5' };
    expect(readCell(power, 'left', carried, tested('5'), tested('5'))).toMatchObject({ look: 'last', value: '–' });
  });

  it('takes an even low reflex for normal and a one-sided or brisk one for a finding', () => {
    const low: NeuroCell = { state: 'tested', grade: 1 };
    const normal: NeuroCell = { state: 'tested', grade: 2 };
    const brisk: NeuroCell = { state: 'tested', grade: 3 };
    expect(readCell(reflex, 'right', low, low, null).look).toBe('normal');
    expect(readCell(reflex, 'right', low, normal, null).look).toBe('finding');
    expect(readCell(reflex, 'right', brisk, brisk, null).look).toBe('finding');
  });
});
