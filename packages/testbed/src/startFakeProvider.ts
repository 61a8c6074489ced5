import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Somebody as the provider knows them. */
export interface FakePerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: unknown;
  readonly name?: string;
}

/** What is wrong with the id token of one sign-in; claims replace right ones. */
export interface Fraud {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key of somebody else. */
  readonly foreignKey?: boolean;
  /** Signs with the client's secret, or not at all. */
  readonly algorithm?: 'HS256' | 'none';
}

interface Grant {
  readonly person: FakePerson;
  readonly asked: URLSearchParams;
  readonly fraud: Fraud;
}

/** A small OpenID Connect provider. */
export interface FakeProvider {
  /** What it knows the server by. */
  readonly client: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  /** What it says of itself; tests change it. */
  readonly description: Record<string, unknown>;
  /** What `/userinfo` answers to whoever asks with a token of this provider. */
  userInfo: FakePerson | null;
  /** Who sits at its sign-in page; null: somebody it has locked. */
  visitor: FakePerson | null;
  /** What is wrong with the id token of the next sign-in at its page. */
  visitorFraud: Fraud;
  /** Codes that were exchanged. */
  readonly exchanged: string[];
  /** Says yes for somebody at an authorization address; the address that their browser is sent back to. */
  approve(authorization: string, person: FakePerson, fraud?: Fraud): URL;
  close(): Promise<void>;
}

/** Starts a provider on a free port that signs with a key made for it. */
export async function startFakeProvider(port = 0): Promise<FakeProvider> {
  const clientId = 'jejak';
  const clientSecret = 'secret of the client, shared with it';
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const exchanged: string[] = [];
  let issuer = '';

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port.');
  issuer = `http://127.0.0.1:${address.port}`;

  const provider: FakeProvider = {
    client: { issuer, clientId, clientSecret },
    description: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    },
    userInfo: null,
    visitor: null,
    visitorFraud: {},
    exchanged,
    approve(authorization, person, fraud = {}) {
      const asked = new URL(authorization).searchParams;
      const code = randomBytes(12).toString('hex');
      grants.set(code, { person, asked, fraud });
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      return back;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration') return void json(provider.description);
    if (pathname === '/keys') return void json({ keys: [jwk] });
    if (pathname === '/authorize')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(page(request.url ?? ''));
    if (pathname === '/userinfo') return void json(provider.userInfo ?? {});
    if (pathname !== '/token') return void json({}, 404);
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const given = new URLSearchParams(text);
    const code = given.get('code') ?? '';
    const grant = grants.get(code);
    // A code is good for one exchange.
    grants.delete(code);
    const verifier = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = `Basic ${Buffer.from(`${clientId}:${encodeURIComponent(clientSecret).replaceAll('%20', '+')}`).toString('base64')}`;
    const right =
      grant !== undefined &&
      grant.asked.get('code_challenge_method') === 'S256' &&
      grant.asked.get('code_challenge') === verifier &&
      grant.asked.get('redirect_uri') === given.get('redirect_uri') &&
      request.headers.authorization === basic;
    if (!right) return void json({ error: 'invalid_grant' }, 400);
    exchanged.push(code);
    json({
      id_token: await idToken(grant),
      access_token: randomBytes(12).toString('hex'),
      token_type: 'Bearer',
    });
  }

  /** The page that a browser is led to: going on, or not. */
  function page(asked: string): string {
    const authorization = new URL(asked, issuer).href;
    const link = (to: URL, text: string) =>
      `<p><a href="${to.href.replaceAll('&', '&amp;')}">${text}</a></p>`;
    const back = new URL(new URL(authorization).searchParams.get('redirect_uri') ?? '');
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', 'Text of the provider');
    back.searchParams.set('state', new URL(authorization).searchParams.get('state') ?? '');
    const { visitor, visitorFraud } = provider;
    const yes =
      visitor === null ? '' : link(provider.approve(authorization, visitor, visitorFraud), 'Continue');
    return `<!doctype html><html lang="en"><title>Example Login</title><h1>Example Login</h1>${yes}${link(back, 'Back')}</html>`;
  }

  async function idToken({ person, asked, fraud }: Grant): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: clientId,
      iat: now,
      exp: now + 300,
      nonce: asked.get('nonce'),
      ...person,
      ...fraud.claims,
    };
    if (fraud.algorithm === 'none') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claims)}.`;
    }
    if (fraud.algorithm === 'HS256') {
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(clientSecret));
    }
    const key = fraud.foreignKey ? foreign.privateKey : own.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  }
}
