import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { indexedDbStore } from '../src/indexedDbStore.ts';
import { answerOf, openDatabase } from '../src/openDatabase.ts';

/** What somebody finds of a document on this device. */
async function found(userId: string, name: string): Promise<{ text: string; epoch: number | undefined }> {
  const doc = new Y.Doc();
  const store = indexedDbStore(userId)(name, doc, 'kept');
  const epoch = await store.loaded;
  await store.close();
  return { text: doc.getText('t').toString(), epoch };
}

async function keep(userId: string, name: string, text: string): Promise<void> {
  const doc = new Y.Doc();
  const store = indexedDbStore(userId)(name, doc, 'kept');
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
  const store = indexedDbStore('usr_anna')('map_3/content', new Y.Doc(), 'kept');
  await store.loaded;
  await store.clear();
  expect(await found('usr_anna', 'map_3/content')).toEqual({ text: '', epoch: undefined });
  expect((await found('usr_budi', 'map_3/content')).text).toBe('stays');
});

/** A word of somebody else comes from the server. */
function serve(doc: Y.Doc, word: string): void {
  const theirs = new Y.Doc();
  theirs.getText(word).insert(0, word);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
}

/** A window that writes one word in a life, or is served it and ends. */
async function write(name: string, epoch: number, word: string, local = true): Promise<void> {
  const doc = new Y.Doc();
  const store = indexedDbStore('usr_anna')(name, doc, 'present');
  await store.setEpoch(epoch);
  if (local) doc.getText(word).insert(0, word);
  else serve(doc, word);
  await store.close();
}

function words(doc: Y.Doc): readonly string[] {
  return [...doc.share.keys()].sort();
}

test('[STORE3] [STORE4] a former life is found first, alone, and then the present one; each knows what is unsaved', async () => {
  await write('map_4/content', 1, 'former');
  await write('map_4/content', 2, 'present', false);
  for (const [epoch, word, unsaved] of [
    [1, 'former', true],
    [2, 'present', false],
  ] as const) {
    const doc = new Y.Doc();
    const store = indexedDbStore('usr_anna')('map_4/content', doc, 'kept');
    expect(await store.loaded).toBe(epoch);
    expect([words(doc), store.unsaved]).toEqual([[word], unsaved]);
    await store.clear();
  }
  expect(await found('usr_anna', 'map_4/content')).toEqual({ text: '', epoch: undefined });
});

test('[STORE3] a document from the server takes in its own life alone, also what it held before it was kept', async () => {
  await write('map_5/content', 1, 'former');
  await write('map_5/content', 2, 'offline');
  const doc = new Y.Doc();
  const store = indexedDbStore('usr_anna')('map_5/content', doc, 'present');
  serve(doc, 'served');
  expect(await store.loaded).toBeUndefined();
  expect(words(doc)).toEqual(['served']);
  await store.setEpoch(2);
  expect([words(doc), store.unsaved]).toEqual([['offline', 'served'], true]);
  await store.close();
  const again = new Y.Doc();
  const next = indexedDbStore('usr_anna')('map_5/content', again, 'present');
  await next.setEpoch(2);
  expect(words(again)).toEqual(['offline', 'served']);
  await next.close();
});

test('[STORE4] what the server has journaled is not unsaved any more when the page is opened again', async () => {
  const doc = new Y.Doc();
  const store = indexedDbStore('usr_anna')('map_6/content', doc, 'kept');
  await store.setEpoch(3);
  const unsavedNext = async (): Promise<boolean> => {
    const next = indexedDbStore('usr_anna')('map_6/content', new Y.Doc(), 'kept');
    await next.loaded;
    const { unsaved } = next;
    await next.close();
    return unsaved;
  };
  doc.getText('t').insert(0, 'a');
  expect(await unsavedNext()).toBe(true);
  store.saved();
  doc.getText('t').insert(0, 'b');
  store.saved();
  await store.close();
  expect(await unsavedNext()).toBe(false);
});

test('[STORE4] a letter written after the server said saved is still unsaved', async () => {
  const doc = new Y.Doc();
  const store = indexedDbStore('usr_anna')('map_7/content', doc, 'kept');
  await store.setEpoch(3);
  doc.getText('t').insert(0, 'a');
  store.saved();
  doc.getText('t').insert(0, 'b');
  await store.close();
  const next = indexedDbStore('usr_anna')('map_7/content', new Y.Doc(), 'kept');
  await next.loaded;
  expect(next.unsaved).toBe(true);
  await next.close();
});

test('[STORE5] a window that forgets leaves what another has written since', async () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  const [mine, theirs] = [one, two].map((doc) => indexedDbStore('usr_anna')('map_8/content', doc, 'kept'));
  await Promise.all([mine?.setEpoch(3), theirs?.setEpoch(3)]);
  one.getText('mine').insert(0, 'mine');
  two.getText('theirs').insert(0, 'theirs');
  await mine?.clear();
  await theirs?.close();
  const doc = new Y.Doc();
  const next = indexedDbStore('usr_anna')('map_8/content', doc, 'kept');
  await next.loaded;
  expect(words(doc)).toEqual(['theirs']);
  await next.close();
});

test('[STORE6] after very many updates all is there again, from few entries', async () => {
  const [letters, atOnce] = [1_200, 100];
  const doc = new Y.Doc();
  const store = indexedDbStore('usr_anna')('map_9/content', doc, 'kept');
  await store.setEpoch(7);
  const db = await openDatabase('jejak/usr_anna/map_9/content', 2, () => {});
  for (let letter = 0; letter < letters; letter += 1) {
    doc.getText('t').insert(letter, 'x');
    if ((letter + 1) % atOnce > 0) continue;
    // Answered once all that was written before is there.
    const entries = db.transaction('entries', 'readwrite').objectStore('entries');
    expect(await answerOf(entries.count())).toBeLessThanOrEqual(501 + atOnce);
  }
  db.close();
  await store.close();
  expect(await found('usr_anna', 'map_9/content')).toEqual({ text: 'x'.repeat(letters), epoch: 7 });
});
