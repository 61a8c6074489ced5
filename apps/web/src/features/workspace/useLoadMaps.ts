'use client';

import { useCallback } from 'react';
import { useClient } from 'urql';
import { MapListDocument } from '../../generated/graphql.ts';
import { runQuery } from '../../lib/runQuery.ts';
import { readMapPage } from './readMapPage.ts';
import type { LoadMaps } from './useMapList.ts';

/** Loads maps of a workspace in the browser. */
export function useLoadMaps(workspaceId: string): LoadMaps {
  const client = useClient();
  return useCallback(
    async ({ search, after, first }) => {
      const result = await runQuery(client, MapListDocument, {
        workspaceId,
        first,
        search: search === '' ? null : search,
        after,
      });
      return result.ok ? { ok: true, value: readMapPage(result.value) } : result;
    },
    [client, workspaceId],
  );
}
