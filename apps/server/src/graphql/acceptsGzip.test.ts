import { expect, test } from 'vitest';
import { acceptsGzip } from './acceptsGzip.ts';

test.each([
  ['gzip', true],
  ['deflate, GZIP;q=0.5', true],
  ['br;q=1.0, gzip;q=0.8, *;q=0.1', true],
  ['x-gzip', true],
  [null, false],
  ['', false],
  ['identity', false],
  ['*', false],
  ['gzip;q=0', false],
  ['gzip; q=0.000', false],
  ['gzipped', false],
])('[SPEED5] %s', (header, expected) => {
  expect(acceptsGzip(header)).toBe(expected);
});
