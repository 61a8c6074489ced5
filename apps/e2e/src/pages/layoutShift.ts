import type { Page } from 'playwright-core';

declare global {
  interface Window {
    jejakLayoutShift?: number;
  }
}

/** Adds up layout shifts that no input caused, from the first paint of each page on. */
export async function recordLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.jejakLayoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { hadRecentInput, value } = entry as PerformanceEntry & {
          hadRecentInput: boolean;
          value: number;
        };
        if (!hadRecentInput) window.jejakLayoutShift = (window.jejakLayoutShift ?? 0) + value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The layout shift of the page so far. */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => window.jejakLayoutShift ?? 0);
}
