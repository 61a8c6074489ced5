import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net';

/** Tells whether an address belongs to a proxy whose forwarded headers are believed. */
export type IsTrustedProxy = (address: string) => boolean;

/** Builds the test for trusted proxies from addresses and ranges such as `10.0.0.0/8`. */
export function trustedProxyTest(proxies: readonly string[]): IsTrustedProxy {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** An address in one spelling: IPv4 inside IPv6 becomes IPv4, a zone is dropped; null when it is none. */
export function plainAddress(text: string): string | null {
  const trimmed = (text.trim().split('%')[0] ?? '').toLowerCase();
  if (isIP(trimmed) === 0) return null;
  if (isIPv4(trimmed)) return trimmed;
  const { address } = new SocketAddress({ address: trimmed, family: 'ipv6' });
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return mapped ?? address;
}

/**
 * The address a request comes from [AUTH6]: the peer, or, where the peer is a trusted proxy, the last
 * address of `X-Forwarded-For` that is not one. What stands further left is hearsay.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  isTrusted: IsTrustedProxy,
): string {
  let address = plainAddress(peer ?? '') ?? '0.0.0.0';
  const hops = (forwardedFor ?? '').split(',').filter((hop) => hop.trim() !== '');
  while (isTrusted(address)) {
    const hop = hops.pop();
    const next = hop === undefined ? null : plainAddress(hop);
    if (next === null) break;
    address = next;
  }
  return address;
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 one, since one household owns all of that. */
export function addressGroup(address: string): string {
  const plain = plainAddress(address);
  if (plain === null) return 'unknown';
  if (isIPv4(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Whether an address is of this very machine. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127\./.test(address);
}
