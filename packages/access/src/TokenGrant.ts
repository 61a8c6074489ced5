import { type Action, mapActions } from './actions.ts';
import type { Resource } from './decide.ts';
import { tokenNeeds } from './tokenNeeds.ts';
import { holdsScope, type TokenScope } from './tokenScopes.ts';

/** What a token narrows the rights of its person, or of its workspace's role, to. */
export interface TokenGrant {
  readonly tokenId: string;
  readonly scopes: readonly TokenScope[];
  /** The only workspace it is for; null: all of its person's. */
  readonly workspaceId: string | null;
  /** The only maps it is for; null: all. */
  readonly mapIds: readonly string[] | null;
}

/** What a token lacks for an act that its person may do: a scope, being no token, or being for all maps. */
export type TokenLack = TokenScope | 'session' | 'allMaps';

/** Acts in a workspace that a token for some maps may do all the same; a list of maps shows it those alone. */
const besideMaps: readonly Action[] = ['workspace:read', 'map:list'];

function isMapAction(action: Action): boolean {
  return mapActions.some((known) => known === action);
}

/** Whether a record lies within what a token is for. A map that is not named is not within [ACCESS11]. */
export function reaches(grant: TokenGrant, action: Action, resource: Exclude<Resource, 'self'>): boolean {
  if (grant.workspaceId !== null && grant.workspaceId !== resource.workspaceId) return false;
  if (grant.mapIds === null || !isMapAction(action)) return true;
  return resource.mapId !== undefined && resource.mapId !== null && grant.mapIds.includes(resource.mapId);
}

/** What a token lacks for an action; null: nothing [ACCESS10]. */
export function lackOf(grant: TokenGrant, action: Action, resource: Resource): TokenLack | null {
  const need = tokenNeeds[action];
  if (need === 'session') return 'session';
  const inside = resource === 'self' || isMapAction(action) || besideMaps.includes(action);
  if (grant.mapIds !== null && !inside) return 'allMaps';
  return need === 'token' || holdsScope(grant.scopes, need) ? null : need;
}
