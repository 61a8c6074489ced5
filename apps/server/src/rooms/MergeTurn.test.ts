import { expect, it } from 'vitest';
import { MergeTurn } from './MergeTurn.ts';

it('[ROOM30] a turn is free again three times as long after a merge as that took', () => {
  let now = 1_000;
  const turn = new MergeTurn(() => now);
  expect(turn.free).toBe(true);
  const done = turn.take();
  expect(turn.free).toBe(false);
  now += 100;
  done();
  now += 299;
  expect(turn.free).toBe(false);
  now += 1;
  expect(turn.free).toBe(true);
});

it('[ROOM30] of merges that overlap the longest rest counts', () => {
  let now = 0;
  const turn = new MergeTurn(() => now);
  const long = turn.take();
  now = 100;
  const short = turn.take();
  now = 110;
  long();
  expect(turn.free).toBe(false);
  now = 120;
  short();
  now = 439;
  expect(turn.free).toBe(false);
  now = 440;
  expect(turn.free).toBe(true);
});
