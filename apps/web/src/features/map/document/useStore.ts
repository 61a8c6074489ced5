import { useSyncExternalStore } from 'react';
import type { Store } from './Store.ts';

/**
 * Subscribes a component to one part of a store. `select` must answer with a record or a primitive that
 * keeps its identity while nothing in it changed; then only the components whose part changed draw again.
 */
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );
}
