import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownAddress } from '../../src/auth/oidc/ownAddress.ts';
import { AllowedHosts } from '../../src/outbound/AllowedHosts.ts';
import type { PostOutcome } from '../../src/outbound/PostOutcome.ts';
import { type PostRules, postSafely } from '../../src/outbound/postSafely.ts';
import { receiverOf } from '../../src/outbound/receiverOf.ts';
import { faultSize } from '../faults/faultRows.ts';
import { seeded } from '../faults/seeded.ts';
import { insideForms, otherForms, outsideForms } from './addressCases.ts';
import { answerCases, endlessCases } from './answerCases.ts';
import { ConnectWatch } from './ConnectWatch.ts';
import { CorpusCount } from './CorpusCount.ts';
import { makeCertificate } from './madeCertificate.ts';
import { flipping, resolverCases } from './resolverCases.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 2_211);
const local = '127.0.0.1';
const listed = new AllowedHosts([local]);
const none = new AllowedHosts([]);
/** For whatever would last for ever. */
const msMax = 60;

describe(`hostile receivers (seed ${seed})`, () => {
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Webhooks and fetches', seed);
  let connects: ConnectWatch;
  let inside: { readonly port: number; readonly connected: () => number };
  const ends: (() => Promise<void>)[] = [];

  /** Listens at an address; what `serve` does with a connection is its affair. */
  const listening = async (serve: (socket: Socket) => void, host = local, port = 0) => {
    const sockets = new Set<Socket>();
    let connected = 0;
    const server = createServer((socket) => {
      connected += 1;
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
      serve(socket);
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
    ends.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    });
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return { port: address.port, connected: () => connected, open: () => sockets.size };
  };
  /** Answers with these bytes as soon as it hears something. */
  const saying = (bytes: string) => (socket: Socket) => {
    socket.once('data', () => socket.end(bytes, 'latin1'));
  };
  const post = (
    url: string,
    rules: Partial<PostRules> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PostOutcome> =>
    postSafely({ url, headers, body: '{"id":"whd_1"}' }, { allowed: none, ...rules });

  beforeAll(() => {
    connects = new ConnectWatch();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    expect(unhandled.seen).toEqual([]);
  });
  afterAll(() => {
    connects.stop();
    unhandled.stop();
    count.tell();
    expect(count.all).toBeGreaterThanOrEqual(150);
  });

  it('[HOSTILE10] [T22] each address inside, in each form, is refused and never connected to', async () => {
    const before = connects.tried.length;
    const forms = [...insideForms(seeded(seed), faultSize('corpus')), ...otherForms];
    const surprises: unknown[] = [];
    for (const { url, fault } of forms) {
      const got = await post(url);
      if (got.fault !== fault || got.status !== null) surprises.push({ url, expected: fault, got });
    }
    expect(surprises).toEqual([]);
    expect(connects.tried.slice(before)).toEqual([]);
    count.add('address forms', forms.length);
  });

  it('[HOSTILE10] what may be reached is told from it, however oddly it is written and however often it is asked', () => {
    // Node compiles what is asked often, and some of it reads letters beyond ASCII otherwise then.
    for (let times = 0; times < 50_000; times += 1) URL.canParse(`https://hooks.example.org/${times}`);
    expect(receiverOf('https://\u00e2\u0084\u0083.example/', none)).toBe('URL');
    expect(ownAddress('//\u00e2\u0084\u0083.example/', 'https://jejak.example')).toBe(null);
    for (const url of outsideForms) expect([url, typeof receiverOf(url, none)]).toEqual([url, 'object']);
    count.add('public forms', outsideForms.length);
  });

  it('[HOSTILE10] [T22] a resolver that leads inside is asked once, and nothing is connected to', async () => {
    const before = connects.tried.length;
    const surprises: unknown[] = [];
    for (const { name, answers, expected } of resolverCases) {
      const { resolve, asked } = flipping(answers);
      const got = await post('https://rebinds.example.org/', { resolve, msMax });
      if (got.fault !== expected || asked() !== 1) surprises.push({ name, expected, got, asked: asked() });
    }
    expect(surprises).toEqual([]);
    expect(connects.tried.slice(before)).toEqual([]);
    count.add('resolvers', resolverCases.length);
  });

  it('[HOSTILE10] [T22] a resolver that flips between look-up and connection changes nothing: one question, one address', async () => {
    const authority = makeCertificate({ name: 'Authority', isAuthority: true });
    const leaf = makeCertificate({ name: 'leaf', hosts: ['rebinds.example.org'] }, authority);
    const random = seeded(seed);
    // Two of this machine's own addresses: one stands for a public one, the other is inside.
    const place = () => `127.${2 + Math.floor(random() * 200)}.${Math.floor(random() * 256)}.7`;
    const [outside, forbidden] = [place(), place()];
    const tls = createTlsServer({ cert: leaf.certificate, key: leaf.pem }, saying('HTTP/1.1 204 No\r\n\r\n'));
    await new Promise<void>((resolve) => tls.listen(8443, outside, resolve));
    ends.push(() => new Promise((resolve) => tls.close(() => resolve())));
    const trap = await listening((socket) => socket.destroy(), forbidden, 8443);
    const before = connects.tried.length;
    const rules = { allowed: new AllowedHosts([outside]), authorities: [authority.certificate] };
    const flips = [[outside], [forbidden]];
    for (const answers of [
      flips,
      [[outside], null],
      [
        [outside, outside],
        [forbidden, outside],
      ],
    ]) {
      const { resolve, asked } = flipping(answers);
      const got = await post('https://rebinds.example.org:8443/', { ...rules, resolve });
      expect([got, asked()]).toEqual([{ status: 204, fault: null }, 1]);
    }
    const { resolve } = flipping(flips);
    const outcomes: (string | null)[] = [];
    for (let at = 0; at < 2; at += 1)
      outcomes.push((await post('https://rebinds.example.org:8443/', { ...rules, resolve })).fault);
    expect(outcomes).toEqual([null, 'ADDRESS']);
    expect(new Set(connects.tried.slice(before))).toEqual(new Set([outside]));
    expect(trap.connected()).toBe(0);
    count.add('flips', 5);
  });

  it('[HOSTILE10] no redirect is followed, wherever it leads', async () => {
    inside = await listening((socket) => socket.destroy());
    const targets = [
      `http://${local}:${inside.port}/`,
      `http://localhost:${inside.port}/`,
      `//${local}:${inside.port}/`,
      `http://[::ffff:127.0.0.1]:${inside.port}/`,
      'http://169.254.169.254/latest/meta-data/',
      'https://hooks.example.org/other',
      '/other',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '',
    ];
    const before = connects.tried.length;
    const surprises: unknown[] = [];
    for (const status of [300, 301, 302, 303, 304, 305, 307, 308, 399])
      for (const location of targets) {
        const answer = `HTTP/1.1 ${status} X\r\nLocation: ${location}\r\nRefresh: 0; url=${location}\r\nContent-Length: 0\r\n\r\n`;
        const { port, connected } = await listening(saying(answer));
        const got = await post(`http://${local}:${port}/`, { allowed: listed });
        if (got.status !== status || got.fault !== 'REDIRECT' || connected() !== 1)
          surprises.push({ status, location, got, connected: connected() });
        count.add('redirects');
      }
    expect(surprises).toEqual([]);
    expect(inside.connected()).toBe(0);
    expect(connects.tried.slice(before)).toHaveLength(90);
  });

  it('[HOSTILE10] whatever a receiver answers, the POST ends and says how', async () => {
    const surprises: unknown[] = [];
    for (const { name, bytes, expected } of answerCases) {
      const { port } = await listening(saying(bytes));
      const got = await post(`http://${local}:${port}/`, { allowed: listed });
      if (got.status !== expected.status || got.fault !== expected.fault)
        surprises.push({ name, expected, got });
    }
    expect(surprises).toEqual([]);
    count.add('answers', answerCases.length);
  });

  it('[HOSTILE10] what goes on for ever is given up in time, and its connection closed', async () => {
    for (const secure of [false, true])
      for (const { name, first, again } of endlessCases) {
        const { port, open } = await listening((socket) => {
          socket.once('data', () => {
            socket.write(first);
            const timer = setInterval(() => again !== '' && socket.write(again), 1);
            socket.once('close', () => clearInterval(timer));
          });
        });
        const url = `${secure ? 'https' : 'http'}://${local}:${port}/`;
        const got = await post(url, { allowed: listed, msMax });
        // Plain words instead of a greeting of TLS are known for what they are at once.
        const expected = secure && first + again !== '' ? ['TLS', 'TIMEOUT'] : ['TIMEOUT'];
        expect([name, expected]).toEqual([name, expect.arrayContaining([got.fault])]);
        await expect.poll(open).toBe(0);
        count.add('endless and slow');
      }
    const flood = await listening((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        const piece = Buffer.alloc(16 * 1_024);
        const more = (): void => {
          while (!socket.destroyed && socket.write(piece));
        };
        socket.on('drain', more);
        more();
      });
    });
    expect(await post(`http://${local}:${flood.port}/`, { allowed: listed })).toEqual({
      status: 200,
      fault: null,
    });
    await expect.poll(flood.open).toBe(0);
    count.add('endless and slow');
  });

  it('[HOSTILE10] neither an address nor a header can hold another header or another request', async () => {
    const heard: string[] = [];
    const { port } = await listening((socket) => {
      let text = '';
      socket.on('data', (piece: Buffer) => {
        text += piece.toString('latin1');
        if (!text.endsWith('}')) return;
        heard.push(text);
        socket.end('HTTP/1.1 204 No\r\n\r\n');
      });
    });
    const ends = [
      '\r\nX-Other: y',
      '%0d%0aX-Other:%20y',
      '\nX-Other: y',
      '\u010d\u010aX-Other: y',
      '%E5%98%8A%E5%98%8DX-Other: y',
    ].concat([
      ' HTTP/1.1\r\nX-Other: y',
      '\r\n\r\nPOST /other HTTP/1.1',
      '\0',
      '\t',
      '"',
      '?a=\r\nX-Other: y',
      '\u2028X-Other: y',
    ]);
    for (const end of ends) {
      const got = await post(`http://${local}:${port}/hook${end}`, { allowed: listed });
      expect([end, got]).toEqual([end, { status: 204, fault: null }]);
      const head = heard.at(-1)?.split('\r\n\r\n')[0] ?? '';
      expect(head.split('\r\n')[0]).toMatch(/^POST \/hook[!-~]* HTTP\/1\.1$/);
      expect(head).not.toMatch(/^X-Other/im);
      count.add('injected headers');
    }
    const values = ['a\r\nX-Other: y', 'a\nX-Other: y', 'a\rb', 'a\0b', '\u{1f600}', 'a\u010ab', 'a\x7fb'];
    const names = ['X-A\r\nX-Other', 'X A', 'X:A', '', 'X-\u00e9', 'X\0A'];
    const bad = [...values.map((value) => ({ 'X-A': value })), ...names.map((name) => ({ [name]: 'y' }))];
    const before = heard.length;
    for (const headers of bad) {
      expect([headers, await post(`http://${local}:${port}/`, { allowed: listed }, headers)]).toEqual([
        headers,
        { status: null, fault: 'URL' },
      ]);
      count.add('injected headers');
    }
    expect(heard).toHaveLength(before);
  });
});
