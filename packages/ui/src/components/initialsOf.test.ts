import { describe, expect, it } from 'vitest';
import { initialsOf } from './initialsOf.ts';

describe('initialsOf', () => {
  it.each([
    ['Ani Wulandari', 'AW'],
    ['Siti Nur Haliza', 'SH'],
    ['Budi', 'B'],
    ['  dimas   putra ', 'DP'],
    ['', ''],
    ['😀 Eka', '😀E'],
    ['Émile Zola', 'ÉZ'],
  ])('takes the first letters of the first and the last word of %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
