import type { ActorRef } from '@jejak/access';
import { CloseCode, syncLimits } from '@jejak/protocol';
import type { WalkOptions } from '@jejak/update-guard';
import type * as Y from 'yjs';
import { DomainError } from '../errors/DomainError.ts';
import { Audience } from './Audience.ts';
import { applyEntry } from './applyEntry.ts';
import { applyJudged, applyWhole, firstClocks, reaches } from './applyUpdate.ts';
import { attempt } from './attempt.ts';
import { type ClaimOwners, ClientIds } from './ClientIds.ts';
import { Compactor } from './Compactor.ts';
import { DurabilityLine } from './DurabilityLine.ts';
import { type DurableBatch, loggedOf, othersBatch, ownBatch } from './DurableBatch.ts';
import { LiveDocument } from './LiveDocument.ts';
import { LogNews } from './LogNews.ts';
import { endOf, type LoadedDocument, missedSince } from './loadDocument.ts';
import { logOrigin } from './origins.ts';
import { PackedState } from './PackedState.ts';
import { Readiness } from './Readiness.ts';
import type { Receiver } from './Receiver.ts';
import type { RoomOptions, Submission, UpdateSize } from './RoomOptions.ts';
import { StoreReader } from './StoreReader.ts';
import { type Backlog, type EditTerms, type Taken, TakenQueue } from './TakenQueue.ts';
import { Turns } from './Turns.ts';
import { UpdateGate } from './UpdateGate.ts';
import { WorkLoop } from './WorkLoop.ts';

/**
 * One live document. The document may run ahead of the log, but nothing leaves the room before it is journaled:
 * whoever tells anything outside goes through `whenDurable`. One loop does all that waits, so appends, catching up
 * and rebuilding never overlap.
 */
export class Room {
  readonly docId: string;
  readonly epoch: number;
  readonly roots: RoomOptions['roots'];
  readonly formerEpochs: RoomOptions['formerEpochs'];
  readonly #options: RoomOptions;
  readonly #compactor: Compactor;
  readonly #line: DurabilityLine;
  readonly #audience: Audience;
  readonly receivers: ReadonlySet<Receiver>;
  readonly #live: LiveDocument;
  readonly #ids: ClientIds;
  readonly #gate: UpdateGate;
  readonly #stored: StoreReader;
  #tail: number;
  #damaged: boolean;
  readonly #queue = new TakenQueue();
  /** What waits for the log. */
  readonly backlog: Backlog = this.#queue;
  readonly #readiness: Readiness;
  readonly #news: LogNews;
  readonly turns: Turns;
  readonly packed: PackedState;
  readonly #work: WorkLoop;
  #closed = false;
  #onCalm: (() => void)[] = [];
  #onCaughtUp: (() => void)[] = [];
  #lastEditAt: number;

  /** `owners` must have been read after the document: they name everybody in it. */
  constructor(docId: string, loaded: LoadedDocument, owners: ClaimOwners, options: RoomOptions) {
    this.docId = docId;
    this.epoch = loaded.epoch;
    this.roots = options.roots;
    this.formerEpochs = options.formerEpochs;
    this.#options = options;
    this.#audience = new Audience(docId, options.logger);
    this.receivers = this.#audience.receivers;
    this.#readiness = new Readiness((waiting) => this.#audience.release(waiting));
    this.#live = new LiveDocument(
      loaded,
      (taken) => this.#enqueue(taken),
      () => {
        this.#readiness.spoil();
        options.metrics.rebuilt();
        this.#work.wake();
      },
      options.now,
    );
    this.#stored = new StoreReader(docId, options, () => this.#closed);
    this.#news = new LogNews(docId, this.#stored);
    this.turns = new Turns(options, (holdMs) => options.tellHold(this.#tail, holdMs));
    this.packed = new PackedState(options.packer, this.#audience);
    this.#ids = new ClientIds(owners, options.claims, this.#stored);
    this.#gate = new UpdateGate(options.roots, this.#ids, options.now);
    this.#work = new WorkLoop(
      () => this.#next(),
      (error) => {
        options.logger.error({ err: error, docId }, 'a room failed');
        this.close(CloseCode.Restart, 'the room failed');
      },
    );
    this.#tail = loaded.tail;
    this.#damaged = loaded.damaged;
    this.#line = new DurabilityLine(loaded.tail);
    this.#lastEditAt = options.now();
    this.#compactor = new Compactor({ docId, epoch: loaded.epoch, ...options });
    for (const entry of loaded.entries) this.#compactor.count(entry);
  }

  /** The live document; ask again after every wait, a rebuild or a rest replaces it. */
  get doc(): Y.Doc {
    return this.#live.doc;
  }

  get stateVector(): Uint8Array {
    return this.#live.stateVector;
  }

  /** Sequence number of the last journaled entry that is known. */
  get tail(): number {
    return this.#tail;
  }

  /** Changes with every change of the live document. */
  get revision(): number {
    return this.#live.revision;
  }

  get readOnly(): boolean {
    return this.#damaged;
  }

  /** False while the document is being rebuilt or halted: nothing may be read from it or submitted. */
  get ready(): boolean {
    return this.#readiness.ready;
  }

  /** Whether the queue has reached its limit, so that whoever submits should pause. */
  get congested(): boolean {
    return this.#queue.congested;
  }

  /** Whether all that was taken is journaled and nothing is under way. */
  get settled(): boolean {
    return this.#queue.empty && !this.#work.running && !this.#readiness.spoilt;
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
    else this.#audience.add(receiver);
  }

  leave(receiver: Receiver): void {
    this.#audience.delete(receiver);
  }

  /** Hears every durable batch until the returned function is called. */
  onBatch(listener: (batch: DurableBatch) => void): () => void {
    return this.#audience.onBatch(listener);
  }

  /** Hears when the room ends, until the returned function is called. */
  onClose(listener: (code: number, reason: string) => void): () => void {
    return this.#audience.onClose(listener);
  }

  /** Calls `done` once everything in the live document now is journaled; `failed` when that can no longer happen. */
  whenDurable(done: (seq: number) => void, failed: () => void): void {
    if (this.#closed) failed();
    else this.#line.wait((seq) => this.#audience.guarded(() => done(seq)), failed);
  }

  /** Lets nobody read or write until the returned function is called; what was taken is still journaled. */
  halt(): () => void {
    return this.#readiness.halt();
  }

  /** Calls back when `ready` is true again. */
  whenReady(callback: () => void): void {
    this.#readiness.when(callback);
  }

  /** Calls back when the queue is no longer congested. */
  whenCalm(callback: () => void): void {
    if (this.congested) this.#onCalm.push(callback);
    else callback();
  }

  /** Calls back when all that other nodes journaled up to now has been read, or the room has ended. */
  whenCaughtUp(callback: () => void): void {
    this.#onCaughtUp.push(callback);
    if (this.#closed) this.#audience.release(this.#onCaughtUp);
    else this.#work.wake();
  }

  /** Takes what a peer may write, whole or not at all. Only while `ready`; `caughtUp` after the answer `behind`. */
  submit(update: Uint8Array, from: Receiver, size: UpdateSize = 'live', caughtUp = false): Submission {
    if (this.#closed) return 'full';
    if (this.#live.isNoNews(update)) return 'taken';
    if (this.#damaged) return this.holds(update) ? 'taken' : 'readOnly';
    if (this.#queue.full) return 'full';
    const judged = this.#gate.judge(this.doc, update, from, size, caughtUp);
    if (typeof judged === 'string' || judged.kind !== 'sound') return judged;
    const outcome = judged.isEdit
      ? this.#live.tryEdit(from, update)
      : this.#live.try(from, from.by, () => applyJudged(this.doc, update, from));
    return outcome.kind === 'applied' ? 'taken' : { kind: 'refused', reason: 'unapplied' };
  }

  /** Runs an edit here for somebody. When it throws, or its condition fails, the room is rebuilt and nobody saw it. */
  edit<T>(run: (doc: Y.Doc) => T, by: ActorRef | null = null, terms: EditTerms = {}): T {
    if (this.#closed || this.#damaged) throw new DomainError('UNAVAILABLE');
    if (this.congested) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 5 });
    const { apply, result } = attempt(() => run(this.doc));
    this.#queue.on(terms, () => this.#live.try(null, by, apply));
    return result();
  }

  /** What a client with this state vector lacks. The caller may let it out only through `whenDurable`. */
  encodeFor(stateVector: Uint8Array): Uint8Array {
    return this.#live.encode(stateVector);
  }

  /** What an update of this size may be made of. */
  walkOptions(size: UpdateSize): WalkOptions {
    return this.#gate.walkOptions(size);
  }

  /** Whether a client without the right to write may have sent this: it holds nothing new. */
  holds(update: Uint8Array): boolean {
    return this.#live.isNoNews(update) || this.#gate.holds(this.doc, update);
  }

  /** Another node says the log stands at `seq`, and perhaps what it wrote there. */
  hint(seq: number, updates: readonly Uint8Array[] | null = null): void {
    if (seq <= this.#tail || this.#closed) return;
    if (this.#news.hear(this.#tail, seq, updates)) this.#options.metrics.hintMissed();
    this.turns.interrupt();
    this.#work.wake();
  }

  /** Merges a log that is due. Of an idle document any log; once that is done and nobody needs it, only bytes are kept. */
  async compact(isIdle = true): Promise<void> {
    if (!this.settled || this.#damaged || this.#closed) return;
    if (this.#compactor.wants(isIdle)) await this.#compactor.run(this.#tail, this.#live.merged);
    else if (isIdle) this.#live.restUnused(syncLimits.restAfterIdleMs);
  }

  /** Ends the room at once: what is not journaled yet was never acknowledged and is forgotten. */
  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#audience.sendAway(code, reason);
    this.#line.failAll();
    this.#readiness.end();
    for (const waiting of [this.#onCalm, this.#onCaughtUp]) this.#audience.release(waiting);
    this.#live.destroy();
    this.#audience.end(code, reason);
  }

  /** Resolves when no compaction of this room is under way. */
  async compactionSettled(): Promise<void> {
    await this.#compactor.settled();
  }

  #enqueue(taken: Taken): void {
    this.#ids.take(taken.newClients, taken.from?.userId ?? null);
    this.#queue.push(taken);
    this.#line.take();
    this.#lastEditAt = this.#options.now();
    this.#work.wake();
  }

  /** What is to be done now; null when nothing is. */
  #next(): Promise<void> | null {
    if (this.#closed) return null;
    if (this.#readiness.spoilt) return this.#rebuild();
    if (this.#news.beyond(this.#tail)) return this.#catchUp();
    if (this.#onCaughtUp.length > 0) return this.#lookAtLog();
    if (this.#ids.unsaved) return this.#saveClaims();
    if (this.#queue.length === 0) return null;
    return this.turns.waitMs > 0 ? this.turns.pass() : this.#appendNext();
  }

  async #lookAtLog(): Promise<void> {
    const waiting = this.#onCaughtUp.splice(0);
    await this.#catchUp(this.#stored.newerThan(this.#tail));
    this.#audience.release(waiting);
  }

  /** Whose a new client id is must be known to all before anything of theirs is in the log. */
  async #saveClaims(): Promise<void> {
    const losers = await this.#ids.save();
    if (losers.size === 0) return;
    this.#options.logger.warn({ docId: this.docId }, 'two nodes gave one client id at once');
    for (const { from } of this.#queue.all())
      if (from !== null && losers.has(from.userId)) from.close(CloseCode.BadMessage, 'client id of another');
    this.#giveUp();
  }

  async #appendNext(): Promise<void> {
    if (this.#queue.giveUpBroken()) return this.#beginAnew();
    const startedAt = this.#options.now();
    const batch = this.#queue.takeBatch(startedAt);
    if (!this.congested) this.#audience.release(this.#onCalm);
    const end = this.#line.taken - this.#queue.length;
    const entry = { docId: this.docId, seq: this.#tail + 1, ...loggedOf(batch) };
    const appending = this.#options.log.append(entry);
    // Only now does the live document hold exactly the log plus this entry.
    if (this.#queue.length === 0) this.#compactor.runIfDue(entry.seq, this.#live, appending);
    const result = await appending;
    if (this.#closed) return;
    if (result === 'conflict') {
      this.#queue.putBack();
      this.turns.lost();
      return this.#catchUp();
    }
    if (result === 'tooLarge') return this.#dropBatch(batch, end);
    this.turns.won();
    this.#options.metrics.appended(batch.length, this.#options.now() - startedAt);
    this.#queue.landed();
    this.#compactor.count(entry);
    this.#tail += 1;
    // Those who wait come first: a joiner must have the state before the updates that follow it.
    this.#line.advance(end, this.#tail);
    this.#audience.tell(ownBatch(this.#tail, batch));
  }

  /** What was taken can no longer be appended: whoever sent it comes back and sends it again. */
  #giveUp(): void {
    const lost = this.#queue.all();
    this.#queue.clear();
    this.#readiness.spoil();
    this.#line.failAll();
    for (const { from } of lost) from?.close(CloseCode.Restart, 'the document was loaded anew');
  }

  #dropBatch(batch: readonly Taken[], end: number): void {
    this.#options.logger.error({ docId: this.docId }, 'an entry is larger than the log takes');
    this.#queue.landed();
    this.#readiness.spoil();
    this.#line.drop(end);
    for (const taken of batch) taken.from?.close(CloseCode.TooLarge, 'too large');
  }

  #publishOthers(seq: number, updates: readonly Uint8Array[], changedIds: readonly string[]): void {
    this.#tail = seq;
    this.turns.othersWent();
    this.#line.observe(seq);
    this.#audience.tell(othersBatch(seq, updates, changedIds));
  }

  async #catchUp(news = this.#news.next(this.#tail)): Promise<void> {
    const entries = await news;
    if (entries === null) return;
    if (entries === 'gone') return this.close(CloseCode.NotFound, 'the map is gone');
    if (entries === 'hole') return this.#beginAnew();
    const brought = entries.flatMap(({ updates }) => updates.map(firstClocks));
    await this.#ids.learn(this.doc, brought);
    if (this.#closed) return;
    // The same clocks came to both nodes, perhaps with other content: what the log has first holds.
    if (!this.#queue.empty && brought.some((clocks) => reaches(this.doc, clocks))) return this.#beginAnew();
    for (const entry of entries) {
      if (entry.seq !== this.#tail + 1) break;
      if (entry.epoch !== undefined) return this.close(CloseCode.EpochChanged, 'the document was begun anew');
      const { whole, ids } = applyEntry(this.doc, entry, logOrigin);
      if (!whole) return this.#beginAnew();
      this.#compactor.count(entry);
      this.#publishOthers(entry.seq, entry.updates, ids);
    }
  }

  async #beginAnew(): Promise<void> {
    this.#readiness.spoil();
    await this.#rebuild();
  }

  /** Makes the document anew from the stores and from what was taken and is not journaled yet. */
  async #rebuild(): Promise<void> {
    const loaded = await this.#stored.load();
    if (loaded === null || this.#closed) return;
    if (loaded.kind !== 'loaded') return this.close(...endOf(loaded));
    if (loaded.epoch !== this.epoch) return this.close(CloseCode.EpochChanged, 'the document was begun anew');
    await this.#ids.load();
    if (this.#closed) return;
    this.#live.replace(loaded);
    this.packed.forget();
    this.#damaged = loaded.damaged;
    if (loaded.damaged && !this.#queue.empty) return this.#giveUp();
    const missed = loaded.tail > this.#tail ? missedSince(loaded, this.#tail) : [];
    // What does not stand on the log alone may not get into it: nobody could load it.
    if (!this.#queue.all().every(({ update }) => applyWhole(this.doc, update, logOrigin).kind === 'applied'))
      return this.#giveUp();
    if (missed.length > 0) this.#publishOthers(loaded.tail, missed, []);
    this.#readiness.mend();
  }
}
