import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    env: { METRICS_TOKEN: 'a-long-metrics-token', TRUSTED_PROXIES: '127.0.0.1' },
  });
}, 60_000);
afterAll(() => server.close());

/** Sends raw bytes and returns everything that comes back. */
async function raw(text: string): Promise<string> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(text);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

function upgradeTo(path: string): string {
  return (
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
  );
}

test('[DOOR1] a page is passed on, with a request id', async () => {
  const response = await fetch(`${server.url}/en/maps`);
  expect(await response.text()).toContain('<title>page</title>');
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['/api/nothing', '/graphqlx/../api', '/sync/map_1/content', '/api'])(
  '[DOOR1] %s is answered here and never reaches the pages',
  async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect([response.status, await response.json()]).toEqual([404, { error: 'not found' }]);
  },
);

test('[DOOR2] answers of ours carry the security headers', async () => {
  const response = await fetch(`${server.url}/healthz`);
  expect(await response.json()).toEqual({ status: 'ok' });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  expect(response.headers.get('x-powered-by')).toBe(null);
});

test('[DOOR3] is ready when the database answers', async () => {
  const response = await fetch(`${server.url}/readyz`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
});

test('[DOOR4] the figures are for loopback or the token only', async () => {
  const read = (headers: Record<string, string>) => fetch(`${server.url}/metrics`, { headers });
  const outside = { 'x-forwarded-for': '203.0.113.7' };
  expect((await read({})).status).toBe(200);
  expect((await read(outside)).status).toBe(404);
  expect((await read({ ...outside, authorization: 'Bearer wrong' })).status).toBe(404);
  const answer = await read({ ...outside, authorization: 'Bearer a-long-metrics-token' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('jejak_http_request_duration_seconds_bucket');
});

test.each([
  '/sync/map_1/elsewhere',
  '/sync/map_1',
  '/sync/../graphql',
  '/sync/a%2Fb/content',
  '/api/socket',
  '/_next/hmr',
  '/',
])('[DOOR5] an upgrade of %s is refused in plain HTTP', async (path) => {
  expect(await raw(upgradeTo(path))).toMatch(/^HTTP\/1\.1 404 Not Found\r\nConnection: close\r\n/);
});

test('[DOOR5] an upgrade to a whole address is refused', async () => {
  expect(await raw(upgradeTo('http://evil.example/sync/m/content'))).toMatch(/^HTTP\/1\.1 400 /);
});

test('[DOOR6] headers beyond the limit are refused', async () => {
  const { port } = new URL(server.url);
  const outgoing = request({ port, path: '/healthz', headers: { 'x-large': 'x'.repeat(17 * 1024) } });
  outgoing.end();
  const [response] = await once(outgoing, 'response');
  expect(response.statusCode).toBe(400);
  response.resume();
});

test('[DOOR6] a request that is no HTTP is answered and closed', async () => {
  expect(await raw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request/);
});

test.each(['http://evil.example/graphql', 'http://evil.example/en', '*'])(
  '[DOOR1] the target %s is no path and reaches nobody',
  async (target) => {
    expect(await raw(`OPTIONS ${target} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  },
);

test.each([
  ['a request that is no HTTP', 'HELLO\r\n\r\n'],
  ['an upgrade nobody takes', upgradeTo('/nothing')],
])('[DOOR6] %s ends its connection, also when the peer keeps its half open', async (_what, text) => {
  const { port } = new URL(server.url);
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  socket.resume();
  socket.on('error', () => {});
  await once(socket, 'connect');
  const open = async (): Promise<number> => {
    const response = await fetch(`${server.url}/metrics`);
    return Number(/^jejak_http_connections (\d+)$/m.exec(await response.text())?.[1]);
  };
  const before = await open();
  socket.write(text);
  await once(socket, 'end');
  await expect.poll(open, { timeout: 5_000 }).toBeLessThan(before);
  socket.destroy();
});

test('[DOOR3] is not ready while the database is away', async () => {
  const away = await startTestServer();
  try {
    await away.database.connection.close();
    const response = await fetch(`${away.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'database away' }]);
  } finally {
    await away.database.connection.openUri(away.nodes[0]?.config.mongodbUri ?? '');
    await away.close();
  }
});
