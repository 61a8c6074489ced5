import { accountLimits } from '@jejak/access';
import { type Locale, locales } from '@jejak/journey-model';
import { betterAuth } from 'better-auth';
import { mongodbAdapter } from 'better-auth/adapters/mongodb';
import { getOAuthState } from 'better-auth/api';
import { createAccessControl, organization } from 'better-auth/plugins';
import type { Connection } from 'mongoose';
import type { Config } from '../config/Config.ts';
import type { Newcomers } from './Newcomers.ts';
import { createOidcProvider, oidcProviderId } from './oidc/createOidcProvider.ts';
import { oidcPlugin } from './oidc/oidcPlugin.ts';
import { newRecordId } from './secretToken.ts';
import { sessionsByDatabaseTime } from './sessionsByDatabaseTime.ts';

const day = 24 * 60 * 60;
const hourMs = 60 * 60_000;
/** Where the sign-in library takes those who come back from the provider. */
const callbackPath = '/callback/:id';

/** Set by the server on every request to better-auth, whatever a client sent under this name. */
export const clientAddressHeader = 'x-jejak-client-address';

const idPrefixes: Readonly<Record<string, string>> = {
  user: 'usr',
  session: 'ses',
  account: 'acc',
  organization: 'wsp',
  member: 'mem',
};

/** Of a provider we want to know who somebody is, nothing else: its tokens are not kept. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null } as const;

/** What the sign-in library needs and tells. */
export interface BetterAuthParts {
  readonly connection: Connection;
  readonly config: Pick<Config, 'publicUrl' | 'authSecret' | 'oidc'>;
  /** Judges those who come through the provider without an account. */
  readonly newcomers: Newcomers;
  /** Told the address of somebody the provider vouches for, before their account is looked for. */
  readonly onVerified: (email: string) => Promise<void>;
  readonly origins: ReadonlySet<string>;
  /** How far the clock of this machine is ahead of the database's. */
  readonly aheadMs: () => number;
  /** Called after a session is gone, by signing out or because it ran out. */
  readonly onSessionEnd: (
    session: { readonly id: string; readonly userId: string },
    signedOut: boolean,
  ) => Promise<void>;
  /** Called after an account of the provider became a way to sign in as a person. */
  readonly onConnected: (userId: string) => Promise<void>;
  /** Receives what the library would print; its arguments may hold personal data and stay behind. */
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
}

/**
 * The sign-in library, set up on our database. Its own endpoints for accounts and organisations stay
 * closed (`authHandler` lets through what is listed there); `decide` judges everything else.
 */
export function createBetterAuth(parts: BetterAuthParts) {
  const { connection, config, origins } = parts;
  const database = connection.db;
  if (!database) throw new Error('The database connection is not open yet.');
  const accessControl = createAccessControl({});
  const provider =
    config.oidc === null
      ? null
      : createOidcProvider({
          config: config.oidc,
          onVerified: parts.onVerified,
          report: (problem) => parts.log('warn', problem),
        });
  const noRights = accessControl.newRole({});
  /** The page that a sign-in through the provider was begun for. */
  const pathBegun = async () => {
    const begun = await getOAuthState();
    return begun === null ? '/' : new URL(begun.callbackURL, config.publicUrl).pathname;
  };
  return betterAuth({
    appName: 'Jejak',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.authSecret,
    // No client: the embedded engine has no transactions.
    database: sessionsByDatabaseTime(mongodbAdapter(database), parts.aheadMs),
    trustedOrigins: [...origins],
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: accountLimits.passwordLengthMin,
      maxPasswordLength: accountLimits.passwordLengthMax,
    },
    account: {
      // Nothing is stored of sign-ins that were only begun: the browser keeps what they need, encrypted.
      storeStateStrategy: 'cookie',
      updateAccountOnSignIn: false,
      // An address alone joins no accounts: their owner says so, signed in [OIDC5].
      accountLinking: { enabled: true, disableImplicitLinking: true },
    },
    onAPIError: { errorURL: new URL('/sign-in', config.publicUrl).href },
    user: {
      validateUserInfo: async ({ user: { email }, source: { method, action } }) => {
        // Accounts by password are made by set-up and invitations, which have judged already.
        if (method === 'email-password' || action !== 'create-user') return;
        const admitted =
          typeof email === 'string' && (await parts.newcomers.admits(email, await pathBegun()));
        return admitted ? undefined : { error: 'not_invited' };
      },
      additionalFields: { locale: { type: 'string', required: true, defaultValue: 'en' satisfies Locale } },
    },
    // No session is made longer by being used: one through the provider would outlive what the settings say.
    session: { expiresIn: 30 * day, disableSessionRefresh: true, cookieCache: { enabled: false } },
    // Counted in AttemptLimiter, per account and address and on all nodes.
    rateLimit: { enabled: false },
    disabledPaths: ['/sign-up/email'],
    plugins: [
      ...(provider === null ? [] : [oidcPlugin(provider)]),
      organization({
        allowUserToCreateOrganization: false,
        creatorRole: 'owner',
        ac: accessControl,
        roles: { owner: noRights, admin: noRights, editor: noRights, commenter: noRights, viewer: noRights },
        schema: { member: { additionalFields: { team: { type: 'string', required: true, input: false } } } },
      }),
    ],
    databaseHooks: {
      user: {
        create: {
          // Only the provider makes addresses that are verified from the start.
          before: async (user) => {
            if (!user.emailVerified) return;
            const [, language] = (await pathBegun()).split('/');
            return { data: { ...user, locale: locales.find((locale) => locale === language) ?? 'en' } };
          },
          after: async ({ id, email, emailVerified }) => {
            if (emailVerified) await parts.newcomers.welcome(id, email);
          },
        },
      },
      account: {
        create: {
          before: async (account) => ({ data: { ...account, ...noTokens } }),
          after: async ({ providerId, userId }) => {
            if (providerId === oidcProviderId) await parts.onConnected(userId);
          },
        },
      },
      session: {
        create: {
          // Who is locked at the provider stays no longer than this [OIDC9].
          before: async (session, context) =>
            config.oidc === null || context?.path !== callbackPath
              ? undefined
              : { data: { ...session, expiresAt: new Date(Date.now() + config.oidc.sessionHours * hourMs) } },
        },
        delete: {
          after: async ({ id, userId }, context) =>
            parts.onSessionEnd({ id, userId }, context?.path === '/sign-out'),
        },
      },
    },
    advanced: {
      cookiePrefix: 'jejak',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: ({ model }) => newRecordId(idPrefixes[model] ?? 'rec') },
    },
    logger: { level: 'warn', log: (level, message) => parts.log(level, message) },
  });
}

/** The configured sign-in library. */
export type BetterAuth = ReturnType<typeof createBetterAuth>;
