import { CloseCode } from '@jejak/protocol';
import { connectMap, type MapConnection, type MapStatus, type PresenceChannel } from '@jejak/sync-client';
import type * as Y from 'yjs';
import { localFailure } from '../Failure.ts';
import type { FailureCode } from '../FailureCode.ts';
import type { JejakClient } from '../JejakClient.ts';
import { openSocketClass } from '../openSocketClass.ts';
import { JejakError } from '../Result.ts';
import { askTicket } from './askTicket.ts';

/** Where a live map stands. */
export type LiveStatus = MapStatus | { readonly kind: 'closed' };

/** How a map is opened. */
export interface OpenMapOptions {
  /** So long it waits for the documents; 30 s unless given. */
  readonly timeoutMs?: number;
}

const openMsMax = 30_000;
const saveMsMax = 10_000;

/** A map as two live documents of Yjs, connected until it is closed or the server refuses. */
export class LiveMap {
  readonly mapId: string;
  #forgetClient: () => void = () => {};
  readonly #listeners = new Set<(status: LiveStatus) => void>();
  readonly #onRenewed = new Set<(docs: LiveMap['docs']) => void>();
  #connection: MapConnection;
  #stop: () => void = () => {};
  #end: LiveStatus | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(client: JejakClient, mapId: string, WebSocketImpl: typeof WebSocket) {
    const { endpoint } = client;
    this.mapId = mapId;
    this.#connection = connectMap({
      url: `${endpoint.socketUrl}/sync`,
      mapId,
      WebSocketImpl,
      fetch: endpoint.fetch,
      params: async () => {
        // In a page of the server the session is enough.
        if (!endpoint.signsItself) return {};
        const answer = await askTicket(endpoint, mapId);
        if (answer.kind === 'ticket') return { ticket: answer.ticket };
        this.#finish({ kind: 'refused', code: answer.code });
        throw new Error(`Refused with ${answer.code}`);
      },
    });
    this.#follow();
    this.#forgetClient = client.closing.on(() => void this.close());
  }

  /** Title, charter, stages, steps, lanes and personas; cards and emotions. */
  get docs(): { readonly structure: Y.Doc; readonly content: Y.Doc } {
    return this.#connection.docs;
  }

  /** Who is in the map, and what is said about oneself. */
  get presence(): PresenceChannel {
    return this.#connection.presence;
  }

  get status(): LiveStatus {
    return this.#end ?? this.#connection.status;
  }

  /** Whether the server takes edits of a document from here, as far as it has said. */
  canWrite(part: 'structure' | 'content'): boolean {
    return this.#connection.canWrite(part);
  }

  /** Calls back after the status changed until the returned function is called. */
  onStatus(listener: (status: LiveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Calls back when the map was begun anew without its past, and `docs` are new documents with the same content: follow
   * those. Without a listener that is final: the status is `refused` with 4409.
   */
  onRenewed(listener: (docs: LiveMap['docs']) => void): () => void {
    this.#onRenewed.add(listener);
    this.#follow();
    return () => {
      this.#onRenewed.delete(listener);
      this.#follow();
    };
  }

  /**
   * Resolves once all that was written here is on the disk of the server; throws a `JejakError` when it is refused or
   * closed, and `NOT_SAVED` after `msMax`: it may still be saved later.
   */
  whenSaved(msMax = saveMsMax): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const { status } = this;
        if (status.kind === 'saved') end(null);
        else if (status.kind === 'refused') end(refusedError(status.code));
        else if (status.kind === 'closed') end(errorOf('CLOSED', 'The map was closed'));
      };
      const end = (error: JejakError | null) => {
        clearTimeout(timer);
        stop();
        if (error === null) resolve();
        else reject(error);
      };
      const timer = setTimeout(() => end(errorOf('NOT_SAVED', `Not saved within ${msMax} ms`)), msMax);
      const stop = this.onStatus(look);
      look();
    });
  }

  /** Closes both sockets and everything that waits. What was not saved is lost: wait for `whenSaved` first. */
  async close(): Promise<void> {
    this.#finish({ kind: 'closed' });
    this.#listeners.clear();
    this.#onRenewed.clear();
    await this.#ended;
  }

  #follow(): void {
    this.#stop();
    if (this.#end !== null) return;
    const stops = [this.#connection.onStatus((status) => this.#tell(status))];
    if (this.#onRenewed.size > 0) stops.push(this.#connection.onRenewed((next) => this.#changeTo(next)));
    this.#stop = () => {
      for (const stop of stops) stop();
    };
  }

  #changeTo(next: MapConnection): void {
    const former = this.#connection;
    this.#connection = next;
    this.#follow();
    for (const listener of [...this.#onRenewed]) listener(next.docs);
    this.#tell(next.status);
    this.#ended = Promise.all([this.#ended, former.destroy()]).then(() => {});
  }

  #tell(status: LiveStatus): void {
    for (const listener of [...this.#listeners]) listener(status);
  }

  #finish(end: LiveStatus): void {
    if (this.#end !== null) return;
    this.#end = end;
    this.#stop();
    this.#forgetClient();
    const connection = this.#connection;
    this.#ended = this.#ended.then(() => connection.destroy());
    this.#tell(end);
  }
}

/** Opens a map; resolves once both documents are here. Throws a `JejakError` where that cannot be. */
export async function openMap(
  client: JejakClient,
  mapId: string,
  { timeoutMs = openMsMax }: OpenMapOptions = {},
): Promise<LiveMap> {
  const map = new LiveMap(client, mapId, await openSocketClassOf(client));
  try {
    await map.whenSaved(timeoutMs);
    return map;
  } catch (error) {
    await map.close();
    throw error instanceof JejakError && error.code === 'NOT_SAVED'
      ? errorOf('UNREACHABLE', `Not open within ${timeoutMs} ms`)
      : error;
  }
}

/** A ticket in the address says who asks: no header is needed. */
function openSocketClassOf({ endpoint }: JejakClient): Promise<typeof WebSocket> {
  return openSocketClass(endpoint, {});
}

const codeOf: Readonly<Record<number, FailureCode>> = {
  [CloseCode.SignIn]: 'UNAUTHENTICATED',
  [CloseCode.Forbidden]: 'FORBIDDEN',
  [CloseCode.NotFound]: 'NOT_FOUND',
  [CloseCode.EpochChanged]: 'CONFLICT',
  [CloseCode.TooLarge]: 'TOO_LARGE',
};

function refusedError(closeCode: number): JejakError {
  return errorOf(codeOf[closeCode] ?? 'BAD_REQUEST', `The server refused with ${closeCode}`);
}

function errorOf(code: FailureCode, words: string): JejakError {
  return new JejakError(localFailure(code, 'errors.internal', null, words));
}
