import { CloseCode, isRetryable, type MapPart, MessageKind, messageLimits } from '@jejak/protocol';
import * as decoding from 'lib0/decoding';
import { isNode } from 'lib0/environment';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countingSocket } from './countingSocket.ts';
import { canInflate } from './inflated.ts';
import type { LocalStore } from './LocalStore.ts';
import type { MapStatus } from './MapStatus.ts';
import { reconnectDelayMs } from './reconnectDelayMs.ts';
import { SaveLedger } from './SaveLedger.ts';
import { Unpacking } from './Unpacking.ts';
import type { UploadOutcome } from './uploadWork.ts';

/** What one document's connection is made of. */
export interface PartOptions {
  readonly url: string;
  readonly mapId: string;
  readonly part: MapPart;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly store: LocalStore | null;
  readonly WebSocketImpl: typeof WebSocket;
  readonly fetch: typeof fetch;
  /** Asked before each attempt: a ticket can be used once. */
  readonly params: () => Promise<Readonly<Record<string, string>>>;
  readonly random: () => number;
  readonly onStatus: () => void;
  readonly onOpen: () => void;
  /** The document was begun anew. True: somebody sees to it; false: that is final. */
  readonly onFormerLife: () => boolean;
}

/** Where a document stands. */
export interface PartState {
  /** Its life, once that is known. */
  readonly epoch: number | undefined;
  /** Of the log, as far as the server has said. */
  readonly sequence: number;
  /** How often it was written in here. */
  readonly writes: number;
  /** Something written here may not be journaled. */
  readonly unsaved: boolean;
}

const messageTooBig = 1009;
/** An update that holds nothing. */
const nothing = Uint8Array.of(MessageKind.Sync, 2, 2, 0, 0);
const uploadMsMax = 300_000;
/** Uploads in a row without anything of ours journaled over a socket: more would not help. */
const uploadsMax = 3;

/** One live document connected to the server, again and again, until it is told to stop or the server refuses. */
export class PartConnection {
  readonly provider: WebsocketProvider;
  /** The document's own address. */
  readonly address: string;
  /** Resolves once what is kept here is in the document, or cannot be. */
  readonly loaded: Promise<void>;
  /** Resolves once the document is kept here, or cannot be. */
  kept: Promise<void> = Promise.resolve();
  readonly #options: PartOptions;
  readonly #ledger = new SaveLedger();
  #epoch: number | undefined;
  /** The epoch this server has told, as opposed to that of a kept copy. */
  #told: number | undefined;
  #canWrite = true;
  #unpacks = canInflate();
  #sequence = 0;
  #writes = 0;
  /** The document was begun anew: this connection is not opened again. */
  #over = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #destroyed = false;
  /** What the server had when it last asked; undefined: nothing is known of it. */
  #serverHas: Uint8Array | undefined;
  #upload: AbortController | null = null;
  #uploads = 0;
  readonly #onUpdate: (update: Uint8Array, origin: unknown) => void;

  constructor(options: PartOptions) {
    this.#options = options;
    const ledger = this.#ledger;
    this.address = `${options.url}/${options.mapId}/${options.part}`;
    this.provider = new WebsocketProvider(options.url, `${options.mapId}/${options.part}`, options.doc, {
      connect: false,
      // A tab that lost its rights must not go on syncing with its neighbours.
      disableBc: true,
      awareness: options.awareness,
      WebSocketPolyfill: countingSocket(options.WebSocketImpl, {
        sends: (frame) => this.#sends(frame),
      }),
      // Its back-off has no jitter: after each close we decide when to come back.
      shouldReconnect: () => false,
    });
    // One listener for each document of each map: Node warns of a leak from the eleventh on. The server hears of a
    // process that ends by its socket.
    if (isNode) process.off('exit', this.provider._exitHandler);
    this.provider.messageHandlers[MessageKind.Saved] = (_encoder, decoder) => {
      const count = decoding.readVarUint(decoder);
      this.#sequence = decoding.readVarUint(decoder);
      ledger.journaled(count);
      if (ledger.status().kind === 'saved') {
        this.#uploads = 0;
        options.store?.saved();
      }
      options.onStatus();
    };
    this.provider.messageHandlers[MessageKind.Hello] = (_encoder, decoder) => {
      const epoch = decoding.readVarUint(decoder);
      this.#canWrite = decoding.readVarUint(decoder) === 1;
      this.#sequence = decoding.readVarUint(decoder);
      this.#rememberEpoch(epoch);
    };
    const answerSync = this.provider.messageHandlers[MessageKind.Sync];
    this.provider.messageHandlers[MessageKind.Sync] = (encoder, decoder, ...rest) => {
      const ahead = decoding.clone(decoder);
      if (decoding.readVarUint(ahead) === 0) this.#serverHas = decoding.readVarUint8Array(ahead).slice();
      answerSync?.(encoder, decoder, ...rest);
    };
    new Unpacking(this.provider, () => {
      this.#unpacks = false;
      this.provider.disconnect();
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') {
        ledger.opened();
        options.onOpen();
        options.onStatus();
      }
    });
    this.provider.on('sync', (synced) => {
      if (synced) {
        this.#attempt = 0;
        ledger.synced();
      }
      options.onStatus();
    });
    this.provider.on('connection-close', (event) => {
      if (event !== null || this.#destroyed || this.#over || this.#upload !== null) return;
      // The server fell silent. Left alone, the library would come back with parameters that were used already, such
      // as a ticket, and with everybody else at the same moment.
      this.provider.shouldConnect = false;
      ledger.closed();
      options.onStatus();
      this.#retryLater();
    });
    this.provider.on('closed', ({ code }) => this.#onClosed(code));
    this.#onUpdate = (_update, origin) => {
      // What the server has, from itself or from an earlier visit.
      if (origin === this.provider || (origin === options.store && options.store?.unsaved === false)) return;
      this.#writes += 1;
      ledger.wrote();
      options.onStatus();
    };
    options.doc.on('update', this.#onUpdate);
    this.loaded = this.#load();
  }

  get status(): MapStatus {
    return this.#ledger.status();
  }

  /** Whether the server takes edits of this document from us, as far as it has said. */
  get canWrite(): boolean {
    return this.#canWrite;
  }

  /** Where the document stands, here and on the server. */
  get state(): PartState {
    return {
      epoch: this.#epoch,
      sequence: this.#sequence,
      writes: this.#writes,
      unsaved: this.#ledger.unsaved,
    };
  }

  /** Loads what is kept here, then connects. Resolves when the first attempt is under way. */
  async start(): Promise<void> {
    await this.loaded;
    await this.#connect();
  }

  async #load(): Promise<void> {
    try {
      this.#epoch = await this.#options.store?.loaded;
      if (this.#epoch !== undefined && this.#options.store?.unsaved) this.#ledger.wrote();
    } catch {
      // A store that cannot be opened (private windows) must not keep anybody from the map.
    }
  }

  /** Asks where the log stands: a message that holds nothing is journaled with all that went before. */
  ask(): void {
    const { ws, wsconnected } = this.provider;
    if (wsconnected) ws?.send(nothing);
  }

  /** Closes the connection for good; the document, what is kept of it and what it says stay. */
  end(): void {
    this.#over = true;
    this.#clearRetry();
    this.#upload?.abort();
    this.provider.disconnect();
  }

  /** Tries at once, also after a refusal. */
  async retryNow(): Promise<void> {
    if (this.#over || this.provider.wsconnected || this.provider.wsconnecting || this.#upload !== null)
      return;
    this.#clearRetry();
    this.#ledger.retried();
    this.#attempt = 0;
    await this.#connect();
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#clearRetry();
    this.#upload?.abort();
    this.#options.doc.off('update', this.#onUpdate);
    this.provider.destroy();
    await this.#options.store?.close();
  }

  async #connect(): Promise<void> {
    if (this.#destroyed || this.#over) return;
    const params = await this.params();
    if (this.#destroyed || this.#over) return;
    if (params === null) {
      this.#ledger.closed();
      this.#options.onStatus();
      this.#retryLater();
      return;
    }
    this.provider.params = { ...params, ack: '1', ...(this.#unpacks ? { deflate: '1' } : {}) };
    this.provider.connect();
  }

  /** What goes into the address of one request; null when it cannot be told now. */
  async params(): Promise<Readonly<Record<string, string>> | null> {
    try {
      const params = await this.#options.params();
      return this.#epoch === undefined ? params : { ...params, epoch: String(this.#epoch) };
    } catch {
      return null;
    }
  }

  /** A frame the server would not take is not sent: what is in it goes another way. */
  #sends(frame: Uint8Array): boolean {
    const isState = frame[0] === MessageKind.Sync && frame[1] === 1;
    const isUpdate = frame[0] === MessageKind.Sync && frame[1] === 2;
    const bytesMax = isUpdate ? messageLimits.liveUpdateBytesMax : messageLimits.messageBytesMax;
    if ((isState || isUpdate) && frame.byteLength > bytesMax) {
      // Not from within the library's own handling of a message.
      queueMicrotask(() => void this.#sendWork());
      return false;
    }
    this.#ledger.sent(frame);
    this.#options.onStatus();
    return true;
  }

  /** Uploads all the server has not got, because no message holds it, then goes on live. */
  async #sendWork(): Promise<void> {
    if (this.#destroyed || this.#over || this.#upload !== null) return;
    const upload = new AbortController();
    this.#upload = upload;
    // Nothing is read meanwhile: an edit of others may rest on nothing here, and ours would rest on nothing there.
    this.provider.disconnect();
    this.#uploads += 1;
    const timer = setTimeout(() => upload.abort(), uploadMsMax);
    const outcome = await this.#uploaded(upload.signal);
    clearTimeout(timer);
    this.#upload = null;
    if (this.#destroyed || this.#over) return;
    if (outcome.kind === 'refused') {
      this.#refused(outcome.code);
      return;
    }
    this.#ledger.closed();
    this.#options.onStatus();
    if (outcome.kind === 'later') {
      this.#uploads -= 1;
      this.#retryLater(outcome.waitMs);
    }
    if (outcome.kind === 'saved') await this.#connect();
  }

  async #uploaded(signal: AbortSignal): Promise<UploadOutcome> {
    const { doc, fetch } = this.#options;
    const update = Y.encodeStateAsUpdate(doc, this.#serverHas);
    if (this.#uploads > uploadsMax) return { kind: 'refused', code: CloseCode.TooLarge };
    this.#ledger.sending(update.byteLength);
    this.#options.onStatus();
    const code = await import('./laterCode.ts').catch(() => null);
    const params = await this.params();
    if (code === null || params === null) return { kind: 'later', waitMs: 0 };
    return code.uploadWork({ url: this.address, params, fetch, signal }, update);
  }

  #onClosed(code: number): void {
    if (this.#destroyed || this.#over) return;
    // Sending the same too large message again would never end.
    if (code === messageTooBig || code === CloseCode.TooLarge) void this.#sendWork();
    else if (!isRetryable(code)) this.#refused(code);
    else {
      if (code === CloseCode.MapFull) this.#ledger.crowdedOut();
      else this.#ledger.closed();
      this.#retryLater();
    }
    this.#options.onStatus();
  }

  #refused(code: number): void {
    if (code === CloseCode.EpochChanged && this.#options.onFormerLife()) return;
    this.#ledger.refused(code);
    this.#options.onStatus();
  }

  #retryLater(waitMs = 0): void {
    this.#clearRetry();
    const delayMs = waitMs + reconnectDelayMs(this.#attempt, this.#options.random);
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
    if (this.#told === epoch) return;
    this.#told = epoch;
    this.#epoch = epoch;
    // Failing to keep it only means that the next visit finds less.
    this.kept = this.#options.store?.setEpoch(epoch).catch(() => {}) ?? Promise.resolve();
  }
}
