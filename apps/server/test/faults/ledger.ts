import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import pino from 'pino';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { hasPending } from '../../src/rooms/applyUpdate.ts';
import { loadDocument } from '../../src/rooms/loadDocument.ts';
import { ledgerEntries } from './ledgerList.ts';
import type { Writer } from './Writer.ts';

/** What must be zero. */
export interface Ledger {
  acked_lost: number;
  seen_lost: number;
  local_lost: number;
  phantom: number;
  dup: number;
  gap: number;
  diverged: number;
  pending: number;
}

export const clean: Readonly<Ledger> = {
  acked_lost: 0,
  seen_lost: 0,
  local_lost: 0,
  phantom: 0,
  dup: 0,
  gap: 0,
  diverged: 0,
  pending: 0,
};

/** The document as the database holds it, read past any server. */
export async function stored(
  connection: Connection,
  docId: string,
): Promise<{ entries: readonly string[]; gap: number; pending: number }> {
  const logger = pino({ level: 'silent' });
  const log = new MongoUpdateLog({ connection, logger });
  const loaded = await loadDocument(docId, { log, snapshots: new MongoSnapshotStore(connection), logger });
  if (loaded.kind !== 'loaded') throw new Error(`the document is ${loaded.kind}`);
  const gap = loaded.entries.filter((entry, index) => entry.seq !== loaded.snapshotSeq + 1 + index).length;
  return {
    entries: ledgerEntries(loaded.doc),
    gap: gap + (loaded.damaged ? 1 : 0),
    pending: hasPending(loaded.doc) ? 1 : 0,
  };
}

/** Compares what writers were told and saw with what a reader finds. `whole`: all that was written must be there. */
export function compare(
  writers: readonly Writer[],
  found: { readonly entries: readonly string[]; readonly gap: number; readonly pending: number },
  whole: boolean,
  told: { readonly acked: readonly string[]; readonly seen: readonly string[] } = tellings(writers),
): Ledger {
  const present = new Set(found.entries);
  const written = new Set(writers.flatMap((writer) => writer.written));
  const missing = (keys: readonly string[]): number => keys.filter((key) => !present.has(key)).length;
  const states = [...writers.map((writer) => writer.entries()), found.entries].map((entries) =>
    createHash('sha256').update(JSON.stringify(entries)).digest('hex'),
  );
  return {
    acked_lost: missing(told.acked),
    seen_lost: missing(told.seen),
    local_lost: whole ? missing([...written]) : 0,
    phantom: found.entries.filter((key) => !written.has(key)).length,
    dup: found.entries.length - present.size,
    gap: found.gap,
    diverged: whole ? new Set(states).size - 1 : 0,
    pending: found.pending,
  };
}

/** What all writers together were told is journaled, and saw of others, up to now. */
export function tellings(writers: readonly Writer[]): { acked: readonly string[]; seen: readonly string[] } {
  return {
    acked: writers.flatMap((writer) => writer.ackedKeys),
    seen: [...new Set(writers.flatMap((writer) => [...writer.seen]))],
  };
}
