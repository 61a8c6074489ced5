import type { ComponentType } from 'react';
import { createStore, type Store } from '../document/Store.ts';

/** How far the code of a part has come. */
export type PartState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly Part: ComponentType };

/** A part of the page whose code comes after the rest. */
export interface LazyPart {
  readonly state: Store<PartState>;
  /** Loads the code unless it is here or on its way; may be asked again after a failure. */
  load(): void;
}

/** Makes a lazy part. Unlike React's own, one that could not be loaded neither takes the page down nor stays failed. */
export function lazyPart(fetchCode: () => Promise<{ readonly default: ComponentType }>): LazyPart {
  const state = createStore<PartState>({ kind: 'waiting' });
  return {
    state,
    load() {
      const { kind } = state.get();
      if (kind === 'ready' || kind === 'loading') return;
      state.set({ kind: 'loading' });
      fetchCode().then(
        ({ default: Part }) => state.set({ kind: 'ready', Part }),
        () => state.set({ kind: 'failed' }),
      );
    },
  };
}
