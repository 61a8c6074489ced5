import { tokenLimits } from '@jejak/access';
import { shownPrefix, tokenFingerprint } from '../../auth/tokenSecret.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { TokenPorts } from './TokenPorts.ts';
import type { ApiToken, TokenOwner } from './TokenRepository.ts';

const dayMs = 24 * 60 * 60_000;

/** A new token and its secret, told this once. */
export interface IssuedToken {
  readonly token: ApiToken;
  readonly secret: string;
}

/** What its maker settled. */
export interface NewToken extends Omit<ApiToken, 'id' | 'prefix' | 'createdAt' | 'expiresAt' | 'lastUsedAt'> {
  readonly expiresInDays: number;
}

/** Makes a token, unless its owner has too many that can be used. */
export async function issueToken(
  ports: TokenPorts,
  owner: TokenOwner,
  given: NewToken,
): Promise<IssuedToken> {
  const { tokens } = ports;
  const max = 'userId' in owner ? tokenLimits.perPersonMax : tokenLimits.perWorkspaceMax;
  const tooMany = () => new DomainError('LIMIT', { messageKey: 'errors.tooManyTokens' });
  if ((await tokens.countUsable(owner)) >= max) throw tooMany();
  const { expiresInDays, ...rest } = given;
  const createdAt = ports.now();
  const secret = ports.newTokenSecret(given.kind);
  const print = tokenFingerprint(secret);
  if (print === null) throw new Error('A new secret has no fingerprint');
  const token: ApiToken = {
    ...rest,
    id: ports.newTokenId(),
    prefix: shownPrefix(secret),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + expiresInDays * dayMs),
    lastUsedAt: null,
  };
  await tokens.create(token, print);
  // Of several at one moment each sees those that stand: never one too many, perhaps one too few.
  if ((await tokens.countUsable(owner)) > max) {
    await tokens.discard(token.id);
    throw tooMany();
  }
  return { token, secret };
}
