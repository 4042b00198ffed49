import { describe, expect, it } from 'vitest';
import { emptyVisitRecord } from '../../../shared/schemas/visit.ts';
import { createVisitStore, type VisitStore } from '../../../renderer/features/visit/state/visit-store.ts';
import { readAt, writeAt } from '../../../renderer/features/visit/state/record-path.ts';

const record = emptyVisitRecord('first', '2026-11-23', 'Europe/London');
const newStore = (): VisitStore => createVisitStore(record, {}, '');

describe('a path of the record', () => {
  it('reads what is there and undefined where nothing was recorded yet', () => {
    expect(readAt(record, 'slr.right.tested')).toBe('nt');
    expect(readAt(record, 'redFlags.answers.RF-01a')).toBeUndefined();
    expect(readAt(record, 'redFlags.onsets.RF-01a.startedOn')).toBeUndefined();
  });

  it('writes one value and leaves every other branch untouched', () => {
    const next = writeAt(record, 'slr.right.p1AngleDeg', 42);
    expect(next.slr.right.p1AngleDeg).toBe(42);
    expect(next.slr.left).toBe(record.slr.left);
    expect(next.intake).toBe(record.intake);
    expect(record.slr.right.p1AngleDeg).toBeNull();
  });

  it('makes the branches it needs', () => {
    expect(writeAt(record, 'redFlags.answers.RF-02b', 'unsure').redFlags.answers).toEqual({ 'RF-02b': 'unsure' });
  });
});

describe('undo', () => {
  it('takes back one choice at a time and names the field', () => {
    const store = newStore();
    store.set('intake.legWorseThanBack', 'yes');
    store.set('intake.coughRaisesLegPain', 'no');
    expect(store.undo()).toBe('intake.coughRaisesLegPain');
    expect(store.getState().record.intake.coughRaisesLegPain).toBe('unasked');
    expect(store.getState().record.intake.legWorseThanBack).toBe('yes');
    expect(store.undo()).toBe('intake.legWorseThanBack');
    expect(store.getState().record).toBe(record);
    expect(store.undo()).toBeNull();
  });

  it('makes it again with redo, until something new is done', () => {
    const store = newStore();
    store.set('intake.side', 'right');
    store.undo();
    expect(store.redo()).toBe('intake.side');
    expect(store.getState().record.intake.side).toBe('right');
    store.undo();
    store.set('intake.side', 'left');
    expect(store.redo()).toBeNull();
    expect(store.getState().record.intake.side).toBe('left');
  });

  it('joins the letters typed into one field to one step, and starts a new one after the field was left', () => {
    const store = newStore();
    for (const note of ['s', 'si', 'sit']) store.set('note', note, { continuous: true });
    store.endStep();
    store.set('note', 'sits', { continuous: true });
    store.undo();
    expect(store.getState().record.note).toBe('sit');
    store.undo();
    expect(store.getState().record.note).toBe('');
  });

  it('does not join two fields', () => {
    const store = newStore();
    store.set('note', 'a', { continuous: true });
    store.set('unaskedReason', 'b', { continuous: true });
    store.undo();
    expect(store.getState().record.note).toBe('a');
    expect(store.getState().record.unaskedReason).toBe('');
  });

  it('takes back a text that could not be read together with the value it had replaced', () => {
    const store = newStore();
    store.set('slr.right.p1AngleDeg', 42);
    store.endStep();
    store.setPending('slr.right.p1AngleDeg', '42.5', null);
    expect(store.getState().record.slr.right.p1AngleDeg).toBeNull();
    store.undo();
    expect(store.getState().record.slr.right.p1AngleDeg).toBe(42);
    expect(store.getState().pendingText).toEqual({});
  });
});

describe('a text that cannot be read yet', () => {
  it('is kept as typed while the rules see no value', () => {
    const store = newStore();
    store.setPending('slr.left.p1AngleDeg', 'abc', null);
    expect(store.getState().pendingText).toEqual({ 'slr.left.p1AngleDeg': 'abc' });
    expect(store.getState().record.slr.left.p1AngleDeg).toBeNull();
  });

  it('is gone when the field gets a value', () => {
    const store = newStore();
    store.setPending('slr.left.p1AngleDeg', '4x', null);
    store.set('slr.left.p1AngleDeg', 40);
    expect(store.getState().pendingText).toEqual({});
    expect(store.getState().record.slr.left.p1AngleDeg).toBe(40);
  });

  it('is gone when the field is emptied, although the value was already empty', () => {
    const store = newStore();
    store.setPending('slr.left.p1AngleDeg', '4x', null);
    store.set('slr.left.p1AngleDeg', null);
    expect(store.getState().pendingText).toEqual({});
  });
});

describe('listeners', () => {
  it('hear of changes and of the focus, and of nothing when nothing changed', () => {
    const store = newStore();
    let heard = 0;
    const stop = store.subscribe(() => (heard += 1));
    store.set('intake.side', 'right');
    store.set('intake.side', 'right');
    store.setFocus('intake.side');
    store.setFocus('intake.side');
    expect(heard).toBe(2);
    stop();
    store.undo();
    expect(heard).toBe(2);
  });
});
