import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument } from './LiveDocument.ts';
import type { Receiver } from './Receiver.ts';
import type { Taken } from './TakenQueue.ts';

const sender: Receiver = {
  userId: 'ani',
  by: { kind: 'USER', userId: 'ani', tokenId: null },
  onBatch: () => {},
  close: () => {},
};

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

  it('[ROOM28] takes an edit as it came, and its own as Yjs writes them', () => {
    const { live, taken, edit } = liveDocument();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, live.whole);
    const before = { revision: live.revision, stateVector: live.stateVector };
    copy.getMap('cards').set('b', 1);
    const update = Y.encodeStateAsUpdate(copy, before.stateVector);
    expect(live.tryEdit(sender, update)).toEqual({ kind: 'applied' });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ from: sender, changedIds: ['b'], newClients: [copy.clientID] });
    expect(Buffer.compare(taken[0]?.update ?? new Uint8Array(), update)).toBe(0);
    // A buffer of the network may be used again, and is large.
    expect(taken[0]?.update.buffer).not.toBe(update.buffer);
    expect(live.revision).not.toBe(before.revision);
    expect(live.whole).toEqual(Y.encodeStateAsUpdate(live.doc));
    edit(5);
    expect(taken).toHaveLength(2);
    Y.applyUpdate(copy, taken[1]?.update ?? new Uint8Array());
    expect(copy.getMap('cards').toJSON()).toEqual({ a: 5, b: 1 });
  });

  it('[ROOM1] is spoilt when an edit is answered by an edit, or goes wrong half-way', () => {
    const doc = new Y.Doc();
    const taken: Taken[] = [];
    let spoilt = 0;
    const live = new LiveDocument(
      { state: null, stateVector: null, doc },
      (one) => taken.push(one),
      () => {
        spoilt += 1;
      },
      () => 0,
    );
    const other = new Y.Doc();
    other.getMap('cards').set('a', 1);
    const update = Y.encodeStateAsUpdate(other);
    expect(live.tryEdit(sender, update.subarray(0, update.length - 1))).toMatchObject({ kind: 'malformed' });
    expect(spoilt).toBe(1);
    doc.once('afterTransaction', () => doc.getMap('cards').set('c', 1));
    other.getMap('cards').set('b', 1);
    live.tryEdit(sender, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
    expect(spoilt).toBe(2);
    expect(taken).toEqual([]);
  });
});
