import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, constants, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { query } from './query.ts';
import type { Reader } from './store.ts';

// A byte changed in the write-ahead log makes SQLite drop it and everything after it in silence when the desk is next opened, and an
// older copy of the file looks like a whole one. So the newest acknowledged entry is noted beside the database under a MAC. The note
// may be behind what the database holds, by a crash or a power cut, never ahead of it.

/** File name of the note in the desk folder. */
export const LAST_STORED = 'desk-seen';

const storedSchema = z.object({ turn: z.int().min(0), seq: z.int().min(0), accessSeq: z.int().min(0), draftAt: z.string() });

/** Newest entry of both chains, and when a draft was last written (empty: there is none). */
export type Stored = Omit<z.infer<typeof storedSchema>, 'turn'>;

/** What was acknowledged once and is not there any more. */
export type Loss = {
  /** Entries of the change log. */
  changes: number;
  /** Text of an unsigned visit. */
  draftText: boolean;
};

/** Two places written in turn: a write cut off by a power failure leaves the other. */
const PLACES = 2;
const TEXT_BYTES = 192;
const MAC_CHARACTERS = 64;
const PLACE_BYTES = TEXT_BYTES + MAC_CHARACTERS;

export type LastStored = {
  /** What was noted last when the file was opened; null when there was no note, or none under this key. */
  readonly before: Stored | null;
  /** Notes what has just been acknowledged. Not flushed: a note that is behind does no harm, and saving stays quick. */
  note(stored: Stored): void;
  close(): void;
};

/** Opens or makes the note. A folder that cannot be written gives one that notes nothing. */
export function openLastStored(path: string, key: Buffer): LastStored {
  const file = openOrNull(path);
  if (file === null) return { before: null, note: () => undefined, close: () => undefined };
  const newest = readNewest(file, key);
  let turn = newest?.turn ?? 0;
  let closed = false;
  return {
    before: newest === null ? null : { seq: newest.seq, accessSeq: newest.accessSeq, draftAt: newest.draftAt },
    note: (stored) => {
      turn += 1;
      const text = JSON.stringify({ ...stored, turn }).padEnd(TEXT_BYTES);
      quietly(() => writeSync(file, text + macOf(text, key), (turn % PLACES) * PLACE_BYTES));
    },
    close: () => {
      if (closed) return;
      closed = true;
      quietly(() => fsyncSync(file));
      closeSync(file);
    },
  };
}

/** What the store holds now. */
export function readStored(read: Reader): Stored {
  const newest = (table: 'change_log' | 'access_log'): number =>
    read.first(query.selectFrom(table).select('seq').orderBy('seq', 'desc').limit(1))?.seq ?? 0;
  const savedAt = (table: 'draft' | 'form_draft'): string =>
    read.first(query.selectFrom(table).select('saved_at').orderBy('saved_at', 'desc').limit(1))?.saved_at ?? '';
  const [visitAt, formAt] = [savedAt('draft'), savedAt('form_draft')];
  return { seq: newest('change_log'), accessSeq: newest('access_log'), draftAt: visitAt > formAt ? visitAt : formAt };
}

/** What of `before` is not in `now`, or null. */
export function findLoss(before: Stored, now: Stored): Loss | null {
  const changes = Math.max(0, before.seq - now.seq);
  // A draft that was signed or thrown away since left its entry in the log.
  const draftText = before.draftAt > now.draftAt && now.seq <= before.seq;
  return changes > 0 || draftText || now.accessSeq < before.accessSeq ? { changes, draftText } : null;
}

function readNewest(file: number, key: Buffer): z.infer<typeof storedSchema> | null {
  const places = Array.from({ length: PLACES }, (_, place) => readPlace(file, place, key)).filter((found) => found !== null);
  return places.toSorted((a, b) => b.turn - a.turn)[0] ?? null;
}

function readPlace(file: number, place: number, key: Buffer): z.infer<typeof storedSchema> | null {
  const bytes = Buffer.alloc(PLACE_BYTES);
  if (readSync(file, bytes, 0, PLACE_BYTES, place * PLACE_BYTES) < PLACE_BYTES) return null;
  const text = bytes.toString('latin1', 0, TEXT_BYTES);
  if (!timingSafeEqual(Buffer.from(macOf(text, key), 'latin1'), bytes.subarray(TEXT_BYTES))) return null;
  return storedSchema.parse(JSON.parse(text));
}

function macOf(text: string, key: Buffer): string {
  return createHmac('sha256', key).update(text, 'latin1').digest('hex');
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  } catch {
    return null;
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A disk that fails here fails the next write of the database too, where it is said.
  }
}
