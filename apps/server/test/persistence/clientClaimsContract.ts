import { describe, expect, it } from 'vitest';
import type { ClientClaims } from '../../src/persistence/ClientClaims.ts';

/** What every `ClientClaims` must do. */
export function clientClaimsContract(name: string, claims: () => ClientClaims): void {
  let count = 0;
  const newDoc = (): string => {
    count += 1;
    return `map_claims${count}/content`;
  };

  describe(`${name} as ClientClaims`, () => {
    it('[CLAIM1] a client id is bound once and stays bound', async () => {
      const docId = newDoc();
      expect(await claims().load(docId)).toEqual(new Map());
      const first = new Map([
        [7, 'ani'],
        [2 ** 32 - 1, null],
      ]);
      expect(await claims().claim(docId, first)).toEqual(first);
      expect(await claims().claim(docId, new Map([[7, 'budi']]))).toEqual(new Map([[7, 'ani']]));
      expect(await claims().claim(docId, first)).toEqual(first);
      expect(await claims().load(docId)).toEqual(first);
      expect(await claims().ownersOf(docId, [7, 8])).toEqual(new Map([[7, 'ani']]));
      expect(await claims().load(newDoc())).toEqual(new Map());
    });

    it('[CLAIM2] of many who bind one id at one moment one wins, and all are told who', async () => {
      const docId = newDoc();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, person) => claims().claim(docId, new Map([[1, `person ${person}`]]))),
      );
      expect(new Set(answers.map((owners) => owners.get(1))).size).toBe(1);
      expect((await claims().load(docId)).size).toBe(1);
    });

    it('[CLAIM3] the claims of a document go with it, and no others', async () => {
      const [gone, kept] = [newDoc(), newDoc()];
      for (const docId of [gone, kept]) await claims().claim(docId, new Map([[1, 'ani']]));
      await claims().remove(gone);
      expect(await claims().load(gone)).toEqual(new Map());
      expect((await claims().load(kept)).size).toBe(1);
    });
  });
}
