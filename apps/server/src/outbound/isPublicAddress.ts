import { BlockList, isIP } from 'node:net';

/** What of IPv4 is not the public internet. */
const reserved = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** All that is public in IPv6: loopback, local, multicast, mapped and NAT64 addresses lie outside. */
const global = ['2000::', 3] as const;

/** What of it is not: tunnels that hold an IPv4 address (Teredo, 6to4), documentation, protocols of their own. */
const reservedWithin = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3ffe::', 16],
  ['3fff::', 20],
] as const;

const notPublic = new BlockList();
for (const [net, prefix] of reserved) notPublic.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of reservedWithin) notPublic.addSubnet(net, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet(...global, 'ipv6');

/** Whether an address belongs to the public internet, so that reaching it reaches nothing of this network. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4');
    case 6:
      // A zone names an interface of this machine.
      return (
        !address.includes('%') && globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
      );
    default:
      return false;
  }
}
