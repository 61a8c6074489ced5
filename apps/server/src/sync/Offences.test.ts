import { syncLimits } from '@jejak/protocol';
import { expect, test } from 'vitest';
import { Offences } from './Offences.ts';

test('[SYNC31] the second offence within ten minutes bans from that map for a minute, and from no other', () => {
  let now = 1_000;
  const offences = new Offences(() => now);
  expect(offences.offence('usr_a', 'map_a')).toBe('first');
  expect(offences.banned('usr_a', 'map_a')).toBe(false);
  now += syncLimits.offenceWindowMs - 1;
  expect(offences.offence('usr_a', 'map_a')).toBe('second');
  expect(offences.banned('usr_a', 'map_a')).toBe(true);
  expect(offences.banned('usr_a', 'map_b')).toBe(false);
  expect(offences.banned('usr_b', 'map_a')).toBe(false);
  now += syncLimits.banMs;
  expect(offences.banned('usr_a', 'map_a')).toBe(false);
});

test('[SYNC31] an offence is forgiven after ten minutes', () => {
  let now = 0;
  const offences = new Offences(() => now);
  offences.offence('usr_a', 'map_a');
  now += syncLimits.offenceWindowMs;
  expect(offences.offence('usr_a', 'map_a')).toBe('first');
});

test('[SYNC31] what is remembered of offenders is bounded and swept', () => {
  let now = 0;
  const offences = new Offences(() => now, 3);
  for (const userId of ['a', 'b', 'c', 'd']) offences.offence(userId, 'map');
  expect(offences.size).toBe(3);
  expect(offences.offence('d', 'map')).toBe('second');
  now += syncLimits.offenceWindowMs;
  offences.offence('e', 'map');
  offences.sweep();
  expect(offences.size).toBe(1);
});
