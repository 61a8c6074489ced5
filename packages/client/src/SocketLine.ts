import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from 'graphql-ws/client';
import type { Endpoint } from './Endpoint.ts';
import { openSocketClass } from './openSocketClass.ts';

/** Hears what a subscription answers, and how it ends. */
export type SubscriptionSink = Sink<FormattedExecutionResult<Record<string, unknown>, unknown>>;

interface Subscriber {
  readonly payload: SubscribePayload;
  readonly sink: SubscriptionSink;
  stop: () => void;
}

/** The server answers a ping at once: whoever hears nothing for so long after one is cut off. */
const pingEveryMs = 15_000;
const pongMsMax = 10_000;
const openMsMax = 15_000;

/**
 * One connection for several subscriptions. With its end, whatever the code, all of them end: the library beneath would
 * subscribe anew after some codes, and nobody would hear what came meanwhile, or hear it twice.
 */
export class SocketLine {
  readonly #endpoint: Endpoint;
  readonly #onOver: () => void;
  readonly #subscribers = new Set<Subscriber>();
  #client: Client | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #isOver = false;

  /** `onOver`: it takes no subscriptions any more. */
  constructor(endpoint: Endpoint, onOver: () => void) {
    this.#endpoint = endpoint;
    this.#onOver = onOver;
    void this.#open();
  }

  /** Subscribes until the returned function is called. */
  add(payload: SubscribePayload, sink: SubscriptionSink): () => void {
    const subscriber: Subscriber = { payload, sink, stop: () => {} };
    this.#subscribers.add(subscriber);
    if (this.#client !== null) this.#start(this.#client, subscriber);
    return () => this.#remove(subscriber);
  }

  /** Ends it; whoever subscribed is told nothing. */
  close(): void {
    for (const subscriber of [...this.#subscribers]) this.#remove(subscriber);
    // One that is still being opened has nobody to say goodbye to.
    if (!this.#isOpen) this.#client?.terminate();
  }

  async #open(): Promise<void> {
    try {
      const [{ createClient }, webSocketImpl] = await Promise.all([
        import('graphql-ws/client'),
        openSocketClass(this.#endpoint, this.#endpoint.socketHeaders),
      ]);
      if (this.#isOver) return;
      this.#client = createClient({
        url: `${this.#endpoint.socketUrl}/graphql`,
        webSocketImpl,
        retryAttempts: 0,
        keepAlive: pingEveryMs,
        on: {
          connecting: () => this.#limit(openMsMax),
          connected: () => {
            clearTimeout(this.#timer);
            this.#isOpen = true;
          },
          ping: (isFromServer) => {
            if (!isFromServer) this.#limit(pongMsMax);
          },
          pong: (isFromServer) => {
            if (isFromServer) clearTimeout(this.#timer);
          },
          closed: (event) => this.#cut(event),
        },
      });
      for (const subscriber of [...this.#subscribers]) this.#start(this.#client, subscriber);
    } catch (error) {
      this.#cut(error);
    }
  }

  #limit(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#client?.terminate(), ms);
  }

  #start(client: Client, subscriber: Subscriber): void {
    const { payload, sink } = subscriber;
    const isHere = () => this.#subscribers.has(subscriber);
    subscriber.stop = client.subscribe(payload, {
      next: (value) => {
        if (isHere()) sink.next(value);
      },
      error: (error) => {
        if (!isHere()) return;
        this.#remove(subscriber);
        sink.error(error);
      },
      complete: () => {
        if (!isHere()) return;
        this.#remove(subscriber);
        sink.complete();
      },
    });
  }

  #remove(subscriber: Subscriber): void {
    if (!this.#subscribers.delete(subscriber)) return;
    subscriber.stop();
    // With the last one the library closes the socket.
    if (this.#subscribers.size === 0) this.#end();
  }

  #cut(reason: unknown): void {
    clearTimeout(this.#timer);
    this.#end();
    for (const subscriber of [...this.#subscribers]) {
      this.#remove(subscriber);
      subscriber.sink.error(reason);
    }
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onOver();
  }
}
