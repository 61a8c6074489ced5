import type { ActorRef } from '@jejak/access';
import { leaveMark } from '@jejak/document-lives';
import type {
  FieldAddress,
  MapDocs,
  MapSnapshot,
  Operation,
  OperationContext,
  OperationResult,
} from '@jejak/journey-model';
import { CloseCode, type MapPart, mapParts, type PresenceUser } from '@jejak/protocol';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { z } from 'zod';
import type { Bus } from '../bus/Bus.ts';
import { DomainError } from '../errors/DomainError.ts';
import type { ClientClaims } from '../persistence/ClientClaims.ts';
import type { SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { LoggedCall, UpdateLog } from '../persistence/UpdateLog.ts';
import { type ControlMessage, controlTopic, parseControlMessage } from './busMessages.ts';
import { ChangeFeed } from './ChangeFeed.ts';
import { ClosedMaps } from './ClosedMaps.ts';
import { Conditions } from './Conditions.ts';
import type { ConnectionDirectory } from './ConnectionDirectory.ts';
import { docIdOf } from './docId.ts';
import { EditTurns } from './EditTurns.ts';
import type { FormerLives } from './FormerLives.ts';
import { findCall } from './findCall.ts';
import type { CallTrace, LiveMaps, MapChange, MapVersion, Subject } from './LiveMaps.ts';
import type { LogReader } from './LogReader.ts';
import type { MapEdit, MapEdited } from './MapEdit.ts';
import type { MapModel } from './MapModel.ts';
import type { MapRoom } from './MapRoom.ts';
import { allDurable, allReady, waitForVersion } from './mapWaits.ts';
import { onCopies } from './onCopies.ts';
import { serverOrigin } from './origins.ts';
import type { PeopleElsewhere } from './PeopleElsewhere.ts';
import type { RoomMetrics } from './RoomMetrics.ts';
import type { RoomRegistry } from './RoomRegistry.ts';

interface RoomLiveMapsOptions {
  readonly logger: Logger;
  readonly metrics: RoomMetrics;
  readonly registry: RoomRegistry;
  readonly directory: ConnectionDirectory;
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly claims: ClientClaims;
  readonly reader: LogReader;
  readonly bus: Bus;
  readonly elsewhere: PeopleElsewhere;
  readonly model: MapModel;
  readonly newId: () => string;
  readonly random: () => number;
  readonly newEpoch: () => number;
  readonly lives: FormerLives;
}

interface ReadCache {
  readonly structure: number;
  readonly content: number;
  readonly snapshot: MapSnapshot;
}

function reaches(version: MapVersion, least: MapVersion | undefined): boolean {
  return least === undefined || mapParts.every((part) => version[part] >= least[part]);
}

const again = Symbol('again');
const attemptsMax = 3;

/** `LiveMaps` on the rooms of this node. */
export class RoomLiveMaps implements LiveMaps {
  readonly #options: RoomLiveMapsOptions;
  readonly #feed: ChangeFeed;
  readonly #read = new WeakMap<MapRoom, ReadCache>();
  readonly #conditions: Conditions;
  readonly #turns = new EditTurns();
  readonly #closed: ClosedMaps;
  readonly #cutOff = new Set<(subject: Subject, code: number) => void>();
  readonly #stop: () => void;

  constructor(options: RoomLiveMapsOptions) {
    this.#options = options;
    this.#feed = new ChangeFeed(options.registry);
    this.#conditions = new Conditions(options.log);
    this.#closed = new ClosedMaps(options);
    this.#stop = options.bus.subscribe(controlTopic, (text) => {
      const message = parseControlMessage(text);
      if (message !== null) this.#end(message.subject, message.code);
    });
  }

  async create(
    mapId: string,
    fill: (docs: MapDocs) => void,
    by: ActorRef | null = null,
  ): Promise<MapVersion> {
    const { log, snapshots, model, newEpoch } = this.#options;
    const docs = { structure: new Y.Doc(), content: new Y.Doc() };
    const epoch = newEpoch();
    // Whoever holds anything of this life holds something of this id (`isOfAnotherLife`).
    for (const part of mapParts) docs[part].clientID = epoch;
    try {
      fill(docs);
      // Also where nothing is in it yet.
      for (const part of mapParts) leaveMark(docs[part], model.roots[part]);
      for (const part of mapParts) await snapshots.create(docIdOf(mapId, part), epoch);
      for (const part of mapParts) {
        const updates = [Y.encodeStateAsUpdate(docs[part])];
        // The first entry decides between two who create the same map; a used id stays used.
        const entry = { docId: docIdOf(mapId, part), seq: 1, updates, authors: [{ by, updates: 1 }] };
        const appended = await log.append(entry);
        if (appended === 'tooLarge') throw new DomainError('TOO_LARGE');
        if (appended === 'conflict') throw new DomainError('CONFLICT', { field: 'mapId' });
      }
    } finally {
      for (const part of mapParts) docs[part].destroy();
    }
    return { structure: 1, content: 1 };
  }

  async execute<S extends z.ZodType, T>(
    mapId: string,
    operation: Operation<string, S, T>,
    input: z.output<S>,
    by: ActorRef | null,
  ): Promise<{ result: OperationResult<T>; version: MapVersion }> {
    const run: MapEdit<OperationResult<T>>['run'] = (docs, context) => operation.run(docs, input, context);
    const edited = await this.edit(mapId, { by, parts: [operation.part], run });
    if (edited.kind === 'overtaken') throw new Error('An edit without a condition cannot be overtaken');
    return { result: edited.value, version: edited.version };
  }

  edit<T>(mapId: string, edit: MapEdit<T>): Promise<MapEdited<T>> {
    return this.#whenReady(mapId, async (map) => {
      const { onlyIf } = edit;
      if (onlyIf !== undefined) return this.#turns.alone(map, () => this.#editIf(map, edit, onlyIf));
      while (this.#turns.taken(map) || !map.ready) {
        await this.#turns.free(map);
        await allReady(map);
      }
      let givenUp = false;
      const value = this.#edit(map, edit, () => {
        givenUp ||= edit.mayStill?.() === false;
        return !givenUp;
      });
      const version = await allDurable(map);
      if (givenUp) throw new DomainError('UNAVAILABLE');
      return { kind: 'done', value, version };
    });
  }

  callAfter(mapId: string, version: MapVersion, callId: string): Promise<CallTrace> {
    return findCall(this.#options.log, mapId, version, callId);
  }

  versionOf(mapId: string): Promise<MapVersion> {
    return this.#whenReady(mapId, async ({ version }) => version);
  }

  async read(
    mapId: string,
    minVersion?: MapVersion,
  ): Promise<{ snapshot: MapSnapshot; version: MapVersion }> {
    return this.#whenReady(mapId, async (map) => {
      if (minVersion !== undefined) await waitForVersion(map, minVersion);
      await allReady(map);
      // The live documents hold at least this, and perhaps more that must be journaled before it is told.
      const { version } = map;
      const snapshot = this.#snapshotOf(map);
      await allDurable(map);
      return { snapshot, version };
    });
  }

  async glance(
    mapId: string,
    minVersion?: MapVersion,
  ): Promise<{ snapshot: MapSnapshot; version: MapVersion }> {
    const stored = this.#options.registry.holds(mapId) ? null : await this.#closed.read(mapId);
    return stored !== null && reaches(stored.version, minVersion) ? stored : this.read(mapId, minVersion);
  }

  onChange(mapId: string, listener: (change: MapChange) => void): () => void {
    return this.#feed.listen(mapId, listener);
  }

  onAnyChange(listener: (mapId: string) => void): () => void {
    return this.#feed.listenToAll(listener);
  }

  present(mapId: string): readonly PresenceUser[] {
    const { registry, elsewhere } = this.#options;
    const people = new Map(elsewhere.in(mapId).map((user) => [user.id, user]));
    // An open map hears of people of other nodes sooner.
    for (const { state } of registry.peek(mapId)?.presence.all() ?? [])
      if (state !== null) people.set(state.user.id, state.user);
    return [...people.values()];
  }

  async disconnect(subject: Subject, code: number): Promise<void> {
    this.#end(subject, code);
    const message: ControlMessage = { kind: 'disconnect', subject: { ...subject }, code };
    this.#options.bus.publish(controlTopic, JSON.stringify(message));
  }

  /** Hears whose access this node or another one ended, and with which code, until the returned function is called. */
  onDisconnect(listener: (subject: Subject, code: number) => void): () => void {
    this.#cutOff.add(listener);
    return () => this.#cutOff.delete(listener);
  }

  async remove(mapId: string): Promise<void> {
    const { registry, log, snapshots, claims, lives, reader } = this.#options;
    // The heads go first: from then on no node opens the map, and the log refuses late appends for good.
    try {
      for (const part of mapParts) await snapshots.remove(docIdOf(mapId, part));
      for (const part of mapParts) await log.remove(docIdOf(mapId, part));
      for (const part of mapParts) await claims.remove(docIdOf(mapId, part));
      for (const part of mapParts) await lives.remove(docIdOf(mapId, part));
      await reader.forget(mapId);
    } finally {
      // Also when the database failed half-way: nobody may go on editing what others are told is gone.
      registry.discard(mapId, CloseCode.NotFound, 'the map is gone');
      registry.publish(mapId, { kind: 'removed' });
      await this.disconnect({ mapId }, CloseCode.NotFound);
    }
  }

  close(): void {
    this.#stop();
    this.#feed.close();
  }

  /** Runs with a map that may be read and written; anew where it was begun anew while one waited for that. */
  async #whenReady<T>(mapId: string, run: (map: MapRoom) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const result = await this.#options.registry.use(mapId, async (map) => {
        try {
          await allReady(map);
        } catch (error) {
          if (map.closed && attempt < attemptsMax) return again;
          throw error;
        }
        return run(map);
      });
      if (result !== again) return result;
    }
  }

  /** The condition is looked at with the edit in one turn, and by the rooms before each attempt to journal it. */
  async #editIf<T>(
    map: MapRoom,
    edit: MapEdit<T>,
    onlyIf: NonNullable<MapEdit<T>['onlyIf']>,
  ): Promise<MapEdited<T>> {
    const conditions = await this.#conditions.all(map, edit.parts, onlyIf);
    while (!map.ready) await allReady(map);
    const against = [...conditions.values()].flatMap((condition) => condition.against());
    if (against.length > 0) return { kind: 'overtaken', fields: against, version: await allDurable(map) };
    let fields: readonly FieldAddress[] = [];
    let givenUp = false;
    const value = this.#edit(map, edit, (part) => {
      const found = conditions.get(part)?.againstInLog() ?? [];
      if (found.length > 0) fields = found;
      givenUp ||= edit.mayStill?.() === false;
      return found.length === 0 && !givenUp;
    });
    const version = await allDurable(map);
    if (givenUp) throw new DomainError('UNAVAILABLE');
    return fields.length > 0 ? { kind: 'overtaken', fields, version } : { kind: 'done', value, version };
  }

  /** Runs an edit in one transaction of each document it writes. */
  #edit<T>(map: MapRoom, edit: MapEdit<T>, mayBe: (part: MapPart) => boolean): T {
    const { newId, random } = this.#options;
    const context: OperationContext = { newId: edit.newId ?? newId, random, origin: serverOrigin };
    if (edit.onCopies) return onCopies(map.docs, (docs) => edit.run(docs, context));
    const { call, mayStill, onlyIf } = edit;
    const isBound = mayStill !== undefined || onlyIf !== undefined;
    let kept: LoggedCall | null = null;
    const run = edit.parts.reduceRight(
      (inner, part) => () => {
        const terms = { onlyWhile: isBound ? () => mayBe(part) : null, call: () => kept };
        return map.part(part).edit((doc) => Y.transact(doc, inner, serverOrigin), edit.by, terms);
      },
      () => {
        const value = edit.run(map.docs, context);
        if (call !== undefined) kept = { id: call.id, outcome: call.outcomeOf(value) };
        return value;
      },
    );
    return run();
  }

  #end(subject: Subject, code: number): void {
    this.#options.directory.close(subject, code, 'access changed');
    for (const listener of [...this.#cutOff]) listener(subject, code);
  }

  #snapshotOf(map: MapRoom): MapSnapshot {
    const cached = this.#read.get(map);
    const structure = map.structure.revision;
    const content = map.content.revision;
    if (cached?.structure === structure && cached.content === content) return cached.snapshot;
    const snapshot = this.#options.model.readMap(map.docs);
    this.#read.set(map, { structure, content, snapshot });
    return snapshot;
  }
}
