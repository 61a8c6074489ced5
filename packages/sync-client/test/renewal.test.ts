import 'fake-indexeddb/auto';
import { CloseCode } from '@jejak/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connectMap, indexedDbStore, type MapConnection, type MapConnectionOptions } from '../src/index.ts';
import { FakeServer, root, texts } from './FakeServer.ts';
import { until } from './until.ts';

let server: FakeServer;
let device = 0;
const windows: Window[] = [];

/** One window of a person: it changes to the next connection like a page does, and goes on writing there. */
class Window {
  map: MapConnection;
  renewals = 0;
  /** What is kept of the former life is gone. */
  ended = false;
  #ended: Promise<unknown> = Promise.resolve();

  constructor(options: Partial<MapConnectionOptions> = {}) {
    this.map = connectMap({
      url: 'ws://map.example/sync',
      mapId: 'map_1',
      WebSocketImpl: server.WebSocketImpl,
      fetch: server.fetch,
      random: () => 0,
      ...options,
    });
    this.#follow();
    windows.push(this);
  }

  write(key: string, text: string, part: 'structure' | 'content' = 'content'): void {
    const map = this.map.docs[part].getMap(root);
    const there = map.get(key);
    if (there instanceof Y.Text) there.insert(there.length, text);
    else map.set(key, new Y.Text(text));
  }

  read(part: 'structure' | 'content' = 'content'): unknown {
    return Object.fromEntries(texts(this.map.docs[part]));
  }

  /** Everything written is saved, in the present life. */
  async settled(renewals = 1): Promise<void> {
    await until('it has changed over', () => this.renewals === renewals);
    await this.map.flush();
  }

  async close(): Promise<void> {
    await this.#ended;
    await this.map.destroy();
  }

  #follow(): void {
    this.map.onRenewed((next) => {
      const old = this.map;
      this.map = next;
      this.renewals += 1;
      this.#follow();
      this.ended = false;
      this.#ended = old.destroy().then(() => {
        this.ended = true;
      });
    });
  }
}

const work = (): readonly string[] =>
  server.requests.map(({ method, part, epoch }) => `${method} ${part} ${epoch}`);
const stored = (): unknown => Object.fromEntries(texts(server.doc()));

async function joined(options: Partial<MapConnectionOptions> = {}): Promise<Window> {
  const window = new Window(options);
  await window.map.flush();
  return window;
}

beforeEach(() => {
  server = new FakeServer();
  device += 1;
});
afterEach(async () => {
  for (const window of windows.splice(0)) await window.close();
});

describe('a map that is begun anew while one is on it', () => {
  test('[OVER1] who has nothing unsaved changes over without a request, and both documents are new', async () => {
    const anna = await joined();
    anna.write('a', 'halo');
    await anna.map.flush();
    const former = anna.map.docs;
    server.renew();
    await anna.settled();
    expect(work()).toEqual([]);
    expect(anna.map.docs).not.toBe(former);
    expect(anna.read()).toEqual({ a: 'halo' });
    anna.write('a', '!');
    await anna.map.flush();
    expect(stored()).toEqual({ a: 'halo!' });
  });

  test('[OVER1] what was not saved is brought from both documents, each with its own epoch', async () => {
    const anna = await joined();
    anna.write('a', 'halo');
    await anna.map.flush();
    // Not a turn passes between these: nothing of it reaches the former life.
    server.renew();
    anna.write('a', ' lagi');
    anna.write('s', 'Beli', 'structure');
    await anna.settled();
    expect(work()).toEqual(['GET structure 11', 'POST structure 11', 'GET content 21', 'POST content 21']);
    expect([anna.read(), anna.read('structure')]).toEqual([{ a: 'halo lagi' }, { s: 'Beli' }]);
    expect(stored()).toEqual({ a: 'halo lagi' });
  });

  test('[OVER2] what is written while the work is on its way, and while the next connection opens, is brought too', async () => {
    const anna = await joined();
    server.onRequest = async ({ method }, answer) => {
      const response = await answer();
      if (method === 'POST' && server.requests.length === 2) anna.write('a', 'c');
      return response;
    };
    server.renew();
    anna.write('a', 'a');
    const opened = server.open;
    await until('the next connection opens', () => server.open > opened);
    anna.write('a', 'b');
    await anna.settled();
    expect(anna.read()).toEqual({ a: 'abc' });
    expect(stored()).toEqual({ a: 'abc' });
  });

  test('[OVER2] letters typed all the while, turn by turn, are all there, in order and once', async () => {
    const [anna, budi] = [await joined(), await joined()];
    anna.write('a', '>');
    await anna.map.flush();
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    for (const [index, letter] of [...letters].entries()) {
      if (index === 5) server.renew();
      anna.write('a', letter);
      budi.write('b', letter);
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([anna.settled(), budi.settled()]);
    await until('they agree', () => JSON.stringify(anna.read()) === JSON.stringify(budi.read()));
    expect(anna.read()).toEqual({ a: `>${letters}`, b: letters });
  });

  test('[OVER3] an answer that is lost, a busy server and one that is away: the same is brought again, once', async () => {
    const anna = await joined();
    const said: string[] = [];
    let posts = 0;
    server.onRequest = async ({ method }, answer) => {
      if (method === 'GET') return answer();
      posts += 1;
      if (posts === 1) return new Response('', { status: 503, headers: { 'retry-after': '0' } });
      const response = await answer();
      if (posts === 2) throw new TypeError('cut off');
      return response;
    };
    server.renew();
    anna.write('a', 'halo');
    anna.map.onStatus(({ kind }) => said.push(kind));
    await anna.settled();
    expect(posts).toBe(3);
    expect(stored()).toEqual({ a: 'halo' });
    expect(said).toEqual(['offline', 'saving', 'saved']);
  });

  test('[OVER3] without a connection it says so and goes on when there is one', async () => {
    const anna = await joined();
    server.renew();
    server.away = true;
    anna.write('a', 'di jalan');
    await until('offline', () => anna.map.status.kind === 'offline');
    expect(anna.map.status).toEqual({ kind: 'offline', unsaved: true });
    anna.write('a', ' lagi');
    server.away = false;
    await anna.map.retryNow();
    await anna.settled();
    expect(stored()).toEqual({ a: 'di jalan lagi' });
  });

  test.each([
    [409, CloseCode.EpochChanged],
    [403, CloseCode.Forbidden],
    [413, CloseCode.TooLarge],
  ])('[OVER4] work refused for good with %i ends with %i and stays here', async (status, code) => {
    const anna = await joined();
    server.onRequest = async () => new Response('', { status });
    server.renew();
    anna.write('a', 'mine');
    await until('refused', () => anna.map.status.kind === 'refused');
    expect(anna.map.status).toEqual({ kind: 'refused', code });
    expect([anna.renewals, anna.read(), stored()]).toEqual([0, { a: 'mine' }, {}]);
  });

  test('[OVER4] nobody who can change over: it is final', async () => {
    const map = connectMap({
      url: 'ws://map.example/sync',
      mapId: 'map_1',
      WebSocketImpl: server.WebSocketImpl,
      random: () => 0,
    });
    await map.flush();
    server.renew();
    await until('refused', () => map.status.kind === 'refused');
    expect(map.status).toEqual({ kind: 'refused', code: CloseCode.EpochChanged });
    await map.destroy();
  });

  test('[OVER5] a node that is behind the log is waited for', async () => {
    const anna = await joined();
    server.renew();
    anna.write('a', 'halo');
    server.behind = 3;
    await anna.settled();
    expect(server.behind).toBe(0);
    expect(anna.read()).toEqual({ a: 'halo' });
  });

  test('[OVER6] begun anew once more before it has changed over', async () => {
    const anna = await joined();
    server.renew();
    anna.write('a', 'halo');
    const opened = server.open;
    await until('the next connection opens', () => server.open > opened);
    server.renew();
    server.renew('structure');
    anna.write('a', ' lagi');
    await anna.settled();
    expect(anna.read()).toEqual({ a: 'halo lagi' });
    expect(stored()).toEqual({ a: 'halo lagi' });
  });
});

describe('what is kept on a device of a former life', () => {
  const kept = (): Partial<MapConnectionOptions> => ({ openStore: indexedDbStore(`usr_${device}`) });

  test('[OVER7] work done offline is brought when the map is opened again, and nothing of it is doubled', async () => {
    const first = await joined(kept());
    first.write('a', 'halo');
    await first.map.flush();
    server.away = true;
    server.closeAll(1012);
    await until('offline', () => first.map.status.kind === 'offline');
    first.write('a', ' offline');
    await first.close();
    server.renew();
    server.away = false;
    const said: string[] = [];
    const again = new Window(kept());
    again.map.onStatus(({ kind }) => said.push(kind));
    await again.settled();
    expect(stored()).toEqual({ a: 'halo offline' });
    expect(said).toEqual(['saved']);
    await again.close();
    server.requests.length = 0;
    const third = await joined(kept());
    expect([third.renewals, work(), third.read()]).toEqual([0, [], { a: 'halo offline' }]);
  });

  test('[OVER7] a copy with nothing unsaved asks nothing of a server that keeps no former life', async () => {
    const first = await joined(kept());
    first.write('a', 'halo');
    await first.map.flush();
    await first.close();
    server.renew();
    server.forgetLives();
    const again = new Window(kept());
    await again.settled();
    expect([work(), again.read()]).toEqual([[], { a: 'halo' }]);
  });

  test('[OVER8] two windows change over each in its own time, and neither takes what the other has not sent', async () => {
    const [one, two] = [await joined(kept()), await joined(kept())];
    const held: (() => void)[] = [];
    server.onRequest = async ({ method }, answer) => {
      // The second window gets no answer for now.
      if (method === 'GET' && two.map.renewing && one.renewals > 0)
        await new Promise<void>((resolve) => held.push(resolve));
      return answer();
    };
    server.renew();
    one.write('a', 'one');
    await one.settled();
    await two.settled();
    await until('only the present life is kept', () => one.ended && two.ended);
    server.renew();
    two.write('b', 'two');
    await until('it waits', () => held.length > 0);
    await one.settled(2);
    await one.close();
    // The second window ends here, as a crash ends it: what it wrote is only on the device.
    server.onRequest = (_, answer) => answer();
    const third = new Window(kept());
    await third.settled();
    expect(third.read()).toEqual({ a: 'one', b: 'two' });
    for (const go of held) go();
    await two.settled(2);
    expect(two.read()).toEqual({ a: 'one', b: 'two' });
    expect(stored()).toEqual({ a: 'one', b: 'two' });
  });

  test('[OVER8] a page that ends between the change and the clearing leaves nothing that is doubled', async () => {
    const openStore: MapConnectionOptions['openStore'] = (name, doc, which) => ({
      ...bound(indexedDbStore(`usr_${device}`)(name, doc, which)),
      // The page ends before anything is forgotten.
      clear: async () => {},
    });
    const first = await joined({ openStore });
    server.renew();
    first.write('a', 'halo');
    await first.settled();
    first.write('a', ' lagi');
    await first.map.flush();
    await first.close();
    const again = new Window(kept());
    await again.settled();
    expect(again.read()).toEqual({ a: 'halo lagi' });
    expect(stored()).toEqual({ a: 'halo lagi' });
    await again.close();
    const third = await joined(kept());
    expect([third.renewals, third.read()]).toEqual([0, { a: 'halo lagi' }]);
  });
});

/** A store whose methods can be spread. */
function bound(
  store: ReturnType<ReturnType<typeof indexedDbStore>>,
): ReturnType<ReturnType<typeof indexedDbStore>> {
  return {
    loaded: store.loaded,
    get unsaved() {
      return store.unsaved;
    },
    setEpoch: (epoch) => store.setEpoch(epoch),
    saved: () => store.saved(),
    clear: () => store.clear(),
    close: () => store.close(),
  };
}
