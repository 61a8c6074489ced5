import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where a request really comes from, once proxies we trust are taken out. */
export interface Client {
  readonly address: string;
  readonly protocol: 'http' | 'https';
  readonly host: string;
  /** True when a proxy that is not on our list added forwarded headers. */
  readonly forwardedByStranger: boolean;
  /** The addresses that `X-Forwarded-For` named when the request came, believed or not; for showing, never for deciding. */
  readonly claimedAddresses: readonly string[];
}

/** Tells whether an address belongs to a proxy we trust. */
export type TrustedProxies = (address: string) => boolean;

/** Compiles the `TRUSTED_PROXIES` list of addresses and networks. */
export function trustedProxies(list: readonly string[]): TrustedProxies {
  // Asked of every request: most servers have no list, and looking into one makes an object of the address.
  if (list.length === 0) return () => false;
  const blocks = new BlockList();
  for (const entry of list) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) blocks.addAddress(address, family);
    else blocks.addSubnet(address, Number(prefix), family);
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && blocks.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/** Remembers the client of each request, settled once when it arrives. */
export interface Clients {
  settle(request: IncomingMessage): void;
  of(request: IncomingMessage): Client;
}

/** Makes the memory of clients for a list of trusted proxies. */
export function createClients(proxies: readonly string[]): Clients {
  const trusted = trustedProxies(proxies);
  const known = new WeakMap<IncomingMessage, Client>();
  return {
    settle(request) {
      known.set(request, settleClient(request, trusted));
    },
    of(request) {
      const client = known.get(request);
      if (client === undefined) throw new Error('This request did not come through the front door.');
      return client;
    },
  };
}

const forwardedHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
];
const alsoRemoved = ['x-real-ip', 'x-client-ip', 'cf-connecting-ip', 'true-client-ip', 'x-forwarded-prefix'];

/**
 * Works out the client and rewrites the forwarded headers to exactly that, so that whoever reads them later (sign-in
 * limits, Next) cannot be lied to: a stranger's forwarded headers are dropped.
 */
export function settleClient(request: IncomingMessage, trusted: TrustedProxies): Client {
  const { headers, socket } = request;
  const peer = plainAddress(socket.remoteAddress ?? '');
  const believed = trusted(peer);
  const forwardedByStranger = !believed && forwardedHeaders.some((name) => headers[name] !== undefined);
  const secureSocket = 'encrypted' in socket && socket.encrypted === true;
  const protocol = believed ? lastOf(headers['x-forwarded-proto']) : undefined;
  const client: Client = {
    address: believed ? nearestStranger(headers['x-forwarded-for'], trusted, peer) : peer,
    protocol: protocol === 'https' || (protocol === undefined && secureSocket) ? 'https' : 'http',
    host: (believed ? lastOf(headers['x-forwarded-host']) : undefined) ?? headers.host ?? '',
    forwardedByStranger,
    claimedAddresses: hopsIn(headers['x-forwarded-for']).filter((hop) => hop !== null),
  };
  for (const name of [...forwardedHeaders, ...alsoRemoved]) delete headers[name];
  headers['x-forwarded-for'] = client.address;
  headers['x-forwarded-proto'] = client.protocol;
  if (client.host !== '') headers['x-forwarded-host'] = client.host;
  return client;
}

/** `::ffff:10.0.0.1` is `10.0.0.1` to everybody but the socket. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/**
 * Read from the right: each entry was written by the hop after it, so only those of trusted hops count. What lies behind
 * an entry that names no address may have been written by anybody, so the way ends there.
 */
function nearestStranger(
  header: string | string[] | undefined,
  trusted: TrustedProxies,
  peer: string,
): string {
  let nearest = peer;
  for (const hop of hopsIn(header).reverse()) {
    if (hop === null) break;
    nearest = hop;
    if (!trusted(hop)) break;
  }
  return nearest;
}

/** The addresses of hops; null for what names none. */
function hopsIn(header: string | string[] | undefined): (string | null)[] {
  if (header === undefined) return [];
  return String(header).split(',').map(hopAddress);
}

/** Some proxies write the port too: `203.0.113.7:5423`, `[2001:db8::7]:5423`. */
function hopAddress(text: string): string | null {
  const hop = text.trim();
  const address = /^\[([^\]]*)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
  return isIP(address) === 0 ? null : plainAddress(address);
}

function lastOf(header: string | string[] | undefined): string | undefined {
  const last = String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last === '' ? undefined : last;
}
