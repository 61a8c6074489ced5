import { cache } from 'react';
import type { ApiResult } from '../callApi.ts';
import { textField } from '../readJson.ts';
import { askServer } from './askServer.ts';

/** What an invitation tells whoever holds its link. */
export interface InvitationView {
  readonly workspaceName: string;
  readonly role: string;
  readonly inviterName: string;
}

/** Reads an invitation by the secret of its link. */
export const readInvitation = cache(
  (token: string): Promise<ApiResult<InvitationView>> =>
    askServer(`/api/invitations/${encodeURIComponent(token)}`, (body) => ({
      workspaceName: textField(body, 'workspaceName'),
      role: textField(body, 'role'),
      inviterName: textField(body, 'inviterName'),
    })),
);
