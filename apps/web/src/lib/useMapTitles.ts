'use client';

import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { MapTitlesDocument } from '../generated/graphql.ts';
import type { MapTitles } from './MapTitles.ts';
import { runQuery } from './runQuery.ts';

/** How many maps one question names. */
const askedMax = 100;

/** Titles of maps, asked for as their ids come up; those that one may not see, or that are gone, stay unknown. */
export function useMapTitles(ids: readonly string[], initial: MapTitles): MapTitles {
  const client = useClient();
  const [titles, setTitles] = useState(initial);
  // What was asked for once is not asked for again, whatever came of it.
  const [asked, setAsked] = useState<ReadonlySet<string>>(() => new Set([...ids, ...Object.keys(initial)]));
  const missing = [...new Set(ids.filter((id) => !asked.has(id)))].slice(0, askedMax).join(' ');
  useEffect(() => {
    if (missing === '') return;
    const wanted = missing.split(' ');
    setAsked((known) => new Set([...known, ...wanted]));
    void runQuery(client, MapTitlesDocument, { ids: wanted }).then((answer) => {
      if (!answer.ok) return;
      const found = answer.value.nodes.flatMap((node) =>
        node?.__typename === 'JourneyMap' ? [[node.id, node.title] as const] : [],
      );
      setTitles((known) => ({ ...known, ...Object.fromEntries(found) }));
    });
  }, [client, missing]);
  return titles;
}
