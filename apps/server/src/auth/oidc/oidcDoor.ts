import { locales } from '@jejak/journey-model';
import { z } from 'zod';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { AttemptLimiter } from '../AttemptLimiter.ts';
import { addressGroup } from '../addressGroup.ts';
import type { AuthHandler, SignInNotes } from '../authHandler.ts';
import { oidcProviderId } from './createOidcProvider.ts';
import { ownAddress } from './ownAddress.ts';

const signInPath = '/api/auth/sign-in/social';
const connectPath = '/api/auth/link-social';
const callbackPath = `/api/auth/callback/${oidcProviderId}`;

/** The endpoints of the sign-in library that answer where a provider is configured. */
export const oidcEndpoints: ReadonlySet<string> = new Set([
  `POST ${signInPath}`,
  `POST ${connectPath}`,
  `GET ${callbackPath}`,
]);

/** Failed returns from a provider that an address may have before it waits: more than a room full of people at once. */
export const oidcAllowance = { attemptsMax: 100, windowMs: 15 * 60_000 } as const;
/** A sign-in that was begun can be finished once, within ten minutes. */
export const oidcStateAllowance = { attemptsMax: 1, windowMs: 10 * 60_000 } as const;

const startSchema = z.object({
  returnPath: z.string().max(400, 'errors.invalid').nullish(),
  locale: z.enum(locales),
});

/** What the door needs. */
export interface OidcDoorParts {
  /** The sign-in library itself. */
  readonly answer: (request: Request) => Promise<Response>;
  readonly publicUrl: string;
  /** Counts failed returns, by `oidcAllowance`. */
  readonly failures: AttemptLimiter;
  /** Lets each state pass once, by `oidcStateAllowance`. */
  readonly states: AttemptLimiter;
  readonly notes: SignInNotes;
  /** Ends the session that a browser had before it got a new one. */
  readonly endFormer: (headers: Headers) => Promise<void>;
  /** Whose session an answer gives to the browser; null where it gives none. */
  readonly signedInBy: (response: Response) => Promise<string | null>;
}

/**
 * Begins and ends a sign-in through the provider. The library is asked with bodies of our own, so none of its other
 * abilities can be reached, and every way out leads to a page of ours [OIDC4].
 */
export function createOidcDoor(parts: OidcDoorParts): AuthHandler {
  const { origin } = new URL(parts.publicUrl);
  return async (request, address) => {
    const { pathname } = new URL(request.url);
    return request.method === 'GET' ? finish(request, address) : start(request, pathname === connectPath);
  };

  async function start(request: Request, connecting: boolean): Promise<Response> {
    const given = parseInput(startSchema, await request.json().catch(() => null));
    const home = `/${given.locale}`;
    const returnPath = given.returnPath ?? home;
    const callbackURL = ownAddress(returnPath, origin);
    if (callbackURL === null) throw new DomainError('INVALID', { field: 'returnPath' });
    const errorPage = new URL(`/${given.locale}/sign-in${connecting ? '/connect' : ''}`, origin);
    if (returnPath !== home) errorPage.searchParams.set('return', returnPath);
    const headers = new Headers(request.headers);
    headers.set('content-type', 'application/json');
    headers.delete('content-length');
    const body = {
      provider: oidcProviderId,
      callbackURL,
      errorCallbackURL: errorPage.href,
      disableRedirect: true,
    };
    const response = await parts.answer(
      new Request(request.url, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    // Nothing was wrong with the request: the provider is away, or not what the settings say.
    if (response.status >= 500)
      throw new DomainError('UNAVAILABLE', { messageKey: 'errors.providerUnreachable' });
    if (response.status === 401) throw new DomainError('UNAUTHENTICATED');
    return response;
  }

  async function finish(request: Request, address: string): Promise<Response> {
    const group = addressGroup(address);
    const key = `oidc ${group}`;
    if (!(await parts.failures.admit(key)).admitted) {
      await parts.notes.notSignedIn(group, 429);
      return toErrorPage('too_many_attempts');
    }
    const response = await answered(request);
    const userId = await parts.signedInBy(response);
    const led = new URL(response.headers.get('location') ?? '', origin);
    if (userId === null && led.searchParams.has('error')) {
      await parts.notes.notSignedIn(group, 401);
      return response;
    }
    await parts.failures.forgive(key);
    // Who only connected their account was signed in before.
    if (userId === null) return response;
    await parts.endFormer(request.headers);
    await parts.notes.signedIn(userId, group, 'provider');
    return response;
  }

  async function answered(request: Request): Promise<Response> {
    const state = new URL(request.url).searchParams.get('state');
    if (state !== null && !(await parts.states.admit(`oidc state ${state}`)).admitted) {
      return toErrorPage('state_mismatch');
    }
    const response = await parts.answer(request);
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, origin)) return toErrorPage('failed');
    const target = new URL(location, origin);
    if (target.origin !== origin) return toErrorPage('failed');
    // What a provider, or somebody in its place, writes is not shown on pages of ours.
    target.searchParams.delete('error_description');
    const headers = new Headers(response.headers);
    headers.set('location', target.href);
    headers.set('cache-control', 'no-store');
    return new Response(null, { status: 302, headers });
  }

  function toErrorPage(error: string): Response {
    const location = new URL('/sign-in', origin);
    location.searchParams.set('error', error);
    return new Response(null, {
      status: 302,
      headers: { location: location.href, 'cache-control': 'no-store' },
    });
  }
}
