import type * as Y from 'yjs';

/** What a transaction changed: Yjs does not say which kind of type. */
type AnyType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never;

/**
 * Ids of the records a transaction touched. Records are maps in flat root maps, so a record is the ancestor right
 * below a root; an emotion belongs to its step, and `meta` is the map itself.
 */
export function changedIds(doc: Y.Doc, transaction: Y.Transaction): readonly string[] {
  const ids = new Set<string>();
  for (const [type, keys] of transaction.changed) {
    let at: AnyType = type;
    let recordKeys: Iterable<string | null> = keys;
    while (at._item !== null) {
      recordKeys = [at._item.parentSub];
      const parent = at._item.parent;
      if (!isType(parent)) break;
      at = parent;
    }
    const root = rootName(doc, at);
    if (root === null || root === 'meta') continue;
    for (const key of recordKeys) if (key !== null) ids.add(root.startsWith('emotion') ? stepOf(key) : key);
  }
  return [...ids];
}

function stepOf(emotionKey: string): string {
  const colon = emotionKey.indexOf(':');
  return colon < 0 ? emotionKey : emotionKey.slice(0, colon);
}

function rootName(doc: Y.Doc, type: AnyType): string | null {
  for (const [name, root] of doc.share) if (root === type) return name;
  return null;
}

function isType(parent: AnyType | Y.ID | null): parent is AnyType {
  return parent !== null && '_item' in parent;
}
