import type { MapListQuery } from '../../generated/graphql.ts';
import { parseColour } from '../../lib/parseColour.ts';
import { parseTeam } from '../../lib/parseTeam.ts';
import type { MapPage } from './MapSummary.ts';

/** How many maps one answer brings. */
export const mapsPerPage = 24;

/** The answer as the list wants it; a workspace one is no longer in has nothing to show. */
export function readMapPage({ workspace }: MapListQuery): MapPage {
  if (!workspace) return { maps: [], nextCursor: null, totalCount: 0 };
  const { maps } = workspace;
  return {
    totalCount: maps.totalCount,
    nextCursor: maps.pageInfo.hasNextPage ? (maps.pageInfo.endCursor ?? null) : null,
    maps: maps.edges.map(({ node }) => ({
      id: node.id,
      title: node.title,
      type: node.type,
      lastEditedAt: node.lastEditedAt,
      mayDelete: node.viewerCan.delete,
      sketch: {
        ...node.thumbnail,
        stages: node.thumbnail.stages.map(({ colour, steps }) => ({ colour: parseColour(colour), steps })),
        lanes: node.thumbnail.lanes.map(({ kind, colour }) => ({ kind, colour: parseColour(colour) })),
        emotionLine: node.thumbnail.emotionLine.map((score) => score ?? null),
      },
      present: node.present.map(({ userId, name, team }) => ({ id: userId, name, team: parseTeam(team) })),
    })),
  };
}
