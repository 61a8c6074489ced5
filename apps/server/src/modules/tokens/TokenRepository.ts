import type { Role, TokenScope } from '@jejak/access';
import type { TokenFingerprint, TokenKind } from '../../auth/tokenSecret.ts';

/** A token as its owners see it: all but its secret. */
export interface ApiToken {
  readonly id: string;
  readonly kind: TokenKind;
  readonly name: string;
  /** What is shown of the secret. */
  readonly prefix: string;
  readonly scopes: readonly TokenScope[];
  /** Whose rights it has; null for a token of a workspace. */
  readonly userId: string | null;
  /** The workspace it belongs to, or is limited to. */
  readonly workspaceId: string | null;
  /** What a token of a workspace is in it; null for a person's. */
  readonly role: Role | null;
  readonly mapIds: readonly string[] | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Whose tokens: a person's, or a workspace's. */
export type TokenOwner = { readonly userId: string } | { readonly workspaceId: string };

/** Keeps tokens. One that was revoked is not found any more; one that ran out is, for a while, to be told so. */
export interface TokenRepository {
  create(token: ApiToken, print: TokenFingerprint): Promise<void>;
  /** Those that can be used first, and at most a hundred. */
  listOf(owner: TokenOwner): Promise<readonly ApiToken[]>;
  /** How many can be used. */
  countUsable(owner: TokenOwner): Promise<number>;
  find(id: string): Promise<ApiToken | null>;
  /** Takes back one that was just made. */
  discard(id: string): Promise<void>;
  rename(id: string, name: string): Promise<boolean>;
  /** Doing it twice changes nothing. */
  revoke(id: string): Promise<void>;
}
