import { mayMakeToken, type Role } from '@jejak/access';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import { type IssuedToken, issueToken } from './issueToken.ts';
import type { TokenPorts } from './TokenPorts.ts';
import { limitOf, workspaceTokenSchema } from './tokenInput.ts';

/** A token of a workspace as its maker asks for it; the schema says what fits. */
export interface WorkspaceTokenInput {
  readonly workspaceId: string;
  readonly role: Role;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly mapIds?: readonly string[] | null | undefined;
  readonly expiresInDays?: number | undefined;
}

/** Makes a token that belongs to a workspace and goes on when its maker leaves [TOKEN3]. */
export async function createWorkspaceToken(
  ports: TokenPorts,
  actor: Actor,
  input: WorkspaceTokenInput,
): Promise<IssuedToken> {
  const { workspaceId, role } = input;
  const { userId } = permit(actor, 'tokens:manage', { workspaceId });
  const { name, scopes, expiresInDays, mapIds } = parseInput(workspaceTokenSchema, input);
  const maker = await ports.workspaces.membership(workspaceId, userId);
  if (maker === null) throw new DomainError('NOT_FOUND');
  if (!mayMakeToken(maker.role, role)) throw new DomainError('FORBIDDEN', { field: 'role' });
  await limitOf(ports, actor, { workspaceId, mapIds });
  const given = { name, scopes, expiresInDays, workspaceId, role, mapIds, kind: 'WORKSPACE' } as const;
  return issueToken(ports, { workspaceId }, { ...given, userId: null, createdBy: userId });
}
