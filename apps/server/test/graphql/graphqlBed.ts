import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '@jejak/access';
import type { Actor } from '../../src/auth/Actor.ts';
import { createGraphql } from '../../src/graphql/createGraphql.ts';
import { Allowances } from '../../src/graphql/rate/Allowances.ts';
import { refuseUpgrade } from '../../src/http/UpgradeRouter.ts';
import { schema } from '../../src/schema.ts';
import { memoryLiveMaps } from './memoryLiveMaps.ts';
import { memoryMapIntents } from './memoryMapIntents.ts';
import { memoryMapRepository } from './memoryMapRepository.ts';
import { memoryMutationLedger } from './memoryMutationLedger.ts';

/** An answer of `/graphql`. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** GraphQL on a port of its own over live maps in memory: fast, and every fault in it is GraphQL's. */
export async function startGraphqlBed(
  options: {
    readonly introspection?: boolean;
    readonly operationMsMax?: number;
    /** Those of a thousand people unless told. */
    readonly allowances?: Allowances;
  } = {},
) {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id${String(ids).padStart(12, '0')}`;
  };
  const liveMaps = memoryLiveMaps(newId);
  const maps = memoryMapRepository();
  const people = new Map<string, Actor>();
  const reported: unknown[] = [];
  const resolve = async (headers: Headers): Promise<Actor> =>
    people.get(headers.get('authorization') ?? '') ?? { kind: 'nobody' };
  const recalled = { count: 0 };
  const absent = (): never => {
    throw new Error('Sign-in is not part of this bed');
  };
  const services = {
    liveMaps,
    maps,
    mutations: memoryMutationLedger(),
    intents: memoryMapIntents(),
    newId,
    now: () => new Date(),
    random: () => 0.5,
    // What is written down is tested with the whole server.
    noteAct: async () => {},
    get identity() {
      return absent();
    },
  };
  const graphql = await createGraphql({
    schema,
    // The fields of people and workspaces are tested with the whole server.
    services: services as never,
    resolveActor: resolve,
    resolveActorFresh: resolve,
    introspection: options.introspection ?? true,
    allowances:
      options.allowances ??
      new Allowances({ times: 1_000, now: () => performance.now(), date: () => new Date() }),
    ...(options.operationMsMax === undefined ? {} : { operationMsMax: options.operationMsMax }),
    isOwnPageOrProgram: (headers) => headers.get('origin') !== 'https://evil.example',
    isAllowedOrigin: (request) => request.headers.origin !== 'https://evil.example',
    refuseUpgrade,
    report: (error) => reported.push(error),
    observer: {
      ran: () => {},
      refused: () => {},
      recalled: () => {
        recalled.count++;
      },
    },
  });
  const server = createServer((request, response) => void graphql.httpHandler(request, response));
  server.on('upgrade', graphql.wsHandler);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;

  /** Signs somebody in with a role in a workspace; the answer is their `authorization` header. */
  const person = (role: Role, workspaceId = 'wsp_one'): string => {
    const key = `key-${newId()}`;
    people.set(key, {
      kind: 'member',
      userId: `usr_${key}`,
      sessionId: `ses_${key}`,
      token: null,
      name: role,
      email: `${key}@example.test`,
      locale: 'en',
      memberships: [{ workspaceId, role, team: 'OTHER' }],
    });
    return key;
  };

  async function ask(
    query: string,
    variables: Record<string, unknown> = {},
    as: string | null = null,
  ): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(as === null ? {} : { authorization: as }) },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<Answer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Makes a map as somebody and answers its id. */
  async function newMap(as: string, given: Record<string, unknown> = {}): Promise<string> {
    const input = { workspaceId: 'wsp_one', title: 'Order medicine online', template: 'OFFLINE', ...given };
    const { data, errors } = await ask(
      'mutation($input:CreateMapInput!){createMap(input:$input){...on CreateMapPayload{map{id}}}}',
      { input },
      as,
    );
    const made = data?.createMap as { map?: { id: string } } | undefined;
    if (made?.map === undefined) throw new Error(`No map was made: ${JSON.stringify({ data, errors })}`);
    return made.map.id;
  }

  return {
    url,
    ask,
    newMap,
    wsUrl: url.replace('http', 'ws'),
    liveMaps,
    maps,
    people,
    reported,
    /** How often an answer was one that was kept. */
    recalled,
    services,
    person,
    async close() {
      graphql.dispose();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
