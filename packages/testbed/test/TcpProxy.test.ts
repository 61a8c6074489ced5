import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TcpProxy } from '../src/TcpProxy.ts';

/** A generator of numbers in [0, 1) that repeats itself. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const text = Array.from({ length: 500 }, (_, n) => `line ${n} `).join('');

describe('TcpProxy', () => {
  let echo: Server;
  let proxy: TcpProxy;
  const ends: Socket[] = [];
  const clients: Socket[] = [];

  beforeEach(async () => {
    echo = createServer({ allowHalfOpen: true }, (socket) => {
      ends.push(socket);
      socket.on('error', () => {});
      socket.pipe(socket);
    }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await TcpProxy.listen((echo.address() as AddressInfo).port, seeded(7));
  });
  afterEach(async () => {
    for (const socket of [...clients.splice(0), ...ends.splice(0)]) socket.destroy();
    await proxy.close();
    echo.close();
    await once(echo, 'close');
  });

  const open = async (): Promise<{ socket: Socket; chunks: Buffer[]; got: () => string }> => {
    const socket = connect(proxy.port, '127.0.0.1');
    socket.setNoDelay(true);
    clients.push(socket);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(socket, 'connect');
    return { socket, chunks, got: () => Buffer.concat(chunks).toString() };
  };
  const received = async (client: { socket: Socket; got: () => string }, length: number): Promise<void> => {
    while (client.got().length < length)
      await once(client.socket, 'data', { signal: AbortSignal.timeout(10_000) });
  };

  it('[PROXY1] passes everything on, in order, and ends when one side ends', async () => {
    const client = await open();
    client.socket.end(text);
    await once(client.socket, 'close');
    expect(client.got()).toBe(text);
    await expect.poll(() => proxy.size).toBe(0);
  });

  it('[PROXY2] delays, splits, joins, throttles and stalls without changing a byte', async () => {
    const weathers = [
      { delayMs: [1, 20] },
      { splitBytes: 1 },
      { splitBytes: 7, delayMs: [0, 3] },
      { joinMs: 20 },
      { stallChance: 0.5, stallMs: 10 },
      { bytesPerSecond: 100_000, splitBytes: 1_000 },
    ] as const;
    for (const faults of weathers) {
      proxy.faults = faults;
      const client = await open();
      for (let at = 0; at < text.length; at += 900) client.socket.write(text.slice(at, at + 900));
      await received(client, text.length);
      expect({ faults, same: client.got() === text }).toEqual({ faults, same: true });
      client.socket.destroy();
    }
  });

  it('[PROXY2] splits into single bytes and joins what was apart', async () => {
    proxy.faults = { joinMs: 50 };
    const client = await open();
    for (const word of ['a', 'b', 'c']) {
      client.socket.write(word);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await received(client, 3);
    expect(client.chunks).toHaveLength(1);
  });

  it('[PROXY3] swallows silently one way or both until told otherwise', async () => {
    const client = await open();
    client.socket.write('before');
    await received(client, 6);
    proxy.stall('down');
    const [end] = ends;
    if (end === undefined) throw new Error('no upstream');
    client.socket.write('hidden');
    await once(end, 'data');
    expect(client.got()).toBe('before');
    proxy.resume();
    await received(client, 12);
    proxy.stall('both');
    const late = await open();
    late.socket.write('late');
    proxy.resume();
    await received(late, 4);
    expect([client.got(), late.got()]).toEqual(['beforehidden', 'late']);
  });

  it('[PROXY3] a stall swallows the end of a side too, and its reset', async () => {
    for (const how of ['end', 'reset'] as const) {
      const client = await open();
      client.socket.write('x');
      await received(client, 1);
      proxy.stall('both', false);
      const end = ends.at(-1);
      if (end === undefined) throw new Error('no upstream');
      const gone = once(end, 'close');
      if (how === 'reset') end.resetAndDestroy();
      else end.destroy();
      await gone;
      const closed = once(client.socket, 'close');
      client.socket.on('error', () => {});
      client.socket.write('into the void');
      const other = await open();
      other.socket.write('meanwhile');
      await received(other, 9);
      expect({ how, closed: client.socket.closed, open: proxy.size }).toEqual({
        how,
        closed: false,
        open: 2,
      });
      other.socket.destroy();
      proxy.resume();
      await closed;
      await expect.poll(() => proxy.size).toBe(0);
    }
  });

  it('[PROXY4] resets both sides, now, after so many bytes, or at the door', async () => {
    const client = await open();
    client.socket.write('x');
    await received(client, 1);
    const closed = new Promise((resolve) => ends[0]?.once('close', resolve));
    const cutOff = once(client.socket, 'error');
    proxy.reset();
    expect(await cutOff).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
    await closed;

    proxy.resetAfterBytes = () => 100;
    proxy.faults = { splitBytes: 10 };
    const cut = await open();
    cut.socket.on('error', () => {});
    cut.socket.write(text);
    await new Promise((resolve) => cut.socket.once('close', resolve));
    expect([100, 110]).toContain(cut.got().length);

    proxy.refuses = true;
    const refused = connect(proxy.port, '127.0.0.1');
    clients.push(refused);
    await once(refused, 'error');
    expect(proxy.size).toBe(0);
  });

  it('[PROXY5] leads new connections elsewhere', async () => {
    const other = createServer((socket) => socket.end('other')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    proxy.target = (other.address() as AddressInfo).port;
    const client = await open();
    await received(client, 5);
    expect(client.got()).toBe('other');
    other.close();
  });

  it('[PROXY5] leads to a socket in the file system', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'jejak-proxy-')), 'socket');
    const other = createServer((socket) => socket.end('there')).listen(path);
    await once(other, 'listening');
    proxy.target = path;
    const client = await open();
    await received(client, 5);
    expect(client.got()).toBe('there');
    await new Promise((resolve) => other.close(resolve));
    rmSync(dirname(path), { recursive: true });
  });
});
