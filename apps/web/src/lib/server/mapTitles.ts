import { MapTitlesDocument } from '../../generated/graphql.ts';
import type { MapTitles } from '../MapTitles.ts';
import { queryServer } from './queryServer.ts';

/** How many maps one question names. */
const askedMax = 100;

/** The titles of maps by id, as far as one may see them and one answer goes. */
export async function readMapTitles(ids: readonly string[]): Promise<MapTitles> {
  const asked = [...new Set(ids)].slice(0, askedMax);
  if (asked.length === 0) return {};
  const answer = await queryServer(MapTitlesDocument, { ids: asked });
  if (!answer.ok) return {};
  return Object.fromEntries(
    answer.value.nodes.flatMap((node) => (node?.__typename === 'JourneyMap' ? [[node.id, node.title]] : [])),
  );
}
