'use client';

import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { TokenMapsDocument } from '../../generated/graphql.ts';
import { runQuery } from '../../lib/runQuery.ts';
import type { MapTitles } from './ListedToken.ts';

/** The maps of a workspace that a token can be limited to: on their way, there, or not to be had. */
export type MapChoices =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly again: () => void }
  | { readonly state: 'there'; readonly titles: MapTitles };

/** Loads the maps of a workspace once they are wanted; null: not yet. */
export function useMapChoices(workspaceId: string | null): MapChoices {
  const client = useClient();
  const [found, setFound] = useState<{ readonly of: string; readonly titles: MapTitles | null } | null>(null);
  const load = useCallback(
    async (id: string, isWanted: () => boolean) => {
      const answer = await runQuery(client, TokenMapsDocument, { workspaceId: id });
      if (!isWanted()) return;
      const maps = answer.ok ? (answer.value.workspace?.maps.nodes ?? []) : null;
      setFound({ of: id, titles: maps && Object.fromEntries(maps.map((map) => [map.id, map.title])) });
    },
    [client],
  );
  useEffect(() => {
    if (workspaceId === null) return;
    let wanted = true;
    void load(workspaceId, () => wanted);
    return () => {
      wanted = false;
    };
  }, [workspaceId, load]);
  if (workspaceId === null || found === null || found.of !== workspaceId) return { state: 'loading' };
  if (found.titles !== null) return { state: 'there', titles: found.titles };
  return {
    state: 'failed',
    again: () => {
      setFound(null);
      void load(workspaceId, () => true);
    },
  };
}
