import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { varint } from '../../../../packages/update-guard/test/bytes.ts';
import { seeded } from '../faults/seeded.ts';
import { syncFrame } from '../protocol/frames.ts';
import { HostileBed } from './HostileBed.ts';
import { hostileRows, type Target } from './hostileRows.ts';
import { madeUpUpdate, realUpdates } from './madeUpUpdates.ts';
import { targetOf } from './targetOf.ts';
import type { Told } from './told.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 3_003);
const refused: readonly Told[] = ['asked', 'closed 4400', 'closed 4413'];

const targetIn = (bed: HostileBed): Target => targetOf(bed.room.doc, bed.probe.doc.clientID);

describe(`hostile updates (seed ${seed})`, () => {
  const unhandled = new UnhandledErrors();
  let bed: HostileBed;
  beforeAll(async () => {
    bed = await HostileBed.open();
  });
  afterAll(async () => {
    await bed.close();
    unhandled.stop();
  });
  const everybodyAgrees = async (): Promise<void> => {
    const states = await bed.states();
    expect(new Set(states).size).toBe(1);
    expect([bed.room.doc.store.pendingStructs, bed.room.doc.store.pendingDs]).toEqual([null, null]);
    expect(unhandled.seen).toEqual([]);
  };

  it.each(hostileRows.map((row) => [row.name, row] as const))(
    '[HOSTILE1] %s, in five sizes',
    async (_name, row) => {
      for (let size = 0; size < 5; size++) {
        const update = row.make(targetIn(bed), size);
        const [revision, tail, heard] = [bed.room.revision, bed.room.tail, bed.probe.all('update').length];
        const told = await bed.attack([syncFrame('update', update)]);
        expect([size, told]).toEqual([size, expect.toSatisfy((one: Told) => refused.includes(one))]);
        expect([size, bed.room.revision, bed.room.tail]).toEqual([size, revision, tail]);
        await bed.work();
        expect(bed.probe.all('update').length).toBe(heard);
      }
      await everybodyAgrees();
    },
  );

  it('[HOSTILE1] 12 real updates, cut anywhere', async () => {
    for (const update of realUpdates(seeded(seed))) {
      const revision = bed.room.revision;
      for (let end = 0; end < update.length; end += 1 + Math.floor(update.length / 60)) {
        const told = await bed.attack([syncFrame('update', update.subarray(0, end))]);
        expect([end, told]).toEqual([end, 'closed 4400']);
      }
      expect(bed.room.revision).toBe(revision);
    }
    await everybodyAgrees();
  });

  it('[HOSTILE1] 12 real updates, each with a bit flipped, whole or not at all', async () => {
    const random = seeded(seed + 1);
    for (const update of realUpdates(random)) {
      for (let flip = 0; flip < 110; flip++) {
        const bad = update.slice();
        const at = Math.floor(random() * bad.length);
        bad[at] = (bad[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        const revision = bed.room.revision;
        const told = await bed.attack([syncFrame('update', bad)]);
        if (told !== 'saved') expect([flip, bed.room.revision]).toEqual([flip, revision]);
      }
      await everybodyAgrees();
    }
  });

  it('[HOSTILE1] 700 updates at random and by grammar', async () => {
    const random = seeded(seed + 2);
    for (let made = 0; made < 700; made++) {
      const revision = bed.room.revision;
      const told = await bed.attack([syncFrame('update', madeUpUpdate(random, targetIn(bed)))]);
      if (told !== 'saved') expect([made, bed.room.revision]).toEqual([made, revision]);
      if (made % 100 === 99) await everybodyAgrees();
    }
  });

  it('[HOSTILE1] whoever may only read changes nothing, whatever they send', async () => {
    const random = seeded(seed + 3);
    const updates = [
      ...realUpdates(random),
      ...realUpdates(random),
      ...realUpdates(random),
      ...realUpdates(random),
    ];
    const revision = bed.room.revision;
    for (const update of updates) {
      for (const kind of ['update', 'step2'] as const)
        expect(await bed.attack([syncFrame(kind, update)], '&readOnly=1')).toBe('closed 4403');
    }
    expect(bed.room.revision).toBe(revision);
    await everybodyAgrees();
  });

  it('[GATE5] state vectors that are none, or name a million clients', async () => {
    const vectors = [
      Uint8Array.of(),
      Uint8Array.of(1),
      Uint8Array.of(0, 0),
      Uint8Array.from(varint(2 ** 40)),
      Uint8Array.from([
        ...varint(20_001),
        ...Array.from({ length: 20_001 }, (_, id) => [...varint(id), 1]).flat(),
      ]),
    ];
    for (const vector of vectors) expect(await bed.attack([syncFrame('step1', vector)])).toBe('closed 4400');
    await everybodyAgrees();
  });
});
