import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

// A random database key is wrapped with AES-256-GCM under a key derived from a passphrase by Argon2id (design 6).

/** Exactly so many bytes in base 64. */
export const base64 = (bytes: number): z.ZodType<string> =>
  z.string().refine((text) => Buffer.from(text, 'base64').length === bytes && Buffer.from(text, 'base64').toString('base64') === text);

/** Parameters of the derivation, kept beside each wrapped key. The bounds keep a planted file from asking for all memory. */
export const kdfSchema = z.object({
  name: z.literal('argon2id'),
  memoryKiB: z.int().min(19_456).max(1_048_576),
  passes: z.int().min(2).max(20),
  lanes: z.int().min(1).max(16),
  salt: base64(16),
});
export type Kdf = z.infer<typeof kdfSchema>;

export const wrappedKeySchema = z.object({ nonce: base64(12), ciphertext: base64(32), tag: base64(16) });
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/** Fresh parameters: 64 MiB, three passes, four lanes, a random salt. */
export function newKdf(): Kdf {
  return { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 4, salt: randomBytes(16).toString('base64') };
}

/** The 32-byte key of a passphrase. The same passphrase typed on another keyboard gives the same key (NFKC). The caller zeroes it. */
async function deriveKey(passphrase: string, kdf: Kdf): Promise<Buffer> {
  const typed = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  try {
    // Argon2id is the library's default algorithm; its enum cannot be named under isolatedModules.
    return await hashRaw(typed, {
      memoryCost: kdf.memoryKiB,
      timeCost: kdf.passes,
      parallelism: kdf.lanes,
      salt: Buffer.from(kdf.salt, 'base64'),
      outputLen: 32,
    });
  } finally {
    typed.fill(0);
  }
}

/** Wraps `key` for one user. `boundTo` (desk and user) must be the same when it is unwrapped, so a wrapped key cannot be moved. */
export async function wrapKey(key: Buffer, passphrase: string, kdf: Kdf, boundTo: string): Promise<WrappedKey> {
  const derived = await deriveKey(passphrase, kdf);
  try {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', derived, nonce).setAAD(additionalData(kdf, boundTo));
    const ciphertext = Buffer.concat([cipher.update(key), cipher.final()]);
    return {
      nonce: nonce.toString('base64'),
      ciphertext: ciphertext.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
  } finally {
    derived.fill(0);
  }
}

/** The key, or null when the passphrase is wrong or what was stored has been changed. The caller zeroes it. */
export async function unwrapKey(wrapped: WrappedKey, passphrase: string, kdf: Kdf, boundTo: string): Promise<Buffer | null> {
  const derived = await deriveKey(passphrase, kdf);
  let opened: Buffer | undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(wrapped.nonce, 'base64'), { authTagLength: 16 })
      .setAAD(additionalData(kdf, boundTo))
      .setAuthTag(Buffer.from(wrapped.tag, 'base64'));
    opened = decipher.update(Buffer.from(wrapped.ciphertext, 'base64'));
    decipher.final();
    return opened;
  } catch {
    opened?.fill(0);
    return null;
  } finally {
    derived.fill(0);
  }
}

function additionalData(kdf: Kdf, boundTo: string): Buffer {
  return Buffer.from(JSON.stringify([boundTo, kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt]), 'utf8');
}
