'use client';

import type { Role, TokenScope } from '@jejak/access';
import { readResult } from '@jejak/client';
import { useClient } from 'urql';
import {
  CreatePersonalTokenDocument,
  type CreatePersonalTokenInput,
  CreateWorkspaceTokenDocument,
  type CreateWorkspaceTokenInput,
} from '../../generated/graphql.ts';
import type { ApiResult } from '../../lib/callApi.ts';
import { graphqlRole } from '../../lib/graphqlRole.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { type ListedToken, readToken } from './ListedToken.ts';
import type { TokenHome } from './TokenHome.ts';

/** What the form settles. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly role: Role;
  readonly workspaceId: string | null;
  readonly mapIds: readonly string[] | null;
  readonly expiresInDays: number;
}

/** A token that was just made, with its secret. */
export interface MadeToken {
  readonly token: ListedToken;
  readonly secret: string;
}

/** Makes a token where it belongs. */
export function useCreateToken(home: TokenHome): (wish: TokenWish) => Promise<ApiResult<MadeToken>> {
  const client = useClient();
  return async ({ role, workspaceId, scopes, mapIds, ...rest }) => {
    const common = { ...rest, scopes: [...scopes], mapIds: mapIds && [...mapIds] };
    const answer =
      home.kind === 'personal'
        ? await personal({ ...common, workspaceId })
        : await ofWorkspace({ ...common, workspaceId: home.workspaceId, role: graphqlRole(role) });
    if (!answer.ok) return answer;
    const { token, secret } = answer.value;
    return { ok: true, value: { secret, token: readToken(token) } };
  };

  async function personal(input: CreatePersonalTokenInput) {
    const answer = await runMutation(client, CreatePersonalTokenDocument, { input });
    return readResult(
      answer.ok ? { ok: true, value: answer.value.createPersonalToken } : answer,
      (member) => member.__typename === 'CreatePersonalTokenPayload',
    );
  }
  async function ofWorkspace(input: CreateWorkspaceTokenInput) {
    const answer = await runMutation(client, CreateWorkspaceTokenDocument, { input });
    return readResult(
      answer.ok ? { ok: true, value: answer.value.createWorkspaceToken } : answer,
      (member) => member.__typename === 'CreateWorkspaceTokenPayload',
    );
  }
}
