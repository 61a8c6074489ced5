import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { TokenPorts } from './TokenPorts.ts';
import type { ApiToken } from './TokenRepository.ts';

/** A token that whoever asks may change: one's own, or one of a workspace whose tokens one manages. */
export async function ownedToken(
  ports: Pick<TokenPorts, 'tokens'>,
  actor: Actor,
  tokenId: string,
): Promise<ApiToken> {
  const { userId } = permit(actor, 'account:tokens', 'self');
  const token = await ports.tokens.find(tokenId);
  if (token === null) throw new DomainError('NOT_FOUND', { field: 'tokenId' });
  if (token.kind === 'WORKSPACE') permit(actor, 'tokens:manage', { workspaceId: token.workspaceId });
  else if (token.userId !== userId) throw new DomainError('NOT_FOUND', { field: 'tokenId' });
  return token;
}
