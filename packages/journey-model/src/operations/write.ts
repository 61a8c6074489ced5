import type * as Y from 'yjs';
import * as Yjs from 'yjs';
import type { OperationContext } from '../operation.ts';
import { applyTextDiff, textKey, wellFormed } from '../schema/localizedText.ts';
import type { Locale } from '../vocabulary.ts';

/** One transaction under the caller's origin. */
export function transact<T>(root: Y.Map<unknown>, context: OperationContext, write: () => T): T {
  const { doc } = root;
  if (doc === null) throw new Error('A record outside a document cannot be written');
  context.beforeWrite?.();
  return Yjs.transact(doc, write, context.origin);
}

/** Sets or clears a value; equal writes would still travel, so they are skipped. */
export function writeValue(
  record: Y.Map<unknown>,
  key: string,
  value: string | number | boolean | null,
): boolean {
  if (value === null) {
    if (!record.has(key)) return false;
    record.delete(key);
    return true;
  }
  if (record.get(key) === value) return false;
  record.set(key, value);
  return true;
}

/** Changes a text by the smallest difference; makes it where a damaged record has none. */
export function writeText(record: Y.Map<unknown>, field: string, locale: Locale, next: string): boolean {
  const text = record.get(textKey(field, locale));
  if (text instanceof Yjs.Text) return applyTextDiff(text, next);
  if (next === '') return false;
  record.set(textKey(field, locale), new Yjs.Text(wellFormed(next)));
  return true;
}
