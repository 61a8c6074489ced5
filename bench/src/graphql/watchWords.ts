import type { Page } from 'playwright-core';

const waitMsMax = 10_000;

/**
 * As text: what the loader of this file adds to named functions does not exist in the page. What is written while a frame
 * is made is painted by that frame, whose end a message behind it marks; anything else by the next one.
 */
function script(cardId: string): string {
  return `
    const card = document.querySelector('[data-card-id="${cardId}"]');
    const told = new Set();
    const behindFrame = (run) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = run;
      channel.port2.postMessage(null);
    };
    let inFrame = false;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (run) => ask((time) => {
      if (!inFrame) behindFrame(() => { inFrame = false; });
      inFrame = true;
      run(time);
    });
    const tell = () => {
      const word = /word\\d+\\./.exec(card.textContent)?.[0];
      if (word === undefined || told.has(word)) return;
      told.add(word);
      window.benchPainted(word, performance.timeOrigin + performance.now());
    };
    new MutationObserver(() => {
      if (inFrame) behindFrame(tell);
      else ask(() => behindFrame(tell));
    }).observe(card, { subtree: true, childList: true, characterData: true });
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
