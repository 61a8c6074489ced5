import { CloseCode, type PresenceState, type PresenceUser, syncLimits } from '@jejak/protocol';
import { stampPresence } from './stampPresence.ts';

/** One client's presence as everybody is told it. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  /** null: the client left. */
  readonly state: PresenceState | null;
}

/** What changed: of everybody, and of the clients of this node, for telling the others. */
export interface PresenceChanges {
  readonly all: readonly PresenceEntry[];
  readonly here: readonly PresenceEntry[];
}

interface Known {
  clock: number;
  state: PresenceState | null;
  /** Who may speak for this id; null for a client of another node, or one that left. */
  owner: object | null;
  userId: string;
  seenAt: number;
}

/** Why somebody's presence was refused; null when it was taken or ignored. */
export type PresenceRefusal = { readonly code: CloseCode; readonly reason: string } | null;

const noChanges: PresenceChanges = { all: [], here: [] };
const clockRiseMax = 1_000;
const firstClockMax = 1_000_000_000;
/** A left id is remembered this long so that late echoes do not bring it back. */
const forgetAfterMs = 60_000;
/** Entries of another node that says nothing any more: two renewals missed, and gone within 40 s with the sweep. */
const remoteSilentAfterMs = 35_000;

/** Who is where in one map. Identity is stamped here; whatever a client says about who it is, is replaced. */
export class PresenceBoard {
  readonly #known = new Map<number, Known>();
  readonly #dirty = new Set<number>();
  readonly #dirtyHere = new Set<number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Takes what a connection says about client `clientId`. Stock clients echo what they hear about others: entries
   * that belong to somebody else are ignored, not punished. An id is bound to its first speaker; the same person may
   * take it over from a connection that has not been noticed dead.
   */
  say(
    owner: object,
    ownId: number | null,
    user: PresenceUser,
    clientId: number,
    clock: number,
    json: string,
  ): PresenceRefusal {
    const known = this.#known.get(clientId);
    if (ownId === null ? !this.#mayClaim(known, user, clock, json) : ownId !== clientId) return null;
    if (known === undefined && !this.#makeRoom()) return null;
    if (known !== undefined && known.owner === owner && clock <= known.clock) {
      known.seenAt = this.#now();
      return null;
    }
    const floor = known?.clock ?? 0;
    if (clock > (known === undefined ? firstClockMax : floor + clockRiseMax)) {
      return { code: CloseCode.BadMessage, reason: 'presence clock' };
    }
    if (isLong(json) || depthOf(json) > syncLimits.awarenessDepthMax) {
      return { code: CloseCode.BadMessage, reason: 'presence too large' };
    }
    let said: unknown;
    try {
      said = JSON.parse(json);
    } catch {
      return { code: CloseCode.BadMessage, reason: 'presence is no JSON' };
    }
    const state = said === null ? null : stampPresence(said, user);
    this.#set(clientId, {
      clock: Math.max(clock, floor),
      state,
      owner,
      userId: user.id,
      seenAt: this.#now(),
    });
    this.#dirtyHere.add(clientId);
    return null;
  }

  /** The id this connection speaks for, once it spoke. */
  ownedBy(owner: object): number | null {
    for (const [clientId, known] of this.#known) if (known.owner === owner) return clientId;
    return null;
  }

  /** The connection is gone; others are told unless somebody took its id over. */
  leave(owner: object): void {
    for (const [clientId, known] of this.#known) {
      if (known.owner !== owner) continue;
      this.#set(clientId, { ...known, state: null, owner: null, seenAt: this.#now() });
      this.#dirtyHere.add(clientId);
    }
  }

  /** Takes what another node says about its own clients. */
  hear(entries: readonly PresenceEntry[]): void {
    for (const entry of entries) {
      const known = this.#known.get(entry.clientId);
      // Here by a connection of ours, unless the same person's client has gone on elsewhere before we noticed.
      const movedOn = entry.state?.user.id === known?.userId && entry.clock > (known?.clock ?? 0);
      if (known !== undefined && known.owner !== null && !movedOn) continue;
      if (
        known !== undefined &&
        (entry.clock < known.clock || (entry.clock === known.clock && known.state === null))
      )
        continue;
      if (known === undefined && !this.#makeRoom()) continue;
      const userId = entry.state?.user.id ?? known?.userId ?? '';
      const same = known?.clock === entry.clock && entry.state !== null;
      if (same) known.seenAt = this.#now();
      else this.#set(entry.clientId, { ...entry, owner: null, userId, seenAt: this.#now() });
    }
  }

  /** Everybody here now, once per client. */
  all(): readonly PresenceEntry[] {
    return [...this.#known]
      .filter(([, known]) => known.state !== null)
      .map(([id, known]) => entryOf(id, known));
  }

  /** The clients connected to this node. */
  here(): readonly PresenceEntry[] {
    return [...this.#known]
      .filter(([, known]) => known.state !== null && known.owner !== null)
      .map(([id, known]) => entryOf(id, known));
  }

  /** The newest state of each client that changed since the last call. */
  takeChanges(): PresenceChanges {
    if (this.#dirty.size === 0) return noChanges;
    const all: PresenceEntry[] = [];
    const here: PresenceEntry[] = [];
    for (const id of this.#dirty) {
      const known = this.#known.get(id);
      if (known === undefined) continue;
      const entry = entryOf(id, known);
      all.push(entry);
      if (this.#dirtyHere.has(id)) here.push(entry);
    }
    this.#dirty.clear();
    this.#dirtyHere.clear();
    return { all, here };
  }

  /** Forgets who left long ago and whose node fell silent. */
  sweep(): void {
    const now = this.#now();
    for (const [clientId, known] of this.#known) {
      const age = now - known.seenAt;
      if (known.state === null && age > forgetAfterMs) this.#known.delete(clientId);
      else if (known.state !== null && known.owner === null && age > remoteSilentAfterMs) {
        this.#set(clientId, { ...known, state: null, seenAt: now });
      }
    }
  }

  #mayClaim(known: Known | undefined, user: PresenceUser, clock: number, json: string): boolean {
    if (json === 'null') return false;
    // Nobody's: all that was heard of it is that it left.
    if (known === undefined || known.userId === '') return true;
    // What another window of the same person said, said again by one that echoes, is no claim.
    return known.userId === user.id && (known.owner === null || clock > known.clock);
  }

  /** Room for one more id: who left longest ago is forgotten; a map that is full shows nobody new. */
  #makeRoom(): boolean {
    let states = 0;
    let left: number | null = null;
    for (const [clientId, known] of this.#known) {
      if (known.state !== null) states += 1;
      else if (known.owner === null) left ??= clientId;
    }
    if (states >= syncLimits.presenceStatesPerMap) return false;
    if (this.#known.size < syncLimits.presenceIdsPerMap) return true;
    if (left !== null) this.#known.delete(left);
    return left !== null;
  }

  #set(clientId: number, known: Known): void {
    this.#known.set(clientId, known);
    this.#dirty.add(clientId);
  }
}

function entryOf(clientId: number, known: Known): PresenceEntry {
  return { clientId, clock: known.clock, state: known.state };
}

/** Bytes are counted only where there may be too many: no letter has more than three. */
function isLong(json: string): boolean {
  const { awarenessBytesMax } = syncLimits;
  return json.length * 3 > awarenessBytesMax && Buffer.byteLength(json) > awarenessBytesMax;
}

const [quote, backslash] = [0x22, 0x5c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Nesting of JSON text, found without parsing it: deep values overflow the parsers of other people's clients. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (inString) {
      if (code === backslash) at += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return deepest;
}
