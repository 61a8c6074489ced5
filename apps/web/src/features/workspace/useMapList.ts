'use client';

import type { Failure } from '@jejak/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiResult } from '../../lib/callApi.ts';
import type { MapPage } from './MapSummary.ts';
import { mapsPerPage as pageSize } from './readMapPage.ts';

/** What to load: the words searched for, how many at least, behind which one. */
export interface MapListRequest {
  readonly search: string;
  readonly after: string | null;
  readonly first: number;
}

/** Loads a page of maps. */
export type LoadMaps = (request: MapListRequest) => Promise<ApiResult<MapPage>>;

const searchDelayMs = 200;
const refreshMs = 30_000;
/** Coming back to the page twice in a row is one return. */
const focusGapMs = 2_000;

/** The maps of a workspace as one looks for them: searched while typing, refreshed while one looks. */
export function useMapList(initial: MapPage, load: LoadMaps) {
  const [search, setSearch] = useState('');
  /** The words that `page` answers. */
  const [shownSearch, setShownSearch] = useState('');
  const [page, setPage] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const turn = useRef(0);
  const loadRef = useRef(load);
  loadRef.current = load;

  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const ask = useCallback(async (words: string, first: number) => {
    turn.current += 1;
    askedAt.current = performance.now();
    const mine = turn.current;
    const result = await loadRef.current({ search: words, after: null, first });
    // A later question makes this answer worthless, however it turned out.
    if (mine !== turn.current) return;
    if (result.ok) {
      setPage(result.value);
      setShownSearch(words);
    }
    setFailure(result.ok ? null : result.failure);
  }, []);

  const asked = useRef('');
  useEffect(() => {
    const words = search.trim();
    if (words === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = words;
      void ask(words, pageSize);
    }, searchDelayMs);
    return () => clearTimeout(timer);
  }, [search, ask]);

  const count = Math.max(pageSize, page.maps.length);
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) void ask(asked.current, count);
    };
    const onReturn = () => {
      if (performance.now() - askedAt.current >= focusGapMs) refresh();
    };
    const timer = setInterval(refresh, refreshMs);
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
    };
  }, [ask, count]);

  const loadMore = async () => {
    const after = page.nextCursor;
    if (after === null || loadingMore) return;
    const mine = turn.current;
    setLoadingMore(true);
    const result = await loadRef.current({ search: shownSearch, after, first: pageSize });
    setLoadingMore(false);
    if (mine !== turn.current) return;
    if (result.ok) setPage({ ...result.value, maps: [...page.maps, ...result.value.maps] });
    setFailure(result.ok ? null : result.failure);
  };

  /** Takes a map out of the list at once; what the server says comes after. */
  const drop = (id: string) => {
    setPage((shown) => ({
      ...shown,
      totalCount: shown.totalCount - 1,
      maps: shown.maps.filter((map) => map.id !== id),
    }));
    void ask(asked.current, count);
  };

  return {
    search,
    setSearch,
    shownSearch,
    page,
    failure,
    loadMore,
    loadingMore,
    drop,
    retry: () => ask(asked.current, count),
  };
}
