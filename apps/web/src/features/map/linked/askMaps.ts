import { CurrentStateMapsDocument, LinkedMapDocument } from '../../../generated/graphql.ts';
import { createBrowserClient } from '../../../lib/browserClient.ts';
import type { ApiResult } from '../../../lib/callApi.ts';
import { runQuery } from '../../../lib/runQuery.ts';
import type { LinkedMap, NamedMap } from './LinkedMap.ts';

/** The maps one can choose from, as far as one answer goes. */
export interface MapChoice {
  readonly maps: readonly NamedMap[];
  /** There are more maps than were looked at: only searching finds those. */
  readonly more: boolean;
}

/** One answer brings at most so many maps of all types; those of today are picked from them. */
const askedMax = 100;

const client = createBrowserClient();

/** The map of an id, if it is of this workspace and this person may read it. */
export async function readLinkedMap(id: string, workspaceId: string): Promise<LinkedMap> {
  const result = await runQuery(client, LinkedMapDocument, { id });
  if (!result.ok) {
    const unreadable = ['NOT_FOUND', 'FORBIDDEN'].includes(result.failure.code);
    return { kind: unreadable ? 'unreadable' : 'failed', id };
  }
  const map = result.value.journeyMap;
  // Whoever may write a live document may write any id into it.
  if (!map || map.workspaceId !== workspaceId) return { kind: 'unreadable', id };
  return { kind: 'known', id, title: map.title };
}

/** The current-state maps of a workspace whose titles hold the words. */
export async function findCurrentStateMaps(
  workspaceId: string,
  words: string,
): Promise<ApiResult<MapChoice>> {
  const result = await runQuery(client, CurrentStateMapsDocument, {
    workspaceId,
    search: words === '' ? null : words,
    first: askedMax,
  });
  if (!result.ok) return result;
  const maps = result.value.workspace?.maps;
  const found = maps?.edges.flatMap(({ node: { id, type, title } }) =>
    type === 'CURRENT_STATE' ? [{ id, title }] : [],
  );
  return { ok: true, value: { maps: found ?? [], more: maps?.pageInfo.hasNextPage ?? false } };
}
