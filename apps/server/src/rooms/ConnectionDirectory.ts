import type { MapPart } from '@jejak/protocol';
import type { Subject } from './LiveMaps.ts';

/** A socket as far as cutting off and counting goes. */
export interface DirectoryEntry {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  readonly mapId: string;
  readonly workspaceId: string;
  /** The rights it was opened with. */
  readonly canWrite: Readonly<Record<MapPart, boolean>>;
  /** What waits to be sent to it. */
  readonly unsentBytes: number;
  close(code: number, reason: string): void;
}

/** How many sockets there are. */
export interface SocketCount {
  readonly map: number;
  readonly userInMap: number;
  readonly user: number;
}

/** All sockets of this node. */
export class ConnectionDirectory {
  readonly #byMap = new Map<string, Set<DirectoryEntry>>();
  readonly #byUser = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(entry: DirectoryEntry): void {
    const entries = this.#byMap.get(entry.mapId) ?? new Set();
    if (entries.has(entry)) return;
    entries.add(entry);
    this.#byMap.set(entry.mapId, entries);
    this.#byUser.set(entry.userId, (this.#byUser.get(entry.userId) ?? 0) + 1);
    this.#size += 1;
  }

  delete(entry: DirectoryEntry): void {
    const entries = this.#byMap.get(entry.mapId);
    if (entries?.delete(entry) !== true) return;
    this.#size -= 1;
    if (entries.size === 0) this.#byMap.delete(entry.mapId);
    const left = (this.#byUser.get(entry.userId) ?? 0) - 1;
    if (left > 0) this.#byUser.set(entry.userId, left);
    else this.#byUser.delete(entry.userId);
  }

  /** Every socket, as they are now. */
  all(): readonly DirectoryEntry[] {
    return [...this.#byMap.values()].flatMap((entries) => [...entries]);
  }

  /** How many sockets a map has, and one person in it and in all maps. */
  count(mapId: string, userId: string): SocketCount {
    const entries = this.#byMap.get(mapId);
    let userInMap = 0;
    for (const entry of entries ?? []) if (entry.userId === userId) userInMap += 1;
    return { map: entries?.size ?? 0, userInMap, user: this.#byUser.get(userId) ?? 0 };
  }

  /** Closes what matches every given field; a subject without fields matches nothing. */
  close(subject: Subject, code: number, reason: string): void {
    if (Object.values(subject).every((value) => value === undefined)) return;
    for (const entries of [...this.#byMap.values()]) {
      for (const entry of [...entries]) if (matches(entry, subject)) entry.close(code, reason);
    }
  }

  /** Closes every socket. */
  closeAll(code: number, reason: string): void {
    for (const entries of [...this.#byMap.values()]) {
      for (const entry of [...entries]) entry.close(code, reason);
    }
  }
}

function matches(entry: DirectoryEntry, subject: Subject): boolean {
  return (
    (subject.userId === undefined || subject.userId === entry.userId) &&
    (subject.sessionId === undefined || subject.sessionId === entry.sessionId) &&
    (subject.tokenId === undefined || subject.tokenId === entry.tokenId) &&
    (subject.mapId === undefined || subject.mapId === entry.mapId) &&
    (subject.workspaceId === undefined || subject.workspaceId === entry.workspaceId)
  );
}
