import { createHash } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../test/faults/seeded.ts';
import type { PresenceEntry } from '../rooms/PresenceBoard.ts';
import type { Receiver } from '../rooms/Receiver.ts';
import { batchFrames, presenceFrame } from './frames.ts';

describe('batchFrames', () => {
  it('[PROTO5] gives each receiver every update in order but its own', () => {
    const seed = Date.now() % 1_000_000;
    const random = seeded(seed);
    const receivers = Array.from({ length: 5 }, (_, n) => receiver(`person ${n}`));
    for (let round = 0; round < 50; round++) {
      const items = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, n) => ({
        update: new Uint8Array(sizes[Math.floor(random() * sizes.length)] ?? 0).fill(n),
        from: receivers[Math.floor(random() * (receivers.length + 1))] ?? null,
      }));
      const batch = { seq: 1, own: true, items, changedIds: () => [] };
      for (const one of receivers) {
        const others = items.filter(({ from }) => from !== one);
        const heard = read(Buffer.concat(batchFrames(batch, one)));
        expect(heard.map(digest), `seed ${seed}`).toEqual(others.map(({ update }) => digest(update)));
      }
    }
  });

  it('shares the bytes with everybody who sent none of them', () => {
    const [sender, one, other] = [receiver('a'), receiver('b'), receiver('c')];
    const batch = {
      seq: 1,
      own: true,
      items: [{ update: Uint8Array.of(1), from: sender }],
      changedIds: () => [],
    };
    expect(batchFrames(batch, sender)).toEqual([]);
    expect(batchFrames(batch, one)[0]).toBe(batchFrames(batch, other)[0]);
  });
});

describe('presenceFrame', () => {
  it('[SYNC25] holds what everybody says, whatever the size of ids, clocks and texts', () => {
    const seed = Date.now() % 1_000_000;
    const random = seeded(seed);
    const upTo = (max: number): number => Math.floor(max ** random());
    const names = ['Ani', 'Dewi Ayu', 'Zoë', '王小明', '🙂', '\ud83d', '"\\\u0000'];
    for (const count of [0, 1, 2, 50, 200, 400]) {
      const entries = Array.from({ length: count }, (_, n): PresenceEntry => {
        const name = names[n % names.length]?.repeat(upTo(60)) ?? '';
        const state = { typing: n % 2 === 0, user: { id: `usr_${n}`, name, team: 'SALES' } } as const;
        return { clientId: upTo(2 ** 32), clock: upTo(2 ** 53), state: n % 9 === 4 ? null : state };
      });
      const payloads = payloadsOf(presenceFrame(entries));
      expect(payloads, `seed ${seed}`).toHaveLength(1);
      expect(presenceIn(payloads[0] ?? new Uint8Array()), `seed ${seed}`).toEqual(entries);
    }
  });
});

/** Around every change of form: of the varuint of the length and of the frame's head. */
const sizes = [0, 1, 60, 122, 123, 124, 127, 128, 129, 16_383, 16_384, 65_530, 65_531, 65_540];

function receiver(userId: string): Receiver {
  return { userId, by: { kind: 'USER', userId, tokenId: null }, onBatch() {}, close() {} };
}

/** Comparing large arrays item by item takes a test runner seconds. */
function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The updates of a stream of frames. */
function read(bytes: Buffer): Uint8Array[] {
  return payloadsOf(bytes).map((payload) => {
    const decoder = decoding.createDecoder(payload);
    expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 2]);
    const update = Uint8Array.from(decoding.readVarUint8Array(decoder));
    expect(decoding.hasContent(decoder)).toBe(false);
    return update;
  });
}

/** The entries of one awareness message. */
function presenceIn(payload: Uint8Array): unknown[] {
  const outer = decoding.createDecoder(payload);
  expect(decoding.readVarUint(outer)).toBe(1);
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
  expect(decoding.hasContent(outer)).toBe(false);
  const entries = Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }));
  expect(decoding.hasContent(decoder)).toBe(false);
  return entries;
}

/** What a stream of frames holds. */
function payloadsOf(bytes: Buffer): Uint8Array[] {
  const payloads: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    expect(bytes[at]).toBe(0x82);
    const short = bytes.readUInt8(at + 1);
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    const length =
      short < 126
        ? short
        : short === 126
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    payloads.push(bytes.subarray(at + head, at + head + length));
    at += head + length;
  }
  return payloads;
}
