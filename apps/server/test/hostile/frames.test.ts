import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../faults/seeded.ts';
import { brokenFrames } from './brokenFrames.ts';
import { endsSender } from './endsSender.ts';
import { HostileBed, mapId } from './HostileBed.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 5_005);

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

  const ends = (bytes: Buffer, cuts: readonly number[] = []): Promise<boolean> =>
    endsSender(bed.server.port, `/sync/${mapId}/content?as=raw`, bytes, cuts);

  it('[HOSTILE3] 50 ways to break the frames end their sender', async () => {
    for (const [at, bytes] of brokenFrames.entries()) expect([at, await ends(bytes)]).toEqual([at, true]);
    await bed.work();
    expect(brokenFrames.length).toBeGreaterThanOrEqual(50);
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
