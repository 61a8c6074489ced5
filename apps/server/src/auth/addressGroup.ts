import { isIP, isIPv4, SocketAddress } from 'node:net';

/** An address in one spelling: IPv4 inside IPv6 becomes IPv4, a zone is dropped; null when it is none. */
function plainAddress(text: string): string | null {
  const trimmed = (text.trim().split('%')[0] ?? '').toLowerCase();
  if (isIP(trimmed) === 0) return null;
  if (isIPv4(trimmed)) return trimmed;
  const { address } = new SocketAddress({ address: trimmed, family: 'ipv6' });
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return mapped ?? address;
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
