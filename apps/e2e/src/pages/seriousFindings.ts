import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: { run(within?: string): Promise<AxeResults> };
  }
}

/** What fades or moves is looked at where it ends; what goes round for ever is looked at as it is. */
const atRest = (): Promise<unknown> =>
  Promise.all(
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
      // One that is cut off is at rest too.
      .map(({ finished }) => finished.catch(() => {})),
  );

/** Accessibility findings of weight serious or critical, one line each; of the whole page unless told `within` what. */
export async function seriousFindings(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  await page.evaluate(atRest);
  const { violations } = await page.evaluate((part) => window.axe.run(part), within);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
    );
}
