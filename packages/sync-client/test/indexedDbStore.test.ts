import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { indexedDbStore } from '../src/indexedDbStore.ts';

/** What somebody finds of a document on this device. */
async function found(userId: string, name: string): Promise<{ text: string; epoch: number | undefined }> {
  const doc = new Y.Doc();
  const store = indexedDbStore(userId)(name, doc);
  await store.loaded;
  const epoch = await store.epoch();
  await store.close();
  return { text: doc.getText('t').toString(), epoch };
}

async function keep(userId: string, name: string, text: string): Promise<void> {
  const doc = new Y.Doc();
  const store = indexedDbStore(userId)(name, doc);
  await store.loaded;
  await store.setEpoch(7);
  doc.getText('t').insert(0, text);
  await store.close();
}

test('[STORE1] what was written is there again after the page was closed, with the epoch it belongs to', async () => {
  await keep('usr_anna', 'map_1/content', 'halo');
  expect(await found('usr_anna', 'map_1/content')).toEqual({ text: 'halo', epoch: 7 });
  expect(await found('usr_anna', 'map_1/structure')).toEqual({ text: '', epoch: undefined });
});

test('[STORE2] whoever signs in on the same device sees and sends nothing of it', async () => {
  await keep('usr_anna', 'map_2/content', 'only hers');
  expect(await found('usr_budi', 'map_2/content')).toEqual({ text: '', epoch: undefined });
  await keep('usr_budi', 'map_2/content', 'only his');
  expect(await found('usr_anna', 'map_2/content')).toEqual({ text: 'only hers', epoch: 7 });
});

test('[STORE1] what is forgotten is gone, for one document of one person', async () => {
  await keep('usr_anna', 'map_3/content', 'gone');
  await keep('usr_budi', 'map_3/content', 'stays');
  const store = indexedDbStore('usr_anna')('map_3/content', new Y.Doc());
  await store.loaded;
  await store.clear();
  expect(await found('usr_anna', 'map_3/content')).toEqual({ text: '', epoch: undefined });
  expect((await found('usr_budi', 'map_3/content')).text).toBe('stays');
});
