import { openBrowser } from '@jejak/testbed';
import { formatNumber } from '../formatNumber.ts';
import { startBenchServer } from '../jejak/startBenchServer.ts';
import { percentile } from '../percentile.ts';
import { watchWords } from './watchWords.ts';

const mutations = 200;
const mutation =
  'mutation ($input: SetCardTextInput!) { setCardText(input: $input) { __typename ... on UserError { code } } }';

/** From the moment a program sends a change until a frame with it is painted in a browser of somebody else. */
export async function measureVisible(say: (line: string) => void): Promise<readonly string[]> {
  const server = await startBenchServer();
  const browser = await openBrowser();
  const taken: number[] = [];
  try {
    const mapId = await server.createMap('Bench', 100);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const { owner } = server.workspace;
    await context.addCookies(owner.cookies.map((cookie) => ({ ...cookie, url: server.url })));
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${server.url}/en/maps/${mapId}`);
    await page.locator('[data-status="saved"]').waitFor();
    const cardId = (await page.locator('[data-card-id]').first().getAttribute('data-card-id')) ?? '';
    const words = await watchWords(page, cardId);
    for (let n = 0; n < mutations; n++) {
      const text = `word${n}.`;
      const painted = words.next(text);
      const sentAt = performance.timeOrigin + performance.now();
      const { setCardText } = await owner.graphql<{ setCardText: { __typename: string } }>(mutation, {
        input: { mapId, cardId, locale: 'EN', text },
      });
      if (setCardText.__typename !== 'SetCardTextPayload') throw new Error(JSON.stringify(setCardText));
      taken.push((await painted) - sentAt);
    }
    say(
      `visible after ${formatNumber(percentile(taken, 0.5))} / ${formatNumber(percentile(taken, 0.95))} ms`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
  const figures = [0.5, 0.95].map((share) => formatNumber(percentile(taken, share))).join(' / ');
  return [`mutation sent to painted in another browser, journaled, p50 / p95 of ${mutations}, ms`, figures];
}
