import {
  EventReader,
  type LoggedEntry,
  type LogPosition,
  orderEntries,
  type ReaderStart,
  type Telling,
  tellBatches,
} from '@jejak/journey-events';
import type { Logger } from 'pino';
import { DomainError } from '../errors/DomainError.ts';
import type { HeavyWork } from '../heavy/HeavyWork.ts';
import type { EventBatch, EventLog } from '../persistence/EventLog.ts';
import type { SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import { docIdOf, mapIdOf } from '../rooms/docId.ts';
import type { LogReader } from '../rooms/LogReader.ts';
import type { EventMetrics } from './EventMetrics.ts';
import { fitting } from './fitting.ts';
import { groundOf } from './groundOf.ts';
import { isSmall } from './isSmall.ts';
import { batchesOf, loggedEntries } from './loggedEntries.ts';
import { SharedRuns } from './SharedRuns.ts';

/** What telling what happened works with. */
export interface EventDeriverOptions {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly events: EventLog;
  /** Where large documents are read. */
  readonly heavy: () => HeavyWork;
  readonly logger: Logger;
  readonly metrics: EventMetrics;
  /** The time, by the database. */
  readonly now: () => Date;
  /** Milliseconds that only rise. */
  readonly elapsedMs: () => number;
  readonly newTag: () => string;
}

/** How far a map is told, and the batches that were told just now, without a hole up to the last. */
export interface Told {
  readonly last: EventBatch | null;
  readonly fresh: readonly EventBatch[];
}

/** Batches that the thread tells at once; it is given the documents anew for the next ones. */
const batchesPerJob = 8;
const parts = ['structure', 'content'] as const;
const gone: Told = { last: null, fresh: [] };

/**
 * Tells what happened on maps: reads both logs from where the last batch ends and writes the next batch. Its number
 * under a unique index decides between nodes that tell the same map, and each begins where the one before it ends; so
 * however often telling is cut off or done twice, each update is told exactly once.
 */
export class EventDeriver implements LogReader {
  readonly #options: EventDeriverOptions;
  readonly #runs = new SharedRuns<Told>();
  /** Readers of small maps that are followed, at the number they have told up to. */
  readonly #readers = new Map<string, { n: number; reader: EventReader } | null>();

  constructor(options: EventDeriverOptions) {
    this.#options = options;
  }

  /** Tells all that is journaled now; nothing where the map is gone. */
  derive(mapId: string): Promise<Told> {
    return this.#runs.run(mapId, () => this.#derive(mapId));
  }

  /** Keeps a reader ready for a map that is told again and again, until the returned function is called. */
  keepReady(mapId: string): () => void {
    this.#readers.set(mapId, null);
    return () => {
      this.#readers.get(mapId)?.reader.destroy();
      this.#readers.delete(mapId);
    };
  }

  async hasRead(docId: string, seq: number): Promise<void> {
    const mapId = mapIdOf(docId);
    const part = docId === docIdOf(mapId, 'structure') ? 'structure' : 'content';
    const { last } = await this.derive(mapId);
    if (last === null || last.through[part] >= seq) return;
    // A node that knows no events merged it.
    const skipped = await this.#runs.run(mapId, () => this.#skip(mapId));
    if (skipped.last !== null && skipped.last.through[part] < seq) throw new DomainError('UNAVAILABLE');
  }

  async forget(mapId: string): Promise<void> {
    await this.#options.events.remove(mapId);
  }

  async #derive(mapId: string): Promise<Told> {
    const startedAt = this.#options.elapsedMs();
    const fresh: EventBatch[] = [];
    try {
      for (;;) {
        const last = await this.#options.events.last(mapId);
        const outcome = await this.#tellOn(mapId, last, fresh, startedAt);
        if (outcome === 'gone') return gone;
        if (outcome === 'told') return { last: fresh.at(-1) ?? last, fresh };
      }
    } catch (error) {
      this.#options.metrics.told('failed', 0, this.#options.elapsedMs() - startedAt);
      this.#drop(mapId);
      throw error;
    }
  }

  /** Tells what the logs hold behind the last batch; `again`: it ends elsewhere now, and more may follow. */
  async #tellOn(
    mapId: string,
    last: EventBatch | null,
    fresh: EventBatch[],
    startedAt: number,
  ): Promise<'told' | 'gone' | 'again'> {
    const { log, logger } = this.#options;
    const start = last?.through ?? (await this.#beginning(mapId));
    if (start === null) return 'gone';
    // What rests on the structure is journaled after it: read first, it finds all of it below.
    const content = await log.readAfter(docIdOf(mapId, 'content'), start.content);
    const structure = await log.readAfter(docIdOf(mapId, 'structure'), start.structure);
    if (content.length === 0 && structure.length === 0) return 'told';
    const entries = orderEntries(
      loggedEntries('structure', start.structure, structure),
      loggedEntries('content', start.content, content),
    );
    const isWhole = entries.length === structure.length + content.length;
    let before = { n: last?.n ?? 0, through: start };
    if (isWhole) {
      for await (const telling of this.#tellings(mapId, start, before.n, entries)) {
        if (telling === null) break;
        const { version: through, stopped } = telling;
        if (stopped !== null) logger.warn({ mapId, reason: stopped }, 'an entry of the log cannot be told');
        if (parts.every((part) => through[part] === before.through[part])) return 'told';
        const events = fitting(telling.events);
        const head = this.#head(mapId, before.n);
        const batch = { ...head, through, events, count: events.length, gap: false };
        const written = await this.#append(batch, fresh, startedAt);
        if (written !== 'appended') return written;
        if (stopped !== null) return 'told';
        before = batch;
      }
      if (before.through !== start) return 'told';
    }
    const batch = await this.#afterGap(start, this.#head(mapId, before.n));
    if (batch === 'gone') return 'gone';
    if (batch === null) return 'told';
    const written = await this.#append(batch, fresh, startedAt);
    return written === 'gone' ? 'gone' : 'again';
  }

  /** Writes a batch down; `again`: another node has told it first. */
  async #append(
    batch: EventBatch,
    fresh: EventBatch[],
    startedAt: number,
  ): Promise<'appended' | 'gone' | 'again'> {
    const { events, metrics, elapsedMs } = this.#options;
    const { mapId } = batch;
    const isOurs = (await events.append(batch)) === 'appended';
    const outcome = isOurs ? (batch.gap ? 'gap' : 'told') : 'taken';
    metrics.told(outcome, isOurs ? batch.count : 0, elapsedMs() - startedAt);
    if (isOurs) fresh.push(batch);
    else {
      this.#drop(mapId);
      fresh.length = 0;
    }
    // Deleted meanwhile: nothing of it may stay.
    if (!(await this.#exists(mapId))) {
      await this.forget(mapId);
      return 'gone';
    }
    return isOurs ? 'appended' : 'again';
  }

  /** Goes on behind entries that are gone with nothing after them. */
  async #skip(mapId: string): Promise<Told> {
    const { events, metrics } = this.#options;
    const last = await events.last(mapId);
    if (last === null) return gone;
    const batch = await this.#afterGap(last.through, this.#head(mapId, last.n));
    if (batch === null || batch === 'gone') return { last, fresh: [] };
    if ((await events.append(batch)) === 'appended') metrics.told('gap', 0, 0);
    return { last: await events.last(mapId), fresh: [] };
  }

  #head(mapId: string, after: number): Pick<EventBatch, 'mapId' | 'n' | 'tag' | 'at'> {
    const { newTag, now } = this.#options;
    return { mapId, n: after + 1, tag: newTag(), at: now() };
  }

  /** Entries that were merged before they were read are lost to telling; it goes on from the newest snapshots. */
  async #afterGap(
    start: LogPosition,
    batch: Pick<EventBatch, 'mapId' | 'n' | 'tag' | 'at'>,
  ): Promise<EventBatch | 'gone' | null> {
    const { mapId } = batch;
    const newest = await this.#beginning(mapId);
    if (newest === null) return 'gone';
    const through = {
      structure: Math.max(start.structure, newest.structure),
      content: Math.max(start.content, newest.content),
    };
    if (through.structure === start.structure && through.content === start.content) return null;
    this.#options.logger.error({ mapId }, 'a part of what happened on a map cannot be told');
    this.#drop(mapId);
    return { ...batch, through, events: [], count: 0, gap: true };
  }

  /** What the entries tell, batch after batch; null where something that leads to `start` is gone. */
  async *#tellings(
    mapId: string,
    start: LogPosition,
    n: number,
    entries: readonly LoggedEntry[],
  ): AsyncGenerator<Telling | null, void> {
    const batches = batchesOf(entries);
    const ready = this.#readers.get(mapId);
    if (ready?.n === n) {
      // Whoever stops following meanwhile must not end it.
      this.#readers.set(mapId, null);
      return yield* this.#tellHere(mapId, ready.reader, n, batches);
    }
    this.#drop(mapId);
    let ground = await this.#groundOf(mapId, start, entries);
    if (ground === null) return yield null;
    if (isSmall(ground, entries)) return yield* this.#tellHere(mapId, new EventReader(ground), n, batches);
    for (let at = 0; ground !== null; at += batchesPerJob) {
      const some = batches.slice(at, at + batchesPerJob);
      const goesOn = at + some.length < batches.length;
      const answer = await this.#options.heavy().tell(mapId, ground, some, goesOn);
      if (answer.kind !== 'told') throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2 });
      yield* answer.tellings;
      ground = answer.ground;
    }
  }

  /** Both documents at `start`, as far as they are needed; null where something that leads there is gone. */
  async #groundOf(
    mapId: string,
    start: LogPosition,
    entries: readonly LoggedEntry[],
  ): Promise<ReaderStart | null> {
    const isReady = this.#readers.has(mapId);
    const [structure, content] = await Promise.all(
      parts.map((part) => {
        const first = entries.find((entry) => entry.part === part);
        // Of a document that is not read on, or begins anew at once, nothing is needed.
        const isNeeded = isReady || (first !== undefined && !first.begins);
        return isNeeded
          ? groundOf(mapId, part, start[part], this.#options)
          : ({ kind: 'ground', updates: [] } as const);
      }),
    );
    if (structure?.kind !== 'ground' || content?.kind !== 'ground') return null;
    return { structure: structure.updates, content: content.updates, version: start };
  }

  /** Tells here; a map that is followed keeps the reader, unless it was stopped on the way. */
  *#tellHere(
    mapId: string,
    reader: EventReader,
    n: number,
    batches: readonly (readonly LoggedEntry[])[],
  ): Generator<Telling, void> {
    let isSound = false;
    try {
      let stopped: string | null = null;
      for (const telling of tellBatches(reader, batches)) {
        ({ stopped } = telling);
        yield telling;
      }
      isSound = stopped === null;
    } finally {
      if (isSound && this.#readers.has(mapId)) this.#readers.set(mapId, { n: n + batches.length, reader });
      else reader.destroy();
    }
  }

  /** Forgets a reader that has read what others told, or what nobody did. */
  #drop(mapId: string): void {
    const ready = this.#readers.get(mapId);
    if (!ready) return;
    ready.reader.destroy();
    this.#readers.set(mapId, null);
  }

  /** Where the telling of a map begins that nobody has told of; null where there is no such map. */
  async #beginning(mapId: string): Promise<LogPosition | null> {
    const { snapshots } = this.#options;
    const [structure, content] = await Promise.all([
      snapshots.head(docIdOf(mapId, 'structure')),
      snapshots.head(docIdOf(mapId, 'content')),
    ]);
    if (structure === null || content === null) return null;
    return { structure: structure.snapshotSeq, content: content.snapshotSeq };
  }

  async #exists(mapId: string): Promise<boolean> {
    return (await this.#options.snapshots.head(docIdOf(mapId, 'structure'))) !== null;
  }
}
