import { z } from 'zod';
import type { Actor } from '../../auth/Actor.ts';
import { nameSchema } from '../../auth/accountInput.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import { ownedToken } from './ownedToken.ts';
import type { TokenPorts } from './TokenPorts.ts';
import type { ApiToken } from './TokenRepository.ts';

const inputSchema = z.object({ name: nameSchema });

/** Gives a token another name. */
export async function renameToken(
  ports: Pick<TokenPorts, 'tokens'>,
  actor: Actor,
  input: { readonly tokenId: string; readonly name: string },
): Promise<ApiToken> {
  const token = await ownedToken(ports, actor, input.tokenId);
  const { name } = parseInput(inputSchema, { name: input.name });
  if (!(await ports.tokens.rename(token.id, name))) throw new DomainError('NOT_FOUND', { field: 'tokenId' });
  return { ...token, name };
}
