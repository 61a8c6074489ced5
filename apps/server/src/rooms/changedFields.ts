import * as Y from 'yjs';

/** A place in a document: what stands under a key of a root map, and for a record which field of it. */
export interface ChangedField {
  readonly root: string;
  readonly key: string;
  /** null: the key itself, with all below it. */
  readonly field: string | null;
}

/**
 * The places that a journaled update wrote, told by a document that holds it. What lies in something that is gone for
 * good names no place: whoever took it away wrote the place above it.
 */
export function changedFields(doc: Y.Doc, update: Uint8Array): readonly ChangedField[] {
  const places = new Map<string, ChangedField>();
  const { structs, ds } = Y.decodeUpdate(update);
  const note = (client: number, clock: number): number => {
    const struct = Y.getItem(doc.store, Y.createID(client, clock));
    const place = placeOf(doc, struct);
    if (place !== null) places.set(`${place.root}/${place.key}/${place.field ?? ''}`, place);
    return struct.id.clock + struct.length;
  };
  // What is written together in one place is one item or a few: the first of each struct tells.
  for (const { id } of structs) if (id.clock < Y.getState(doc.store, id.client)) note(id.client, id.clock);
  for (const [client, ranges] of ds.clients) {
    const end = Y.getState(doc.store, client);
    for (const { clock, len } of ranges)
      for (let at = clock; at < Math.min(clock + len, end); ) at = note(client, at);
  }
  return [...places.values()];
}

function placeOf(doc: Y.Doc, struct: Y.Item | Y.GC): ChangedField | null {
  const keys: string[] = [];
  let item: Y.Item | Y.GC = struct;
  for (;;) {
    if (!(item instanceof Y.Item)) return null;
    if (item.parentSub !== null) keys.unshift(item.parentSub);
    const { parent }: Y.Item = item;
    if (!(parent instanceof Y.AbstractType)) return null;
    const above: Y.Item | null = parent._item;
    if (above !== null) {
      item = above;
      continue;
    }
    const root = [...doc.share].find(([, type]) => type === parent)?.[0];
    const [key, field = null] = keys;
    return root === undefined || key === undefined ? null : { root, key, field };
  }
}
