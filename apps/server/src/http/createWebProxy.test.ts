import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  request,
  type Server,
} from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createWebProxy, type FindWeb } from './createWebProxy.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<{ host: string; port: number; server: Server }> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { host: '127.0.0.1', port, server };
}

async function proxyTo(find: FindWeb, development = false): Promise<{ url: string; server: Server }> {
  const pages = createWebProxy({ find, addedHeaders: { 'x-added': 'ours', 'x-kept': 'ours' }, development });
  const { port, server } = await serve((incoming, response) => pages.handle(incoming, response));
  if (pages.upgrade) server.on('upgrade', pages.upgrade);
  server.once('close', () => void pages.close());
  return { url: `http://127.0.0.1:${port}`, server };
}

test('[DOOR8] a body stays part of its request, whatever says how long it is', async () => {
  const seen: [string | undefined, string][] = [];
  const web = await serve(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    seen.push([incoming.url, Buffer.concat(chunks).toString()]);
    response.end();
  });
  const { url } = await proxyTo(async () => web);
  const inner = 'GET /inner HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n';
  const chunked = `Transfer-Encoding: chunked\r\n\r\n${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`;
  const hidden = `Content-Length: ${inner.length}\r\n\r\n${inner}`;
  for (const request of [
    `GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${chunked}`,
    `DELETE /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${chunked}`,
    `GET /c HTTP/1.1\r\nHost: x\r\nConnection: close, content-length\r\n${hidden}`,
  ]) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.resume();
    socket.write(request);
    await once(socket, 'close');
  }
  expect(seen).toEqual([
    ['/a', inner],
    ['/b', inner],
    ['/c', inner],
  ]);
});

test('[DOOR8] method, path, body and headers arrive, without those of the connection', async () => {
  let seen: {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingHttpHeaders;
    body: string;
  } | null = null;
  const web = await serve(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method, url, headers } = incoming;
    seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
    response.writeHead(201, { 'x-kept': 'theirs', 'keep-alive': 'timeout=9', 'set-cookie': ['a=1', 'b=2'] });
    response.end('made');
  });
  const { url } = await proxyTo(async () => web);
  const outgoing = request(`${url}/en/x?y=%20z`, {
    method: 'POST',
    headers: { connection: 'keep-alive, x-hop', 'x-hop': 'secret', 'x-end': 'stays', te: 'trailers' },
  });
  outgoing.end('body');
  const [response] = await once(outgoing, 'response');
  response.resume();
  expect(seen).toMatchObject({
    method: 'POST',
    url: '/en/x?y=%20z',
    body: 'body',
    headers: { 'x-end': 'stays' },
  });
  expect(seen).not.toHaveProperty('headers.x-hop');
  expect(seen).not.toHaveProperty('headers.te');
  expect(response.statusCode).toBe(201);
  expect(response.headers).toMatchObject({
    'x-added': 'ours',
    'x-kept': 'theirs',
    'set-cookie': ['a=1', 'b=2'],
  });
  expect(response.headers['keep-alive']).not.toBe('timeout=9');
});

test('[DOOR8] the answer streams: its first part arrives before its last is made', async () => {
  let finish = () => {};
  const web = await serve((_incoming, response) => {
    response.write('first');
    finish = () => response.end('last');
  });
  const { url } = await proxyTo(async () => web);
  const response = await fetch(url);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('first');
  finish();
  const last = await reader?.read();
  expect(new TextDecoder().decode(last?.value)).toBe('last');
});

test('[DOOR8] a browser that leaves ends the request to the web process', async () => {
  let onClosed: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    onClosed = resolve;
  });
  const web = await serve((_incoming, response) => {
    response.write('first');
    response.once('close', onClosed);
  });
  const { url } = await proxyTo(async () => web);
  const leaving = new AbortController();
  const response = await fetch(url, { signal: leaving.signal });
  expect(response.status).toBe(200);
  leaving.abort();
  await closed;
});

test('[DOOR8] while the web process is away a page says so and tries again', async () => {
  const { url } = await proxyTo(async () => null);
  const response = await fetch(url);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(await response.text()).toContain('http-equiv="refresh"');
});

test('[DOOR8] a web process that hangs up before it answers gives the same page', async () => {
  const web = await serve((incoming) => incoming.socket.destroy());
  const { url } = await proxyTo(async () => web);
  expect((await fetch(url)).status).toBe(502);
});

test('[DOOR8] a web process that dies in mid-answer cuts the answer short instead of ending it', async () => {
  const web = await serve((_incoming, response) => {
    response.write('half', () => response.destroy());
  });
  const { url } = await proxyTo(async () => web);
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
});

test('[DOOR8] in development a socket of the web process is passed through both ways', async () => {
  const web = await serve(() => {});
  web.server.on('upgrade', (_request, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.pipe(socket);
  });
  const { url } = await proxyTo(async () => web, true);
  const outgoing = request(`${url}/_next/hmr`, {
    headers: { connection: 'Upgrade', upgrade: 'websocket' },
  });
  outgoing.end();
  const [, socket] = await once(outgoing, 'upgrade');
  socket.write('echo');
  const [chunk] = await once(socket, 'data');
  expect(chunk.toString()).toBe('echo');
  const ended = once(socket, 'close');
  socket.destroy();
  await ended;
});
