import * as Y from 'yjs';
import { type Content, contentOf } from './content.ts';
import type { Roots } from './Roots.ts';
import { stepsOf, type TextStep } from './textSteps.ts';

/** One thing that updates did to a document; `path` is a root and the keys from there on. `add`: nothing stood there. */
export type Change =
  | { readonly kind: 'add'; readonly path: readonly string[]; readonly content: Content }
  | { readonly kind: 'set'; readonly path: readonly string[]; readonly content: Content }
  | { readonly kind: 'delete'; readonly path: readonly string[] }
  | {
      readonly kind: 'text';
      readonly path: readonly string[];
      readonly before: string;
      readonly steps: readonly TextStep[];
    };

/**
 * What updates do to the content of a document, told without its history.
 *
 * @param state the whole document before, as one update (V1)
 * @param updates what is applied to it (V1); they must have been judged and apply whole
 * @param roots the document's roots
 */
export function changesOf(
  state: Uint8Array,
  updates: readonly Uint8Array[],
  roots: Roots,
): readonly Change[] {
  const before = new Y.Doc();
  const after = new Y.Doc();
  const changes: Change[] = [];
  try {
    Y.applyUpdate(before, state);
    Y.applyUpdate(after, state);
    for (const [root, kind] of roots) {
      const type = kind === 'text' ? after.getText(root) : after.getMap(root);
      type.observeDeep((events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
        for (const event of events) changes.push(...changesIn(event, root, before));
      });
    }
    after.transact(() => {
      for (const update of updates) Y.applyUpdate(after, update);
    });
    return changes;
  } finally {
    before.destroy();
    after.destroy();
  }
}

function changesIn(event: Y.YEvent<Y.AbstractType<unknown>>, root: string, before: Y.Doc): readonly Change[] {
  const { target } = event;
  // What is new stands with all it holds where it was put.
  if (isNew(event, target)) return [];
  const path = [root, ...event.path.map(String)];
  if (target instanceof Y.Map) {
    return [...event.keys].map(([key, { action }]): Change => {
      const place = [...path, key];
      if (action === 'delete') return { kind: 'delete', path: place };
      return { kind: action === 'add' ? 'add' : 'set', path: place, content: contentOf(target.get(key)) };
    });
  }
  if (!(target instanceof Y.Text)) return [];
  return [{ kind: 'text', path, before: textAt(before, path), steps: stepsOf(event.delta) }];
}

function isNew(event: Y.YEvent<Y.AbstractType<unknown>>, target: Y.AbstractType<unknown>): boolean {
  for (let item = target._item; item !== null; ) {
    if (event.adds(item)) return true;
    const { parent } = item;
    item = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return false;
}

function textAt(doc: Y.Doc, [root = '', ...keys]: readonly string[]): string {
  if (keys.length === 0) return doc.getText(root).toString();
  let value: unknown = doc.getMap(root);
  for (const key of keys) value = value instanceof Y.Map ? value.get(key) : undefined;
  return value instanceof Y.Text ? value.toString() : '';
}
