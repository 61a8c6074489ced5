import type { CDPSession, Page } from 'playwright-core';

declare global {
  interface Window {
    benchFirstCard?: number;
    benchPaints?: number[];
  }
}

/** As text: what the loader of this file adds to named functions does not exist in the page. */
const firstCardScript = `
  requestAnimationFrame(function look() {
    if (document.querySelector('[data-card-id]') === null) requestAnimationFrame(look);
    else window.benchFirstCard = performance.now();
  });
`;

/** Notes when the first card is in a frame, counted from the start of the navigation. */
export async function watchFirstCard(page: Page): Promise<void> {
  await page.addInitScript(firstCardScript);
}

/** Notes for each event of a kind how long it took from the device to the end of the frame that shows it. */
export async function watchPaints(page: Page, event: 'keydown' | 'pointermove'): Promise<void> {
  await page.evaluate((kind) => {
    const paints: number[] = [];
    window.benchPaints = paints;
    window.addEventListener(
      kind,
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => paints.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  }, event);
}

/** What `watchPaints` has noted, in milliseconds. */
export async function readPaints(page: Page): Promise<number[]> {
  return page.evaluate(() => window.benchPaints ?? []);
}

/** One of Chromium's own counters. */
export async function metric(
  session: CDPSession,
  name: 'ScriptDuration' | 'TaskDuration' | 'JSHeapUsedSize',
): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}
