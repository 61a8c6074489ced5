import { describe, expect, it } from 'vitest';
import type { SnapshotStore } from '../../src/persistence/SnapshotStore.ts';

/** What every `SnapshotStore` must do. */
export function snapshotStoreContract(name: string, store: () => SnapshotStore): void {
  let count = 0;
  const newDoc = (): string => {
    count += 1;
    return `map_snapshot${count}/content`;
  };

  describe(`${name} as a SnapshotStore`, () => {
    it('[SNAP1] makes a head once and keeps its epoch', async () => {
      const docId = newDoc();
      expect(await store().load(docId)).toEqual({ kind: 'absent' });
      expect(await store().head(docId)).toBeNull();
      const made = await Promise.all([1, 2, 3].map((epoch) => store().create(docId, epoch)));
      expect(made.filter((one) => one === 'created')).toHaveLength(1);
      const epoch = made.indexOf('created') + 1;
      expect(await store().load(docId)).toEqual({
        kind: 'loaded',
        head: { docId, epoch, snapshotSeq: 0, beforeSeq: 0 },
        state: null,
        stateVector: null,
      });
    });

    it('[SNAP10] keeps a state vector beside the state it is of, and beside no other', async () => {
      const docId = newDoc();
      await store().create(docId, 1);
      const vector = async () => {
        const loaded = await store().load(docId);
        return loaded.kind === 'loaded' && loaded.stateVector !== null ? [...loaded.stateVector] : null;
      };
      const state = Uint8Array.from([1]);
      await store().save(docId, { epoch: 1, seq: 1, state, stateVector: Uint8Array.from([7, 8]) });
      expect(await vector()).toEqual([7, 8]);
      await store().save(docId, { epoch: 1, seq: 1, state, stateVector: Uint8Array.from([6]) });
      expect(await vector()).toEqual([7, 8]);
      await store().save(docId, { epoch: 1, seq: 2, state });
      expect(await vector()).toBeNull();
      await store().goBack(docId, 2);
      expect(await vector()).toEqual([7, 8]);
    });

    it('[SNAP2] gives back the newest snapshot and refuses an older one', async () => {
      const docId = newDoc();
      await store().create(docId, 7);
      expect(await store().save(docId, { epoch: 1, seq: 5, state: Uint8Array.from([5]) })).toBe('saved');
      expect(await store().save(docId, { epoch: 1, seq: 4, state: Uint8Array.from([4]) })).toBe('stale');
      expect(await store().save(docId, { epoch: 1, seq: 5, state: Uint8Array.from([4]) })).toBe('stale');
      expect(await store().save(docId, { epoch: 8, seq: 9, state: Uint8Array.from([9, 9]) })).toBe('saved');
      const loaded = await store().load(docId);
      expect(loaded.kind === 'loaded' && [...(loaded.state ?? [])]).toEqual([9, 9]);
      expect(await store().head(docId)).toEqual({ docId, epoch: 8, snapshotSeq: 9, beforeSeq: 5 });
    });

    it('[SNAP9] keeps the snapshot before the newest, and takes it for the newest when told to', async () => {
      const docId = newDoc();
      await store().create(docId, 7);
      expect(await store().loadBefore(docId)).toEqual({ kind: 'absent' });
      await store().goBack(docId, 0);
      const save = (seq: number) => store().save(docId, { epoch: 7, seq, state: Uint8Array.from([seq]) });
      await save(3);
      const nothing = { docId, epoch: 7, snapshotSeq: 0, beforeSeq: 0 };
      expect(await store().loadBefore(docId)).toMatchObject({ kind: 'loaded', head: nothing, state: null });
      await save(5);
      await save(9);
      expect(await store().head(docId)).toMatchObject({ snapshotSeq: 9, beforeSeq: 5 });
      const before = await store().loadBefore(docId);
      expect(before.kind === 'loaded' && [before.head.snapshotSeq, ...(before.state ?? [])]).toEqual([5, 5]);

      // Somebody else's newer snapshot is not let go.
      await store().goBack(docId, 5);
      expect(await store().head(docId)).toMatchObject({ snapshotSeq: 9 });
      await store().goBack(docId, 9);
      expect(await store().head(docId)).toMatchObject({ snapshotSeq: 5, beforeSeq: 0 });
      expect(await store().loadBefore(docId)).toEqual({ kind: 'absent' });
      const loaded = await store().load(docId);
      expect(loaded.kind === 'loaded' && [...(loaded.state ?? [])]).toEqual([5]);
      // What it held may be merged again.
      expect(await save(9)).toBe('saved');
      expect(await store().head(docId)).toMatchObject({ snapshotSeq: 9, beforeSeq: 5 });
    });

    it('[SNAP3] keeps a state of 9 MiB whole', async () => {
      const docId = newDoc();
      await store().create(docId, 1);
      const state = new Uint8Array(9 * 1024 * 1024).map((_, index) => index % 251);
      expect(await store().save(docId, { epoch: 1, seq: 1, state: state })).toBe('saved');
      const loaded = await store().load(docId);
      expect(loaded.kind).toBe('loaded');
      if (loaded.kind === 'loaded') expect(Buffer.compare(loaded.state ?? new Uint8Array(), state)).toBe(0);
    });

    it('[SNAP4] writes nothing for a document that is gone', async () => {
      const docId = newDoc();
      await store().create(docId, 1);
      await store().save(docId, { epoch: 1, seq: 1, state: Uint8Array.from([1]) });
      await store().remove(docId);
      expect(await store().save(docId, { epoch: 1, seq: 2, state: Uint8Array.from([2]) })).toBe('stale');
      expect(await store().load(docId)).toEqual({ kind: 'absent' });
    });

    it('[SNAP8] knows the former lives of a document, and which of them have been kept long enough', async () => {
      const docId = newDoc();
      await store().create(docId, 1);
      await store().create(`${docId}x`, 1);
      await store().create(`${docId}@7`, 7, new Date(1_000));
      await store().create(`${docId}@8`, 8, new Date(3_000));
      expect([...(await store().formerLivesOf(docId))].sort()).toEqual([`${docId}@7`, `${docId}@8`]);
      expect(await store().outlived(new Date(2_000), 10)).toEqual([`${docId}@7`]);
      expect(await store().outlived(new Date(3_000), 1)).toHaveLength(1);
      for (const id of await store().formerLivesOf(docId)) await store().remove(id);
      expect(await store().formerLivesOf(docId)).toEqual([]);
      expect(await store().outlived(new Date(4_000), 10)).toEqual([]);
    });
  });
}
