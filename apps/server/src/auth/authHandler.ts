import { DomainError } from '../errors/DomainError.ts';
import type { AttemptLimiter } from './AttemptLimiter.ts';
import { addressGroup } from './addressGroup.ts';
import { isOwnPageOrProgram } from './allowedOrigins.ts';
import { clientAddressHeader } from './createBetterAuth.ts';
import { errorResponse } from './errorResponse.ts';
import { KeyedQueue } from './KeyedQueue.ts';
import { oidcEndpoints } from './oidc/oidcDoor.ts';

/** The only endpoints of the sign-in library that answer [AUTH1]. A new one is opened here, on purpose. */
export const openEndpoints: ReadonlySet<string> = new Set([
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'GET /api/auth/get-session',
  'GET /api/auth/ok',
]);

/** Attempts of one address that may wait for the one being checked; more are told to come back. */
const waitingMax = 100;

/** What the door in front of the sign-in library needs. */
export interface AuthHandlerParts {
  /** The sign-in library itself. */
  readonly answer: (request: Request) => Promise<Response>;
  readonly origins: ReadonlySet<string>;
  readonly publicUrl: string;
  readonly limiter: AttemptLimiter;
  readonly notes: SignInNotes;
  /** Ends the session that a browser had before it got a new one [AUTH16]. */
  readonly endFormer: (headers: Headers) => Promise<void>;
  /** Whether people sign in by password; otherwise through the provider alone. */
  readonly passwords: boolean;
  /** Answers the endpoints of a provider; null where none is configured. */
  readonly oidc: AuthHandler | null;
}

/** Hears who signed in, and who was not let in, from where; what it does is waited for. */
export interface SignInNotes {
  signedIn(userId: string, address: string, by: 'password' | 'provider'): Promise<void>;
  /** Whose account was tried is not told: what is typed there may be a password. */
  notSignedIn(address: string, status: number): Promise<void>;
}

/** Answers a request to `/api/auth` that comes from an address. */
export type AuthHandler = (request: Request, address: string) => Promise<Response>;

/** The door in front of the sign-in library: listed endpoints, own pages and programs, counted attempts. */
export function createAuthHandler(parts: AuthHandlerParts): AuthHandler {
  const { origins, limiter, oidc } = parts;
  const answer = async (request: Request) => withoutTokens(await parts.answer(request));
  // Attempts of one address are checked one after the other: a whole team signing in at once gives each
  // right password back before the next is counted.
  const queue = new KeyedQueue(waitingMax);

  return async (request, address) => {
    const { pathname } = new URL(request.url);
    const endpoint = `${request.method} ${pathname}`;
    const throughProvider = oidc !== null && oidcEndpoints.has(endpoint) ? oidc : null;
    if (throughProvider === null && !openEndpoints.has(endpoint))
      return errorResponse(new DomainError('NOT_FOUND'));
    if (request.method !== 'GET' && !isOwnPageOrProgram(request.headers, origins))
      return errorResponse(new DomainError('BAD_ORIGIN'));
    const checked = withServerHeaders(request, address, parts.publicUrl);
    if (throughProvider !== null) return throughProvider(checked, address);
    if (request.method === 'GET') return answer(checked);
    if (pathname !== '/api/auth/sign-in/email') return answer(checked);
    const group = addressGroup(address);
    if (!parts.passwords) {
      await parts.notes.notSignedIn(group, 403);
      return errorResponse(new DomainError('FORBIDDEN', { messageKey: 'errors.passwordsOff' }));
    }
    const credentials = await credentialsOf(checked);
    if (credentials === null) return errorResponse(new DomainError('INVALID', { field: 'email' }));
    const { email } = credentials;
    // A body of our own: nothing else that the library takes, such as where to go on to, reaches it [AUTH18].
    const asked = new Request(checked, { body: JSON.stringify(credentials) });
    const response = await queue.run(group, () =>
      countedSignIn(limiter, [`address ${group}`, `account ${email}`], () => answer(asked)),
    );
    const answered =
      response ?? errorResponse(new DomainError('TOO_MANY_ATTEMPTS', { retryAfterSeconds: 10 }));
    const userId = answered.ok ? await userIdOf(answered) : null;
    if (userId !== null) await parts.endFormer(checked.headers);
    await (userId === null
      ? parts.notes.notSignedIn(group, answered.status)
      : parts.notes.signedIn(userId, group, 'password'));
    return answered;
  };
}

/** Sign-in counts as wrong until it turns out to be right: guesses in parallel all count [AUTH7]. */
async function countedSignIn(
  limiter: AttemptLimiter,
  keys: readonly string[],
  signIn: () => Promise<Response>,
): Promise<Response> {
  const counted: string[] = [];
  const forgive = () => Promise.all(counted.map((key) => limiter.forgive(key)));
  for (const key of keys) {
    const verdict = await limiter.admit(key);
    if (!verdict.admitted) {
      // No password was tried.
      await forgive();
      const { retryAfterSeconds } = verdict;
      return errorResponse(new DomainError('TOO_MANY_ATTEMPTS', { retryAfterSeconds }));
    }
    counted.push(key);
  }
  const response = await signIn();
  if (response.ok) await forgive();
  return response;
}

function withServerHeaders(request: Request, address: string, publicUrl: string): Request {
  const headers = new Headers(request.headers);
  headers.set(clientAddressHeader, address);
  headers.delete('x-forwarded-host');
  headers.delete('x-forwarded-proto');
  // The library wants an origin with every cookie; a program sends none, and was checked above.
  if (!headers.has('origin')) headers.set('origin', new URL(publicUrl).origin);
  return new Request(request, { headers });
}

/** The library repeats the session's secret in its answers; pages have no use for what their cookie hides from them. */
async function withoutTokens(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return response;
  const text = await response.text();
  const body: unknown =
    text === '' ? null : JSON.parse(text, (name, value) => (name === 'token' ? undefined : value));
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

async function userIdOf(response: Response): Promise<string | null> {
  const body: unknown = await response.clone().json();
  if (typeof body !== 'object' || body === null || !('user' in body)) return null;
  const { user } = body;
  return typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : null;
}

/** The account that is tried, as it is counted, and what is given for it; null where no account is named. */
async function credentialsOf(
  request: Request,
): Promise<{ readonly email: string; readonly password: unknown } | null> {
  try {
    const body: unknown = await request.clone().json();
    if (typeof body !== 'object' || body === null || !('email' in body)) return null;
    const { email } = body;
    if (typeof email !== 'string' || email.length > 254) return null;
    return {
      email: email.trim().toLowerCase(),
      password: 'password' in body ? body.password : null,
    };
  } catch {
    return null;
  }
}
