import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatrixBed } from '../matrix/MatrixBed.ts';
import { codeIn, type GraphqlCase, send } from './graphqlCase.ts';
import { literalCases, shapeCases, syntaxCases } from './graphqlDocumentCases.ts';
import { bodyCases, csrfCases } from './graphqlRequestCases.ts';
import { harmlessTexts, marker, questionCases, textCases } from './graphqlTextCases.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

/** How many cases of each kind there are at least. */
const rows: readonly [string, number, (bed: MatrixBed) => readonly GraphqlCase[]][] = [
  ['texts that are no documents', 60, () => syntaxCases],
  ['documents that are too large', 60, () => shapeCases],
  ['values at the edges of their types', 40, () => literalCases],
  [
    'what a page of another site can send',
    60,
    ({ base, own }) =>
      csrfCases(Number(new URL(base.server.url).port), {
        query: `mutation{setMapTitle(input:{mapId:"${own.mapId}",locale:EN,text:"Forged"}){__typename}}`,
      }),
  ],
  ['batches, hashes and bodies that are none', 40, () => bodyCases],
  ['what is no text, and texts that are no ids, in every argument', 300, ({ own }) => textCases(own)],
  ['texts that mean something elsewhere, in questions', 100, ({ own }) => questionCases(own)],
];

describe('hostile GraphQL over HTTP', () => {
  let bed: MatrixBed;
  const unhandled = new UnhandledErrors();

  beforeAll(async () => {
    bed = await MatrixBed.start();
  }, 60_000);
  afterAll(async () => {
    unhandled.stop();
    await bed.close();
  });

  it.each(rows)(
    '[HOSTILE7] %s: each has the answer it should, and changes nothing',
    async (_kind, least, of) => {
      const cases = of(bed);
      expect(cases.length).toBeGreaterThanOrEqual(least);
      const { url } = bed.base.server;
      const { cookie } = bed.base.team.owner;
      const before = await bed.state();
      const surprises: unknown[] = [];
      for (const each of cases) {
        const { status, text } = await send(url, cookie, each);
        const code = codeIn(text);
        if (status === each.status && each.codes.includes(code)) continue;
        surprises.push({ name: each.name, expected: [each.status, ...each.codes], got: [status, code] });
      }
      expect(surprises).toEqual([]);
      expect(await bed.state()).toEqual(before);
    },
  );

  it('[HOSTILE7] none of it is in the database, and what may be written as a text is one', async () => {
    const keys = new Set<string>();
    const kept = async (among = (_name: string) => true) => {
      const { connection } = bed.base.server.database;
      // The audit log tells which ids were tried; it is looked at for keys below, with all else.
      const names = (await connection.listCollections()).map(({ name }) => name).filter(among);
      const found = names.map(async (name) =>
        JSON.stringify(await connection.collection(name).find().toArray(), (key, value) => {
          keys.add(key);
          return value;
        }),
      );
      return (await Promise.all(found)).join();
    };
    expect(await kept((name) => name !== 'auditLog')).not.toContain(marker);
    const { mapId, cardId } = bed.own;
    for (const text of harmlessTexts) {
      await bed.act('setCardText', { mapId, cardId, locale: 'EN', text }, 'changed');
      const { data } = await bed.base.ask(
        'query($mapId:ID!,$cardId:ID!){journeyMap(id:$mapId){card(id:$cardId){text{en}}}}',
        { mapId, cardId },
        bed.base.team.owner,
      );
      expect(data).toMatchObject({ journeyMap: { card: { text: { en: text } } } });
    }
    await kept();
    expect([...keys].filter((key) => /^(\$|__proto__|constructor)|\.|hostile/.test(key))).toEqual([]);
  });

  it('[HOSTILE7] nothing of all that went unhandled, and the server answers', async () => {
    expect(unhandled.seen).toEqual([]);
    expect(await bed.post({ query: '{ __typename }' }, {})).toMatchObject({ status: 200 });
  });
});
