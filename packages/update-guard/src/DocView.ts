import * as Y from 'yjs';
import type { StructId } from './WalkedUpdate.ts';

/** Any type of a document, whatever its events are. */
export type SharedType = Y.Doc['share'] extends Map<string, infer T> ? T : never;

/** Clocks of a client that the document holds: all below this. */
export function knownClock(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client);
}

/** The struct that holds a clock the document knows. */
export function structAt(doc: Y.Doc, { client, clock }: StructId): Y.Item | Y.GC | null {
  const structs = doc.store.clients.get(client);
  const last = structs?.at(-1);
  if (structs === undefined || last === undefined || clock >= last.id.clock + last.length) return null;
  return structs[Y.findIndexSS(structs, clock)] ?? null;
}

/** The type a struct of the document holds; null when it holds none, or none any more. */
export function typeIn(struct: Y.Item | Y.GC | null): SharedType | null {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return null;
  return struct.content.type;
}

/** The type a struct of the document stands in; null when it was taken out with it. */
export function typeAround(struct: Y.Item | Y.GC | null): SharedType | null {
  return struct instanceof Y.Item && struct.parent instanceof Y.AbstractType ? struct.parent : null;
}
