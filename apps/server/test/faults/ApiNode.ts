import { join } from 'node:path';
import { freePort } from '@jejak/testbed';
import { SourceServer } from '../operations/SourceServer.ts';
import type { ApiCrashPoint } from './apiCrashPoints.ts';

const answerMsMax = 30_000;

/** A whole server in a process of its own, with an order book: when to die, and how late it is. */
export class ApiNode {
  readonly server: SourceServer;
  readonly #ordersPort: number;
  readonly #environment: Record<string, string>;
  #aheadMs = 0;

  private constructor(server: SourceServer, ordersPort: number, environment: Record<string, string>) {
    this.server = server;
    this.#ordersPort = ordersPort;
    this.#environment = environment;
  }

  static async start(settings: Readonly<Record<string, string>>): Promise<ApiNode> {
    const ordersPort = await freePort();
    // Read anew at each start.
    const environment: Record<string, string> = { FAULT_PORT: String(ordersPort), FAULT_AHEAD_MS: '0' };
    const entry = join(import.meta.dirname, 'apiServer.ts');
    const node = new ApiNode(new SourceServer(settings, { environment, entry }), ordersPort, environment);
    try {
      await node.start();
    } catch (error) {
      await node.dispose();
      throw error;
    }
    return node;
  }

  get url(): string {
    return this.server.url;
  }

  get wsUrl(): string {
    return this.url.replace('http', 'ws');
  }

  async start(): Promise<void> {
    await this.server.start();
  }

  /** Lets it die once so many came to a point. */
  async arm(point: ApiCrashPoint, passes = 1): Promise<void> {
    await this.#order(`arm/${point}/${passes}`);
  }

  /** Time goes on, for this life and those after it. */
  async ahead(ms: number): Promise<void> {
    this.#aheadMs += ms;
    this.#environment.FAULT_AHEAD_MS = String(this.#aheadMs);
    await this.#order(`ahead/${ms}`);
  }

  /** Errors of this life that nobody handled. */
  async unhandled(): Promise<number> {
    return (await this.#order('held')).unhandled;
  }

  async kill(): Promise<void> {
    await this.server.kill();
  }

  async died(): Promise<void> {
    await this.server.died();
  }

  async dispose(): Promise<void> {
    await this.server.kill();
    await this.server.dispose();
  }

  async #order(what: string): Promise<{ readonly unhandled: number }> {
    const signal = AbortSignal.timeout(answerMsMax);
    const answer = await fetch(`http://127.0.0.1:${this.#ordersPort}/${what}`, { signal });
    return (await answer.json()) as { unhandled: number };
  }
}
