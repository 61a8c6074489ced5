import { readMap } from '@jejak/journey-model';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { buildMap, runOperation, seededContext } from '../../journey-model/test/buildMap.ts';
import { randomOperation } from '../../journey-model/test/randomOperation.ts';
import { seededRandom } from '../../journey-model/test/seededRandom.ts';
import { deletionsOf } from '../src/index.ts';

const nothing = Uint8Array.of(0);

test.each([1, 2, 3, 4])(
  '[GUARD23] tells of a map and of each of its updates what Yjs tells (seed %i)',
  (seed) => {
    const docs = buildMap();
    const random = seededRandom(seed);
    const updates: Uint8Array[] = [];
    for (const doc of [docs.structure, docs.content]) doc.on('update', (update) => updates.push(update));
    const context = seededContext(seed);
    for (let step = 0; step < 150; step++) {
      const chosen = randomOperation(readMap(docs), random);
      if (chosen !== null) runOperation(docs, chosen.name, chosen.input, context);
    }
    const { content } = docs;
    content.getMap('cards').set('values', [1, -2.5, 1e300, 'ü', null, true, { deep: [undefined, {}] }]);
    content.getMap('cards').delete('values');
    const states = [docs.structure, content].map((doc) => Y.encodeStateAsUpdate(doc));
    expect(updates.length).toBeGreaterThan(50);
    for (const update of [...updates, ...states]) {
      const { to } = Y.parseUpdateMeta(update);
      const told = Y.diffUpdate(update, Y.encodeStateVector(to));
      expect(deletionsOf(update)).toEqual(new Uint8Array(told));
    }
    expect(deletionsOf(Uint8Array.of(0, 0))).toEqual(Uint8Array.of(0, 0));
  },
);

test('[GUARD23] tells nothing of what no guarded document holds, and of bytes cut off', () => {
  const foreign = [
    (doc: Y.Doc) => doc.getMap('cards').set('bytes', Uint8Array.of(1)),
    (doc: Y.Doc) => doc.getMap('cards').set('inner', new Y.Doc()),
    (doc: Y.Doc) => doc.getText('text').insertEmbed(0, { image: 1 }),
    (doc: Y.Doc) => doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p')]),
  ];
  for (const write of foreign) {
    const doc = new Y.Doc();
    write(doc);
    expect(deletionsOf(Y.encodeStateAsUpdate(doc))).toBeNull();
  }
  const doc = new Y.Doc();
  doc.getMap('cards').set('a', 'text');
  const whole = Y.encodeStateAsUpdate(doc, nothing);
  for (let at = 0; at < whole.length - 1; at++) expect(deletionsOf(whole.subarray(0, at))).toBeNull();
});
