import { CloseCode, isRetryable, type MapPart, MessageKind } from '@jejak/protocol';
import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { countingSocket } from './countingSocket.ts';
import type { LocalStore } from './LocalStore.ts';
import type { MapStatus } from './MapStatus.ts';
import { reconnectDelayMs } from './reconnectDelayMs.ts';
import { SaveLedger } from './SaveLedger.ts';

/** What one document's connection is made of. */
export interface PartOptions {
  readonly url: string;
  readonly mapId: string;
  readonly part: MapPart;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly store: LocalStore | null;
  readonly WebSocketImpl: typeof WebSocket;
  /** Asked before each attempt: a ticket can be used once. */
  readonly params: () => Promise<Readonly<Record<string, string>>>;
  readonly random: () => number;
  readonly onStatus: () => void;
  readonly onOpen: () => void;
}

const messageTooBig = 1009;

/** One live document connected to the server, again and again, until it is told to stop or the server refuses. */
export class PartConnection {
  readonly provider: WebsocketProvider;
  readonly #options: PartOptions;
  readonly #ledger = new SaveLedger();
  #epoch: number | undefined;
  #canWrite = true;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #destroyed = false;
  readonly #onUpdate: (update: Uint8Array, origin: unknown) => void;

  constructor(options: PartOptions) {
    this.#options = options;
    const ledger = this.#ledger;
    this.provider = new WebsocketProvider(options.url, `${options.mapId}/${options.part}`, options.doc, {
      connect: false,
      // A tab that lost its rights must not go on syncing with its neighbours.
      disableBc: true,
      awareness: options.awareness,
      WebSocketPolyfill: countingSocket(options.WebSocketImpl, {
        sent: (frame) => {
          ledger.sent(frame);
          options.onStatus();
        },
      }),
      // Its back-off has no jitter: after each close we decide when to come back.
      shouldReconnect: () => false,
    });
    this.provider.messageHandlers[MessageKind.Saved] = (_encoder, decoder) => {
      const count = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      ledger.journaled(count);
      options.onStatus();
    };
    this.provider.messageHandlers[MessageKind.Hello] = (_encoder, decoder) => {
      const epoch = decoding.readVarUint(decoder);
      this.#canWrite = decoding.readVarUint(decoder) === 1;
      decoding.readVarUint(decoder);
      this.#rememberEpoch(epoch);
    };
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') {
        ledger.opened();
        options.onOpen();
      } else if (status === 'disconnected') ledger.closed();
      options.onStatus();
    });
    this.provider.on('sync', (synced) => {
      if (synced) {
        this.#attempt = 0;
        ledger.synced();
      }
      options.onStatus();
    });
    this.provider.on('connection-close', (event) => {
      if (event !== null || this.#destroyed) return;
      // The server fell silent. Left alone, the library would come back with parameters that were used already, such
      // as a ticket, and with everybody else at the same moment.
      this.provider.shouldConnect = false;
      this.#retryLater();
    });
    this.provider.on('closed', ({ code }) => this.#onClosed(code));
    this.#onUpdate = (_update, origin) => {
      if (origin === this.provider) return;
      ledger.wrote();
      options.onStatus();
    };
    options.doc.on('update', this.#onUpdate);
  }

  get status(): MapStatus {
    return this.#ledger.status();
  }

  /** Whether the server takes edits of this document from us, as far as it has said. */
  get canWrite(): boolean {
    return this.#canWrite;
  }

  /** Loads what is kept here, then connects. Resolves when the first attempt is under way. */
  async start(): Promise<void> {
    const { store } = this.#options;
    if (store !== null) {
      await store.loaded;
      this.#epoch = await store.epoch();
    }
    await this.#connect();
  }

  /** Tries at once, also after a refusal. */
  async retryNow(): Promise<void> {
    if (this.provider.wsconnected || this.provider.wsconnecting) return;
    this.#clearRetry();
    this.#ledger.retried();
    this.#attempt = 0;
    await this.#connect();
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#clearRetry();
    this.#options.doc.off('update', this.#onUpdate);
    this.provider.destroy();
    await this.#options.store?.close();
  }

  async #connect(): Promise<void> {
    if (this.#destroyed) return;
    let params: Readonly<Record<string, string>>;
    try {
      params = await this.#options.params();
    } catch {
      this.#ledger.closed();
      this.#options.onStatus();
      this.#retryLater();
      return;
    }
    if (this.#destroyed) return;
    this.provider.params = {
      ...params,
      ack: '1',
      ...(this.#epoch === undefined ? {} : { epoch: String(this.#epoch) }),
    };
    this.provider.connect();
  }

  #onClosed(code: number): void {
    if (this.#destroyed) return;
    // Sending the same too large message again would never end.
    if (code === messageTooBig) this.#ledger.refused(CloseCode.TooLarge);
    else if (!isRetryable(code)) this.#ledger.refused(code);
    else {
      this.#ledger.closed();
      this.#retryLater();
    }
    this.#options.onStatus();
  }

  #retryLater(): void {
    this.#clearRetry();
    const delayMs = reconnectDelayMs(this.#attempt, this.#options.random);
    this.#attempt += 1;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#connect();
    }, delayMs);
  }

  #clearRetry(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
  }

  #rememberEpoch(epoch: number): void {
    if (this.#epoch === epoch) return;
    this.#epoch = epoch;
    // Failing to keep it only means that the next visit cannot compare.
    this.#options.store?.setEpoch(epoch).catch(() => {});
  }
}
