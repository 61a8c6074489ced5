import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../faults/seeded.ts';
import { HostileBed, mapId } from './HostileBed.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 5_005);
const waitMsMax = 15_000;

/** A frame as a client writes it, right or wrong. */
function frame(given: {
  readonly head: number;
  readonly payload?: Buffer;
  readonly masked?: boolean;
  readonly claimed?: Buffer;
}): Buffer {
  const payload = given.payload ?? Buffer.alloc(0);
  const mask = Buffer.from([1, 2, 3, 4]);
  const masked = given.masked ?? true;
  const bit = masked ? 0x80 : 0;
  const length =
    given.claimed ??
    (payload.length < 126
      ? Buffer.from([bit | payload.length])
      : Buffer.from([bit | 126, payload.length >> 8, payload.length & 255]));
  const body = masked ? payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)) : payload;
  return Buffer.concat([Buffer.from([given.head]), length, masked ? mask : Buffer.alloc(0), body]);
}

const closing = (code: number, reason = ''): Buffer =>
  Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)]);

/** Whether the last frame of what the server wrote is its goodbye. */
function saysGoodbye(chunk: Buffer): boolean {
  for (let length = 0; length <= 125; length++)
    if (chunk.at(-1 - length) === length && chunk.at(-2 - length) === 0x88) return true;
  return false;
}

/** Bytes after the upgrade that no client sends; each ends the connection. */
const broken: readonly Buffer[] = [
  ...[0x82, 0x81, 0x89, 0x88].map((head) => frame({ head, payload: Buffer.from([3]), masked: false })),
  ...[0x92, 0xa2, 0xb2, 0xc2, 0xd2, 0xf2, 0xc9].map((head) => frame({ head, payload: Buffer.from([3]) })),
  ...[0x83, 0x84, 0x85, 0x86, 0x87, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f].map((head) => frame({ head })),
  ...[0x08, 0x09, 0x0a].map((head) => frame({ head })),
  ...[0x88, 0x89, 0x8a].map((head) => frame({ head, payload: Buffer.alloc(126) })),
  ...[0x00, 0x80].map((head) => frame({ head, payload: Buffer.from([3]) })),
  Buffer.concat([frame({ head: 0x02 }), frame({ head: 0x82 })]),
  ...[0, 999, 1004, 1005, 1006, 1015, 2_999].map((code) => frame({ head: 0x88, payload: closing(code) })),
  frame({ head: 0x88, payload: Buffer.from([3]) }),
  frame({ head: 0x88, payload: Buffer.concat([closing(1_000), Buffer.from([0xff, 0xfe])]) }),
  frame({ head: 0x81, payload: Buffer.from([0xff, 0xfe]) }),
  ...['9007199254740991', '{}', '', '\u0000'].map((text) =>
    frame({ head: 0x81, payload: Buffer.from(text) }),
  ),
  ...[0x7f, 0xff].map((high) =>
    frame({ head: 0x82, claimed: Buffer.from([0xff, high, 255, 255, 255, 255, 255, 255, 255]) }),
  ),
  frame({ head: 0x82, claimed: Buffer.from([0xff, 0, 0, 0, 0, 0, 0x20, 0, 0]) }),
  Buffer.concat([frame({ head: 0x02 }), ...Array.from({ length: 70 }, () => frame({ head: 0x00 }))]),
  Buffer.concat(Array.from({ length: 3_000 }, () => frame({ head: 0x02 }))),
  frame({ head: 0x82 }),
];

describe(`hostile frames (seed ${seed})`, () => {
  const unhandled = new UnhandledErrors();
  let bed: HostileBed;
  beforeAll(async () => {
    bed = await HostileBed.open();
  });
  afterAll(async () => {
    await bed.close();
    unhandled.stop();
  });

  /** Opens a socket by hand, writes bytes behind the upgrade, and waits until the server ends it. */
  const ends = (bytes: Buffer, cuts: readonly number[] = []): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const socket = connect(bed.server.port, '127.0.0.1');
      const timer = setTimeout(
        () => socket.destroy(new Error(`still open after ${waitMsMax} ms`)),
        waitMsMax,
      );
      let open = false;
      socket.on('error', (error: NodeJS.ErrnoException) => {
        // Whoever is refused while writing hears of it as an error.
        if (error.code === undefined) reject(error);
      });
      socket.on('close', () => {
        clearTimeout(timer);
        resolve(open);
      });
      socket.on('data', (chunk) => {
        if (open && saysGoodbye(chunk)) socket.end();
        if (open) return;
        open = true;
        let from = 0;
        for (const to of [...cuts, bytes.length]) {
          socket.write(bytes.subarray(from, to));
          from = to;
        }
      });
      socket.write(
        `GET /sync/${mapId}/content?as=raw HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n',
      );
    });

  it('[HOSTILE3] 50 ways to break the frames end their sender', async () => {
    for (const [at, bytes] of broken.entries()) expect([at, await ends(bytes)]).toEqual([at, true]);
    await bed.work();
    expect(broken.length).toBeGreaterThanOrEqual(50);
    expect(unhandled.seen).toEqual([]);
  });

  it('[HOSTILE3] 100 floods of noise, in pieces of any size, end their sender', async () => {
    const random = seeded(seed);
    for (let made = 0; made < 100; made++) {
      const noise = Buffer.from(
        Array.from({ length: 20 + Math.floor(random() * 200) }, () => Math.floor(random() * 256)),
      );
      const cuts = [1, 2, 7].filter((cut) => random() < 0.5 && cut < noise.length);
      // A frame that waits for its end is no fault; this one behind it is, wherever it comes to stand.
      const rest = Buffer.alloc(70_000, 0xff);
      expect([made, await ends(Buffer.concat([noise, rest]), cuts)]).toEqual([made, true]);
    }
    await bed.work();
    const states = await bed.states();
    expect(new Set(states).size).toBe(1);
    expect(unhandled.seen).toEqual([]);
  });
});
