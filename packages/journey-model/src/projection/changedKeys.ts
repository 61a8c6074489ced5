import * as Y from 'yjs';
import { contentRoots, type RootName, structureRoots } from '../schema/openMap.ts';

const rootNames: readonly RootName[] = [...structureRoots, ...contentRoots];

type ChangedType = Parameters<Y.Transaction['changed']['get']>[0];

/** The root a changed type lies in, and under which of its keys; no key when it is the root itself. */
function locate(type: ChangedType): { root: ChangedType; key: string | null } {
  let root = type;
  let key: string | null = null;
  while (root._item !== null && root._item.parent instanceof Y.AbstractType) {
    key = root._item.parentSub;
    root = root._item.parent;
  }
  return { root, key };
}

/** The keys of each root map under which a transaction changed something, at whatever depth. */
export function changedKeys(transaction: Y.Transaction): Map<RootName, Set<string>> {
  const changed = new Map<RootName, Set<string>>();
  for (const [type, ownKeys] of transaction.changed) {
    const { root, key } = locate(type);
    const name = rootNames.find((candidate) => transaction.doc.share.get(candidate) === root);
    if (name === undefined) continue;
    const keys = changed.get(name) ?? new Set<string>();
    changed.set(name, keys);
    if (key !== null) keys.add(key);
    else for (const ownKey of ownKeys) if (ownKey !== null) keys.add(ownKey);
  }
  return changed;
}
