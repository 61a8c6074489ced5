import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@jejak/access';
import type { Locale, Team } from '@jejak/journey-model';
import type { Connection } from 'mongoose';
import { type Auth, createAuth } from '../src/auth/createAuth.ts';
import { identityModels } from '../src/auth/identityModels.ts';
import { newRecordId, newSecretToken } from '../src/auth/secretToken.ts';
import type { Config } from '../src/config/Config.ts';
import { type Database, openDatabase } from '../src/database/openDatabase.ts';
import type { Subject } from '../src/rooms/LiveMaps.ts';

/** The settings tests run with; every one can be replaced. */
export function testConfig(settings: Partial<Config> = {}): Config {
  return {
    port: 3999,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3999',
    mongodbUri: null,
    redisUrl: null,
    dataDir: '/nowhere',
    authSecret: 'secret-of-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz',
    webUrl: null,
    trustedProxies: [],
    metricsToken: null,
    graphqlIntrospection: true,
    syncAllowance: 1,
    graphqlAllowance: 1,
    eventsKeptDays: 90,
    oidc: null,
    webhooksAllowedHosts: [],
    logLevel: 'silent',
    mode: 'test',
    ...settings,
  };
}

/** A database of its own in a temporary folder, gone after `close`. */
export async function openTestDatabase(): Promise<Database & { readonly dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jejak-test-'));
  const database = await openDatabase(testConfig({ dataDir }), () => {});
  return {
    ...database,
    dataDir,
    async close() {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A person with a session, as a test sees them. */
export interface SeededPerson {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  /** The `cookie` header of their browser. */
  readonly cookie: string;
  /** The same as headers of a request. */
  readonly headers: Headers;
}

interface PersonSeed {
  readonly name?: string;
  readonly email?: string;
  readonly locale?: Locale;
  /** The workspace they belong to, if any; `editor` in team `OTHER` unless told. */
  readonly workspaceId?: string;
  readonly role?: Role;
  readonly team?: Team;
  readonly sessionExpiresAt?: Date;
}

/** Makes people, sessions and workspaces straight in the database: no password is hashed, so it is fast. */
export class Seed {
  readonly #connection: Connection;
  readonly #config: Pick<Config, 'authSecret' | 'publicUrl'>;
  #count = 0;

  constructor(connection: Connection, config: Pick<Config, 'authSecret' | 'publicUrl'>) {
    this.#connection = connection;
    this.#config = config;
  }

  async workspace(name = 'Apotek Kita'): Promise<string> {
    const _id = newRecordId('wsp');
    await identityModels(this.#connection).Organization.create({
      _id,
      name,
      slug: _id,
      createdAt: new Date(),
      memberRevision: 0,
      memberChange: null,
    });
    return _id;
  }

  async member(
    workspaceId: string,
    userId: string,
    role: Role = 'editor',
    team: Team = 'OTHER',
  ): Promise<void> {
    await identityModels(this.#connection).Member.create({
      _id: newRecordId('mem'),
      organizationId: workspaceId,
      userId,
      role,
      team,
      createdAt: new Date(),
      revision: 0,
    });
  }

  async person(seed: PersonSeed = {}): Promise<SeededPerson> {
    this.#count += 1;
    const userId = newRecordId('usr');
    const name = seed.name ?? `Person ${this.#count}`;
    const email = (seed.email ?? `${userId}@example.test`).toLowerCase();
    const now = new Date();
    const people = identityModels(this.#connection).User.collection;
    await people.insertOne({
      _id: userId as never,
      name,
      email,
      emailVerified: false,
      locale: seed.locale ?? 'en',
      createdAt: now,
      updatedAt: now,
    });
    if (seed.workspaceId) await this.member(seed.workspaceId, userId, seed.role, seed.team);
    return { userId, name, email, ...(await this.session(userId, seed.sessionExpiresAt)) };
  }

  /** One more session of a person, as from another browser. */
  async session(
    userId: string,
    expiresAt = new Date(Date.now() + 86_400_000),
  ): Promise<Pick<SeededPerson, 'sessionId' | 'cookie' | 'headers'>> {
    const sessionId = newRecordId('ses');
    const token = newSecretToken();
    const now = new Date();
    await identityModels(this.#connection).Session.collection.insertOne({
      _id: sessionId as never,
      token,
      userId,
      expiresAt,
      createdAt: now,
      updatedAt: now,
      ipAddress: '127.0.0.1',
      userAgent: 'test',
    });
    const cookie = this.#cookie(token);
    return { sessionId, cookie, headers: new Headers({ cookie }) };
  }

  /** A workspace with one person in each role. */
  async team(): Promise<{ readonly workspaceId: string } & Readonly<Record<Role, SeededPerson>>> {
    const workspaceId = await this.workspace();
    const [owner, admin, editor, commenter, viewer] = await Promise.all([
      this.person({ workspaceId, role: 'owner', team: 'PRODUCT' }),
      this.person({ workspaceId, role: 'admin', team: 'MARKETING' }),
      this.person({ workspaceId, role: 'editor', team: 'SALES' }),
      this.person({ workspaceId, role: 'commenter', team: 'SERVICE' }),
      this.person({ workspaceId, role: 'viewer' }),
    ]);
    return { workspaceId, owner, admin, editor, commenter, viewer };
  }

  #cookie(token: string): string {
    const { authSecret, publicUrl } = this.#config;
    const signature = createHmac('sha256', authSecret).update(token).digest('base64');
    const prefix = publicUrl.startsWith('https:') ? '__Secure-' : '';
    return `${prefix}jejak.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  }
}

/** In tests a request comes from where its `X-Forwarded-For` says. */
export function addressOfTest(message: IncomingMessage): string {
  return String(message.headers['x-forwarded-for'] ?? '127.0.0.1');
}

/** Sign-in on a database of its own, with a clock to turn and a list of what was cut off. */
export interface TestIdentity {
  readonly connection: Connection;
  readonly config: Config;
  readonly auth: Auth;
  readonly seed: Seed;
  readonly disconnected: { readonly subject: Subject; readonly code: number }[];
  readonly logged: string[];
  readonly clock: { now: Date };
  close(): Promise<void>;
}

/** Starts sign-in as the server does, without a port. */
export async function startTestIdentity(settings: Partial<Config> = {}): Promise<TestIdentity> {
  const database = await openTestDatabase();
  const config = testConfig({ dataDir: database.dataDir, ...settings });
  const disconnected: { subject: Subject; code: number }[] = [];
  const logged: string[] = [];
  const clock = { now: new Date() };
  const auth = await createAuth({
    connection: database.connection,
    config,
    liveMaps: {
      disconnect: async (subject, code) => {
        disconnected.push({ subject, code });
      },
    },
    addressOf: addressOfTest,
    log: { warn: (message) => logged.push(message), error: (message) => logged.push(message) },
    now: () => clock.now,
  });
  return {
    connection: database.connection,
    config,
    auth,
    seed: new Seed(database.connection, config),
    disconnected,
    logged,
    clock,
    close: () => database.close(),
  };
}
