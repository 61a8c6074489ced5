import { formatNumber } from '../formatNumber.ts';
import { type BenchServer, startBenchServer } from '../jejak/startBenchServer.ts';
import type { Suite } from '../Section.ts';
import { type HeldSocket, openSocket } from './openSocket.ts';

const maps = 20;
const cards = 200;
const socketsPerMap = 100;
const parts = ['structure', 'content'] as const;

/** What a server takes in memory while nobody does anything. */
export const holdSuite: Suite = {
  name: 'hold',
  async run(say) {
    const hook = new URL('./collectOnSignal.mjs', import.meta.url).href;
    const server = await startBenchServer({ NODE_OPTIONS: `--import=${hook}` });
    const open: HeldSocket[] = [];
    try {
      const mapIds: string[] = [];
      for (let n = 0; n < maps; n++) mapIds.push(await server.createMap(`Map ${n}`, cards));
      say(`${maps} maps of ${cards} cards`);
      await server.startAgain();
      const empty = await memoryOf(server);
      for (const mapId of mapIds) open.push(await openSocket(server, mapId, 'structure', 0));
      const withMaps = await memoryOf(server);
      for (const mapId of mapIds) {
        for (let n = 1; n < socketsPerMap; n++)
          open.push(await openSocket(server, mapId, parts[n % 2] ?? 'content', n));
      }
      const withSockets = await memoryOf(server);
      const perMap = (withMaps.rss - empty.rss) / maps;
      const perSocket = (withSockets.rss - withMaps.rss) / (open.length - maps);
      const heapPerSocket = (withSockets.heap - withMaps.heap) / (open.length - maps);
      const heapPerMap = (withMaps.heap - empty.heap) / maps;
      const document = Math.max(...open.map(({ stateBytes }) => stateBytes));
      const kB = (bytes: number) => formatNumber(bytes / 1000);
      return [
        {
          title: 'What a server holds',
          notes: [
            `${maps} maps of ${cards} cards, made by GraphQL, then a fresh process: one socket opens each map, ${open.length - maps} more join. Memory is that of the server process without its database, after everybody has the whole document and before anybody writes, without garbage.`,
          ],
          head: ['Measure', 'Jejak'],
          rows: [
            ['empty server, MB', formatNumber(empty.rss / 1e6)],
            ['an open map with its first socket, kB (of it heap)', `${kB(perMap)} (${kB(heapPerMap)})`],
            ['a further socket, kB (of it heap)', `${kB(perSocket)} (${kB(heapPerSocket)})`],
            ['content of a map as it is sent and stored, kB', kB(document)],
          ],
        },
      ];
    } finally {
      for (const { close } of open) close();
      await server.close();
    }
  },
};

/** Memory once two looks in a row agree, each behind a collection of garbage. */
async function memoryOf({
  url,
  pid,
}: Pick<BenchServer, 'url' | 'pid'>): Promise<{ rss: number; heap: number }> {
  let last = { rss: 0, heap: 0 };
  for (let look = 0; look < 20; look++) {
    process.kill(pid, 'SIGUSR2');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const text = await (await fetch(`${url}/metrics`)).text();
    const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    const now = { rss: read('process_resident_memory_bytes'), heap: read('nodejs_heap_size_used_bytes') };
    if (Math.abs(now.rss - last.rss) < now.rss / 100) return now;
    last = now;
  }
  return last;
}
