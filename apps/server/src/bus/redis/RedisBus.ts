import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Bus } from '../Bus.ts';

type Listener = (message: string) => void;

interface RedisBusOptions {
  readonly url: string;
  readonly logger: Logger;
  /** Separates several installations on one Redis. */
  readonly prefix?: string;
  /** After this long without an answer a connection counts as dead and is made anew. */
  readonly silenceMsMax?: number;
}

const retryMsMax = 2_000;
const sentMsMax = 2_000;
const silenceMsMaxDefault = 5_000;

/** A `Bus` over Redis publish/subscribe. While Redis is away messages are lost and nobody waits. */
export class RedisBus implements Bus {
  readonly remote = true;
  readonly alone = false;
  readonly #prefix: string;
  readonly #logger: Logger;
  readonly #sender: Redis;
  readonly #receiver: Redis;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #onResume = new Set<() => void>();
  /** Our own messages come back to us; they carry this mark. */
  readonly #node = `${process.pid.toString(36)}.${Math.random().toString(36).slice(2)}`;
  /** Whether messages may have been missed, or not sent, since listeners were last told so. */
  #missed = true;
  readonly #pings: NodeJS.Timeout;

  constructor(options: RedisBusOptions) {
    this.#prefix = options.prefix ?? 'jejak:';
    this.#logger = options.logger;
    const silenceMsMax = options.silenceMsMax ?? silenceMsMaxDefault;
    const retryStrategy = (attempt: number): number => Math.min(50 * 2 ** attempt, retryMsMax);
    // What cannot be sent now is not worth sending later: the log tells the same.
    this.#sender = new Redis(options.url, {
      retryStrategy,
      enableOfflineQueue: false,
      // What is said in one turn about many maps goes out in one write.
      enableAutoPipelining: true,
      maxRetriesPerRequest: 0,
      commandTimeout: sentMsMax,
      socketTimeout: silenceMsMax,
    });
    this.#receiver = new Redis(options.url, {
      retryStrategy,
      maxRetriesPerRequest: null,
      autoResubscribe: true,
      socketTimeout: silenceMsMax,
    });
    // A connection that broke without a word is noticed by what it does not answer.
    this.#pings = setInterval(() => {
      for (const client of [this.#sender, this.#receiver])
        if (client.status === 'ready') this.#quietly(client.ping());
    }, silenceMsMax);
    this.#pings.unref();
    for (const client of [this.#sender, this.#receiver]) {
      client.on('error', (error: Error) => this.#logger.debug({ err: error }, 'redis'));
      client.on('close', () => this.#away());
      client.on('ready', () => this.#quietly(this.#resume()));
    }
    this.#receiver.on('message', (channel: string, text: string) => this.#receive(channel, text));
  }

  publish(topic: string, message: string): void {
    if (this.#sender.status !== 'ready') return;
    this.#sender.publish(this.#prefix + topic, `${this.#node} ${message}`).catch((error: unknown) => {
      this.#logger.debug({ err: error }, 'a bus message was lost');
    });
  }

  subscribe(topic: string, listener: Listener, ready?: () => void): () => void {
    let listeners = this.#listeners.get(topic);
    if (listeners === undefined) {
      listeners = new Set();
      this.#listeners.set(topic, listeners);
      this.#quietly(this.#receiver.subscribe(this.#prefix + topic).then(() => ready?.()));
    } else if (ready !== undefined) setImmediate(ready);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(topic) !== listeners) return;
      this.#listeners.delete(topic);
      this.#quietly(this.#receiver.unsubscribe(this.#prefix + topic));
    };
  }

  onResume(listener: () => void): () => void {
    this.#onResume.add(listener);
    return () => this.#onResume.delete(listener);
  }

  async close(): Promise<void> {
    clearInterval(this.#pings);
    this.#listeners.clear();
    this.#onResume.clear();
    // That we leave is no news for the log.
    for (const client of [this.#sender, this.#receiver]) client.removeAllListeners('close');
    this.#sender.disconnect();
    this.#receiver.disconnect();
  }

  #receive(channel: string, text: string): void {
    const space = text.indexOf(' ');
    if (space < 0 || text.slice(0, space) === this.#node) return;
    const message = text.slice(space + 1);
    for (const listener of [...(this.#listeners.get(channel.slice(this.#prefix.length)) ?? [])]) {
      try {
        listener(message);
      } catch (error) {
        this.#logger.error({ err: error, channel }, 'a bus listener failed');
      }
    }
  }

  #away(): void {
    if (!this.#missed) this.#logger.warn('redis is away; nodes hear of one another through the log');
    this.#missed = true;
  }

  /** Only once both ways are open again: whoever is told asks the others at once. */
  async #resume(): Promise<void> {
    if (this.#sender.status !== 'ready' || this.#receiver.status !== 'ready') return;
    // Answered after the subscriptions that were sent before it.
    await this.#receiver.ping();
    if (!this.#missed) return;
    this.#missed = false;
    for (const listener of [...this.#onResume]) listener();
  }

  #quietly(promise: Promise<unknown>): void {
    promise.catch((error: unknown) => this.#logger.debug({ err: error }, 'redis'));
  }
}
