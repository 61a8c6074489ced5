import { describe, expect, it } from 'vitest';
import { addressGroup } from './addressGroup.ts';

describe('address group', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::9%eth0', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['rubbish', 'unknown'],
  ])('[AUTH6] %s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});
