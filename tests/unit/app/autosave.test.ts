import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../shared/contract/result.ts';
import { createAutosave, RETRY_DELAYS_MS, SAVE_DELAY_MS, type SaveAnswer } from '../../../renderer/app/autosave.ts';

const SAVED_AT = '2026-11-23T10:42:00.000Z';
const saved = (sequence: number): SaveAnswer => ok({ sequence, savedAt: SAVED_AT });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('autosave', () => {
  it('sends the first change within the promised time although typing goes on', async () => {
    const send = vi.fn((sequence: number) => Promise.resolve(saved(sequence)));
    const autosave = createAutosave({ send, sequence: 7, savedAt: null });
    for (let elapsedMs = 0; elapsedMs < 500; elapsedMs += 50) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(SAVE_DELAY_MS).toBeLessThan(500);
    expect(send).toHaveBeenCalled();
    expect(send.mock.calls[0]).toEqual([8]);
  });

  it('sends nothing when nothing was typed', async () => {
    const send = vi.fn((sequence: number) => Promise.resolve(saved(sequence)));
    createAutosave({ send, sequence: 0, savedAt: null });
    await vi.advanceTimersByTimeAsync(5000);
    expect(send).not.toHaveBeenCalled();
  });

  it('has one request at a time and sends what was typed meanwhile afterwards', async () => {
    const answers: ((answer: SaveAnswer) => void)[] = [];
    const send = vi.fn(() => new Promise<SaveAnswer>((resolve) => answers.push(resolve)));
    const autosave = createAutosave({ send, sequence: 0, savedAt: null });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS * 4);
    expect(send).toHaveBeenCalledTimes(1);
    answers[0]?.(saved(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.getStatus().state).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    expect(send).toHaveBeenCalledTimes(2);
    answers[1]?.(saved(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.getStatus()).toEqual({ state: 'saved', savedAt: SAVED_AT, error: null });
  });

  it('tries again while the desk cannot write, and says so', async () => {
    const send = vi
      .fn((sequence: number): Promise<SaveAnswer> => Promise.resolve(saved(sequence)))
      .mockResolvedValueOnce(fail('disk-full'))
      .mockResolvedValueOnce(fail('bug'));
    const autosave = createAutosave({ send, sequence: 0, savedAt: null });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    expect(autosave.getStatus()).toMatchObject({ state: 'failed', error: 'disk-full' });
    await vi.advanceTimersByTimeAsync(RETRY_DELAYS_MS[0]);
    expect(autosave.getStatus()).toMatchObject({ state: 'failed', error: 'bug' });
    await vi.advanceTimersByTimeAsync(RETRY_DELAYS_MS[1]);
    expect(autosave.getStatus().state).toBe('saved');
    expect(send.mock.calls.map(([sequence]) => sequence)).toEqual([1, 2, 3]);
  });

  it.each(['visit-signed', 'locked', 'desk-gone'] as const)('stops trying after %s', async (code) => {
    const send = vi.fn((): Promise<SaveAnswer> => Promise.resolve(fail(code)));
    const autosave = createAutosave({ send, sequence: 0, savedAt: null });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(autosave.getStatus()).toMatchObject({ state: 'refused', error: code });
    await expect(autosave.flush()).resolves.toBe(false);
  });

  it('sends again with a higher number when the desk holds a later draft', async () => {
    const send = vi.fn((sequence: number) => Promise.resolve(saved(Math.max(sequence, 40))));
    const autosave = createAutosave({ send, sequence: 3, savedAt: null });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    expect(send.mock.calls.map(([sequence]) => sequence)).toEqual([4, 41]);
    expect(autosave.getStatus().state).toBe('saved');
    expect(autosave.nextSequence()).toBe(42);
  });

  it('flushes what is typed, waits for the request under way, and says when it could not', async () => {
    const answers: ((answer: SaveAnswer) => void)[] = [];
    const send = vi.fn(() => new Promise<SaveAnswer>((resolve) => answers.push(resolve)));
    const autosave = createAutosave({ send, sequence: 0, savedAt: null });
    await expect(autosave.flush()).resolves.toBe(true);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    autosave.touch();
    const flushed = autosave.flush();
    answers[0]?.(saved(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledTimes(2);
    answers[1]?.(fail('disk-full'));
    await expect(flushed).resolves.toBe(false);
    expect(autosave.getStatus()).toMatchObject({ state: 'failed', error: 'disk-full' });
    autosave.stop();
  });
});
