import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { apply, runOperation } from '../../test/buildMap.ts';
import { furnished } from '../../test/furnished.ts';
import { randomOperation } from '../../test/randomOperation.ts';
import { seededRandom } from '../../test/seededRandom.ts';
import type { MapDocs } from '../operation.ts';
import { readMap } from '../projection/readMap.ts';
import { openMap } from '../schema/openMap.ts';
import { operations } from './registry.ts';
import { type FieldAddress, writtenFields } from './writtenFields.ts';

type Place = Readonly<Record<keyof FieldAddress, string | null>>;

/** Where the values of a document stand, and what they are; a text is one value. */
function placesIn(docs: MapDocs): ReadonlyMap<string, { readonly at: Place; readonly value: string }> {
  const places = new Map<string, { at: Place; value: string }>();
  for (const [root, type] of Object.entries(openMap(docs)))
    type.forEach((value, key) => {
      const fields: [string | null, unknown][] =
        value instanceof Y.Map ? [...value.entries()] : [[null, value]];
      for (const [field, inner] of fields)
        places.set(JSON.stringify([root, key, field]), {
          at: { root, key, field },
          value: JSON.stringify(inner),
        });
    });
  return places;
}

const covers = (written: FieldAddress, at: Place): boolean =>
  written.root === at.root &&
  written.key === at.key &&
  (written.field === null || written.field === at.field);

describe('what operations write', () => {
  it('[WRITE1] every operation writes nothing of what is there already but what it says', () => {
    const seed = 41;
    const random = seededRandom(seed);
    const { docs, context } = furnished();
    apply(docs, 'setMapType', { type: 'FUTURE_STATE' }, context);
    const seen = new Set<string>();
    for (let n = 0; n < 300; n++) {
      const operation = randomOperation(readMap(docs), random);
      if (operation === null) continue;
      const { name, input } = operation;
      const told = writtenFields(name, operations[name].input.parse(input));
      const before = placesIn(docs);
      const keysBefore = new Set([...before.values()].map(({ at }) => `${at.root}/${at.key}`));
      runOperation(docs, name, input, context);
      const after = placesIn(docs);
      const touched = [...new Set([...before.keys(), ...after.keys()])]
        .filter((place) => before.get(place)?.value !== after.get(place)?.value)
        .flatMap((place) => before.get(place) ?? after.get(place) ?? []);
      for (const { at } of touched) {
        // What was not there before is made.
        const made = at.field !== null && !keysBefore.has(`${at.root}/${at.key}`);
        const isTold = made || told.some((address) => covers(address, at));
        expect({ seed, n, name, at, isTold }).toMatchObject({ isTold: true });
      }
      if (touched.length > 0) seen.add(name);
    }
    expect([...seen].length).toBeGreaterThan(20);
  });
});
