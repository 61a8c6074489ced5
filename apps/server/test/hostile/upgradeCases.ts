import type { UpgradeOutcome } from './rawUpgrade.ts';
import type { UpgradeRequest } from './upgradeRequest.ts';

/** A request and what must become of it; where several answers are as good, one of them. */
export interface UpgradeCase {
  readonly name: string;
  readonly request: UpgradeRequest;
  readonly expected: UpgradeOutcome | readonly UpgradeOutcome[];
}

const kib = 1_024;
const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Origins of pages that are not ours, for a server at `127.0.0.1:<port>`: none of them may use the cookie. */
export function foreignOrigins(port: number): readonly (string | null)[] {
  const host = `127.0.0.1:${port}`;
  return [
    null,
    'null',
    '',
    '*',
    'undefined',
    'http://evil.example',
    `http://evil.example:${port}`,
    `http://${host}.evil.example`,
    `http://127.0.0.1.evil.example:${port}`,
    `http://evil127.0.0.1:${port}`,
    `http://evil.example/${host}`,
    `http://evil.example?http://${host}`,
    `http://evil.example#http://${host}`,
    `http://${host}@evil.example`,
    `http://user@${host}`,
    `http://user:word@${host}`,
    `http://${host}/`,
    `http://${host}/en`,
    `http://${host}?`,
    `http://${host}#`,
    `http://${host}\\evil.example`,
    `HTTP://${host}`,
    'http://127.0.0.1',
    'http://127.0.0.1:80',
    `http://127.0.0.1:${port}0`,
    `http://127.0.0.1:0${port}`,
    `http://127.0.0.1.:${port}`,
    `http://2130706433:${port}`,
    `http://0x7f.1:${port}`,
    `http://127.1:${port}`,
    `http://0.0.0.0:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
    `http://%31%32%37.0.0.1:${port}`,
    `ws://${host}`,
    `ftp://${host}`,
    'file://',
    'data:text/html,x',
    `blob:http://${host}/6f1e7d1c`,
    'chrome-extension://abcdefghijklmnop',
    `//${host}`,
    host,
    `http://${host}, http://evil.example`,
    `http://evil.example, http://${host}`,
    `http://${'a.'.repeat(2_000)}example`,
    `http://${'é'.repeat(10)}.example`,
  ];
}

/** Each foreign origin, and two headers of that name in either order, at an address. */
export function originCases(
  target: string,
  port: number,
  withoutOne: UpgradeOutcome,
): readonly UpgradeCase[] {
  const own = `http://127.0.0.1:${port}`;
  const two = [
    [own, 'http://evil.example'],
    ['http://evil.example', own],
  ] as const;
  return [
    ...foreignOrigins(port).map(
      (origin): UpgradeCase => ({
        name: `origin ${origin === null ? 'missing' : shown(origin)}`,
        request: { target, headers: { Origin: origin } },
        expected: origin === null ? withoutOne : 'HTTP 403',
      }),
    ),
    ...two.map(
      ([first, second]): UpgradeCase => ({
        name: `origins ${first} and ${second}`,
        request: { target, headers: { Origin: first }, behind: [`Origin: ${second}`] },
        expected: 'HTTP 403',
      }),
    ),
  ];
}

/** Addresses that name no document, or none that exists. */
export function pathCases(mapId: string): readonly UpgradeCase[] {
  const notFound = [
    '/',
    '/sync',
    '/sync/',
    `/sync/${mapId}`,
    `/sync/${mapId}/`,
    `/sync/${mapId}/content/`,
    `/sync/${mapId}//content`,
    `/sync/${mapId}/content/x`,
    `/sync/${mapId}/Content`,
    `/sync/${mapId}/meta`,
    `/sync/${mapId}/constructor`,
    `/SYNC/${mapId}/content`,
    `/sync/./${mapId}/content`,
    `/sync/../sync/${mapId}/content`,
    `/sync/${mapId}/../${mapId}/content`,
    `/sync/${mapId}/%63ontent`,
    `/%73ync/${mapId}/content`,
    `/sync/${mapId}%2Fcontent`,
    `/sync/${mapId}%00/content`,
    `/sync/${mapId}/content%00`,
    `/sync/${mapId}/content%20`,
    `/sync/${mapId}/content%0d%0aSet-Cookie:x=1`,
    `/sync/${mapId};x/content`,
    `/sync/${mapId}/content;x`,
    `/sync/${mapId}/content\\`,
    `/sync/${mapId}/content#x`,
    '/sync/$ne/content',
    '/sync/%7B%22$gt%22:%22%22%7D/content',
    `/sync/${'m'.repeat(65)}/content`,
    `/sync/${mapId}/${'c'.repeat(3_000)}`,
    `/sync/${mapId}/content/work`,
    '/graphql/',
    '/graphql/..',
    '/graphqlx',
  ].map((target): UpgradeCase => ({ name: shown(target), request: { target }, expected: 'HTTP 404' }));
  const refused = [
    `//sync/${mapId}/content`,
    `/sync/${mapId}/content?${'q'.repeat(10 * kib)}`,
    `/${'p'.repeat(10 * kib)}`,
    `/sync/${mapId}/con\x00tent`,
    `/sync/${mapId}/content x`,
    `/sync/${mapId}/con\ttent`,
    `sync/${mapId}/content`,
    '/sync/\xc3\xa9/content',
  ].map((target): UpgradeCase => ({ name: shown(target), request: { target }, expected: 'HTTP 400' }));
  const absent = ['__proto__', 'constructor', 'm'.repeat(64), '-', '0', 'null'].map(
    (id): UpgradeCase => ({
      name: `map ${shown(id)}`,
      request: { target: `/sync/${id}/content` },
      expected: 'closed 4404',
    }),
  );
  return [...notFound, ...refused, ...absent];
}

/** Headers in sizes and numbers below and beyond the limits: 16 KiB, and 64 of them. */
export function headerCases(target: string): readonly UpgradeCase[] {
  const tooLarge = ['HTTP 400', 'ended'] as const;
  const sizes = [1, 4, 8, 12, 14, 17, 20, 32, 64, 1_024];
  const of = (size: number): UpgradeCase['expected'] => (size <= 14 ? 'writes' : tooLarge);
  const filled = (count: number, bytes: number): string[] =>
    times(count, (at) => `x-${at}: ${'v'.repeat(Math.max(1, Math.floor(bytes / count) - 8))}`);
  return [
    ...sizes.map(
      (size): UpgradeCase => ({
        name: `one value of ${size} KiB`,
        request: { target, behind: [`x-large: ${'v'.repeat(size * kib)}`] },
        expected: of(size),
      }),
    ),
    ...sizes.map(
      (size): UpgradeCase => ({
        name: `one name of ${size} KiB`,
        request: { target, behind: [`${'n'.repeat(size * kib)}: v`] },
        expected: of(size),
      }),
    ),
    ...sizes.map(
      (size): UpgradeCase => ({
        name: `${size} KiB in 40 headers`,
        request: { target, behind: filled(40, size * kib) },
        expected: of(size),
      }),
    ),
    // Seven headers are the handshake's; what is beyond the 64th is not there.
    ...[1, 10, 50, 57].map(
      (count): UpgradeCase => ({
        name: `${count} headers before the handshake`,
        request: { target, before: filled(count, count * 12) },
        expected: 'writes',
      }),
    ),
    ...[
      [58, 'HTTP 403'],
      [59, 'closed 4401'],
      [60, 'HTTP 400'],
      [600, 'HTTP 400'],
    ].map(
      ([count, expected]): UpgradeCase => ({
        name: `${count} headers before the handshake`,
        request: { target, before: filled(Number(count), Number(count) * 12) },
        expected: expected as UpgradeOutcome,
      }),
    ),
    ...[58, 200, 1_000].map(
      (count): UpgradeCase => ({
        name: `${count} headers behind the handshake`,
        request: { target, behind: times(count, (at) => `x${at}: v`) },
        expected: 'writes',
      }),
    ),
  ];
}

/** Requests that are no handshake, or not quite one. */
export function handshakeCases(target: string, host: string): readonly UpgradeCase[] {
  const a = (
    name: string,
    request: Omit<UpgradeRequest, 'target'> & { readonly target?: string },
    expected: UpgradeCase['expected'],
  ): UpgradeCase => ({ name, request: { target, ...request }, expected });
  const header = (name: string, value: string | null, expected: UpgradeCase['expected']): UpgradeCase =>
    a(`${name} ${value === null ? 'missing' : shown(value)}`, { headers: { [name]: value } }, expected);
  const [key, version] = ['Sec-WebSocket-Key', 'Sec-WebSocket-Version'];
  const [extensions, protocol] = ['Sec-WebSocket-Extensions', 'Sec-WebSocket-Protocol'];
  return [
    ...[`http://${host}`, 'http://evil.example', 'ws://evil.example', 'https://127.0.0.1:1'].map((at) =>
      a(`target ${at}/…`, { target: `${at}${target}` }, 'HTTP 400'),
    ),
    a('target *', { target: '*' }, 'HTTP 400'),
    a('target of a proxy', { target: host }, 'HTTP 400'),
    a('target empty', { target: '' }, 'HTTP 400'),
    ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'].map((method) => a(method, { method }, 'HTTP 405')),
    a('CONNECT', { method: 'CONNECT', target: host }, ['HTTP 400', 'ended']),
    ...['get', 'BREW', '\x16\x03\x01'].map((method) => a(`method ${shown(method)}`, { method }, 'HTTP 400')),
    ...['HTTP/2.0', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/1.2', 'http/1.1', 'HTTP/1.1 x'].map((httpVersion) =>
      a(httpVersion, { httpVersion }, 'HTTP 400'),
    ),
    a('the greeting of HTTP/2', { method: 'PRI', target: '*', httpVersion: 'HTTP/2.0' }, 'HTTP 400'),
    ...[null, '', '0', '7', '12', '14', '99', '-13', '13.5', '13, 8', '13;q=1', 'thirteen'].map((value) =>
      header(version, value, 'HTTP 400'),
    ),
    header(version, '8', 'writes'),
    a('two versions', { behind: [`${version}: 8`] }, 'HTTP 400'),
    ...[
      null,
      '',
      'x',
      'dGhlIHNhbXBsZSBub25jZQ',
      'dGhlIHNhbXBsZSBub25jZQ===',
      '!!!!!!!!!!!!!!!!!!!!!!==',
      'k'.repeat(9_000),
    ].map((value) => header(key, value, 'HTTP 400')),
    a('two keys', { behind: [`${key}: dGhlIHNhbXBsZSBub25jZQ==`] }, 'HTTP 400'),
    ...['h2c', 'websockets', 'websocket, h2c', 'TLS/1.0', 'websocket/13'].map((value) =>
      header('Upgrade', value, 'HTTP 400'),
    ),
    header('Upgrade', 'WebSocket', 'writes'),
    header('Upgrade', null, 'HTTP 404'),
    header('Connection', 'keep-alive', 'HTTP 404'),
    header('Connection', null, 'HTTP 404'),
    header('Connection', 'keep-alive, upgrade', 'writes'),
    ...[
      'permessage-deflate',
      'permessage-deflate; server_max_window_bits=99',
      'x-webkit-deflate-frame',
      '%%%',
      'a'.repeat(9_000),
    ].map((value) => header(extensions, value, 'writes')),
    header(protocol, 'graphql-transport-ws, y', 'writes'),
    ...['@@', 'y, y', ',', 'y,', 'y z'].map((value) => header(protocol, value, 'HTTP 400')),
    header('Host', null, 'HTTP 400'),
    header('Host', '', 'HTTP 400'),
    // The page is ours, whatever name it reached us by.
    header('Host', 'evil.example', 'writes'),
    a(
      'a host that is not public, and its page',
      { headers: { Host: 'evil.example', Origin: 'http://also.example' } },
      'HTTP 403',
    ),
    a('two hosts', { behind: ['Host: evil.example'] }, ['HTTP 400', 'writes']),
    a(
      'a forwarded host',
      { headers: { Origin: 'http://evil.example' }, behind: ['X-Forwarded-Host: evil.example'] },
      'HTTP 403',
    ),
    a('a body', { behind: ['Content-Length: 5'], body: 'hello' }, 'HTTP 400'),
    a(
      'a body in pieces',
      { behind: ['Transfer-Encoding: chunked'], body: '5\r\nhello\r\n0\r\n\r\n' },
      'HTTP 400',
    ),
    a('a frame behind the head', { body: '\x82\x81\x01\x02\x03\x04\x02' }, 'HTTP 400'),
    a('another request behind the head', { body: 'GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n' }, 'HTTP 400'),
    a('a length that is none', { behind: ['Content-Length: -1'] }, 'HTTP 400'),
    a('two lengths', { behind: ['Content-Length: 0', 'Content-Length: 5'] }, 'HTTP 400'),
    a('length and pieces', { behind: ['Content-Length: 5', 'Transfer-Encoding: chunked'] }, 'HTTP 400'),
    a('a header without a name', { behind: [': x'] }, 'HTTP 400'),
    a('a space in a name', { behind: ['x y: z'] }, 'HTTP 400'),
    a('a space behind a name', { behind: ['x-y : z'] }, 'HTTP 400'),
    a('a folded header', { behind: ['x-y: z', ' more'] }, 'HTTP 400'),
    a('NUL in a value', { behind: ['x-y: \x00'] }, 'HTTP 400'),
    a('bare line feeds', { behind: ['x-y: z\nSet-Cookie: a=b'] }, 'HTTP 400'),
  ];
}
