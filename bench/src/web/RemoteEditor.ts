import { type OperationContext, operations, readMap } from '@jejak/journey-model';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { seeded } from '../sync/prepareBoard.ts';

const syncMsMax = 20_000;

/** A colleague without a browser: the stock client, editing with the operations of the model. */
export class RemoteEditor {
  readonly #docs = { structure: new Y.Doc(), content: new Y.Doc() };
  readonly #providers: WebsocketProvider[] = [];
  readonly #random = seeded(7);
  readonly #context: OperationContext;

  private constructor() {
    let ids = 0;
    const own = Math.floor(Math.random() * 1e9).toString(36);
    this.#context = { newId: () => `${own}bench${ids++}`, random: this.#random, origin: 'remote' };
  }

  static async open(
    url: string,
    headers: Readonly<Record<string, string>>,
    mapId: string,
  ): Promise<RemoteEditor> {
    class SignedIn extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: { ...headers } });
      }
    }
    const editor = new RemoteEditor();
    for (const part of ['structure', 'content'] as const) {
      const provider = new WebsocketProvider(
        `${url.replace('http', 'ws')}/sync/${mapId}`,
        part,
        editor.#docs[part],
        {
          WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
          disableBc: true,
        },
      );
      editor.#providers.push(provider);
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${part} of ${mapId} did not sync`)), syncMsMax);
        provider.once('sync', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return editor;
  }

  /** Adds cards, spread evenly over the cells. */
  add(cards: number): void {
    const { columns, lanes } = readMap(this.#docs);
    const takers = lanes.filter((lane) => lane.kind !== 'EMOTION');
    for (let n = 0; n < cards; n++) {
      const columnId = columns[n % columns.length]?.id ?? '';
      const laneId = takers[Math.floor(n / columns.length) % takers.length]?.id ?? '';
      const text = { en: `Card ${n} asks what it costs and how long it takes`, id: `Kartu ${n} bertanya` };
      const input = operations.addCard.input.parse({
        columnId,
        laneId,
        text,
        team: n % 2 === 0 ? 'SALES' : 'PRODUCT',
      });
      operations.addCard.run(this.#docs, input, this.#context);
    }
  }

  /** Edits cards other than one, so many times a second, until the returned function is called. */
  edit(perSecond: number, exceptCardId: string): () => void {
    const { cards, columns, lanes } = readMap(this.#docs);
    const takers = lanes.filter((lane) => lane.kind !== 'EMOTION');
    const others = cards.filter((card) => card.id !== exceptCardId);
    const began = performance.now();
    let made = 0;
    const timer = setInterval(() => {
      while (made < ((performance.now() - began) / 1000) * perSecond) {
        const card = others[made % others.length];
        if (card === undefined) return;
        const kind = made++ % 20;
        const cardId = card.id;
        if (kind < 12) {
          const columnId = columns[Math.floor(this.#random() * columns.length)]?.id ?? '';
          const laneId = takers[1 + Math.floor(this.#random() * (takers.length - 1))]?.id ?? '';
          operations.moveCard.run(this.#docs, { cardId, columnId, laneId }, this.#context);
        } else if (kind < 15) {
          operations.editCard.run(this.#docs, { cardId, resolved: made % 40 < 20 }, this.#context);
        } else {
          operations.setCardText.run(
            this.#docs,
            { cardId, locale: 'en', text: `${card.text.en} ${made}` },
            this.#context,
          );
        }
      }
    }, 5);
    return () => clearInterval(timer);
  }

  /** Whether the server has everything: a second client sees as many cards. */
  get cardCount(): number {
    return readMap(this.#docs).cards.length;
  }

  close(): void {
    for (const provider of this.#providers) {
      provider.destroy();
      // Its clock would keep the process alive.
      provider.awareness.destroy();
    }
  }
}
