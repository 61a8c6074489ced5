import * as Y from 'yjs';
import { knownClock, structAt } from './DocView.ts';
import { placeCost } from './placeCost.ts';
import { Scattered } from './Scattered.ts';
import { StructIndex } from './StructIndex.ts';
import { TypeDepths } from './TypeDepths.ts';
import type { StructId, WalkedStruct, WalkedUpdate } from './WalkedUpdate.ts';

/** Why an update that is well made may not go into this document, sent by this person. */
export type LiveReason =
  /** It goes on from, refers to or deletes clocks of the sender that were not sent yet. */
  | 'gap'
  /** New clocks under an id that is somebody else's. */
  | 'foreignClient'
  /** Deletes what another has not written yet. */
  | 'foreignDelete'
  /** Refers to what another has not written yet. */
  | 'foreignGround'
  /** Stands in something that holds nothing, or its neighbours lead in a circle. */
  | 'parent'
  /** Writes under a key that only the server writes. */
  | 'serverKey'
  /** Types within types, deeper than any map. */
  | 'typeDepth'
  /** Finding its place would mean to pass too much of the document. */
  | 'crowded'
  /** More that is newly deleted than an update may. */
  | 'deletes'
  /** News of more clients than an update may bring. */
  | 'clients';

/** What an update may do to a document; what it may be made of was checked by the walk. */
export interface LiveLimits {
  readonly typeDepth: number;
  /** How many clients it may bring anything new of. */
  readonly clients: number;
  /** Keys, in whatever map, that no peer writes. */
  readonly serverKeys?: ReadonlySet<string>;
  /** How many items of the document all its structs together may have to pass. */
  readonly placeSteps: number;
  /** How many of its structs may stand between neighbours that were none when they were written. */
  readonly scattered: number;
  /** How many of its delete ranges may delete anything. */
  readonly newDeletes: number;
}

/** What the document says to an update. */
export type Verdict =
  /** `structsNew`: the document holds none of its structs; what it deletes may be deleted already. */
  | { readonly ok: true; readonly newClients: readonly number[]; readonly structsNew: boolean }
  /** The document may just be behind; when it is not, the update is at fault. */
  | { readonly ok: false; readonly reason: LiveReason; readonly mayBeBehind: boolean };

const none: ReadonlySet<string> = new Set();
const behind = (reason: LiveReason): Verdict => ({ ok: false, reason, mayBeBehind: true });
const refused = (reason: LiveReason): Verdict => ({ ok: false, reason, mayBeBehind: false });

/**
 * Judges an update by what the document holds, without touching it. `mayExtend` tells whether the sender may write new
 * clocks under an id: it is theirs, or nobody's yet.
 */
export function checkAgainst(
  doc: Y.Doc,
  update: WalkedUpdate,
  limits: LiveLimits,
  mayExtend: (client: number) => boolean,
): Verdict {
  const index = new StructIndex(update);
  const newClients: number[] = [];
  let structsNew = true;
  let gap = false;
  let clients = 0;
  for (const { client, firstClock, endClock } of update.brought) {
    const known = knownClock(doc, client);
    if (firstClock < known) structsNew = false;
    if (endClock <= known) continue;
    clients += 1;
    if (!mayExtend(client)) return behind('foreignClient');
    if (firstClock > known) gap = true;
    if (known === 0) newClients.push(client);
  }
  // Others' edits come along where the document has not read them yet.
  if (clients > limits.clients) return behind('clients');
  const missing = (id: StructId): boolean =>
    id.clock >= knownClock(doc, id.client) && id.clock >= index.endOf(id.client);
  for (const { client, endClock } of update.deleted) {
    if (!missing({ client, clock: endClock - 1 })) continue;
    if (!mayExtend(client)) return behind('foreignDelete');
    gap = true;
  }
  const groundOf = (struct: WalkedStruct, id: StructId | null): Verdict | null => {
    if (id === null) return null;
    if (id.client === struct.client && id.clock >= struct.clock) return refused('parent');
    if (!missing(id)) return null;
    if (!mayExtend(id.client)) return behind('foreignGround');
    gap = true;
    return null;
  };
  // Of what is known already too: Yjs looks for the neighbours before it sees that it has the struct.
  for (const { structs } of update.brought) {
    for (const struct of structs) {
      const { left, right, parent } = struct;
      const verdict =
        groundOf(struct, left) ??
        groundOf(struct, right) ??
        (typeof parent === 'string' ? null : groundOf(struct, parent));
      if (verdict !== null) return verdict;
    }
  }
  if (gap) return behind('gap');
  return checkPlaces(doc, update, index, limits) ?? { ok: true, newClients, structsNew };
}

function checkPlaces(
  doc: Y.Doc,
  update: WalkedUpdate,
  index: StructIndex,
  limits: LiveLimits,
): Verdict | null {
  let depths: TypeDepths | null = null;
  // So few cannot be too many.
  const scattered = update.structCount > limits.scattered ? new Scattered(index) : null;
  let stepsLeft = limits.placeSteps;
  for (const { client, structs } of update.brought) {
    const known = knownClock(doc, client);
    for (const struct of structs) {
      if (struct.clock + struct.length <= known) continue;
      if (!parentFits(doc, index, struct)) return refused('parent');
      const left = neighbourIn(doc, struct.left);
      if (standsUnder(limits.serverKeys ?? none, struct.key, left, neighbourIn(doc, struct.right)))
        return refused('serverKey');
      if (struct.kind === 'map' || struct.kind === 'text') {
        depths ??= new TypeDepths(doc, index);
        const around = depths.around(struct);
        if (around === null) return refused('parent');
        if (around >= limits.typeDepth) return refused('typeDepth');
      }
      const steps = placeCost(doc, index, struct, left, stepsLeft + 1);
      stepsLeft -= steps;
      scattered?.look(struct, steps);
      if (stepsLeft < 0 || (scattered?.count ?? 0) > limits.scattered) return refused('crowded');
    }
  }
  return countNewDeletes(doc, update, limits.newDeletes + 1) > limits.newDeletes ? refused('deletes') : null;
}

/** A neighbour of a struct that is in the document. */
function neighbourIn(doc: Y.Doc, id: StructId | null): Y.Item | null {
  const item = id === null ? null : structAt(doc, id);
  return item instanceof Y.Item ? item : null;
}

/** Whether a struct comes to stand under one of these keys, by its own word or that of a neighbour in the document. */
function standsUnder(
  keys: ReadonlySet<string>,
  key: string | null,
  left: Y.Item | null,
  right: Y.Item | null,
): boolean {
  return (key !== null && keys.has(key)) || isUnder(keys, left) || isUnder(keys, right);
}

function isUnder(keys: ReadonlySet<string>, item: Y.Item | null): boolean {
  return item !== null && item.parentSub !== null && keys.has(item.parentSub);
}

/** A parent told by its struct must be a type, or gone; items of a map have keys and items of a text have none. */
function parentFits(doc: Y.Doc, index: StructIndex, { parent, key }: WalkedStruct): boolean {
  if (parent === null || typeof parent === 'string') return true;
  const own = index.find(parent);
  if (own !== null) {
    if (own.kind === 'gc' || own.kind === 'deleted') return true;
    return own.kind === (key === null ? 'text' : 'map');
  }
  const struct = structAt(doc, parent);
  if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return true;
  if (!(struct.content instanceof Y.ContentType)) return false;
  return struct.content.type instanceof Y.Map === (key !== null);
}

function countNewDeletes(doc: Y.Doc, update: WalkedUpdate, max: number): number {
  let count = 0;
  for (const { client, ranges } of update.deleted) {
    const known = knownClock(doc, client);
    for (let at = 0; at < ranges.length && count < max; at += 2) {
      const start = ranges[at] ?? 0;
      if (start >= known || !allDeleted(doc, client, start, Math.min(ranges[at + 1] ?? 0, known))) count += 1;
    }
  }
  return count;
}

/** Whether everything in a range of known clocks is deleted. */
export function allDeleted(doc: Y.Doc, client: number, start: number, end: number): boolean {
  const structs = doc.store.clients.get(client);
  if (structs === undefined) return false;
  for (let at = Y.findIndexSS(structs, start); at < structs.length; at++) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
