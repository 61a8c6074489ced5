import { CloseCode } from '@jejak/protocol';
import * as Y from 'yjs';
import { DomainError } from '../errors/DomainError.ts';
import { applyEntry } from './applyEntry.ts';
import { type ApplyOutcome, applyWhole, containsUpdate } from './applyUpdate.ts';
import { attempt } from './attempt.ts';
import { Compactor } from './Compactor.ts';
import { changedIds } from './changedIds.ts';
import { DurabilityLine } from './DurabilityLine.ts';
import type { DurableBatch } from './DurableBatch.ts';
import { FullState } from './FullState.ts';
import { endOf, type LoadedDocument, loadDocument, missedSince } from './loadDocument.ts';
import { loadOrigin, logOrigin } from './origins.ts';
import type { Receiver } from './Receiver.ts';
import type { RoomOptions, Submission } from './RoomOptions.ts';
import { backOffMs, pause, persistently } from './retry.ts';
import { type Backlog, type Taken, TakenQueue } from './TakenQueue.ts';

/**
 * One live document. The document may run ahead of the log, but nothing leaves the room before it is journaled:
 * whoever tells anything outside goes through `whenDurable`. One loop does all that waits, so appends, catching up
 * and rebuilding never overlap.
 */
export class Room {
  readonly docId: string;
  readonly epoch: number;
  readonly #options: RoomOptions;
  readonly #compactor: Compactor;
  readonly #line: DurabilityLine;
  readonly #receivers = new Set<Receiver>();
  readonly receivers: ReadonlySet<Receiver> = this.#receivers;
  readonly #batchListeners = new Set<(batch: DurableBatch) => void>();
  #doc: Y.Doc;
  #tail: number;
  #damaged: boolean;
  #revision = 0;
  readonly #queue = new TakenQueue();
  /** What waits for the log. */
  readonly backlog: Backlog = this.#queue;
  /** Where emitted updates go while somebody's bytes are being tried. */
  #trial: Taken[] | null = null;
  #trialFrom: Receiver | null = null;
  #dirty = false;
  #hinted = 0;
  #running = false;
  #closed = false;
  #onReady: (() => void)[] = [];
  #onCalm: (() => void)[] = [];
  readonly #closeListeners = new Set<(code: number, reason: string) => void>();
  #lastEditAt: number;
  readonly #fullState = new FullState();

  constructor(docId: string, loaded: LoadedDocument, options: RoomOptions) {
    this.docId = docId;
    this.epoch = loaded.epoch;
    this.#options = options;
    this.#doc = this.#adopt(loaded.doc);
    this.#tail = loaded.tail;
    this.#damaged = loaded.damaged;
    this.#line = new DurabilityLine(loaded.tail);
    this.#lastEditAt = options.now();
    this.#compactor = new Compactor({ docId, ...options });
    for (const entry of loaded.entries) this.#compactor.count(entry);
  }

  /** The live document; ask again after every wait, a rebuild replaces it. */
  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Sequence number of the last journaled entry that is known. */
  get tail(): number {
    return this.#tail;
  }

  /** Changes with every change of the live document. */
  get revision(): number {
    return this.#revision;
  }

  get readOnly(): boolean {
    return this.#damaged;
  }

  /** False while the document is being rebuilt: nothing may be read from it or submitted. */
  get ready(): boolean {
    return !this.#dirty;
  }

  /** Whether the queue has reached its limit, so that whoever submits should pause. */
  get congested(): boolean {
    return this.#queue.congested;
  }

  /** Whether all that was taken is journaled and nothing is under way. */
  get settled(): boolean {
    return this.#queue.empty && !this.#running && !this.#dirty;
  }

  get idleMs(): number {
    return this.#options.now() - this.#lastEditAt;
  }

  /** Whether it has ended: nothing is taken, journaled or told any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Whoever comes too late is sent away at once: a room that ended would take their edits and forget them. */
  enter(receiver: Receiver): void {
    if (this.#closed) receiver.close(CloseCode.Restart, 'the room ended');
    else this.#receivers.add(receiver);
  }

  leave(receiver: Receiver): void {
    this.#receivers.delete(receiver);
  }

  /** Hears every durable batch until the returned function is called. */
  onBatch(listener: (batch: DurableBatch) => void): () => void {
    this.#batchListeners.add(listener);
    return () => this.#batchListeners.delete(listener);
  }

  /** Hears when the room ends, until the returned function is called. */
  onClose(listener: (code: number, reason: string) => void): () => void {
    this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }

  /** Calls `done` once everything in the live document now is journaled; `failed` when that can no longer happen. */
  whenDurable(done: (seq: number) => void, failed: () => void): void {
    if (this.#closed) failed();
    else this.#line.wait((seq) => this.#guarded(() => done(seq)), failed);
  }

  /** Calls back when `ready` is true again. */
  whenReady(callback: () => void): void {
    if (this.ready) callback();
    else this.#onReady.push(callback);
  }

  /** Calls back when the queue is no longer congested. */
  whenCalm(callback: () => void): void {
    if (!this.congested) callback();
    else this.#onCalm.push(callback);
  }

  /** Takes a peer's update whole or not at all. Call only while `ready`. */
  submit(update: Uint8Array, from: Receiver): Submission {
    if (this.#closed) return 'full';
    if (this.#damaged) return containsUpdate(this.#doc, update) ? 'taken' : 'readOnly';
    if (this.#queue.full) return 'full';
    const outcome = this.#try(from, () => applyWhole(this.#doc, update, from));
    if (outcome.kind === 'applied') return 'taken';
    if (outcome.kind === 'malformed') {
      this.#options.logger.warn({ docId: this.docId, reason: outcome.reason }, 'refused an update');
    }
    return outcome.kind;
  }

  /** Runs an edit of the server's own. When it throws the room is rebuilt and nobody saw any of it. */
  edit<T>(run: (doc: Y.Doc) => T): T {
    if (this.#closed || this.#damaged) throw new DomainError('UNAVAILABLE');
    if (this.congested) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 5 });
    const { apply, result } = attempt(() => run(this.#doc));
    this.#try(null, apply);
    return result();
  }

  /** What a client with this state vector lacks. The caller may let it out only through `whenDurable`. */
  encodeFor(stateVector: Uint8Array): Uint8Array {
    return this.#fullState.encode(this.#doc, this.#revision, stateVector);
  }

  /** The document as one update, for trying something on a copy; throws while it is being rebuilt. */
  wholeState(): Uint8Array {
    if (this.#closed || this.#dirty) throw new DomainError('UNAVAILABLE');
    return this.encodeFor(Uint8Array.of(0));
  }

  /** Whether a client without the right to write may have sent this: it holds nothing new. */
  holds(update: Uint8Array): boolean {
    return containsUpdate(this.#doc, update);
  }

  /** Another node says the log stands at `seq`. */
  hint(seq: number): void {
    if (seq <= this.#tail || this.#closed) return;
    if (seq > Math.max(this.#tail, this.#hinted) + 1) this.#options.metrics.hintMissed();
    this.#hinted = Math.max(this.#hinted, seq);
    this.#wake();
  }

  /** Merges the log of a document nobody edits. */
  async compactIdle(): Promise<void> {
    if (!this.settled || this.#damaged || this.#closed || !this.#compactor.worthwhile) return;
    await this.#compactor.run(this.#tail, Y.encodeStateAsUpdate(this.#doc));
  }

  /** Ends the room at once: what is not journaled yet was never acknowledged and is forgotten. */
  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const receiver of [...this.#receivers]) receiver.close(code, reason);
    this.#line.failAll();
    this.#release(this.#onReady);
    this.#release(this.#onCalm);
    this.#doc.destroy();
    for (const listener of [...this.#closeListeners]) this.#guarded(() => listener(code, reason));
    this.#closeListeners.clear();
  }

  /** Resolves when no compaction of this room is under way. */
  async compactionSettled(): Promise<void> {
    await this.#compactor.settled();
  }

  #adopt(doc: Y.Doc): Y.Doc {
    doc.on('update', (update: Uint8Array, origin: unknown, from: Y.Doc, transaction: Y.Transaction) => {
      this.#revision += 1;
      if (origin === loadOrigin || origin === logOrigin || from !== this.#doc) return;
      const taken = { update, from: this.#trialFrom, changedIds: changedIds(from, transaction) };
      if (this.#trial === null) this.#enqueue(taken);
      else this.#trial.push(taken);
    });
    return doc;
  }

  #try(from: Receiver | null, apply: () => ApplyOutcome): ApplyOutcome {
    const trial: Taken[] = [];
    this.#trial = trial;
    this.#trialFrom = from;
    let outcome: ApplyOutcome;
    try {
      outcome = apply();
    } finally {
      this.#trial = null;
      this.#trialFrom = null;
    }
    if (outcome.kind === 'applied') for (const taken of trial) this.#enqueue(taken);
    else if (outcome.dirty) {
      this.#dirty = true;
      this.#options.metrics.rebuilt();
      this.#wake();
    }
    return outcome;
  }

  #enqueue(taken: Taken): void {
    this.#queue.push(taken);
    this.#line.take();
    this.#lastEditAt = this.#options.now();
    this.#wake();
  }

  #wake(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    // A turn later: what arrives in one turn shares an entry.
    setImmediate(() => {
      this.#loop().catch((error: unknown) => {
        this.#running = false;
        this.#options.logger.error({ err: error, docId: this.docId }, 'a room failed');
        this.close(CloseCode.Restart, 'the room failed');
      });
    });
  }

  async #loop(): Promise<void> {
    while (!this.#closed) {
      if (this.#dirty) await this.#rebuild();
      else if (this.#hinted > this.#tail) await this.#catchUp();
      else if (this.#queue.length > 0) await this.#appendNext();
      else break;
    }
    // In the same turn as the last look at the queue, or a wake-up in between would be lost.
    this.#running = false;
  }

  async #appendNext(): Promise<void> {
    const startedAt = this.#options.now();
    const batch = this.#queue.takeBatch(startedAt);
    if (!this.congested) this.#release(this.#onCalm);
    const end = this.#line.taken - this.#queue.length;
    const updates = batch.map((taken) => taken.update);
    // Only now does the live document hold exactly the log plus this entry.
    const state = this.#queue.length === 0 && this.#compactor.due ? Y.encodeStateAsUpdate(this.#doc) : null;
    for (let attempt = 0; ; attempt++) {
      const tail = this.#tail;
      const result = await this.#options.log.append({ docId: this.docId, seq: tail + 1, updates });
      if (this.#closed) return;
      if (result === 'appended') {
        this.#options.metrics.appended(updates.length, this.#options.now() - startedAt);
        this.#queue.landed();
        this.#compactor.count({ updates });
        const ids = new Set(batch.flatMap((taken) => taken.changedIds));
        this.#publish({ seq: tail + 1, own: true, items: batch, changedIds: [...ids] }, end);
        // After a conflict others' entries came in between and `state` is no longer what the log holds.
        if (state !== null && !this.#dirty && tail + 1 === this.#tail)
          void this.#compactor.run(this.#tail, state);
        return;
      }
      if (result === 'tooLarge') return this.#dropBatch(batch, end);
      await this.#catchUp();
      if (this.#closed) return;
      if (this.#damaged) return this.#giveUp();
      if (this.#tail === tail) await pause(backOffMs(attempt));
    }
  }

  /** The log turned out damaged: what was taken can no longer be appended after it. */
  #giveUp(): void {
    this.#queue.clear();
    this.#dirty = true;
    this.#line.failAll();
  }

  #dropBatch(batch: readonly Taken[], end: number): void {
    this.#options.logger.error({ docId: this.docId }, 'an entry is larger than the log takes');
    this.#queue.landed();
    this.#dirty = true;
    this.#line.drop(end);
    for (const taken of batch) taken.from?.close(CloseCode.TooLarge, 'too large');
  }

  /** Those who wait come first: a joiner must have the state before the updates that follow it. */
  #publish(batch: DurableBatch, durableThrough: number | null): void {
    this.#tail = batch.seq;
    if (durableThrough === null) this.#line.observe(batch.seq);
    else this.#line.advance(durableThrough, batch.seq);
    for (const receiver of this.#receivers) this.#guarded(() => receiver.onBatch(batch));
    for (const listener of [...this.#batchListeners]) this.#guarded(() => listener(batch));
  }

  /** Whoever hears of something may fail; the room goes on. */
  #guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#options.logger.error({ err: error, docId: this.docId }, 'a listener of a room failed');
    }
  }

  /** Reads what other nodes appended. A hole means we slept through a compaction: begin from the snapshot. */
  async #catchUp(): Promise<void> {
    const entries = await this.#read(() => this.#options.log.readAfter(this.docId, this.#tail));
    if (entries === null) return;
    if (entries[0]?.seq !== this.#tail + 1) {
      this.#hinted = 0;
      const head = await this.#read(async () => (await this.#options.snapshots.head(this.docId)) ?? 'gone');
      if (head === null) return;
      if (head === 'gone') return this.close(CloseCode.NotFound, 'the map is gone');
      // A hint may be wrong: only what a snapshot holds, or an entry beyond a hole, is worth beginning anew for.
      if (head.snapshotSeq <= this.#tail && entries.length === 0) return;
      this.#dirty = true;
      return this.#rebuild();
    }
    for (const entry of entries) {
      if (entry.seq !== this.#tail + 1) break;
      const { whole, ids } = applyEntry(this.#doc, entry, logOrigin);
      if (!whole) {
        this.#dirty = true;
        return this.#rebuild();
      }
      this.#compactor.count(entry);
      const items = entry.updates.map((update) => ({ update, from: null }));
      this.#publish({ seq: entry.seq, own: false, items, changedIds: ids }, null);
    }
    if (this.#hinted <= this.#tail) this.#hinted = 0;
  }

  /** Makes the document anew from the stores and from what was taken and is not journaled yet. */
  async #rebuild(): Promise<void> {
    const loaded = await this.#read(() => loadDocument(this.docId, this.#options));
    if (loaded === null || this.#closed) return;
    if (loaded.kind !== 'loaded') return this.close(...endOf(loaded));
    if (loaded.epoch !== this.epoch) return this.close(CloseCode.EpochChanged, 'the document was begun anew');
    const old = this.#doc;
    this.#doc = this.#adopt(loaded.doc);
    old.destroy();
    this.#damaged = loaded.damaged;
    if (loaded.damaged && !this.#queue.empty) return this.#giveUp();
    const missed = loaded.tail > this.#tail ? missedSince(loaded, this.#tail) : [];
    for (const taken of this.#queue.all()) applyWhole(this.#doc, taken.update, logOrigin);
    this.#revision += 1;
    this.#dirty = false;
    if (missed.length > 0) {
      const items = missed.map((update) => ({ update, from: null }));
      this.#publish({ seq: loaded.tail, own: false, items, changedIds: [] }, null);
    }
    this.#release(this.#onReady);
  }

  #read<T>(read: () => Promise<T>): Promise<T | null> {
    return persistently(
      read,
      () => this.#closed,
      (error) => this.#options.logger.warn({ err: error, docId: this.docId }, 'reading a document failed'),
    );
  }

  #release(callbacks: (() => void)[]): void {
    for (const callback of callbacks.splice(0)) this.#guarded(callback);
  }
}
