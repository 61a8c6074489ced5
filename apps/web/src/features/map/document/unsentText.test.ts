import { expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { unsentText } from './unsentText.ts';

it('[STOP1] what was not sent is the words of those records, or of all cards where nobody knows which', () => {
  const map = mapOf();
  map.add(0, 0, 'Sent long ago');
  const mine = map.add(1, 0, 'Only here\nand its second line');
  const lane = map.laneId(0);
  const name = map.index().lanes.get(lane)?.name.en;
  expect(unsentText(map.index(), new Set([mine, lane]), 'en')).toBe(
    `${name}\nOnly here\nand its second line`,
  );
  expect(unsentText(map.index(), new Set(), 'en').split('\n')).toContain('Sent long ago');
});
