import { IncomingMessage } from 'node:http';
import { isIPv4, Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { addressGroup } from '../../src/auth/addressGroup.ts';
import { settleClient, trustedProxies } from '../../src/http/clientOf.ts';
import { faultSize } from '../faults/faultRows.ts';
import { seeded } from '../faults/seeded.ts';
import { CorpusCount } from './CorpusCount.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 77);
const random = seeded(seed);
const below = (max: number): number => Math.floor(random() * max);
const pick = <T>(of: readonly [T, ...T[]]): T => of[below(of.length)] ?? of[0];
const rounds = 60 * faultSize('corpus');

const groupsOf = (count: number): number[] => Array.from({ length: count }, () => below(0x1_0000));
const newIPv4 = (first = 11 + below(80)): string => [first, below(256), below(256), 1 + below(254)].join('.');

/** The same eight groups, written in some of the ways there are. */
function spellingsOf(groups: readonly number[]): readonly string[] {
  const short = groups.map((group) => group.toString(16));
  const long = short.map((group) => group.padStart(4, '0'));
  const [g = 0, h = 0] = groups.slice(6);
  const dotted = [g >> 8, g & 255, h >> 8, h & 255].join('.');
  const zeros = short.findIndex((group, at) => group === '0' && short[at + 1] === '0');
  const ends = zeros === -1 ? zeros : short.findIndex((group, at) => at > zeros && group !== '0');
  const packed =
    zeros === -1
      ? []
      : [`${short.slice(0, zeros).join(':')}::${ends === -1 ? '' : short.slice(ends).join(':')}`];
  const zone = isLinkLocal(groups) ? [`${short.join(':')}%eth0`] : [];
  return [
    short.join(':'),
    long.join(':'),
    short.join(':').toUpperCase(),
    ...packed,
    ...zone,
    `${short.slice(0, 6).join(':')}:${dotted}`,
  ];
}
const isLinkLocal = ([first = 0]: readonly number[]): boolean => (first & 0xffc0) === 0xfe80;
/** An IPv4 address, written in some of the ways that IPv6 has for it. */
function mapped(address: string): readonly string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const [high, low] = [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
  return [
    address,
    `::ffff:${address}`,
    `::FFFF:${address}`,
    `::ffff:${high}:${low}`,
    `0:0:0:0:0:ffff:${high}:${low}`,
    `0000:0000:0000:0000:0000:ffff:${address}`,
  ];
}

describe(`keys of limits (seed ${seed})`, () => {
  const count = new CorpusCount('Auth and sessions, keys of limits', seed);
  afterAll(() => count.tell());

  it('[HOSTILE11] [AUTH6] [T14] an address is one key in whatever spelling, and a /64 is one', () => {
    for (let round = 0; round < rounds; round += 1) {
      const net = [0x2000 + below(0x1000), ...groupsOf(3)];
      const one = [...net, ...pick([groupsOf(4), [0, 0, 0, below(9)], [0, 0, ...groupsOf(2)]])];
      const other = [...net, ...groupsOf(4)];
      const keys = [...spellingsOf(one), ...spellingsOf(other)].map(addressGroup);
      expect([one, [...new Set(keys)]]).toEqual([
        one,
        [`${net.map((group) => group.toString(16)).join(':')}::/64`],
      ]);
      const beside = net.with(3, ((net[3] ?? 0) + 1) % 0x1_0000);
      expect(keys).not.toContain(
        addressGroup([...beside, ...groupsOf(4)].map((group) => group.toString(16)).join(':')),
      );
      const address = newIPv4();
      for (const spelling of mapped(address))
        expect([spelling, addressGroup(spelling)]).toEqual([spelling, address]);
      count.add('spellings', keys.length + 7);
    }
    for (const none of [
      '',
      ' ',
      'unknown',
      '1.2.3',
      '1.2.3.4.5',
      '01.2.3.4',
      '1.2.3.4:80',
      '[::1]',
      '::g',
      ':::',
      '1::2::3',
      "1.2.3.4'",
    ]) {
      expect([none, addressGroup(none)]).toEqual([none, 'unknown']);
      count.add('spellings');
    }
  });

  const proxies = trustedProxies(['10.0.0.0/8', 'fd00::/8', '127.0.0.1']);
  const settled = (peer: string, headers: Record<string, string>) => {
    const socket = new Socket();
    Object.defineProperty(socket, 'remoteAddress', { value: peer });
    const request = new IncomingMessage(socket);
    Object.assign(request.headers, { host: 'maps.example.org', ...headers });
    const { address } = settleClient(request, proxies);
    return { address, headers: request.headers };
  };
  /** What somebody may have sent before the first proxy added a word. */
  const lies = (): string[] =>
    Array.from({ length: below(4) }, () =>
      pick([
        'unknown',
        '_hidden',
        '',
        '"',
        '127.0.0.1',
        '10.9.9.9',
        '::1',
        'fd00::9',
        '<script>',
        '1.1.1.1:80',
        '[::1]:1',
      ]),
    ).concat(below(2) === 0 ? [newIPv4()] : []);
  const written = (address: string): string =>
    isIPv4(address)
      ? pick([address, `${address}:${below(65_536)}`, ` ${address} `, ...mapped(address)] as [
          string,
          ...string[],
        ])
      : pick([address, `[${address}]`, `[${address}]:${below(65_536)}`, address.toUpperCase()]);
  const somebody = (): string =>
    pick([newIPv4(), [0x2001, ...groupsOf(7)].map((group) => group.toString(16)).join(':')]);

  it('[HOSTILE11] [DOOR7] [T14] behind trusted proxies it is whoever the first of them saw, whatever they sent along', () => {
    for (let round = 0; round < rounds; round += 1) {
      const client = somebody();
      const chain = Array.from({ length: below(3) }, () => pick([newIPv4(10), 'fd00::5', '127.0.0.1']));
      const header = [...lies(), ...[client, ...chain].map(written)].join(',');
      const { address, headers } = settled(newIPv4(10), { 'x-forwarded-for': header });
      expect([header, addressGroup(address)]).toEqual([header, addressGroup(client)]);
      expect(headers['x-forwarded-for']).toBe(address);
      count.add('chains of proxies');
    }
  });

  it('[HOSTILE11] [DOOR7] what a trusted proxy could not name is that proxy, never what was sent along', () => {
    for (let round = 0; round < rounds; round += 1) {
      const nearest = newIPv4(10);
      const peer = newIPv4(10);
      const unnamed = pick([
        'unknown',
        '_gazonk',
        '',
        'localhost',
        '1.2.3',
        '[::1',
        '1.2.3.4:x',
        'proxy.example:80',
      ]);
      const header = [...lies(), somebody(), unnamed, nearest].join(', ');
      expect([header, settled(peer, { 'x-forwarded-for': header }).address]).toEqual([header, nearest]);
      const bare = [...lies(), somebody(), unnamed].join(', ');
      expect([bare, settled(peer, { 'x-forwarded-for': bare }).address]).toEqual([bare, peer]);
      count.add('unnamed hops', 2);
    }
  });

  it('[HOSTILE11] [DOOR7] [T14] nobody else is believed, by whatever header', () => {
    const names = [
      'x-forwarded-for',
      'forwarded',
      'x-real-ip',
      'x-client-ip',
      'cf-connecting-ip',
      'true-client-ip',
    ];
    for (let round = 0; round < rounds; round += 1) {
      const peer = somebody();
      const claim = written(pick(['127.0.0.1', '10.0.0.1', somebody()]));
      const forged = Object.fromEntries(names.filter(() => below(2) === 0).map((name) => [name, claim]));
      const { address, headers } = settled(peer, {
        ...forged,
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'evil.example',
      });
      expect(address).toBe(peer);
      for (const name of names.slice(1)) expect(headers[name]).toBeUndefined();
      expect([headers['x-forwarded-for'], headers['x-forwarded-host']]).toEqual([peer, 'maps.example.org']);
      count.add('strangers');
    }
  });
});
