import * as Y from 'yjs';
import type { LocalizedText } from '../snapshot.ts';
import { type Locale, locales } from '../vocabulary.ts';

/** A text as given to a new record: languages not written yet are left out. */
export interface LocalizedInput {
  readonly en?: string | undefined;
  readonly id?: string | undefined;
}

/** No text in either language. */
export const emptyText: LocalizedText = Object.freeze({ en: '', id: '' });

/** The key of one language of a text within its record. */
export function textKey(field: string, locale: Locale): string {
  return `${field}.${locale}`;
}

/** Half a surrogate pair cannot be encoded; left in, the writer would see another text than everybody else. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Puts both languages of a text into a record, empty ones too: made later, two people would make two. */
export function writeTexts(record: Y.Map<unknown>, field: string, text: LocalizedInput): void {
  for (const locale of locales) {
    record.set(textKey(field, locale), new Y.Text(wellFormed(text[locale] ?? '')));
  }
}

/** A text of a record; whatever is no text reads as empty. */
export function readTexts(record: Y.Map<unknown>, field: string): LocalizedText {
  return { en: readText(record.get(textKey(field, 'en'))), id: readText(record.get(textKey(field, 'id'))) };
}

/** One language of a text, from whatever is stored. */
export function readText(value: unknown): string {
  if (value instanceof Y.Text) return value.toString();
  return typeof value === 'string' ? value : '';
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The one stretch in which two texts differ. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** The smallest single change from one text to another that never cuts a surrogate pair; null when equal. */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1;
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  };
}

/**
 * Makes a text read as `next` by changing only what differs, so that what a colleague types elsewhere in it
 * survives. Answers whether anything was written; the caller owns the transaction.
 */
export function applyTextDiff(text: Y.Text, next: string): boolean {
  const change = textChange(text.toString(), wellFormed(next));
  if (change === null) return false;
  if (change.remove > 0) text.delete(change.index, change.remove);
  if (change.insert !== '') text.insert(change.index, change.insert);
  return true;
}
