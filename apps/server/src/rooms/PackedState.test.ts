import { inflateRawSync } from 'node:zlib';
import { syncLimits } from '@jejak/protocol';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { Audience } from './Audience.ts';
import { PackedState } from './PackedState.ts';
import { Packer } from './Packer.ts';

const large = new Uint8Array(syncLimits.packFromBytes).fill(7);

function make() {
  const audience = new Audience('map_a/content', pino({ level: 'silent' }));
  const answers: ((bytes: Uint8Array | null) => void)[] = [];
  const state = new PackedState({ pack: () => new Promise((resolve) => answers.push(resolve)) }, audience);
  const write = (bytes: number, count = 1): void => {
    const items = Array.from({ length: count }, () => ({ update: new Uint8Array(bytes), from: null }));
    audience.tell({ seq: 1, own: true, items, changedIds: () => [] });
  };
  const answer = async (bytes: Uint8Array | null): Promise<void> => {
    answers.shift()?.(bytes);
    await Promise.resolve();
  };
  return { state, write, answer, asked: () => answers.length };
}

describe('PackedState', () => {
  it('[ROOM29] packs once for all who ask, and adds what was written since, also meanwhile', async () => {
    const { state, write, answer, asked } = make();
    state.make(large);
    state.make(large);
    expect(asked()).toBe(1);
    write(3);
    expect(state.now).toBeNull();
    await answer(Uint8Array.of(1));
    const first = state.now;
    expect(first).toEqual({ bytes: Uint8Array.of(1), length: large.byteLength, since: [new Uint8Array(3)] });
    expect(state.now).toBe(first);
    write(4);
    expect(state.now?.since).toEqual([new Uint8Array(3), new Uint8Array(4)]);
    expect(first?.since).toEqual([new Uint8Array(3)]);
  });

  it('[ROOM29] lets go of what is too far behind, and of another document', async () => {
    for (const [bytes, count] of [
      [1, syncLimits.packedSinceUpdatesMax + 1],
      [syncLimits.packedSinceBytesMax + 1, 1],
    ] as const) {
      const { state, write, answer } = make();
      state.make(large);
      await answer(Uint8Array.of(1));
      write(bytes, count);
      expect(state.now).toBeNull();
      state.make(large);
      await answer(Uint8Array.of(2));
      expect(state.now).toEqual({ bytes: Uint8Array.of(2), length: large.byteLength, since: [] });
    }
    const { state, answer } = make();
    state.make(large);
    state.forget();
    state.make(large);
    await answer(Uint8Array.of(1));
    expect(state.now).toBeNull();
    await answer(Uint8Array.of(2));
    expect(state.now?.bytes).toEqual(Uint8Array.of(2));
  });

  it('[ROOM29] packs nothing small, and asks again where there was no place', async () => {
    const { state, answer, asked } = make();
    state.make(large.subarray(1));
    expect(asked()).toBe(0);
    state.make(large);
    await answer(null);
    expect(state.now).toBeNull();
    state.make(large);
    expect(asked()).toBe(1);
  });
});

describe('Packer', () => {
  it('[ROOM29] deflates so many at once and no more', async () => {
    const packer = new Packer(1);
    const first = packer.pack(large);
    expect(await packer.pack(large)).toBeNull();
    expect(new Uint8Array(inflateRawSync((await first) ?? large))).toEqual(large);
    expect(await packer.pack(large)).not.toBeNull();
  });
});
