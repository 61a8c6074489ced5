import { freePort, TcpProxy } from '@jejak/testbed';
import { startRedis, type TestRedis } from '../bus/startRedis.ts';
import { addressThrough, startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';
import { until } from '../sync/until.ts';
import { clean, compare, type Ledger, stored, tellings } from './ledger.ts';
import { ServerProcess } from './ServerProcess.ts';
import { Writer } from './Writer.ts';

const healMsMax = 30_000;

/** What lies between a node and what all nodes share. */
export interface Ways {
  readonly database: TcpProxy;
  readonly redis: TcpProxy;
}

/** Nodes as processes of their own over one database and one Redis, with writers on several maps. */
export class Cluster {
  readonly database: TestDatabase;
  readonly redis: TestRedis;
  readonly nodes: readonly ServerProcess[];
  readonly mapIds: readonly string[];
  /** Of each node, where they were asked for. */
  readonly ways: readonly Ways[];
  /** The writers of each map. */
  readonly writers: ReadonlyMap<string, Writer[]>;
  readonly #at = new Map<Writer, number>();
  readonly #random: () => number;

  private constructor(
    database: TestDatabase,
    redis: TestRedis,
    nodes: readonly ServerProcess[],
    ways: readonly Ways[],
    mapIds: readonly string[],
    random: () => number,
  ) {
    this.database = database;
    this.redis = redis;
    this.nodes = nodes;
    this.ways = ways;
    this.mapIds = mapIds;
    this.writers = new Map(mapIds.map((mapId) => [mapId, []]));
    this.#random = random;
  }

  static async start(
    size: {
      readonly nodes: number;
      readonly mapIds: readonly string[];
      /** What each node's process gets. */
      readonly environments?: readonly Readonly<Record<string, string>>[];
      /** Whether each node reaches database and Redis by ways of its own, which can be cut. */
      readonly ways?: boolean;
    },
    random: () => number,
    givenDatabase: Promise<TestDatabase> = startTestDatabase(),
  ): Promise<Cluster> {
    const [database, redis] = await Promise.all([givenDatabase, startRedis()]);
    const nodes: ServerProcess[] = [];
    const ways: Ways[] = [];
    for (let n = 0; n < size.nodes; n++) {
      const port = await freePort();
      const settings = { uri: database.uri, port, mapIds: size.mapIds, redisUrl: redis.url };
      if (size.ways === true) {
        const way = {
          database: await TcpProxy.listen(database.socketPath, random),
          redis: await TcpProxy.listen(redis.port, random),
        };
        ways.push(way);
        settings.uri = addressThrough(way.database);
        settings.redisUrl = `redis://127.0.0.1:${way.redis.port}`;
      }
      nodes.push(new ServerProcess(settings, size.environments?.[n]));
    }
    const cluster = new Cluster(database, redis, nodes, ways, size.mapIds, random);
    try {
      await Promise.all(nodes.map((node) => node.start()));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  node(index: number): ServerProcess {
    const node = this.nodes[index];
    if (node === undefined) throw new Error(`no node ${index}`);
    return node;
  }

  get allWriters(): readonly Writer[] {
    return [...this.writers.values()].flat();
  }

  /** Those who write through a node. */
  writersAt(index: number): readonly Writer[] {
    return this.allWriters.filter((writer) => this.#at.get(writer) === index);
  }

  /** Adds a writer of a map to a node, or behind a port that leads to one. */
  join(mapId: string, at: number | { readonly port: number }, name: string): Writer {
    const url = typeof at === 'number' ? this.node(at).url : `ws://127.0.0.1:${at.port}/sync`;
    const writer = new Writer(name, url, mapId, this.#random);
    this.writers.get(mapId)?.push(writer);
    if (typeof at === 'number') this.#at.set(writer, at);
    return writer;
  }

  /** The fault comes after a seeded number of further acknowledged writes, whatever this machine is doing. */
  async underLoad(): Promise<void> {
    const acked = () => this.allWriters.reduce((sum, writer) => sum + writer.acked, 0);
    const enough = acked() + 1 + Math.floor(this.#random() * 100);
    await until('enough is acknowledged', () => acked() >= enough, healMsMax);
  }

  /** Everybody, or those given, was told of something newer than now; how long the slowest waited. */
  async allProgress(writers = this.allWriters, msMax = healMsMax): Promise<number> {
    const since = performance.now();
    const before = writers.map(({ acked }) => acked);
    await Promise.all(writers.map(({ map }) => map.retryNow()));
    await this.orTell(
      until(
        'everybody is told of saved work again',
        () => writers.every(({ acked }, n) => acked > (before[n] ?? 0)),
        msMax,
      ),
    );
    return performance.now() - since;
  }

  /** Adds to a failure how everybody is. */
  async orTell<T>(waiting: Promise<T>, writers = this.allWriters): Promise<T> {
    try {
      return await waiting;
    } catch (cause) {
      const lines = writers.map((writer) => {
        const { name, map, acked, written } = writer;
        return `${name} ${JSON.stringify(map.status)} ${acked}/${written.length} sees ${writer.entries().length}`;
      });
      const said = this.nodes.map(({ errors }) => errors.slice(0, 2_000)).join('');
      throw new Error(`${String(cause)}: ${lines.join(', ')} ${said}`, { cause });
    }
  }

  /** Compares what writers were told and saw with what the database holds, read past every server. */
  async ledger(): Promise<Ledger> {
    let sum = clean;
    for (const [mapId, writers] of this.writers) {
      // Taken before reading: whatever was told until now must be found.
      const told = tellings(writers);
      const found = await stored(this.database.connection, `${mapId}/content`);
      sum = added(sum, compare(writers, found, false, told));
    }
    return sum;
  }

  /** Stops all writers, waits until all is saved and everybody has it, and compares with fresh readers of every node. */
  async healed(): Promise<Ledger> {
    for (const writer of this.allWriters) writer.stop();
    await Promise.all(this.allWriters.map(({ map }) => map.flush(healMsMax)));
    let sum = clean;
    for (const [mapId, writers] of this.writers) {
      const fresh = this.nodes.map(({ url }, n) => new Writer(`fresh${n}`, url, mapId, this.#random));
      const total = writers.reduce((count, { written }) => count + written.length, 0);
      const all = [...writers, ...fresh];
      await this.orTell(
        until(
          `everybody has ${total}`,
          () => all.every((writer) => writer.entries().length >= total),
          healMsMax,
        ),
        all,
      );
      const found = await stored(this.database.connection, `${mapId}/content`);
      sum = added(sum, compare(all, found, true));
      await Promise.all(fresh.map(({ map }) => map.destroy()));
    }
    return sum;
  }

  async stop(): Promise<void> {
    for (const writer of this.allWriters) {
      writer.stop();
      await writer.map.destroy();
    }
    for (const node of this.nodes) await node.kill();
    for (const { database, redis } of this.ways) await Promise.all([database.close(), redis.close()]);
    await this.redis.stop();
    await this.database.stop();
  }
}

function added(a: Ledger, b: Ledger): Ledger {
  const sum = { ...a };
  for (const key of Object.keys(sum) as (keyof Ledger)[]) sum[key] += b[key];
  return sum;
}
