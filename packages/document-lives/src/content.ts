import * as Y from 'yjs';

/** What stands in a document at some place, apart from its history; of plain values, so that it can pass between threads. */
export type Content =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Content])[] };

/** Reads what a map of a document holds under a key. */
export function contentOf(value: unknown): Content {
  if (value instanceof Y.Text) return { kind: 'text', text: value.toString() };
  if (value instanceof Y.Map) return { kind: 'map', entries: entriesOf(value) };
  return { kind: 'value', value };
}

/** Reads all of a map, whose keys are taken as they are. */
export function entriesOf(map: Y.Map<unknown>): readonly (readonly [string, Content])[] {
  return [...map.entries()].map(([key, value]) => [key, contentOf(value)] as const);
}

/** Makes what can be put into a map: a new type, or the plain value. */
export function madeOf(content: Content): unknown {
  switch (content.kind) {
    case 'value':
      return content.value;
    case 'text':
      return new Y.Text(content.text);
    case 'map':
      return new Y.Map(content.entries.map(([key, one]): [string, unknown] => [key, madeOf(one)]));
  }
}
