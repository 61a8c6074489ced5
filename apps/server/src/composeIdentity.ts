import type { IncomingMessage } from 'node:http';
import type { Express } from 'express';
import type { Connection } from 'mongoose';
import { type Auth, createAuth } from './auth/createAuth.ts';
import { createAuthorise } from './auth/createAuthorise.ts';
import { identityModels } from './auth/identityModels.ts';
import { hashSecret, newRecordId, newSecretToken } from './auth/secretToken.ts';
import { newTokenSecret } from './auth/tokenSecret.ts';
import type { Config } from './config/Config.ts';
import type { Services } from './graphql/Context.ts';
import { MongoAccountRepository } from './modules/account/MongoAccountRepository.ts';
import type { AuditLog } from './modules/audit/AuditLog.ts';
import { doorNotes } from './modules/audit/doorNotes.ts';
import { RefusalPace } from './modules/audit/RefusalPace.ts';
import { createApiRoutes, type WorkspaceOfMap } from './modules/createApiRoutes.ts';
import { MongoInvitationRepository } from './modules/invitations/MongoInvitationRepository.ts';
import { createNewcomers } from './modules/newcomers/createNewcomers.ts';
import { MongoSetupRepository } from './modules/setup/MongoSetupRepository.ts';
import type { CreateSampleMap } from './modules/setup/runSetup.ts';
import { SetupCode } from './modules/setup/SetupCode.ts';
import { isReachableFromOutside, type RequestSource, setupOrigin } from './modules/setup/setupOrigin.ts';
import { MongoTokenRepository } from './modules/tokens/MongoTokenRepository.ts';
import { MongoWorkspaceRepository } from './modules/workspaces/MongoWorkspaceRepository.ts';
import type { LiveMaps } from './rooms/LiveMaps.ts';
import type { Authorise } from './sync/Authorise.ts';

/** What people and workspaces stand on. */
export interface IdentityParts {
  readonly connection: Connection;
  readonly config: Config;
  readonly liveMaps: Pick<LiveMaps, 'disconnect'>;
  readonly workspaceOfMap: WorkspaceOfMap;
  readonly createSampleMap: CreateSampleMap;
  readonly log: { warn(message: string): void; error(message: string): void };
  /** Shows the set-up code to whoever started the server. */
  readonly announceSetupCode: (code: string) => void;
  /** Where a request comes from, as the front door settled it. */
  readonly sourceOf: (message: IncomingMessage) => RequestSource;
  readonly now?: () => Date;
  /** Where sign-ins and arrivals are written down. */
  readonly audit: Pick<AuditLog, 'append'>;
}

/** Everything about people and workspaces, put together. */
export interface Identity {
  readonly auth: Auth;
  /** Adds `/api/auth`, `/api/setup`, `/api/invitations` and `/api/tickets`; before any body parser. */
  readonly addRoutes: (app: Express) => void;
  /** Judges sockets, with rights as stored this moment. */
  readonly authorise: Authorise;
  /** What GraphQL fields of people and workspaces use. */
  readonly services: Pick<Services, 'identity' | 'invitationUrl' | 'apiTokens'>;
}

/** Joins sign-in, workspaces, invitations and set-up to their adapters. */
export async function composeIdentity(parts: IdentityParts): Promise<Identity> {
  const { connection, config, liveMaps, log, workspaceOfMap, sourceOf } = parts;
  const now = parts.now ?? (() => new Date());
  const workspaces = new MongoWorkspaceRepository(identityModels(connection), now);
  const invitations = new MongoInvitationRepository(connection, now);
  await invitations.ensureIndexes();
  const notes = doorNotes(parts.audit, new RefusalPace(now));
  const auth = await createAuth({
    connection,
    config,
    liveMaps,
    log,
    addressOf: (message) => sourceOf(message).address,
    now,
    notes,
    newcomers: createNewcomers(
      { invitations, workspaces, hashToken: hashSecret, noteArrival: notes.arrived },
      config.oidc?.newcomers ?? null,
    ),
  });
  const { models, accounts, endAccess, forgetActors } = auth;
  const setups = new MongoSetupRepository(connection, models, now);
  const report = (error: unknown) => {
    log.error(
      `An account request failed: ${error instanceof Error ? (error.stack ?? error.name) : 'unknown'}`,
    );
  };
  const code = new SetupCode({ setups, secret: config.authSecret, announce: parts.announceSetupCode });
  if (isReachableFromOutside(config) && !(await setups.isDone())) await code.announce();

  const identity = {
    workspaces,
    invitations,
    accounts,
    settings: new MongoAccountRepository(models),
    endAccess,
    forgetActors,
    now,
    newWorkspaceId: () => newRecordId('wsp'),
    newInvitationId: () => newRecordId('inv'),
    newToken: newSecretToken,
    hashToken: hashSecret,
  };
  const addRoutes = createApiRoutes({
    auth,
    providerName: config.oidc?.name ?? null,
    passwords: config.oidc?.passwords ?? true,
    publicUrl: config.publicUrl,
    report,
    setup: {
      setups,
      accounts,
      workspaces,
      createSampleMap: parts.createSampleMap,
      code,
      newId: newRecordId,
      report,
    },
    invitations: identity,
    workspaceOfMap,
    notes,
    setupOriginOf: setupOrigin(config, sourceOf),
  });
  return {
    auth,
    addRoutes,
    authorise: createAuthorise({ auth, workspaceOfMap }),
    services: {
      identity,
      apiTokens: {
        tokens: new MongoTokenRepository(connection, now),
        newTokenId: () => newRecordId('tok'),
        newTokenSecret,
      },
      invitationUrl: (token) => new URL(`/invite/${token}`, config.publicUrl).href,
    },
  };
}
