import type { ActorRef } from '@jejak/access';
import type { MapDocs, MapSnapshot, Operation, OperationResult } from '@jejak/journey-model';
import type { MapPart, PresenceUser } from '@jejak/protocol';
import type { z } from 'zod';
import type { MapEdit, MapEdited } from './MapEdit.ts';

/** Position in both logs of a map. Printed as `<structure>.<content>`, e.g. `12.345`. */
export interface MapVersion {
  readonly structure: number;
  readonly content: number;
}

/** What the logs of a map hold of a call. */
export interface CallTrace {
  /** The entries it wrote, by document. */
  readonly found: ReadonlyMap<MapPart, { readonly seq: number; readonly outcome: string }>;
  /** Documents whose log is kept from there on: where nothing of it is found it wrote nothing. */
  readonly whole: ReadonlySet<MapPart>;
  /** How far the logs were read. */
  readonly version: MapVersion;
}

/** A durable change of a map, from whoever made it. */
export interface MapChange {
  readonly mapId: string;
  readonly version: MapVersion;
  /** Ids of the stages, steps, lanes, personas, cards that changed; empty for map-level fields. */
  readonly changedIds: readonly string[];
}

/** Whom to cut off. Every given field must match. */
export interface Subject {
  readonly userId?: string;
  readonly sessionId?: string;
  readonly tokenId?: string;
  readonly mapId?: string;
  readonly workspaceId?: string;
}

/**
 * The live documents of all maps, for everything but sockets. Whatever goes through here is
 * journaled, seen live and fanned out exactly as an edit typed in a browser.
 */
export interface LiveMaps {
  /** Writes the first content of a new map's documents for somebody (null: the server itself); refuses a map that has any. */
  create(mapId: string, fill: (docs: MapDocs) => void, by?: ActorRef | null): Promise<MapVersion>;
  /** Runs an operation on the live documents for somebody (null: the server itself); resolves once it is journaled. */
  execute<S extends z.ZodType, T>(
    mapId: string,
    operation: Operation<string, S, T>,
    input: z.output<S>,
    by: ActorRef | null,
  ): Promise<{ result: OperationResult<T>; version: MapVersion }>;
  /** Changes the live documents in one turn; resolves once it is journaled, or known never to be. */
  edit<T>(mapId: string, edit: MapEdit<T>): Promise<MapEdited<T>>;
  /** Looks in the logs, behind a version, for what an edit wrote with this `call`. */
  callAfter(mapId: string, version: MapVersion, callId: string): Promise<CallTrace>;
  /** How far this node knows a map to be journaled; opens the map. */
  versionOf(mapId: string): Promise<MapVersion>;
  /** The map as journaled, at least at `minVersion`; rejects with `VERSION_TIMEOUT` when that does not come in time. */
  read(mapId: string, minVersion?: MapVersion): Promise<{ snapshot: MapSnapshot; version: MapVersion }>;
  /**
   * The same without opening a map that is not open here: for who reads and goes. Never older than what anybody has seen
   * when it was asked.
   */
  glance(mapId: string, minVersion?: MapVersion): Promise<{ snapshot: MapSnapshot; version: MapVersion }>;
  /** Calls back after each durable change until the returned function is called. */
  onChange(mapId: string, listener: (change: MapChange) => void): () => void;
  /** Calls back with the id of every map open here after each durable change: list previews and webhooks follow it. */
  onAnyChange(listener: (mapId: string) => void): () => void;
  /** Who is in the map now on any node, once per person; asks nobody. Rights are the caller's affair. */
  present(mapId: string): readonly PresenceUser[];
  /** Closes the sockets of a subject on every node. */
  disconnect(subject: Subject, code: number): Promise<void>;
  /** Deletes both documents for good and closes their sockets with 4404. */
  remove(mapId: string): Promise<void>;
}
