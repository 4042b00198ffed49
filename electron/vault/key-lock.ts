import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { base64, kdfSchema, newKdf, unwrapKey, wrapKey, wrappedKeySchema } from './key-wrap.ts';

// One person's way to the database key. The passphrase opens a private key of that person, and the database key is sealed to its public
// half: so a new database key can be given to everyone who stays without asking for their passphrases.

const sealedKeySchema = z.object({
  /** X25519, raw: of the person, and one made for this sealing alone. */
  publicKey: base64(32),
  ephemeral: base64(32),
  nonce: base64(12),
  ciphertext: base64(32),
  tag: base64(16),
});
type SealedKey = z.infer<typeof sealedKeySchema>;

/** `sealed` null: a desk of the first version, whose wrapped key is the database key itself until the person next unlocks. */
export const keyLockSchema = z.object({ kdf: kdfSchema, wrappedKey: wrappedKeySchema, sealed: sealedKeySchema.nullable().default(null) });
export type KeyLock = z.infer<typeof keyLockSchema>;

/** Locks the database key under a passphrase, with a private key of its own. `boundTo` must be the same when it is opened. */
export async function makeLock(key: Buffer, passphrase: string, boundTo: string): Promise<KeyLock> {
  const pair = generateKeyPairSync('x25519');
  const secret = rawPrivate(pair.privateKey);
  try {
    const kdf = newKdf();
    const wrappedKey = await wrapKey(secret, passphrase, kdf, privateBound(boundTo));
    return { kdf, wrappedKey, sealed: seal(key, rawPublic(pair.publicKey), boundTo) };
  } finally {
    secret.fill(0);
  }
}

/** The database key, or null when the passphrase is wrong or what was stored has been changed. The caller zeroes it. */
export async function openLock(lock: KeyLock, passphrase: string, boundTo: string): Promise<Buffer | null> {
  if (lock.sealed === null) return unwrapKey(lock.wrappedKey, passphrase, lock.kdf, boundTo);
  const secret = await unwrapKey(lock.wrappedKey, passphrase, lock.kdf, privateBound(boundTo));
  if (secret === null) return null;
  try {
    return unseal(lock.sealed, secret, boundTo);
  } finally {
    secret.fill(0);
  }
}

/** The same lock for another database key; the passphrase is not needed. Null for a lock of the first version. */
export function relock(lock: KeyLock, key: Buffer, boundTo: string): KeyLock | null {
  return lock.sealed && { ...lock, sealed: seal(key, Buffer.from(lock.sealed.publicKey, 'base64'), boundTo) };
}

function seal(key: Buffer, publicKey: Buffer, boundTo: string): SealedKey {
  const once = generateKeyPairSync('x25519');
  const ephemeral = rawPublic(once.publicKey);
  const shared = agree(once.privateKey, publicKey, ephemeral, publicKey);
  try {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', shared, nonce).setAAD(Buffer.from(boundTo, 'utf8'));
    const ciphertext = Buffer.concat([cipher.update(key), cipher.final()]);
    return {
      publicKey: publicKey.toString('base64'),
      ephemeral: ephemeral.toString('base64'),
      nonce: nonce.toString('base64'),
      ciphertext: ciphertext.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
  } finally {
    shared.fill(0);
  }
}

function unseal(sealed: SealedKey, secret: Buffer, boundTo: string): Buffer | null {
  let shared: Buffer | undefined;
  let opened: Buffer | undefined;
  try {
    const ephemeral = Buffer.from(sealed.ephemeral, 'base64');
    shared = agree(toPrivate(secret), ephemeral, ephemeral, Buffer.from(sealed.publicKey, 'base64'));
    const decipher = createDecipheriv('aes-256-gcm', shared, Buffer.from(sealed.nonce, 'base64'), { authTagLength: 16 })
      .setAAD(Buffer.from(boundTo, 'utf8'))
      .setAuthTag(Buffer.from(sealed.tag, 'base64'));
    opened = decipher.update(Buffer.from(sealed.ciphertext, 'base64'));
    decipher.final();
    return opened;
  } catch {
    opened?.fill(0);
    return null;
  } finally {
    shared?.fill(0);
  }
}

/** The key both halves come to, bound to the two public ones. */
function agree(ownPrivate: KeyObject, otherPublic: Buffer, ephemeral: Buffer, recipient: Buffer): Buffer {
  const shared = diffieHellman({ privateKey: ownPrivate, publicKey: toPublic(otherPublic) });
  try {
    return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, recipient]), 'lasegue database key', 32));
  } finally {
    shared.fill(0);
  }
}

// An X25519 key in DER is a fixed start and the 32 raw bytes.
const PRIVATE_START = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_START = Buffer.from('302a300506032b656e032100', 'hex');

function rawPrivate(key: KeyObject): Buffer {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const raw = Buffer.from(der.subarray(PRIVATE_START.length));
  der.fill(0);
  return raw;
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(PUBLIC_START.length);
}

function toPrivate(raw: Buffer): KeyObject {
  const der = Buffer.concat([PRIVATE_START, raw]);
  try {
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
  } finally {
    der.fill(0);
  }
}

function toPublic(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_START, raw]), type: 'spki', format: 'der' });
}

function privateBound(boundTo: string): string {
  return `${boundTo}/private`;
}
