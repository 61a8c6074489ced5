import * as Y from 'yjs';
import { deletedKey, deletionOf } from '../schema/deletion.ts';

/** The shared type an item carries; null for an item that carries a plain value. */
export function typeOf(item: Y.Item): Y.AbstractType<unknown> | null {
  return item.content instanceof Y.ContentType ? item.content.type : null;
}

/** The item of the type an item lies in; null right below a root. */
export function parentItemOf(item: Y.Item): Y.Item | null {
  return item.parent instanceof Y.AbstractType ? item.parent._item : null;
}

/** The item of the record that an item is, or lies in; null for what is in no record. */
export function recordItemOf(item: Y.Item): Y.Item | null {
  let top = item;
  for (let parent = parentItemOf(top); parent !== null; parent = parentItemOf(parent)) top = parent;
  return typeOf(top) instanceof Y.Map ? top : null;
}

/** The item of the mark that says a record is deleted; null for a living record. */
export function markItemOf(record: Y.Item): Y.Item | null {
  const type = typeOf(record);
  if (!(type instanceof Y.Map) || record.deleted || deletionOf(type) === null) return null;
  return type._map.get(deletedKey) ?? null;
}
