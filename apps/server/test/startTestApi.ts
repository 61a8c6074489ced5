import { createServer } from 'node:http';
import express from 'express';
import { composeIdentity, type Identity, type IdentityParts } from '../src/composeIdentity.ts';
import type { Config } from '../src/config/Config.ts';
import { MongoAuditLog } from '../src/modules/audit/MongoAuditLog.ts';
import type { Subject } from '../src/rooms/LiveMaps.ts';
import { addressOfTest, openTestDatabase, Seed, testConfig } from './seed.ts';

/** The JSON endpoints on a free port, with the live maps replaced by notes of what was asked of them. */
export interface TestApi {
  readonly url: string;
  readonly config: Config;
  readonly identity: Identity;
  readonly seed: Seed;
  readonly connection: IdentityParts['connection'];
  readonly disconnected: { readonly subject: Subject; readonly code: number }[];
  readonly announced: string[];
  readonly logged: string[];
  readonly clock: { now: Date };
  /** Sample maps asked for; `failNext` makes the next one fail. */
  readonly samples: { made: string[]; failNext: boolean };
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The text fields of a JSON answer. */
export async function textsOf(response: Response): Promise<Record<string, string>> {
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}

/** Starts the endpoints for accounts, set-up, invitations and tickets. */
export async function startTestApi(
  settings: Partial<Config> = {},
  parts: Pick<Partial<IdentityParts>, 'sourceOf' | 'workspaceOfMap'> = {},
): Promise<TestApi> {
  const database = await openTestDatabase();
  const { connection } = database;
  const config = testConfig({ dataDir: database.dataDir, ...settings });
  const disconnected: { subject: Subject; code: number }[] = [];
  const announced: string[] = [];
  const logged: string[] = [];
  const clock = { now: new Date() };
  const samples = { made: [] as string[], failNext: false };
  const identity = await composeIdentity({
    connection,
    config,
    liveMaps: {
      disconnect: async (subject, code) => {
        disconnected.push({ subject, code });
      },
    },
    workspaceOfMap: async () => null,
    createSampleMap: async ({ workspaceId }) => {
      if (samples.failNext) {
        samples.failNext = false;
        throw new Error('The disk is full.');
      }
      samples.made.push(workspaceId);
      return 'map_sample';
    },
    log: { warn: (message) => logged.push(message), error: (message) => logged.push(message) },
    announceSetupCode: (code) => announced.push(code),
    sourceOf: (message) => ({
      address: addressOfTest(message),
      forwardedByStranger: false,
      claimedAddresses: [],
    }),
    now: () => clock.now,
    audit: new MongoAuditLog(connection, () => clock.now),
    ...parts,
  });
  const app = express();
  identity.addRoutes(app);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port.');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    config,
    identity,
    seed: new Seed(connection, config),
    connection,
    disconnected,
    announced,
    logged,
    clock,
    samples,
    post: (path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

/** The `cookie` header that a browser sends after this answer. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
