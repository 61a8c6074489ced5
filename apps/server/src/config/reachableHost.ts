import type { NetworkInterfaceInfo } from 'node:os';

/** Whether only programs of this machine reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** The host to put into an address that other devices can open, as far as the listening address allows it. */
export function reachableHost(
  host: string,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
  machineName: string,
): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost';
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const outside = Object.entries(interfaces)
    .flatMap(([name, entries]) => (entries ?? []).map((entry) => ({ name, ...entry })))
    .filter((entry) => !entry.internal && entry.family === 'IPv4' && !entry.address.startsWith('169.254.'));
  // Bridges of container engines and tunnels are outside addresses too, but nobody in the room is behind them.
  const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg)/;
  const best = outside.find((entry) => !virtual.test(entry.name)) ?? outside[0];
  return best?.address ?? machineName;
}
