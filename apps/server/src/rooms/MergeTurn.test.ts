import { expect, it } from 'vitest';
import { MergeTurn } from './MergeTurn.ts';

it('[ROOM30] a turn is free again so many times as long after a merge as that took', () => {
  let now = 1_000;
  const turn = new MergeTurn(() => now);
  expect(turn.isFree(3)).toBe(true);
  const done = turn.take();
  expect(turn.isFree(0)).toBe(false);
  now += 100;
  done();
  expect(turn.isFree(0)).toBe(true);
  now += 99;
  expect(turn.isFree(1)).toBe(false);
  now += 1;
  expect(turn.isFree(1)).toBe(true);
  now += 199;
  expect(turn.isFree(3)).toBe(false);
  now += 1;
  expect(turn.isFree(3)).toBe(true);
});

it('[ROOM30] of merges that overlap the longest rest counts', () => {
  let now = 0;
  const turn = new MergeTurn(() => now);
  const long = turn.take();
  now = 100;
  const short = turn.take();
  now = 110;
  long();
  expect(turn.isFree(3)).toBe(false);
  now = 120;
  short();
  now = 439;
  expect(turn.isFree(3)).toBe(false);
  now = 440;
  expect(turn.isFree(3)).toBe(true);
});

it('[ROOM30] a short merge in the rest of a long one does not end that', () => {
  let now = 0;
  const turn = new MergeTurn(() => now);
  const long = turn.take();
  now = 100;
  long();
  const short = turn.take();
  now = 101;
  short();
  now = 199;
  expect(turn.isFree(1)).toBe(false);
  now = 399;
  expect(turn.isFree(1)).toBe(true);
  expect(turn.isFree(3)).toBe(false);
  now = 400;
  expect(turn.isFree(3)).toBe(true);
});

it('[ROOM30] a merge that takes longer than a minute is waited for no more', () => {
  let now = 0;
  const turn = new MergeTurn(() => now);
  const hangs = turn.take();
  now = 60_000;
  expect(turn.isFree(0)).toBe(false);
  now = 60_001;
  expect(turn.isFree(3)).toBe(true);
  now = 600_000;
  hangs();
  now = 659_999;
  expect(turn.isFree(0)).toBe(true);
  expect(turn.isFree(1)).toBe(false);
  now = 660_000;
  expect(turn.isFree(1)).toBe(true);
});
