import type * as Y from 'yjs';

/** One piece of a change of text: how many UTF-16 units stay or go, or what comes. */
export type TextStep =
  | { readonly retain: number }
  | { readonly delete: number }
  | { readonly insert: string };

/** How a transaction changed a text; our texts hold nothing but characters. */
export function stepsOf(delta: Y.YTextEvent['delta']): readonly TextStep[] {
  return delta.map((part) => {
    if (part.retain !== undefined) return { retain: part.retain };
    if (part.delete !== undefined) return { delete: part.delete };
    return { insert: typeof part.insert === 'string' ? part.insert : '' };
  });
}
