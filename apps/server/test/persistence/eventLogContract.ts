import type { JourneyEvent } from '@jejak/journey-events';
import { describe, expect, it } from 'vitest';
import type { EventBatch, EventLog } from '../../src/persistence/EventLog.ts';

const at = new Date('2026-01-02T03:04:05.000Z');

function event(kind: 'CardAdded' | 'CardDeleted', userId: string): JourneyEvent {
  const text = { en: 'Asks', id: 'Bertanya' };
  return {
    subject: 'card',
    kind,
    recordId: 'crd_1',
    fields: ['text', 'tags'],
    before: kind === 'CardAdded' ? null : { text, tags: [] },
    after: kind === 'CardAdded' ? { text, tags: ['slow'] } : null,
    by: { kind: 'API', userId, tokenId: 'tok_1' },
    at,
    version: { structure: 1, content: 2 },
  };
}

/** What every `EventLog` must do. */
export function eventLogContract(name: string, log: () => EventLog): void {
  let maps = 0;
  const newMap = (): string => {
    maps += 1;
    return `map_${name.replaceAll(/\W/g, '')}${maps}`;
  };
  const batch = (mapId: string, n: number, events: readonly JourneyEvent[], when = at): EventBatch => ({
    mapId,
    n,
    tag: `tag${n}`,
    through: { structure: 1, content: n },
    events,
    count: events.length,
    gap: false,
    at: when,
  });
  const read = async (query: Partial<Parameters<EventLog['read']>[0]> & { readonly mapId: string }) =>
    (await log().read({ from: 0, order: 'ascending', max: 10, ...query })).map(({ n }) => n);

  describe(`${name} as an EventLog`, () => {
    it('[EVENT3] gives back what was told, and a number to one of many', async () => {
      const mapId = newMap();
      expect(await log().last(mapId)).toBeNull();
      const first = batch(mapId, 1, [event('CardAdded', 'ani')]);
      const results = await Promise.all([first, { ...first, tag: 'other' }].map((one) => log().append(one)));
      expect(results.toSorted()).toEqual(['appended', 'taken']);
      const [stored] = await log().read({ mapId, from: 1, order: 'ascending', max: 1 });
      expect({ ...stored, tag: first.tag }).toEqual(first);
      await log().append(batch(mapId, 2, []));
      expect((await log().last(mapId))?.n).toBe(2);
    });

    it('[EVENT7] reads forwards and backwards, by kind and by person, and counts', async () => {
      const mapId = newMap();
      await log().append(batch(mapId, 1, [event('CardAdded', 'ani'), event('CardDeleted', 'budi')]));
      await log().append(batch(mapId, 2, [event('CardAdded', 'budi')]));
      await log().append(batch(mapId, 3, [event('CardAdded', 'ani')]));
      expect(await read({ mapId, from: 2 })).toEqual([2, 3]);
      expect(await read({ mapId, from: 2, order: 'descending' })).toEqual([2, 1]);
      expect(await read({ mapId, max: 1 })).toEqual([1]);
      expect(await read({ mapId, kinds: ['CardDeleted'] })).toEqual([1]);
      expect(await read({ mapId, kinds: ['CardDeleted'], userId: 'ani' })).toEqual([]);
      expect(await read({ mapId, userId: 'ani' })).toEqual([1, 3]);
      expect(await log().count({ mapId })).toBe(4);
      expect(await log().count({ mapId, kinds: ['CardAdded'], userId: 'ani' })).toBe(2);
      expect(await log().count({ mapId: newMap() })).toBe(0);
    });

    it('[EVENT8] lets go of what is old, keeps the place of the last and what is new', async () => {
      const [old, young] = [newMap(), newMap()];
      const later = new Date(at.getTime() + 1_000);
      await log().append(batch(old, 1, [event('CardAdded', 'ani')]));
      await log().append(batch(old, 2, [event('CardAdded', 'ani')]));
      await log().append(batch(young, 1, [event('CardAdded', 'ani')]));
      await log().append(batch(young, 2, [event('CardAdded', 'ani')], later));
      await log().expire(later);
      expect(await read({ mapId: old })).toEqual([2]);
      expect(await log().last(old)).toMatchObject({ n: 2, tag: 'tag2', events: [], count: 1 });
      expect(await read({ mapId: young })).toEqual([2]);
      expect((await log().last(young))?.events).toHaveLength(1);
    });

    it('[EVENT9] removes all of one map', async () => {
      const [gone, other] = [newMap(), newMap()];
      await log().append(batch(gone, 1, []));
      await log().append(batch(other, 1, []));
      await log().remove(gone);
      expect(await log().last(gone)).toBeNull();
      expect((await log().last(other))?.n).toBe(1);
    });
  });
}
