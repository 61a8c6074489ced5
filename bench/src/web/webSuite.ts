import { openBrowser } from '@jejak/testbed';
import { formatNumber } from '../formatNumber.ts';
import { type BenchServer, startBenchServer } from '../jejak/startBenchServer.ts';
import { median } from '../median.ts';
import type { Suite } from '../Section.ts';
import { measureWeb, type WebRound } from './measureWeb.ts';
import { RemoteEditor } from './RemoteEditor.ts';

const rounds = 3;

/** The map page in a real browser. */
export const webSuite: Suite = {
  name: 'web',
  async run(say) {
    const server = await startBenchServer();
    const browser = await openBrowser();
    const results: WebRound[] = [];
    let version = '';
    try {
      version = browser.version();
      const maps = { ordinary: await fill(server, 300), large: await fill(server, 2_000) };
      for (let round = 1; round <= rounds; round++) {
        const result = await measureWeb(browser, server, maps);
        results.push(result);
        say(
          `round ${round}: first card ${formatNumber(result.firstCardMs)} ms, key ${formatNumber(result.keyP50)} / ${formatNumber(result.keyP95)} ms, heap ${megabytes(result.heapBytes)} MB`,
        );
      }
    } finally {
      await browser.close();
      await server.close();
    }
    const figure = (key: keyof WebRound) => median(results.map((round) => round[key]));
    return [
      {
        title: 'The map page',
        notes: [
          `Headless Chromium ${version} without a GPU at 1440 × 900, empty cache, medians of ${rounds} rounds. A key or a move counts as painted at the end of the first frame after it.`,
        ],
        head: ['Measure', 'Jejak'],
        rows: [
          ['JavaScript until the map is live, gzip, kB', formatNumber(figure('scriptGzipBytes') / 1000)],
          ['first card over 10 Mbit/s, 300 cards, ms', formatNumber(figure('firstCardMs'))],
          [
            'key to painted with 50 remote edits/s, p50 / p95, ms',
            `${formatNumber(figure('keyP50'))} / ${formatNumber(figure('keyP95'))}`,
          ],
          [
            'drag: pointer to painted p50 / p99, ms',
            `${formatNumber(figure('dragP50'))} / ${formatNumber(figure('dragP99'))}`,
          ],
          ['drag: script per second, ms', formatNumber(figure('dragScriptMsPerSecond'))],
          ['JS heap with 2,000 cards, MB', megabytes(figure('heapBytes'))],
          ['main thread busy while panning 2,000 cards, %', formatNumber(figure('panningBusy') * 100)],
        ],
      },
    ];
  },
};

const megabytes = (bytes: number) => formatNumber(bytes / 1e6);

/** A map with cards, made by a colleague over the socket; complete once another one sees them all. */
async function fill(server: BenchServer, cards: number): Promise<string> {
  const mapId = await server.createMap(`${cards} cards`);
  const maker = await RemoteEditor.open(server.url, server.headersOf(0), mapId);
  maker.add(cards);
  for (let attempt = 0; attempt < 100; attempt++) {
    const reader = await RemoteEditor.open(server.url, server.headersOf(1), mapId);
    const { cardCount } = reader;
    reader.close();
    if (cardCount === cards) {
      maker.close();
      return mapId;
    }
  }
  throw new Error(`${cards} cards did not arrive`);
}
