import { presenceSchema, presenceUserSchema } from '@jejak/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../faults/seeded.ts';
import { HostileBed } from './HostileBed.ts';
import { madeUpPresence, presenceFrameOf } from './madeUpPresence.ts';
import type { Told } from './told.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 4_004);
const said = presenceSchema.extend({ user: presenceUserSchema }).strict();
const allowed: readonly Told[] = ['saved', 'closed 4400', 'closed 1009'];

describe(`hostile presence (seed ${seed})`, () => {
  const unhandled = new UnhandledErrors();
  let bed: HostileBed;
  let own = 0;
  beforeAll(async () => {
    bed = await HostileBed.open();
    own = bed.probe.doc.clientID;
    bed.probe.presence({ typing: true });
    await bed.probe.got('awareness', ({ entries }) => entries.some(({ clientId }) => clientId === own));
  });
  afterAll(async () => {
    await bed.close();
    unhandled.stop();
  });

  it('[HOSTILE2] 400 messages: ids, clocks, shapes, depths and counts', async () => {
    const random = seeded(seed);
    for (let made = 0; made < 400; made++) {
      const told = await bed.attack([madeUpPresence(random, own, made)]);
      expect([made, told]).toEqual([made, expect.toSatisfy((one: Told) => allowed.includes(one))]);
      if (made % 100 === 99) await bed.work();
    }
    for (const { entries } of bed.probe.all('awareness')) {
      for (const { clientId, state } of entries) {
        if (state === null) expect(clientId).not.toBe(own);
        else expect([said.parse(state).user.id === 'probe', clientId]).toEqual([clientId === own, clientId]);
      }
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(unhandled.seen).toEqual([]);
  });

  it('[HOSTILE2] nobody can take a presence away, nor lock its owner out by its clock', async () => {
    for (const [clock, json] of [
      [1_000, 'null'],
      [1_000_000_000, '{"typing":false}'],
      [2 ** 53 - 1, 'null'],
    ] as const)
      await bed.attack([presenceFrameOf([{ clientId: own, clock, json }])]);
    const from = bed.probe.frames.length;
    bed.probe.presence({ selection: ['still here'] });
    const { entries } = await bed.probe.got(
      'awareness',
      (frame) => frame.entries.some(({ clientId }) => clientId === own),
      from,
    );
    expect(entries.find(({ clientId }) => clientId === own)?.state).toMatchObject({
      user: { id: 'probe' },
      selection: ['still here'],
    });
  });
});
