import { localFailure } from '@jejak/client';
import { type ApiResult, callApi } from '../../lib/callApi.ts';
import { textField } from '../../lib/readJson.ts';

const nothing = () => null;

/** Signs in; the session cookie comes with the answer. */
export async function signIn(email: string, password: string): Promise<ApiResult<null>> {
  const result = await callApi('/api/auth/sign-in/email', nothing, {
    method: 'POST',
    body: { email, password },
  });
  // The library's own codes carry no message key; which of the two was wrong is never told.
  if (!result.ok && ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL'].includes(result.failure.code)) {
    return { ok: false, failure: localFailure('SIGN_IN_FAILED', 'errors.signInFailed') };
  }
  return result;
}

/** Longer ways back are not kept while one is away at the provider. */
const returnPathLengthMax = 400;

/** Asks for the address of the provider at which one signs in, or connects the account that is signed in. */
export function leaveToProvider(request: {
  readonly returnPath: string;
  readonly locale: string;
  readonly connects: boolean;
}): Promise<ApiResult<string>> {
  const { returnPath, locale, connects } = request;
  return callApi(
    connects ? '/api/auth/link-social' : '/api/auth/sign-in/social',
    (body) => textField(body, 'url'),
    {
      method: 'POST',
      body: { locale, returnPath: returnPath.length > returnPathLengthMax ? null : returnPath },
    },
  );
}

/** Ends the session. */
export function signOut(): Promise<ApiResult<null>> {
  return callApi('/api/auth/sign-out', nothing, { method: 'POST', body: {} });
}

/** What the set-up page sends. */
export interface SetUpRequest {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly workspaceName: string;
  readonly team: string;
  readonly locale: string;
  readonly code?: string;
}

/** Makes the first account and workspace, and signs in. */
export function setUp(body: SetUpRequest): Promise<ApiResult<null>> {
  return callApi('/api/setup', nothing, { method: 'POST', body });
}

/** The workspace one has come into. */
export interface Joined {
  readonly workspaceId: string;
}

const readJoined = (body: unknown): Joined => ({ workspaceId: textField(body, 'workspaceId') });

/** What somebody without an account sends with an invitation. */
export interface SignUpRequest {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly team: string;
  readonly locale: string;
}

/** Makes an account by invitation, joins the workspace and signs in. */
export function signUpByInvitation(token: string, body: SignUpRequest): Promise<ApiResult<Joined>> {
  return callApi(`/api/invitations/${encodeURIComponent(token)}/sign-up`, readJoined, {
    method: 'POST',
    body,
  });
}

/** Joins the workspace of an invitation with the account that is signed in. */
export function joinByInvitation(token: string, body: { readonly team: string }): Promise<ApiResult<Joined>> {
  return callApi(`/api/invitations/${encodeURIComponent(token)}/accept`, readJoined, {
    method: 'POST',
    body,
  });
}
