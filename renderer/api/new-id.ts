import { v7 } from 'uuid';
import type { Id } from '../../shared/schemas/common.ts';

/** A UUIDv7 for a row the window asks the desk to make, so that a retry never makes a second one. */
export function newId(): Id {
  return v7();
}
