import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret to hand out once: 256 bits, safe in an address. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret; looking up by it tells an attacker nothing about the secret by timing. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether two secrets are the same, in a time that does not depend on where they differ. */
export function secretsMatch(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

const idAlphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A record id that one seed always gives again, for what may be made by somebody else after a crash. */
export function recordIdOf(prefix: string, seed: string): string {
  const digest = createHash('sha256').update(`${prefix} ${seed}`).digest();
  return `${prefix}_${Array.from(digest.subarray(0, 16), (byte) => idAlphabet[byte % 62]).join('')}`;
}

/** A new record id such as `usr_…`: about 95 bits, safe in an address, never a secret. */
export function newRecordId(prefix: string): string {
  let id = '';
  while (id.length < 16) {
    // 248 is the largest multiple of 62 in a byte: what lies above would favour the first characters.
    for (const byte of randomBytes(24)) {
      if (byte < 248 && id.length < 16) id += idAlphabet[byte % 62];
    }
  }
  return `${prefix}_${id}`;
}
