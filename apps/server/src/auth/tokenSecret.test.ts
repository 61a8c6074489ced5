import { describe, expect, it } from 'vitest';
import { hashSecret } from './secretToken.ts';
import { newTokenSecret, shownPrefix, tokenFingerprint, tokenKinds } from './tokenSecret.ts';

describe('secrets of tokens', () => {
  it('[TOKEN1] begin with what scanners look for and hold 190 bits', () => {
    expect(newTokenSecret('PERSONAL')).toMatch(/^jjk_p_[0-9A-Za-z]{38}$/);
    expect(newTokenSecret('WORKSPACE')).toMatch(/^jjk_w_[0-9A-Za-z]{38}$/);
    const many = Array.from({ length: 500 }, () => newTokenSecret('PERSONAL'));
    expect(new Set(many).size).toBe(500);
    expect(new Set(many.flatMap((secret) => [...secret.slice(6, 38)])).size).toBe(62);
    expect(32 * Math.log2(62)).toBeGreaterThan(128);
  });

  it('[TOKEN1] a list shows so little of one that the rest cannot be guessed', () => {
    const secret = newTokenSecret('WORKSPACE');
    expect(shownPrefix(secret)).toBe(secret.slice(0, 10));
    expect((32 - 4) * Math.log2(62)).toBeGreaterThan(128);
  });

  it('[TOKEN2] are known by their hash, found by its beginning', () => {
    for (const kind of tokenKinds) {
      const secret = newTokenSecret(kind);
      const hash = hashSecret(secret);
      expect(tokenFingerprint(secret)).toEqual({ hash, lookup: hash.slice(0, 16) });
    }
  });

  it('[TOKEN1] one mistyped letter, or any other text, is known to be none', () => {
    const secret = newTokenSecret('PERSONAL');
    for (let at = 6; at < secret.length; at += 1) {
      const other = secret[at] === 'a' ? 'b' : 'a';
      expect(tokenFingerprint(secret.slice(0, at) + other + secret.slice(at + 1))).toBeNull();
    }
    const random = secret.slice(6);
    for (const text of [
      '',
      'jjk_',
      secret.slice(1),
      `${secret}a`,
      `jjk_x_${random}`,
      `x${secret}`,
      `${secret}\n`,
    ]) {
      expect(tokenFingerprint(text)).toBeNull();
    }
  });
});
