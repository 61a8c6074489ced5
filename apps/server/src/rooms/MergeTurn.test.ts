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

it('[ROOM30] of merges that overlap the longest counts, from the end of the last on', () => {
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
  now = 449;
  expect(turn.isFree(3)).toBe(false);
  now = 450;
  expect(turn.isFree(3)).toBe(true);
});

it('[ROOM30] a merge that takes longer than a minute is waited for no more', () => {
  let now = 0;
  const turn = new MergeTurn(() => now);
  const hangs = turn.take();
  now = 60_000;
  expect(turn.isFree(3)).toBe(false);
  now += 1;
  expect(turn.isFree(3)).toBe(true);
  const next = turn.take();
  expect(turn.isFree(0)).toBe(false);
  now += 10;
  next();
  now += 30;
  expect(turn.isFree(3)).toBe(true);
  hangs();
  expect(turn.isFree(3)).toBe(true);
});
