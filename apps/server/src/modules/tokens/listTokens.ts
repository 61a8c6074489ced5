import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import type { TokenPorts } from './TokenPorts.ts';
import type { ApiToken } from './TokenRepository.ts';

/** The tokens of whoever asks: those that can be used first, then those that ran out in the last 30 days. */
export async function listPersonalTokens(
  ports: Pick<TokenPorts, 'tokens'>,
  actor: Actor,
): Promise<readonly ApiToken[]> {
  const { userId } = permit(actor, 'account:tokens', 'self');
  return ports.tokens.listOf({ userId });
}

/** The tokens of a workspace, in the same order, for those who manage them. */
export async function listWorkspaceTokens(
  ports: Pick<TokenPorts, 'tokens'>,
  actor: Actor,
  workspaceId: string,
): Promise<readonly ApiToken[]> {
  permit(actor, 'tokens:manage', { workspaceId });
  return ports.tokens.listOf({ workspaceId });
}
