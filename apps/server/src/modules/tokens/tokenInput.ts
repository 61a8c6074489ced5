import { decide, tokenLimits, tokenScopes, workspaceTokenScopes } from '@jejak/access';
import { z } from 'zod';
import type { Actor } from '../../auth/Actor.ts';
import { nameSchema } from '../../auth/accountInput.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { findMaps } from '../maps/readMaps.ts';
import type { TokenPorts } from './TokenPorts.ts';

const days = z
  .int('errors.tokenExpiryOutOfRange')
  .min(1, 'errors.tokenExpiryOutOfRange')
  .max(tokenLimits.daysMax, 'errors.tokenExpiryOutOfRange');

const scopesOf = (scopes: typeof tokenScopes | typeof workspaceTokenScopes) =>
  z
    .array(z.enum(scopes, 'errors.tokenScopeUnknown'))
    .min(1, 'errors.tokenScopesMissing')
    .max(tokenScopes.length, 'errors.tokenScopeUnknown')
    .transform((given) => scopes.filter((scope) => given.includes(scope)));

/** What every new token says of itself. */
const common = {
  name: nameSchema,
  expiresInDays: days.default(tokenLimits.daysDefault),
  mapIds: z
    .array(z.string())
    .min(1, 'errors.tokenMapsMissing')
    .max(tokenLimits.mapsMax, 'errors.tokenTooManyMaps')
    .transform((ids) => [...new Set(ids)])
    .nullable()
    .default(null),
};

/** A token of a person. */
export const personalTokenSchema = z.object({
  ...common,
  scopes: scopesOf(tokenScopes),
  workspaceId: z.string().nullable().default(null),
});

/** A token of a workspace. */
export const workspaceTokenSchema = z.object({ ...common, scopes: scopesOf(workspaceTokenScopes) });

/** What a token is limited to. */
export interface TokenLimit {
  readonly workspaceId: string | null;
  readonly mapIds: readonly string[] | null;
}

/**
 * Checks that whoever makes the token sees what it is limited to. Maps are all of one workspace, which need not be
 * named; absent and foreign ones answer alike.
 */
export async function limitOf(ports: TokenPorts, actor: Actor, asked: TokenLimit): Promise<TokenLimit> {
  const { workspaceId, mapIds } = asked;
  if (workspaceId !== null && !decide(actor, 'workspace:read', { workspaceId }).allowed)
    throw new DomainError('NOT_FOUND', { field: 'workspaceId' });
  if (mapIds === null) return asked;
  const maps = await findMaps(ports, actor, mapIds);
  const workspaces = new Set(
    maps.map((map) => {
      if (map === null) throw new DomainError('NOT_FOUND', { field: 'mapIds' });
      return map.record.workspaceId;
    }),
  );
  const [first = null] = workspaces;
  if (workspaces.size !== 1 || (workspaceId !== null && workspaceId !== first))
    throw new DomainError('INVALID', { field: 'mapIds', messageKey: 'errors.tokenMapsApart' });
  return { workspaceId: first, mapIds };
}
