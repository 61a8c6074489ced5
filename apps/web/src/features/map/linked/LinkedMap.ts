import type { LocalizedText } from '@jejak/journey-model';

/** A map another one can begin from. */
export interface NamedMap {
  readonly id: string;
  readonly title: LocalizedText;
}

/** The map of today that a future-state map begins from, as far as this person may know it. */
export type LinkedMap =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: string }
  | { readonly kind: 'known'; readonly id: string; readonly title: LocalizedText }
  /** It is gone, or not shared with this person. */
  | { readonly kind: 'unreadable'; readonly id: string }
  /** The server did not answer. */
  | { readonly kind: 'failed'; readonly id: string };
