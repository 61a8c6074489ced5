import { roleIn } from '@jejak/access';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { TokenPorts } from './TokenPorts.ts';
import type { ApiToken } from './TokenRepository.ts';

/**
 * A token that whoever asks may change: one's own, or one of a workspace whose tokens one manages. One of a workspace
 * they are not in is answered exactly like one that is not there.
 */
export async function ownedToken(
  ports: Pick<TokenPorts, 'tokens'>,
  actor: Actor,
  tokenId: string,
): Promise<ApiToken> {
  const { userId } = permit(actor, 'account:tokens', 'self');
  const token = await ports.tokens.find(tokenId);
  const isWithin =
    token !== null &&
    (token.kind === 'WORKSPACE' ? roleIn(actor, token.workspaceId) !== null : token.userId === userId);
  if (!isWithin) throw new DomainError('NOT_FOUND', { field: 'tokenId' });
  if (token.kind === 'WORKSPACE') permit(actor, 'tokens:manage', { workspaceId: token.workspaceId });
  return token;
}
