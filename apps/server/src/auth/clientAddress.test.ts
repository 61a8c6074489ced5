import { describe, expect, it } from 'vitest';
import { addressGroup, clientAddress, plainAddress, trustedProxyTest } from './clientAddress.ts';

describe('client address', () => {
  const trusted = trustedProxyTest(['10.0.0.0/8', '192.0.2.7', '2001:db8:aaaa::/48']);

  it.each([
    ['nobody is trusted by default: the header is hearsay', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
    ['a trusted proxy tells who came', '10.0.0.1', '198.51.100.4', '198.51.100.4'],
    ['what a client put in front is not believed', '10.0.0.1', '1.1.1.1, 198.51.100.4', '198.51.100.4'],
    ['a chain of trusted proxies is walked', '10.0.0.1', '198.51.100.4, 192.0.2.7', '198.51.100.4'],
    ['a mapped address is the same proxy', '::ffff:10.0.0.1', '198.51.100.4', '198.51.100.4'],
    ['rubbish ends the walk', '10.0.0.1', '198.51.100.4, rubbish', '10.0.0.1'],
    ['no header at all', '10.0.0.1', undefined, '10.0.0.1'],
    ['an IPv6 proxy', '2001:db8:aaaa::1', '2001:db8:1::5', '2001:db8:1::5'],
  ])('[AUTH6] %s', (_name, peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(expected);
  });

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

  it('[AUTH6] an address has one spelling', () => {
    expect(plainAddress(' 2001:0DB8:0:0::0001 ')).toBe('2001:db8::1');
    expect(plainAddress('1.2.3')).toBeNull();
  });
});
