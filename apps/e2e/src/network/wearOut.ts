import type { HttpPerson } from '@jejak/testbed';
import * as Y from 'yjs';
import { stockClient } from './stockClient.ts';

const textCount = 7;
const textLength = 20_000;
/** New deletions that one live update may bring. */
const deletionsOfOne = 1_000;

/** Another program that can be waited for. */
export interface WornMap {
  /** Resolves when the server has begun the map anew: everybody is sent away at this moment. */
  readonly begunAnew: Promise<void>;
  leave(): void;
}

/**
 * Lets a program write and delete in a map until it has collected so much past that the server begins it anew, which it
 * does when nobody has written for a moment. What people see of the map stays as it was.
 */
export async function wearOut(url: string, mapId: string, who: HttpPerson): Promise<WornMap> {
  const { doc, provider, destroy } = stockClient(url, mapId, 'content', who);
  const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  const begunAnew = new Promise<void>((resolve, reject) =>
    provider.on('closed', ({ code }) =>
      code === 4409 ? resolve() : reject(new Error(`closed with ${code}`)),
    ),
  );
  // Whoever waits for it hears of it.
  begunAnew.catch(() => {});
  provider.connect();
  await synced;
  // Words for feelings at steps that are not there: nobody sees them.
  const words = doc.getMap<Y.Text>('emotionWords');
  for (let one = 0; one < textCount; one += 1) {
    const text = new Y.Text('x'.repeat(textLength));
    words.set(`stp_worn${one}:per_worn`, text);
    // Every second letter, from the end: each leaves a gap of its own.
    for (let at = textLength - 1; at > 0; at -= 2 * deletionsOfOne) {
      doc.transact(() => {
        for (let letter = at; letter > 0 && letter > at - 2 * deletionsOfOne; letter -= 2)
          text.delete(letter, 1);
      });
    }
  }
  return { begunAnew, leave: destroy };
}
