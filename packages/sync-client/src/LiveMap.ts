import { type MapPart, mapParts } from '@jejak/protocol';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { MapConnection, MapConnectionOptions } from './connectMap.ts';
import type { LocalStore } from './LocalStore.ts';
import { type MapStatus, sameStatus, worse } from './MapStatus.ts';
import { PartConnection } from './PartConnection.ts';
import { AwarenessPresence } from './PresenceChannel.ts';
import type { FormerMap, Renewal } from './Renewal.ts';
import { reconnectDelayMs } from './reconnectDelayMs.ts';

/** Both documents of a map with their connections; what a renewal needs of them is not in `MapConnection`. */
export class LiveMap implements MapConnection, FormerMap {
  readonly docs: { readonly structure: Y.Doc; readonly content: Y.Doc };
  readonly presence: AwarenessPresence;
  readonly parts: Readonly<Record<MapPart, PartConnection>>;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly #options: MapConnectionOptions;
  readonly #awarenesses: readonly Awareness[];
  readonly #stores: Readonly<Record<MapPart, LocalStore | null>>;
  readonly #onStatus = new Set<(status: MapStatus) => void>();
  readonly #onRenewed = new Set<(next: LiveMap) => void>();
  #last: MapStatus = { kind: 'connecting' };
  #renewal: Renewal | null = null;
  /** Where the renewal is while its code is not here, and once it is over. */
  #renewing: MapStatus | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #cleared: Promise<void> = Promise.resolve();
  #destroyed = false;

  /** `which`: begins with what is kept on this device, or with documents that come from the server. */
  constructor(options: MapConnectionOptions, which: 'kept' | 'present') {
    this.#options = options;
    const docs = options.docs ?? { structure: new Y.Doc(), content: new Y.Doc() };
    this.docs = docs;
    // Presence travels with the content; the other awareness stays silent.
    const silent = new Awareness(docs.structure);
    silent.setLocalState(null);
    const awareness = new Awareness(docs.content);
    this.#awarenesses = [silent, awareness];
    this.presence = new AwarenessPresence(awareness, options.presence ?? {});
    const open = (part: MapPart) =>
      options.openStore?.(`${options.mapId}/${part}`, docs[part], which) ?? null;
    this.#stores = { structure: open('structure'), content: open('content') };
    // The server takes one upload of a person at a time.
    this.fetch = inTurn(options.fetch ?? ((...given) => fetch(...given)));
    this.random = options.random ?? Math.random;
    const connect = (part: MapPart): PartConnection =>
      new PartConnection({
        url: options.url,
        mapId: options.mapId,
        part,
        doc: docs[part],
        awareness: part === 'content' ? awareness : silent,
        store: this.#stores[part],
        WebSocketImpl: options.WebSocketImpl ?? WebSocket,
        fetch: this.fetch,
        params: async () => ({
          ...(await options.params?.(part)),
          ...(options.format === undefined ? {} : { format: String(options.format) }),
        }),
        random: this.random,
        onStatus: () => this.tell(),
        onOpen: () => {
          if (part === 'content') this.presence.renew();
        },
        onFormerLife: () => this.#onFormerLife(),
      });
    this.parts = { structure: connect('structure'), content: connect('content') };
    this.presence.attach(this.parts.content.provider);
    for (const part of mapParts) void this.parts[part].start();
  }

  get status(): MapStatus {
    return (
      this.#renewal?.status ?? this.#renewing ?? worse(this.parts.structure.status, this.parts.content.status)
    );
  }

  get renewing(): boolean {
    const { kind } = this.status;
    return this.#renewing !== null && kind !== 'saved' && kind !== 'refused';
  }

  canWrite(part: MapPart): boolean {
    return this.parts[part].canWrite;
  }

  onStatus(listener: (status: MapStatus) => void): () => void {
    this.#onStatus.add(listener);
    return () => this.#onStatus.delete(listener);
  }

  onRenewed(listener: (next: LiveMap) => void): () => void {
    this.#onRenewed.add(listener);
    return () => this.#onRenewed.delete(listener);
  }

  async prepare(): Promise<void> {
    await import('./laterCode.ts');
  }

  async flush(msMax?: number): Promise<void> {
    const { flushed } = await import('./laterCode.ts');
    await flushed(this, msMax);
  }

  async retryNow(): Promise<void> {
    if (this.#renewal !== null) this.#renewal.retryNow();
    else await Promise.all(mapParts.map((part) => this.parts[part].retryNow()));
  }

  async forget(): Promise<void> {
    await Promise.all(mapParts.map((part) => this.#stores[part]?.clear()));
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#onStatus.clear();
    this.#onRenewed.clear();
    if (this.#pause !== null) clearTimeout(this.#pause);
    await this.#renewal?.stop();
    await this.#cleared;
    await Promise.all(mapParts.map((part) => this.parts[part].destroy()));
    this.presence.destroy();
    for (const awareness of this.#awarenesses) awareness.destroy();
  }

  /** Says where the map stands, if that is another thing than before. */
  tell(): void {
    if (this.#destroyed) return;
    const { status } = this;
    if (sameStatus(status, this.#last)) return;
    this.#last = status;
    for (const listener of [...this.#onStatus]) listener(status);
  }

  /** One part is enough: both documents are loaded anew, so that nobody has to know which of them was renewed. */
  #onFormerLife(): boolean {
    if (this.#onRenewed.size === 0) return false;
    if (this.#renewing !== null) return true;
    this.#renewing = this.#last.kind === 'connecting' ? this.#last : { kind: 'saving' };
    for (const part of mapParts) this.parts[part].end();
    this.tell();
    void this.#renew();
    return true;
  }

  async #renew(): Promise<void> {
    for (let attempt = 0; !this.#destroyed; attempt += 1) {
      const code = await import('./laterCode.ts').catch(() => null);
      if (this.#destroyed) return;
      if (code !== null) {
        this.#renewal = new code.Renewal(this, this.#renewing?.kind !== 'connecting');
        this.tell();
        await this.#renewal.run();
        return;
      }
      // What cannot be fetched now is fetched when the connection is back.
      this.#renewing = { kind: 'offline', unsaved: mapParts.some((part) => this.parts[part].state.unsaved) };
      this.tell();
      await new Promise<void>((resolve) => {
        this.#pause = setTimeout(resolve, reconnectDelayMs(attempt, this.random));
      });
    }
  }

  /** Opens the next connection, with new documents. */
  openNext(): LiveMap {
    const { docs: _, ...options } = this.#options;
    return new LiveMap({ ...options, presence: this.presence.mine }, 'present');
  }

  /** Changes to the next connection, within this call. */
  handOver(next: LiveMap): void {
    next.presence.set(this.presence.mine);
    this.#renewal = null;
    this.#renewing = { kind: 'saved' };
    this.tell();
    for (const listener of [...this.#onRenewed]) listener(next);
    // What is kept goes once the next is kept: a page that ends in between finds both, and the former is brought again,
    // which changes nothing.
    this.#cleared = Promise.all(mapParts.map((part) => next.parts[part].kept))
      .then(() => this.forget())
      .catch(() => {});
  }
}

function inTurn(ask: typeof fetch): typeof fetch {
  let before: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const answer = before.then(() => ask(...given));
    before = answer.catch(() => {});
    return answer;
  };
}
