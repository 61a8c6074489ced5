import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { verifyWebhook } from '@jejak/client/webhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { AllowedHosts } from '../../src/outbound/AllowedHosts.ts';
import { isPublicAddress } from '../../src/outbound/isPublicAddress.ts';
import { postSafely } from '../../src/outbound/postSafely.ts';
import { receiverOf } from '../../src/outbound/receiverOf.ts';
import type { Resolve } from '../../src/outbound/resolveName.ts';
import { signature } from '../../src/outbound/signature.ts';

const none = new AllowedHosts([]);

/** What people write to get inside, by the address that is meant. */
const insideForms = {
  loopback: ['127.0.0.1', '127.1', '127.255.255.254', '0177.0.0.1', '0x7f.1', '0x7f000001', '2130706433'],
  'loopback in IPv6': [
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
  ],
  'nothing at all': ['0', '0.0.0.0', '0x0'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '3232235777', '0xc0a80101', '10.1'],
  metadata: [
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '0251.0376.0251.0376',
    '[fd00:ec2::254]',
    '[::ffff:a9fe:a9fe]',
  ],
  'link-local and unique local': ['[fe80::1]', '[febf::1]', '[fc00::1]', '[fdff::1]', '[fec0::1]'],
  multicast: ['224.0.0.1', '239.255.255.255', '255.255.255.255', '240.0.0.1', '[ff02::1]', '[ff0e::1]'],
  'shared and reserved': [
    '100.64.0.1',
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '192.88.99.1',
  ],
  'IPv4 inside IPv6': [
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::a00:1]',
    '[2002:7f00:1::]',
    '[2002:a00:1::1]',
    '[2001:0:7f00:1::]',
  ],
  'documentation in IPv6': ['[2001:db8::1]', '[3fff::1]', '[100::1]', '[5f00::1]'],
  'full-width and dotted': ['１２７.０.０.１', '127。0。0。1', '127.0.0.1.', '①②⑦.0.0.1'],
  names: ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'printer.local', 'metadata.google.internal'],
} as const;

describe('what is sent outside', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  async function serve(
    listener: RequestListener,
  ): Promise<{ port: number; asked: () => number; connected: () => number }> {
    const server: Server = createServer(listener);
    let asked = 0;
    let connected = 0;
    server.on('request', () => {
      asked += 1;
    });
    server.on('connection', () => {
      connected += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    });
    return { port: (server.address() as AddressInfo).port, asked: () => asked, connected: () => connected };
  }

  const post = (
    url: string,
    rules: { allowed?: readonly string[]; resolve?: Resolve; msMax?: number } = {},
  ) =>
    postSafely(
      { url, headers: { 'content-type': 'application/json' }, body: '{}' },
      { ...rules, allowed: new AllowedHosts(rules.allowed ?? []) },
    );

  for (const [meant, hosts] of Object.entries(insideForms)) {
    it(`[SENT1] refuses ${meant} in every form`, () => {
      for (const host of hosts)
        for (const port of ['', ':443', ':8443'])
          expect([host, receiverOf(`https://${host}${port}/hook`, none)]).toEqual([host, 'ADDRESS']);
    });
  }

  it('[SENT1] takes public addresses and names', () => {
    for (const host of [
      '8.8.8.8',
      '93.184.216.34',
      '[2606:4700::1111]',
      '[2a00:1450::8a]',
      'hooks.example.org',
      '1.1',
    ])
      expect([host, typeof receiverOf(`https://${host}/hook`, none)]).toEqual([host, 'object']);
    expect(
      isPublicAddress('172.32.0.1') && isPublicAddress('100.128.0.1') && isPublicAddress('11.0.0.1'),
    ).toBe(true);
    expect(isPublicAddress('2606:4700::1%eth0')).toBe(false);
    expect(isPublicAddress('hooks.example.org')).toBe(false);
  });

  it('[SENT2] takes https on two ports alone, and no address with a name in it', () => {
    const fault = (url: string) => receiverOf(url, none);
    expect(fault('http://hooks.example.org/')).toBe('SCHEME');
    for (const scheme of ['ftp', 'file', 'gopher', 'data', 'javascript'])
      expect(fault(`${scheme}://hooks.example.org/`)).not.toBeTypeOf('object');
    for (const port of [22, 25, 80, 6379, 8080, 27017])
      expect(fault(`https://hooks.example.org:${port}/`)).toBe('PORT');
    expect(fault('https://someone:secret@hooks.example.org/')).toBe('URL');
    for (const text of [
      '',
      'hooks',
      '//hooks.example.org',
      'https://',
      'https://1.2.3.4.5/',
      'https://999.1.1.1/',
    ])
      expect(fault(text)).toBe('URL');
    expect(fault(`https://hooks.example.org/${'a'.repeat(2_000)}`)).toBe('URL');
  });

  it('[SENT3] what the server lists is reached over http, on any port, and nothing else is', async () => {
    const { port, asked } = await serve((_request, response) => response.writeHead(204).end());
    expect(await post(`http://127.0.0.1:${port}/`, { allowed: ['127.0.0.1'] })).toEqual({
      status: 204,
      fault: null,
    });
    expect(await post(`http://127.0.0.1:${port}/`, { allowed: ['127.0.0.0/8'] })).toEqual({
      status: 204,
      fault: null,
    });
    const resolve: Resolve = async () => ['127.0.0.1'];
    const named = { allowed: ['receiver.test'], resolve };
    expect(await post(`http://receiver.test:${port}/`, named)).toEqual({ status: 204, fault: null });
    expect(asked()).toBe(3);
    expect(await post(`http://other.test:${port}/`, named)).toEqual({ status: null, fault: 'SCHEME' });
    expect(await post(`https://127.0.0.1:${port}/`, { allowed: ['10.0.0.0/8'] })).toMatchObject({
      status: null,
    });
    expect(asked()).toBe(3);
  });

  it('[SENT4] a name is refused when any of its addresses is inside, and connects nowhere', async () => {
    const inside = await serve((_request, response) => response.end());
    for (const addresses of [
      ['127.0.0.1'],
      ['93.184.216.34', '10.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['64:ff9b::7f00:1'],
    ])
      expect(await post('https://flips.example.org/', { resolve: async () => addresses })).toEqual({
        status: null,
        fault: 'ADDRESS',
      });
    for (const resolve of [
      async () => [],
      async () => ['nonsense'],
      async () => Promise.reject(new Error('no such host')),
    ])
      expect(await post('https://flips.example.org/', { resolve })).toEqual({ status: null, fault: 'DNS' });
    expect(inside.connected()).toBe(0);
  });

  it('[SENT4] a resolver that flips its answer is asked once, and the checked address is the one that is reached', async () => {
    const right = await serve((request, response) =>
      response.writeHead(request.headers.host === 'flips.test' ? 200 : 500).end(),
    );
    let asked = 0;
    // Listed by address: stands for a public one, which a test has none of.
    const resolve: Resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['169.254.169.254']);
    const checked = await post(`http://flips.test:${right.port}/`, { allowed: ['flips.test'], resolve });
    expect(checked.status).toBe(500);
    expect([asked, right.connected()]).toEqual([1, 1]);
    expect(await post('https://flips.test/', { allowed: ['127.0.0.1'], resolve })).toEqual({
      status: null,
      fault: 'ADDRESS',
    });
    expect(right.connected()).toBe(1);
  });

  it('[SENT5] no redirect is followed', async () => {
    const inside = await serve((_request, response) => response.end());
    for (const status of [301, 302, 303, 307, 308]) {
      const { port } = await serve((_request, response) =>
        response.writeHead(status, { location: `http://127.0.0.1:${inside.port}/` }).end(),
      );
      expect(await post(`http://127.0.0.1:${port}/`, { allowed: ['127.0.0.1'] })).toEqual({
        status,
        fault: 'REDIRECT',
      });
    }
    expect(inside.connected()).toBe(0);
  });

  it('[SENT6] an endless answer is cut, and a slow one is given up', async () => {
    const allowed = ['127.0.0.1'];
    let ended = (): void => {};
    const over = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const endless = await serve((request, response) => {
      response.writeHead(200);
      const piece = Buffer.alloc(16 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      request.on('close', () => ended());
      more();
    });
    expect(await post(`http://127.0.0.1:${endless.port}/`, { allowed })).toEqual({
      status: 200,
      fault: null,
    });
    await over;
    const trickling = await serve((_request, response) => {
      response.writeHead(200).write('a');
    });
    const silent = await serve(() => {});
    for (const { port } of [trickling, silent])
      expect(await post(`http://127.0.0.1:${port}/`, { allowed, msMax: 50 })).toMatchObject({
        fault: 'TIMEOUT',
      });
    const never: Resolve = () => new Promise(() => {});
    expect(await post('https://slow.example.org/', { resolve: never, msMax: 20 })).toEqual({
      status: null,
      fault: 'TIMEOUT',
    });
  });

  it('[SENT6] a connection that breaks and headers without end are faults', async () => {
    const tcp = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.destroy());
    });
    const huge = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(64 * 1024)}`);
    });
    for (const server of [tcp, huge]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      ends.push(() => new Promise((resolve) => server.close(() => resolve())));
      const { port } = server.address() as AddressInfo;
      expect(await post(`http://127.0.0.1:${port}/`, { allowed: ['127.0.0.1'] })).toEqual({
        status: null,
        fault: 'CONNECTION',
      });
      expect(
        await post(`https://127.0.0.1:${port}/`, { allowed: ['127.0.0.1'], msMax: 2_000 }),
      ).toMatchObject({
        status: null,
      });
    }
  });

  it('[SENT7] signs the time and the body, with every secret that counts', async () => {
    const body = '{"id":"whd_1","type":"ping","events":[]}';
    const moment = 1_700_000_000;
    const isFromUs = async (secret: string, header: string, text = body, seconds = moment + 10) =>
      (await verifyWebhook(text, { 'jejak-signature': header }, secret, { now: seconds * 1_000 })).ok;
    expect(signature(['whsec_test'], moment, '{"id":"whd_1"}')).toBe(
      't=1700000000,v1=a1b1f3e77a2f647870449a548eedebc016b0f416e5016b6bb665d5eba4958fdd',
    );
    const signed = signature(['whsec_test'], moment, body);
    expect(await isFromUs('whsec_test', signed)).toBe(true);
    expect(await isFromUs('whsec_test', signed, `${body} `)).toBe(false);
    expect(await isFromUs('whsec_other', signed)).toBe(false);
    expect(await isFromUs('whsec_test', signed.replace('t=1700000000', 't=1700000001'))).toBe(false);
    expect(await isFromUs('whsec_test', signed, body, moment + 301)).toBe(false);
    const both = signature(['whsec_new', 'whsec_test'], moment, body);
    for (const secret of ['whsec_new', 'whsec_test']) expect(await isFromUs(secret, both)).toBe(true);
    for (const broken of ['', 't=', 'v1=', 't=x,v1=', `t=1700000000,v1=${'0'.repeat(64)}`])
      expect(await isFromUs('whsec_test', broken)).toBe(false);
  });
});
