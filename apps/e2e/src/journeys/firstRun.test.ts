import { openBrowser, ProductionServer } from '@jejak/testbed';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../pages/seriousFindings.ts';

describe('first run', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['en', 'en-GB', 'Awareness'],
    ['id', 'id-ID', 'Kesadaran'],
  ])(
    'shows a finished map within a minute of the command (%s)',
    async (language, locale, firstStage) => {
      const server = await ProductionServer.start();
      const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } });
      try {
        const page = await context.newPage();
        const problems: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) problems.push(message.text());
        });
        page.on('pageerror', (error) => problems.push(error.message));
        await page.goto(server.url);
        await page.waitForURL(`**/${language}/setup`);
        await page.locator('input[name="workspaceName"]').waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.locator('input[name="workspaceName"]').fill('Apotek Sehat');
        await page.locator('input[name="name"]').fill('Ayu Lestari');
        await page.locator('input[name="email"]').fill('ayu@example.org');
        await page.locator('input[name="password"]').fill('a long enough pass phrase');
        await page.locator('button[type="submit"]').click();
        await page.locator('a[href*="/maps/map_"]').first().click();
        await page.locator('[data-card-id]').first().waitFor();
        await page.locator('[data-status="saved"]').waitFor();

        expect(await page.locator('[data-target^="stage:"]').count()).toBe(5);
        expect(await page.locator('[data-target^="column:stp_"]').count()).toBe(10);
        expect(await page.locator('[data-target^="stage:"]').first().innerText()).toContain(firstStage);
        expect(await page.locator('[data-card-id]').count()).toBeGreaterThan(10);
        expect(problems).toEqual([]);
        // Set-up is done: nobody can do it again.
        const again = await page.request.post(`${server.url}/api/setup`, { data: {} });
        expect(again.ok()).toBe(false);
      } finally {
        await context.close();
        await server.dispose();
      }
    },
    60_000,
  );
});
