import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hashSecret } from './secretToken.ts';

/** Whose a token is: a person's, or a workspace's. */
export const tokenKinds = ['PERSONAL', 'WORKSPACE'] as const;
export type TokenKind = (typeof tokenKinds)[number];

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const letterOf: Readonly<Record<TokenKind, string>> = { PERSONAL: 'p', WORKSPACE: 'w' };
/** 32 letters of 62: 190 bits. */
const randomLength = 32;
const checksumLength = 6;
const shownLength = 4;
const pattern = /^jjk_[pw]_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;

/** Tells a mistyped or made-up token from a real one without asking anybody. */
function checksumOf(random: string): string {
  let rest = crc32(random);
  let text = '';
  for (let place = 0; place < checksumLength; place += 1) {
    text = alphabet.charAt(rest % alphabet.length) + text;
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}

/** A new secret of a form that scanners of repositories and logs can look for: `jjk_p_…` or `jjk_w_…` [TOKEN1]. */
export function newTokenSecret(kind: TokenKind): string {
  let random = '';
  while (random.length < randomLength) {
    // 248 is the largest multiple of 62 in a byte: what lies above would favour the first letters.
    for (const byte of randomBytes(randomLength)) {
      if (byte < 248 && random.length < randomLength) random += alphabet.charAt(byte % alphabet.length);
    }
  }
  return `jjk_${letterOf[kind]}_${random}${checksumOf(random)}`;
}

/** What lists show of a secret, to tell tokens apart; 166 bits stay hidden. */
export function shownPrefix(secret: string): string {
  return secret.slice(0, 'jjk_p_'.length + shownLength);
}

/** What is kept of a secret: its hash, and the beginning of that to find it by [TOKEN2]. */
export interface TokenFingerprint {
  readonly lookup: string;
  readonly hash: string;
}

/** The fingerprint of a secret; null for what cannot be one of ours. */
export function tokenFingerprint(secret: string): TokenFingerprint | null {
  const [, random, checksum] = pattern.exec(secret) ?? [];
  if (random === undefined || checksum !== checksumOf(random)) return null;
  const hash = hashSecret(secret);
  return { lookup: hash.slice(0, 16), hash };
}
