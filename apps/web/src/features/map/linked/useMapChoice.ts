import { localFailure } from '@jejak/client';
import { useEffect, useState } from 'react';
import type { ApiResult } from '../../../lib/callApi.ts';
import type { MapChoice } from './askMaps.ts';

const searchDelayMs = 200;

/** What was found, and for which words. */
export interface MapsFound {
  readonly words: string;
  readonly result: ApiResult<MapChoice>;
}

/** Looks for current-state maps while one types; null until the first answer. `again` asks anew. */
export function useMapChoice(workspaceId: string): {
  readonly search: string;
  readonly answer: MapsFound | null;
  setSearch(words: string): void;
  again(): void;
} {
  const [search, setSearch] = useState('');
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<MapsFound | null>(null);
  const words = search.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same question again
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const { findCurrentStateMaps } = await import('./askMaps.ts');
      return findCurrentStateMaps(workspaceId, words);
    };
    const unreachable = { ok: false as const, failure: localFailure('UNREACHABLE', 'errors.unreachable') };
    const timer = setTimeout(
      () =>
        void ask()
          .catch(() => unreachable)
          .then((result) => {
            if (!gone) setAnswer({ words, result });
          }),
      words === '' ? 0 : searchDelayMs,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [workspaceId, words, turn]);
  return { search, answer, setSearch, again: () => setTurn((before) => before + 1) };
}
