import { startRedis, type TestRedis } from '../bus/startRedis.ts';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';
import { Seed, type SeededPerson } from '../seed.ts';
import { ApiNode } from './ApiNode.ts';

const authSecret = 'the same on all nodes, and long enough';
const answerMsMax = 30_000;

/** What a mutation answered: its result, or the first error that stopped it. */
export type MutationAnswer = Readonly<Record<string, unknown>>;

/** A mutation as a program sends it, and what it reads of its payload. */
export interface ApiCall {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly select: string;
  /** Who sends it; the owner of the team where nobody is named. */
  readonly by?: SeededPerson;
}

/** Whole servers as processes of their own over one database and one Redis, and a workspace with people. */
export class ApiBed {
  readonly database: TestDatabase;
  readonly nodes: readonly ApiNode[];
  readonly seed: Seed;
  team: Awaited<ReturnType<Seed['team']>>;
  readonly #redis: TestRedis;

  private constructor(
    database: TestDatabase,
    redis: TestRedis,
    nodes: readonly ApiNode[],
    seed: Seed,
    team: ApiBed['team'],
  ) {
    this.database = database;
    this.#redis = redis;
    this.nodes = nodes;
    this.seed = seed;
    this.team = team;
  }

  static async start(count = 2): Promise<ApiBed> {
    const [database, redis] = await Promise.all([startTestDatabase(), startRedis()]);
    const settings = {
      MONGODB_URI: database.uri.replace('/?', '/test?'),
      REDIS_URL: redis.url,
      AUTH_SECRET: authSecret,
      GRAPHQL_ALLOWANCE: '1000',
      SYNC_ALLOWANCE: '100',
      WEBHOOKS_ALLOWED_HOSTS: '127.0.0.1',
      LOG_LEVEL: 'error',
    };
    const nodes: ApiNode[] = [];
    try {
      // The first makes the indexes.
      for (let n = 0; n < count; n += 1) nodes.push(await ApiNode.start(settings));
      const seed = new Seed(database.connection, { authSecret, publicUrl: 'http://map.example' });
      return new ApiBed(database, redis, nodes, seed, await seed.team());
    } catch (error) {
      // Nobody else would end what is there already.
      for (const node of nodes) await node.dispose();
      await redis.stop();
      await database.stop();
      throw error;
    }
  }

  /** Goes on with other people in another workspace, whose limits nothing has used up. */
  async renewTeam(): Promise<void> {
    this.team = await this.seed.team();
  }

  node(index: number): ApiNode {
    const node = this.nodes[index];
    if (node === undefined) throw new Error(`There is no node ${index}.`);
    return node;
  }

  /** Asks a node; rejects when it dies over it. */
  async ask(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    at = 0,
    as: SeededPerson = this.team.owner,
  ): Promise<{
    readonly data: Record<string, unknown> | null;
    readonly errors: readonly { extensions: object }[];
  }> {
    const response = await fetch(`${this.node(at).url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: as.cookie },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(answerMsMax),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<
      Awaited<ReturnType<ApiBed['ask']>>
    >;
    return { data, errors };
  }

  /** Runs one mutation. */
  async call({ name, input, select, by }: ApiCall, at = 0): Promise<MutationAnswer> {
    const pascal = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const failure = '...on UserError{code field messageKey operationIndex}';
    const payload = `...on ${pascal}Payload{${select}}`;
    const { data, errors } = await this.ask(
      `mutation($input:${pascal}Input!){${name}(input:$input){__typename ${payload} ${failure}}}`,
      { input },
      at,
      by,
    );
    return (data?.[name] ?? errors[0]?.extensions ?? {}) as MutationAnswer;
  }

  /** Reads one root field of a query. The caller names its shape. */
  async read<T>(
    field: string,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    at = 0,
  ): Promise<T> {
    const { data, errors } = await this.ask(query, variables, at);
    if (data?.[field] == null) throw new Error(`No ${field}: ${JSON.stringify(errors)}`);
    return data[field] as T;
  }

  /** Time goes on for all nodes that live. */
  async ahead(ms: number): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.ahead(ms)));
  }

  /** What the nodes said about failures. */
  get errors(): string {
    return this.nodes.map(({ server }) => server.log).join('');
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.dispose()));
    await this.#redis.stop();
    await this.database.stop();
  }
}
