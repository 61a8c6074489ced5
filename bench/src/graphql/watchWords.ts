import type { Page } from 'playwright-core';

const waitMsMax = 10_000;

/** As text: what the loader of this file adds to named functions does not exist in the page. */
function script(cardId: string): string {
  return `
    const card = document.querySelector('[data-card-id="${cardId}"]');
    const told = new Set();
    new MutationObserver(() => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const word = /word\\d+\\./.exec(card.textContent)?.[0];
        if (word === undefined || told.has(word)) return;
        told.add(word);
        window.benchPainted(word, performance.timeOrigin + performance.now());
      };
      channel.port2.postMessage(null);
    })).observe(card, { subtree: true, childList: true, characterData: true });
  `;
}

/** Tells when a word is painted in a card, by the clock of the machine. */
export async function watchWords(
  page: Page,
  cardId: string,
): Promise<{ next(word: string): Promise<number> }> {
  const waiting = new Map<string, (at: number) => void>();
  await page.exposeFunction('benchPainted', (word: string, at: number) => waiting.get(word)?.(at));
  await page.evaluate(script(cardId));
  return {
    next: (word) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`"${word}" was not painted`)), waitMsMax);
        waiting.set(word, (at) => {
          clearTimeout(timer);
          waiting.delete(word);
          resolve(at);
        });
      }),
  };
}
