import { CloseCode } from '@jejak/protocol';
import type { Actor } from '../../auth/Actor.ts';
import { ownedToken } from './ownedToken.ts';
import type { TokenPorts } from './TokenPorts.ts';
import type { ApiToken } from './TokenRepository.ts';

/** Ends a token for good; its sockets close on every node at once [TOKEN6]. */
export async function revokeToken(
  ports: Pick<TokenPorts, 'tokens' | 'endAccess'>,
  actor: Actor,
  tokenId: string,
): Promise<ApiToken> {
  const token = await ownedToken(ports, actor, tokenId);
  const { id, userId } = token;
  await ports.tokens.revoke(id);
  // A node that does not know tokens yet closes all that this person has open, rather than nothing.
  await ports.endAccess({ userId: userId ?? id, tokenId: id }, CloseCode.SignIn);
  return token;
}
