'use client';

import { useCallback, useEffect, useState } from 'react';
import { type Client, useClient } from 'urql';
import { MapChoicesDocument } from '../generated/graphql.ts';
import type { MapTitles } from './MapTitles.ts';
import { runQuery } from './runQuery.ts';

/** The maps of a workspace that something can be limited to: on their way, there, or not to be had. */
export type MapChoices =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly again: () => void }
  | { readonly state: 'there'; readonly titles: MapTitles };

/** Nobody looks through a longer list. */
const pagesMax = 5;

/** All maps from a place on, page by page; null where they cannot be had. */
async function readMaps(
  client: Client,
  workspaceId: string,
  after: string | null = null,
  pagesLeft = pagesMax,
): Promise<MapTitles | null> {
  const answer = await runQuery(client, MapChoicesDocument, { workspaceId, after });
  if (!answer.ok) return null;
  const maps = answer.value.workspace?.maps;
  const titles = Object.fromEntries((maps?.nodes ?? []).map(({ id, title }) => [id, title]));
  if (!maps?.pageInfo.hasNextPage || pagesLeft === 1) return titles;
  const more = await readMaps(client, workspaceId, maps.pageInfo.endCursor, pagesLeft - 1);
  return more && { ...titles, ...more };
}

/** Loads the maps of a workspace once they are wanted; null: not yet. */
export function useMapChoices(workspaceId: string | null): MapChoices {
  const client = useClient();
  const [found, setFound] = useState<{ readonly of: string; readonly titles: MapTitles | null } | null>(null);
  const load = useCallback(
    async (id: string, isWanted: () => boolean) => {
      const titles = await readMaps(client, id);
      if (isWanted()) setFound({ of: id, titles });
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
