import * as Y from 'yjs';
import type { Change } from './changesOf.ts';
import { type Content, madeOf } from './content.ts';
import { leaveMark } from './leaveMark.ts';
import { mergeText } from './mergeText.ts';
import type { Roots } from './Roots.ts';

/**
 * Repeats changes of a former life in the present one, in one transaction and under a client id of their own: whoever
 * sees that id in the document knows that they are in. What others did meanwhile stays; of two values under one key this
 * one, the later, wins, and of two texts both are kept. A place whose surroundings are gone is passed over.
 *
 * @param carryId a client id that nobody writes under, the same whenever these changes are carried
 * @param roots the document's roots
 */
export function carryInto(
  doc: Y.Doc,
  carryId: number,
  changes: readonly Change[],
  roots: Roots,
  origin: unknown,
): void {
  const own = doc.clientID;
  try {
    doc.transact(() => {
      doc.clientID = carryId;
      // Deletions alone would leave no trace of the id.
      leaveMark(doc, roots);
      for (const change of changes) repeat(doc, change);
    }, origin);
  } finally {
    doc.clientID = own;
  }
}

/** Whether the changes of this id are in the document. */
export function isCarried(doc: Y.Doc, carryId: number): boolean {
  return Y.getState(doc.store, carryId) > 0;
}

function repeat(doc: Y.Doc, change: Change): void {
  const [root = '', ...keys] = change.path;
  const key = keys.pop();
  if (key === undefined) {
    if (change.kind === 'text') write(doc.getText(root), change);
    return;
  }
  let parent: unknown = doc.getMap(root);
  for (const one of keys) parent = parent instanceof Y.Map ? parent.get(one) : undefined;
  if (!(parent instanceof Y.Map)) return;
  switch (change.kind) {
    case 'delete':
      if (parent.has(key)) parent.delete(key);
      return;
    case 'set':
      parent.set(key, madeOf(change.content));
      return;
    case 'add':
      join(parent, key, change.content);
      return;
    case 'text': {
      const text: unknown = parent.get(key);
      if (text instanceof Y.Text) write(text, change);
    }
  }
}

function write(text: Y.Text, { before, steps }: Change & { readonly kind: 'text' }): void {
  text.applyDelta([...mergeText(before, steps, text.toString())]);
}

/** What both put at one place is joined; nothing of either is lost but a plain value. */
function join(map: Y.Map<unknown>, key: string, content: Content): void {
  const there = map.get(key);
  if (content.kind === 'text' && there instanceof Y.Text) {
    const text = there.toString();
    if (text !== content.text) there.applyDelta([...mergeText('', [{ insert: content.text }], text)]);
  } else if (content.kind === 'map' && there instanceof Y.Map) {
    for (const [one, inner] of content.entries) join(there, one, inner);
  } else map.set(key, madeOf(content));
}
