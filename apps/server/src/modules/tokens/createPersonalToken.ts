import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { parseInput } from '../../errors/parseInput.ts';
import { type IssuedToken, issueToken } from './issueToken.ts';
import type { TokenPorts } from './TokenPorts.ts';
import { limitOf, personalTokenSchema } from './tokenInput.ts';

/** A personal token as its maker asks for it; the schema says what fits. */
export interface PersonalTokenInput {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly workspaceId?: string | null | undefined;
  readonly mapIds?: readonly string[] | null | undefined;
  readonly expiresInDays?: number | undefined;
}

/** Makes a token with which a program acts for its person, within what the token says [TOKEN3]. */
export async function createPersonalToken(
  ports: TokenPorts,
  actor: Actor,
  input: PersonalTokenInput,
): Promise<IssuedToken> {
  const { userId } = permit(actor, 'account:tokens', 'self');
  const { name, scopes, expiresInDays, ...asked } = parseInput(personalTokenSchema, input);
  const limit = await limitOf(ports, actor, asked);
  const given = { name, scopes, expiresInDays, ...limit, kind: 'PERSONAL', role: null } as const;
  return issueToken(ports, { userId }, { ...given, userId, createdBy: userId });
}
