import { CloseCode, type MapPart, mapParts, syncLimits } from '@jejak/protocol';
import type { Bus } from '../bus/Bus.ts';
import { DomainError } from '../errors/DomainError.ts';
import type { HeavyWork } from '../heavy/HeavyWork.ts';
import { bounded, within } from './bounded.ts';
import { type MapMessage, mapTopic, parseMapMessage } from './busMessages.ts';
import { compactLeft } from './compactLeft.ts';
import type { DurableBatch } from './DurableBatch.ts';
import { docIdOf } from './docId.ts';
import type { FormerLives } from './FormerLives.ts';
import type { LoadedDocument } from './loadDocument.ts';
import { loadMap } from './loadMap.ts';
import { hearLog, logMessageOf } from './logMessage.ts';
import type { MapModel } from './MapModel.ts';
import { MapRoom } from './MapRoom.ts';
import { PresenceBoard, type PresenceEntry } from './PresenceBoard.ts';
import { RenewalWatch } from './RenewalWatch.ts';
import { Room } from './Room.ts';
import type { RoomOptions } from './RoomOptions.ts';
import { type RenewalOutcome, renewMap } from './renewMap.ts';
import { pause } from './retry.ts';
import { TailWatch } from './TailWatch.ts';

/** What the registry needs from outside. */
export interface RegistryOptions extends Omit<RoomOptions, 'roots' | 'formerEpochs' | 'tellHold'> {
  readonly bus: Bus;
  readonly model: MapModel;
  /** How long a map nobody uses stays open. */
  readonly idleMs: number;
  readonly lives: FormerLives;
  readonly heavy: HeavyWork;
  readonly newEpoch: () => number;
}

/** A use of an open map. The map stays open until `release`, which may be called more than once. */
export interface Lease {
  readonly map: MapRoom;
  release(): void;
}

/** A life of one document of a map, named by somebody who holds a copy of it. */
export interface NamedLife {
  readonly part: MapPart;
  readonly epoch: number;
}

/** Hears what leaves the rooms of this node. */
export interface RegistryListener {
  onBatch?(map: MapRoom, part: 'structure' | 'content', batch: DurableBatch): void;
  onPresence?(map: MapRoom, entries: readonly PresenceEntry[]): void;
}

interface Slot {
  readonly opening: Promise<MapRoom>;
  open: MapRoom | null;
  uses: number;
  idleSince: number;
  unsubscribe: (() => void) | null;
}

const sweepIntervalMs = 2_000;
const presenceIntervalMs = 1_000 / 15;
const presenceRenewMs = 15_000;
const openMsMax = 15_000;
const unavailable = (): DomainError => new DomainError('UNAVAILABLE');

/** All open maps of this node: each is loaded once, and unloaded when nobody came back. */
export class RoomRegistry {
  readonly #options: RegistryOptions;
  readonly #slots = new Map<string, Slot>();
  readonly #listeners = new Set<RegistryListener>();
  readonly #sweepTimer: NodeJS.Timeout;
  readonly #presenceTimer: NodeJS.Timeout;
  readonly #tails: TailWatch;
  readonly #renewals: RenewalWatch;
  readonly #stopResume: () => void;
  #renewedAt: number;
  #sweeping = false;
  #closed = false;

  constructor(options: RegistryOptions) {
    this.#options = options;
    this.#renewedAt = options.now();
    this.#sweepTimer = setInterval(() => void this.sweep(), sweepIntervalMs);
    this.#presenceTimer = setInterval(() => this.#tellPresence(), presenceIntervalMs);
    this.#sweepTimer.unref();
    this.#presenceTimer.unref();
    const { bus, log, logger } = options;
    this.#renewals = new RenewalWatch(options.now);
    this.#tails = new TailWatch({ log, logger, rooms: () => this.rooms });
    if (bus.remote) this.#tails.start();
    this.#stopResume = bus.onResume(() => this.#resume());
  }

  /** Opens or joins a map for as long as `run` takes. */
  async use<T>(mapId: string, run: (map: MapRoom) => Promise<T>, life?: NamedLife): Promise<T> {
    const lease = await this.acquire(mapId, life);
    try {
      return await run(lease.map);
    } finally {
      lease.release();
    }
  }

  /**
   * Opens or joins a map until the lease is released; rejects with a `DomainError` when it cannot be opened. Where a life
   * is named that is not the one here, all that other nodes wrote is read first: one of them may have begun it.
   */
  async acquire(mapId: string, life?: NamedLife): Promise<Lease> {
    const lease = await this.#join(mapId);
    if (life === undefined || lease.map.part(life.part).epoch === life.epoch) return lease;
    try {
      await bounded<void>(openMsMax, unavailable, (done) => lease.map.part(life.part).whenCaughtUp(done));
    } catch (error) {
      lease.release();
      throw error;
    }
    if (!lease.map.closed) return lease;
    lease.release();
    return this.#join(mapId);
  }

  async #join(mapId: string): Promise<Lease> {
    if (this.#closed) throw new DomainError('UNAVAILABLE');
    const slot = this.#slots.get(mapId) ?? this.#begin(mapId);
    slot.uses += 1;
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      slot.uses -= 1;
      slot.idleSince = this.#options.now();
    };
    try {
      const map = await within(slot.opening, openMsMax, unavailable);
      if (map.closed) throw new DomainError('UNAVAILABLE');
      return { map, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Reads what a map is opened from, or looks for one that does not exist, and opens nothing. */
  async rehearse(mapId: string | null): Promise<void> {
    const { claims, lives, log, snapshots } = this.#options;
    const look = async (part: MapPart): Promise<void> => {
      const docId = docIdOf(mapId ?? '', part);
      const [snapshot] = await Promise.all([
        snapshots.load(docId),
        claims.load(docId),
        lives.epochsOf(docId),
      ]);
      await log.readAfter(docId, snapshot.kind === 'loaded' ? snapshot.head.snapshotSeq : 0);
    };
    await Promise.all(mapParts.map(look));
  }

  /** The map if it is open on this node. */
  peek(mapId: string): MapRoom | null {
    return this.#slots.get(mapId)?.open ?? null;
  }

  /** Whether it is open on this node or being opened. */
  holds(mapId: string): boolean {
    return this.#slots.has(mapId);
  }

  get openCount(): number {
    return this.#slots.size;
  }

  /** The maps that are open now. */
  get maps(): readonly MapRoom[] {
    return [...this.#slots.values()].flatMap((slot) => slot.open ?? []);
  }

  /** Every document of the open maps. */
  get rooms(): readonly Room[] {
    return this.maps.flatMap((map) => map.rooms);
  }

  listen(listener: RegistryListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells the other nodes about a map. */
  publish(mapId: string, message: MapMessage): void {
    this.#options.bus.publish(mapTopic(mapId), JSON.stringify(message));
  }

  /** Closes a map on this node whatever is under way in it. */
  discard(mapId: string, code: number, reason: string): void {
    const slot = this.#slots.get(mapId);
    if (slot === undefined) return;
    this.#end(mapId, slot);
    slot.open?.close(code, reason);
  }

  /** Begins documents of a map anew; everybody in it comes back to the new life. */
  async renew(mapId: string, parts: readonly MapPart[] = mapParts): Promise<RenewalOutcome> {
    return this.use(mapId, (map) => this.#renew(map, parts));
  }

  /** Compacts, renews and unloads what is idle. A timer calls it. */
  async sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    try {
      for (const [mapId, slot] of [...this.#slots]) await this.#sweepOne(mapId, slot);
      await this.#options.lives.sweep();
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'looking after the rooms failed');
    } finally {
      this.#sweeping = false;
    }
  }

  /** Waits until everything taken is journaled, at most `msMax`, then closes all maps. */
  async close(msMax = 5_000): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#sweepTimer);
    clearInterval(this.#presenceTimer);
    this.#tails.stop();
    this.#stopResume();
    const { now } = this.#options;
    const until = now() + msMax;
    const unsettled = (): boolean => [...this.#slots.values()].some((slot) => slot.open?.settled === false);
    while (unsettled() && now() < until) await pause(5);
    const { rooms } = this;
    const half = until - msMax / 2;
    await Promise.race([compactLeft(rooms, () => now() >= half), pause(Math.max(0, half - now()))]);
    for (const [mapId, slot] of [...this.#slots]) {
      this.#end(mapId, slot);
      slot.open?.close(CloseCode.Restart, 'the server restarts');
    }
    // A compaction that hangs costs only space: it may not hold up the end.
    const compacted = Promise.all(rooms.map((room) => room.compactionSettled()));
    await Promise.race([compacted, pause(Math.max(0, until - now()))]);
  }

  #begin(mapId: string): Slot {
    const opening = this.#load(mapId);
    const slot: Slot = { opening, open: null, uses: 0, idleSince: this.#options.now(), unsubscribe: null };
    this.#slots.set(mapId, slot);
    this.#options.metrics.openMaps(this.#slots.size);
    opening.then(
      (map) => {
        // Discarded or shut down while loading: nobody may use it.
        if (this.#slots.get(mapId) !== slot || this.#closed) return map.close(CloseCode.Restart, 'closed');
        slot.open = map;
        // A document that ends by itself takes the other along; whoever comes next opens the map anew.
        map.onClose((code, reason) => {
          this.#end(mapId, slot);
          map.close(code, reason);
        });
        slot.unsubscribe = this.#connect(map);
      },
      () => this.#end(mapId, slot),
    );
    return slot;
  }

  async #load(mapId: string): Promise<MapRoom> {
    const loaded = await loadMap(mapId, this.#options);
    const [structure, content] = await Promise.all([
      this.#roomOf(mapId, 'structure', loaded.structure),
      this.#roomOf(mapId, 'content', loaded.content),
    ]);
    return new MapRoom(mapId, structure, content, new PresenceBoard(this.#options.now));
  }

  async #roomOf(mapId: string, part: MapPart, loaded: LoadedDocument): Promise<Room> {
    const docId = docIdOf(mapId, part);
    const { claims, lives, model } = this.#options;
    const [owners, formerEpochs] = await Promise.all([claims.load(docId), lives.epochsOf(docId)]);
    return new Room(docId, loaded, owners, {
      ...this.#options,
      roots: model.roots[part],
      formerEpochs,
      tellHold: (seq, holdMs) => this.publish(mapId, { kind: 'log', part, seq, holdMs }),
    });
  }

  #connect(map: MapRoom): () => void {
    const { mapId } = map;
    const stops = mapParts.map((part) =>
      map.part(part).onBatch((batch) => {
        if (!batch.own) this.#options.metrics.caughtUp();
        else if (!this.#options.bus.alone) this.publish(mapId, logMessageOf(part, map.part(part), batch));
        for (const listener of this.#listeners) listener.onBatch?.(map, part, batch);
        // A newer node has migrated it: whoever went on here would mix the former shape into it.
        if (!batch.own && part === 'structure' && this.#options.model.isForeignFormat(map.docs))
          this.discard(mapId, CloseCode.Restart, 'a newer node has brought it to a later format');
      }),
    );
    stops.push(
      this.#options.bus.subscribe(
        mapTopic(mapId),
        (text) => {
          const message = parseMapMessage(text);
          if (message !== null) this.#hear(map, message);
        },
        () => this.#greet(map),
      ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }

  #hear(map: MapRoom, message: MapMessage): void {
    switch (message.kind) {
      case 'log':
        hearLog(map.part(message.part), message);
        return;
      case 'presence':
        map.presence.hear(message.entries);
        return;
      case 'whoIsThere': {
        const entries = [...map.presence.here()];
        if (entries.length > 0) this.publish(map.mapId, { kind: 'presence', entries });
        return;
      }
      case 'removed':
        this.discard(map.mapId, CloseCode.NotFound, 'the map is gone');
        return;
    }
  }

  #end(mapId: string, slot: Slot): void {
    slot.unsubscribe?.();
    slot.unsubscribe = null;
    if (this.#slots.get(mapId) === slot) this.#slots.delete(mapId);
    this.#options.metrics.openMaps(this.#slots.size);
  }

  async #sweepOne(mapId: string, slot: Slot): Promise<void> {
    const map = slot.open;
    if (map === null) return;
    map.presence.sweep();
    const unused = (): boolean =>
      slot.uses === 0 && this.#options.now() - slot.idleSince >= this.#options.idleMs;
    for (const room of map.rooms) {
      await room.compact(unused() || room.idleMs >= syncLimits.compactAfterIdleMs);
    }
    const alone = map.rooms.every(({ receivers }) => receivers.size === 0);
    const due = mapParts.filter((part) => this.#renewals.isDue(map.part(part), alone));
    if (due.length > 0 && map.settled) await this.#renew(map, due);
    // Nothing waits between this look and the removal, so nobody can have joined a map that goes.
    if (!unused() || !map.settled || this.#slots.get(mapId) !== slot) return;
    this.#end(mapId, slot);
    map.close(CloseCode.Restart, 'idle');
  }

  async #renew(map: MapRoom, parts: readonly MapPart[]): Promise<RenewalOutcome> {
    const outcome = await renewMap(map, parts, this.#options);
    this.#options.metrics.renewed(outcome);
    // Other nodes send their people away as soon as they see it in the log.
    if (outcome === 'renewed')
      for (const part of parts) this.publish(map.mapId, { kind: 'log', part, seq: map.part(part).tail + 1 });
    return outcome;
  }

  #tellPresence(): void {
    const now = this.#options.now();
    const renew = now - this.#renewedAt >= presenceRenewMs;
    if (renew) this.#renewedAt = now;
    for (const { open: map } of this.#slots.values()) {
      if (map === null) continue;
      const changes = map.presence.takeChanges();
      if (changes.all.length > 0)
        for (const listener of this.#listeners) listener.onPresence?.(map, changes.all);
      if (this.#options.bus.alone) continue;
      const here = renew ? map.presence.here() : changes.here;
      if (here.length > 0) this.publish(map.mapId, { kind: 'presence', entries: [...here] });
    }
  }

  /** The bus is back: what was said meanwhile is lost, on both sides. */
  #resume(): void {
    void this.#tails.look();
    for (const { open: map } of this.#slots.values()) if (map !== null) this.#greet(map);
  }

  #greet(map: MapRoom): void {
    this.publish(map.mapId, { kind: 'whoIsThere' });
    const entries = [...map.presence.here()];
    if (entries.length > 0) this.publish(map.mapId, { kind: 'presence', entries });
  }
}
