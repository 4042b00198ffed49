import { randomBytes } from 'node:crypto';
import { RECOVERY_SYMBOLS, toRecoveryGroups } from '../../shared/recovery-key.ts';

/** A new recovery key of 160 random bits, as the groups that are shown once. */
export function newRecoveryGroups(): string[] {
  // 256 is a multiple of 32, so every symbol is equally likely.
  return toRecoveryGroups(Array.from(randomBytes(RECOVERY_SYMBOLS), (byte) => byte % 32));
}
