import { v7 } from 'uuid';

/** A new UUIDv7 (design D12): rises with time, so new rows lie together in the indexes. */
export function uuidv7(): string {
  return v7();
}
