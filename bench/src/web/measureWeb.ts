import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { BenchServer } from '../jejak/startBenchServer.ts';
import { percentile } from '../percentile.ts';
import { metric, readPaints, watchFirstCard, watchPaints } from './pageProbes.ts';
import { RemoteEditor } from './RemoteEditor.ts';

/** What a round in a browser gave: bytes, milliseconds, shares of a second. */
export interface WebRound {
  readonly scriptGzipBytes: number;
  readonly firstCardMs: number;
  readonly keyP50: number;
  readonly keyP95: number;
  readonly dragScriptMsPerSecond: number;
  readonly dragP50: number;
  readonly dragP99: number;
  readonly heapBytes: number;
  readonly panningBusy: number;
}

const tenMegabits = 10_000_000 / 8;

/** Measures the map page with 300 and with 2,000 cards. */
export async function measureWeb(
  browser: Browser,
  server: BenchServer,
  maps: { readonly ordinary: string; readonly large: string },
): Promise<WebRound> {
  const cold = await withPage(browser, server, (seat) => measureLoad(seat, maps.ordinary));
  const typing = await withPage(browser, server, (seat) => measureTyping(seat, server, maps.ordinary));
  const dragging = await withPage(browser, server, (seat) => measureDrag(seat, maps.ordinary));
  const large = await withPage(browser, server, (seat) => measureLarge(seat, maps.large));
  return { ...cold, ...typing, ...dragging, ...large };
}

interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
  open(mapId: string): Promise<void>;
}

async function withPage<T>(
  browser: Browser,
  server: BenchServer,
  use: (seat: Seat) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    const { cookies } = server.workspace.owner;
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: server.url })));
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const open = async (mapId: string) => {
      await page.goto(`${server.url}/en/maps/${mapId}`);
      await page.locator('[data-status="saved"]').waitFor();
    };
    return await use({ context, page, session, open });
  } finally {
    await context.close();
  }
}

async function measureLoad({ page, session, open }: Seat, mapId: string) {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: tenMegabits,
    uploadThroughput: tenMegabits,
  });
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  await watchFirstCard(page);
  await open(mapId);
  const firstCardMs = await page.evaluate(() => window.benchFirstCard ?? Number.NaN);
  const sizes = await Promise.all(scripts);
  return { firstCardMs, scriptGzipBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function measureTyping({ page, open }: Seat, server: BenchServer, mapId: string) {
  await open(mapId);
  const card = page.locator('[data-card-id]').first();
  const cardId = (await card.getAttribute('data-card-id')) ?? '';
  const remote = await RemoteEditor.open(server.url, server.headersOf(1), mapId);
  await card.dblclick();
  const area = card.locator('textarea');
  await area.waitFor();
  await area.press('End');
  await watchPaints(page, 'keydown');
  const stop = remote.edit(50, cardId);
  try {
    await area.pressSequentially('the quick brown fox jumps over the lazy dog again and again', {
      delay: 80,
    });
  } finally {
    stop();
    remote.close();
  }
  const paints = await readPaints(page);
  return { keyP50: percentile(paints, 0.5), keyP95: percentile(paints, 0.95) };
}

async function measureDrag({ page, session, open }: Seat, mapId: string) {
  await open(mapId);
  const box = await page.locator('[data-card-id]').first().boundingBox();
  if (box === null) throw new Error('no card to drag');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 20);
  await watchPaints(page, 'pointermove');
  const before = await metric(session, 'ScriptDuration');
  const began = performance.now();
  for (let n = 0; performance.now() - began < 3_000; n++) {
    // Straight to the browser: the driver's own moves run scripts of its own in the page.
    await session.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      button: 'left',
      buttons: 1,
      x: 400 + 300 * Math.sin(n / 20),
      y: 400 + 150 * Math.cos(n / 13),
    });
  }
  const seconds = (performance.now() - began) / 1000;
  const script = (await metric(session, 'ScriptDuration')) - before;
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const paints = await readPaints(page);
  return {
    dragScriptMsPerSecond: (script * 1000) / seconds,
    dragP50: percentile(paints, 0.5),
    dragP99: percentile(paints, 0.99),
  };
}

async function measureLarge({ page, session, open }: Seat, mapId: string) {
  await open(mapId);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const heapBytes = await metric(session, 'JSHeapUsedSize');
  await page.mouse.move(800, 500);
  const before = await metric(session, 'TaskDuration');
  const began = performance.now();
  for (let n = 0; performance.now() - began < 3_000; n++) {
    await page.mouse.wheel(Math.sin(n / 30) * 40, Math.cos(n / 40) * 40);
  }
  const seconds = (performance.now() - began) / 1000;
  const busy = (await metric(session, 'TaskDuration')) - before;
  return { heapBytes, panningBusy: busy / seconds };
}
