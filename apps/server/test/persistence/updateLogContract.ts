import { describe, expect, it } from 'vitest';
import { authorsOf } from '../../src/persistence/authorRuns.ts';
import type { LogEntry, UpdateLog } from '../../src/persistence/UpdateLog.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const plain = (entries: readonly LogEntry[]): unknown =>
  entries.map((entry) => ({ seq: entry.seq, updates: entry.updates.map((update) => [...update]) }));

/** What every `UpdateLog` must do. */
export function updateLogContract(name: string, log: () => UpdateLog): void {
  let count = 0;
  const newDoc = (): string => {
    count += 1;
    return `map_${name.replaceAll(/\W/g, '')}${count}/content`;
  };

  describe(`${name} as an UpdateLog`, () => {
    it('[LOG1] gives back what was appended, in order, after any sequence number', async () => {
      const docId = newDoc();
      expect(await log().readAfter(docId, 0)).toEqual([]);
      expect(await log().append({ docId, seq: 1, updates: [bytes(1), bytes(2, 3)] })).toBe('appended');
      expect(await log().append({ docId, seq: 2, updates: [bytes(4)] })).toBe('appended');
      expect(plain(await log().readAfter(docId, 0))).toEqual([
        { seq: 1, updates: [[1], [2, 3]] },
        { seq: 2, updates: [[4]] },
      ]);
      expect(plain(await log().readAfter(docId, 1))).toEqual([{ seq: 2, updates: [[4]] }]);
      expect(await log().tails([docId, 'absent'])).toEqual(new Map([[docId, 2]]));
    });

    it('[LOG1] gives back a long log whole, also where several are read at once', async () => {
      const docIds = [newDoc(), newDoc()];
      const seqs = Array.from({ length: 60 }, (_, n) => n + 1);
      for (const docId of docIds)
        for (const seq of seqs) await log().append({ docId, seq, updates: [bytes(seq)] });
      const read = await Promise.all(docIds.map((docId, n) => log().readAfter(docId, n)));
      expect(read.map((entries) => entries.map(({ seq }) => seq))).toEqual([seqs, seqs.slice(1)]);
    });

    it('[LOG1] says where a document begins anew', async () => {
      const docId = newDoc();
      await log().append({ docId, seq: 1, updates: [bytes(1)] });
      await log().append({ docId, seq: 2, epoch: 9, updates: [bytes(2)] });
      const entries = await log().readAfter(docId, 0);
      expect(entries.map(({ seq, epoch }) => [seq, epoch])).toEqual([
        [1, undefined],
        [2, 9],
      ]);
    });

    it('[WRITE13] says which calls wrote in it, and what they came to', async () => {
      const docId = newDoc();
      const calls = [{ id: 'one', outcome: '[["content"],["crd_1", "with spaces"]]' }];
      await log().append({ docId, seq: 1, updates: [bytes(1)], calls });
      await log().append({ docId, seq: 2, updates: [bytes(2)] });
      const entries = await log().readAfter(docId, 0);
      expect(entries.map((entry) => entry.calls)).toEqual([calls, undefined]);
    });

    it('[EVENT1] says whose each update is, and when it was appended', async () => {
      const docId = newDoc();
      const ani = { kind: 'USER', userId: 'usr_ani', tokenId: null } as const;
      const program = { kind: 'API', userId: 'usr_ani', tokenId: 'tok_1' } as const;
      const authors = [
        { by: ani, updates: 2 },
        { by: program, updates: 1 },
        { by: null, updates: 1 },
      ];
      const updates = [bytes(1), bytes(2), bytes(3), bytes(4)];
      await log().append({ docId, seq: 1, updates, authors });
      await log().append({ docId, seq: 2, updates: [bytes(5)], migrates: true });
      const [first, second] = await log().readAfter(docId, 0);
      expect(first?.authors).toEqual(authors);
      expect(authorsOf(4, first?.authors)).toEqual([ani, ani, program, null]);
      expect(second).toMatchObject({ migrates: true });
      expect(authorsOf(1, second?.authors)).toEqual([null]);
      expect(Math.abs(Date.now() - (first?.at?.getTime() ?? 0))).toBeLessThan(60_000);
    });

    it('[LOG1] gives each of many readers at once their own', async () => {
      const docIds = Array.from({ length: 120 }, newDoc);
      await Promise.all(
        docIds.flatMap((docId, n) =>
          [1, 2].map((seq) => log().append({ docId, seq, updates: [bytes(n, seq)] })),
        ),
      );
      const [read, again] = await Promise.all([
        Promise.all(docIds.map((docId, n) => log().readAfter(docId, n % 3))),
        log().readAfter(docIds[0] ?? '', 1),
      ]);
      for (const [n, entries] of read.entries())
        expect(plain(entries)).toEqual([1, 2].slice(n % 3).map((seq) => ({ seq, updates: [[n, seq]] })));
      expect(again.map(({ seq }) => seq)).toEqual([2]);
    });

    it('[LOG2] gives a sequence number to one of many writers', async () => {
      const docId = newDoc();
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => log().append({ docId, seq: 1, updates: [bytes(n)] })),
      );
      expect(results.filter((result) => result === 'appended')).toHaveLength(1);
      expect(results.filter((result) => result === 'conflict')).toHaveLength(19);
      const winner = results.indexOf('appended');
      expect(plain(await log().readAfter(docId, 0))).toEqual([{ seq: 1, updates: [[winner]] }]);
    });

    it('[LOG2] lets one document conflict without harm to those written beside it', async () => {
      const [a, b] = [newDoc(), newDoc()];
      await log().append({ docId: a, seq: 1, updates: [bytes(0)] });
      const results = await Promise.all([
        log().append({ docId: a, seq: 1, updates: [bytes(1)] }),
        log().append({ docId: b, seq: 1, updates: [bytes(2)] }),
        log().append({ docId: a, seq: 2, updates: [bytes(3)] }),
      ]);
      expect(results).toEqual(['conflict', 'appended', 'appended']);
    });

    it('[LOG3] deletes exactly what it is told', async () => {
      const docId = newDoc();
      for (let seq = 1; seq <= 4; seq++) await log().append({ docId, seq, updates: [bytes(seq)] });
      await log().deleteThrough(docId, 2);
      expect(plain(await log().readAfter(docId, 0))).toEqual([
        { seq: 3, updates: [[3]] },
        { seq: 4, updates: [[4]] },
      ]);
    });

    it('[LOG4] refuses a writer that slept through a compaction', async () => {
      const docId = newDoc();
      for (let seq = 1; seq <= 3; seq++) await log().append({ docId, seq, updates: [bytes(seq)] });
      await log().deleteThrough(docId, 3);
      expect(await log().append({ docId, seq: 2, updates: [bytes(9)] })).toBe('conflict');
      expect(await log().append({ docId, seq: 3, updates: [bytes(9)] })).toBe('conflict');
      expect(await log().readAfter(docId, 0)).toEqual([]);
      expect(await log().append({ docId, seq: 4, updates: [bytes(4)] })).toBe('appended');
    });

    it('[LOG5] says at once that an entry will never fit', async () => {
      const docId = newDoc();
      const large = new Uint8Array(8 * 1024 * 1024);
      expect(await log().append({ docId, seq: 1, updates: [large, large] })).toBe('tooLarge');
      expect(await log().append({ docId, seq: 1, updates: [large] })).toBe('appended');
      expect((await log().readAfter(docId, 0))[0]?.updates[0]?.byteLength).toBe(large.byteLength);
    });

    it('[LOG6] takes no append for a removed document', async () => {
      const docId = newDoc();
      await log().append({ docId, seq: 1, updates: [bytes(1)] });
      await log().remove(docId);
      expect(await log().append({ docId, seq: 2, updates: [bytes(2)] })).toBe('conflict');
      expect(await log().readAfter(docId, 0)).toEqual([]);
    });

    it('[LOG9] says how far a document came, also when its entries are merged or removed', async () => {
      const [merged, half, removed] = [newDoc(), newDoc(), newDoc()];
      for (const docId of [merged, half, removed])
        for (let seq = 1; seq <= 4; seq++) await log().append({ docId, seq, updates: [bytes(seq)] });
      await log().deleteThrough(merged, 4);
      await log().deleteThrough(half, 2);
      await log().remove(removed);
      expect(await log().tails([merged, half, removed])).toEqual(
        new Map([
          [merged, 4],
          [half, 4],
          [removed, Number.MAX_SAFE_INTEGER],
        ]),
      );
    });

    it('[LOG7] keeps a poisoned entry aside, however often it is found', async () => {
      const entry = { docId: newDoc(), seq: 1, updates: [bytes(1)] };
      await log().quarantine(entry, 'broken');
      await log().quarantine(entry, 'broken');
    });
  });
}
