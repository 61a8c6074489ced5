import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument } from './LiveDocument.ts';
import type { Taken } from './TakenQueue.ts';

function liveDocument() {
  const doc = new Y.Doc();
  doc.getMap('cards').set('a', 1);
  const clock = { ms: 0 };
  const taken: Taken[] = [];
  const spoilt = () => {
    throw new Error('spoilt');
  };
  const live = new LiveDocument(
    { state: null, stateVector: null, doc },
    (one) => taken.push(one),
    spoilt,
    () => clock.ms,
  );
  const edit = (value: number) =>
    live.try(null, null, () => {
      live.doc.getMap('cards').set('a', value);
      return { kind: 'applied' };
    });
  return { live, clock, taken, edit };
}

describe('LiveDocument', () => {
  it('[ROOM23] rests when nobody needed it, and is the same document when somebody does', () => {
    const { live, clock, taken, edit } = liveDocument();
    edit(2);
    const before = { id: live.doc.clientID, state: live.whole, revision: live.revision };
    clock.ms = 999;
    live.restUnused(1_000);
    expect(live.resting).toBe(false);
    clock.ms = 1_000;
    live.restUnused(1_000);
    expect(live.resting).toBe(true);
    expect(live.encode(Uint8Array.of(0))).toBe(before.state);
    expect(live.stateVector).toEqual(Y.encodeStateVectorFromUpdate(before.state));
    expect(live.resting).toBe(true);

    expect(live.doc.getMap('cards').get('a')).toBe(2);
    expect(live.resting).toBe(false);
    expect({ id: live.doc.clientID, revision: live.revision }).toEqual({
      id: before.id,
      revision: before.revision,
    });
    expect(taken).toHaveLength(1);
    edit(3);
    expect(taken).toHaveLength(2);
    expect(taken[1]?.newClients).toEqual([]);
  });

  it('[ROOM23] begins at rest with a state that is known', () => {
    const { live } = liveDocument();
    const source = {
      ...live.merged,
      get doc(): Y.Doc {
        throw new Error('nobody asked for it');
      },
    };
    const taken: Taken[] = [];
    const second = new LiveDocument(
      source,
      (one) => taken.push(one),
      () => {},
      () => 0,
    );
    expect(second.resting).toBe(true);
    expect(second.encode(Uint8Array.of(0))).toBe(source.state);
    expect(second.isNoNews(Uint8Array.of(0, 0))).toBe(true);
    expect(second.resting).toBe(true);
    second.try(null, null, () => {
      second.doc.getMap('cards').set('b', 1);
      return { kind: 'applied' };
    });
    expect(taken).toHaveLength(1);
    expect(second.doc.getMap('cards').toJSON()).toEqual({ a: 1, b: 1 });
    expect(second.whole).toEqual(Y.encodeStateAsUpdate(second.doc));
  });
});
