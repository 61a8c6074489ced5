import type { TypedDocumentNode } from '@urql/core';
import { fieldOf, textField } from './readJson.ts';

/** A document as pages hold it: its types, and nothing of its text but the hash. */
export type AskedDocument<Data, Variables extends Record<string, unknown>> = TypedDocumentNode<
  Data,
  Variables
>;

/** The hash under which the server knows a document: `sha256:` and hexadecimal digits. */
export function hashOf(document: object): string {
  const hash = textField(fieldOf(document, '__meta__'), 'hash');
  if (hash === '') throw new Error('A document without its hash');
  return hash;
}
