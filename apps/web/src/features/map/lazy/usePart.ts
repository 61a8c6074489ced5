import { useEffect } from 'react';
import { useStore } from '../document/useStore.ts';
import type { LazyPart, PartState } from './lazyPart.ts';

/** Loads a part now and tells how far it has come. */
export function usePart(part: LazyPart): PartState {
  useEffect(() => part.load(), [part]);
  return useStore(part.state, (state) => state);
}
