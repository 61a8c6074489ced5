import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatrixBed } from '../matrix/MatrixBed.ts';
import { send } from './graphqlCase.ts';
import {
  harmlessTexts,
  marker,
  operationArguments,
  questionCases,
  type TextArgument,
  textArguments,
  textCases,
} from './graphqlTextCases.ts';
import { operatorTexts } from './operatorTexts.ts';
import { QueryLog } from './QueryLog.ts';

/** All operators that this server uses. */
const ourOperators = new Set([
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$and', '$or', '$not', '$exists', '$expr'],
  ...['$regex', '$elemMatch', '$set', '$setOnInsert', '$inc', '$max', '$push', '$each', '$slice'],
  ...['$match', '$group', '$limit', '$project', '$documents', '$sum', '$add', '$size', '$filter', '$cond'],
  ...['$ifNull', '$literal', '$lookup', '$sort', '$unwind'],
]);
/** Where a text is kept as it is: in a new record, or as the value of a field. */
const isKept = /^(insert \w+\.documents\[\]|update \w+\.updates\[\]\.u\.\$set)\./;
/** Where a text is looked for. */
const questions = new Set([
  'aggregate journeyEvents.pipeline[].$group.count.$sum.$size.$filter.cond.$and[].$eq[].$literal',
  'aggregate maps.pipeline[].$match.$and[].search.$regex',
  'find apiTokens.filter._id',
  'find journeyEvents.filter.events.$elemMatch.by.userId',
  'find maps.filter.$and[].search.$regex',
  'find maps.filter._id.$in[]',
  'find member.filter.userId',
  'find webhookDeliveries.filter._id',
  'find webhooks.filter._id',
  'update invitationLinks.updates[].q._id',
]);
/** Payloads for each place; all of them come to their turn. */
const perPlace = 5;

/** What takes away what others need comes last, and the map after that. */
function rank({ mutation, name }: TextArgument): number {
  const takes = mutation === 'deleteMap' ? 2 : /^(delete|remove|revoke|rotate)/.test(mutation) ? 1 : 0;
  return takes === 0 || !name.endsWith('.clientMutationId') ? takes : takes + 0.5;
}

describe('what hostile texts become in the database', () => {
  let bed: MatrixBed;
  let log: QueryLog;

  beforeAll(async () => {
    bed = await MatrixBed.start();
    log = new QueryLog(bed.base.server.database.connection, marker);
  }, 60_000);
  afterAll(() => bed.close());

  it('the log sees an operator, a key, a field and a pattern that came from outside', async () => {
    const { connection } = bed.base.server.database;
    const seen = new QueryLog(connection, marker);
    const stop = seen.listen();
    const maps = connection.collection('maps');
    await maps.findOne({ title: { $where: marker } }).catch(() => {});
    await maps.findOne({ [`title.${marker}`]: 1 });
    await maps.findOne({ title: { $regex: `.*${marker}` } });
    await maps.aggregate([{ $group: { _id: `$${marker}` } }]).toArray();
    await maps.aggregate([{ $match: { $expr: { $eq: ['$title', marker] } } }]).toArray();
    await maps.aggregate([{ $match: { $expr: { $eq: ['$title', { $literal: marker }] } } }]).toArray();
    stop();
    expect(seen.operators).toContain('$where');
    expect(seen.found.map((each) => each.split(':')[1])).toEqual([
      ' a key',
      ' the pattern .*hostile-marker',
      ' evaluates $hostile-marker',
      ' evaluates hostile-marker',
    ]);
  });

  it('[HOSTILE9] three hundred texts in every argument stay values', async () => {
    const { url } = bed.base.server;
    const { cookie } = bed.base.team.owner;
    const { own } = bed;
    expect(new Set(operatorTexts).size).toBeGreaterThanOrEqual(300);
    const places = [...textArguments(own), ...operationArguments(own)].sort((a, b) => rank(a) - rank(b));
    let turn = 0;
    const stop = log.listen();
    for (const each of [...textCases(own), ...questionCases(own), ...questionCases(own, operatorTexts)])
      await send(url, cookie, each);
    for (const place of places) {
      for (let n = 0; n < perPlace; n += 1) {
        const text = [...operatorTexts, ...harmlessTexts][
          turn % (operatorTexts.length + harmlessTexts.length)
        ];
        turn += 1;
        const body = place.body(JSON.stringify(place.isList ? [text] : text));
        await send(url, cookie, { name: place.name, body, codes: [], status: 200 });
      }
    }
    stop();
    expect(turn).toBeGreaterThan(operatorTexts.length);
    expect(log.commands).toBeGreaterThan(1_000);
    expect(log.found).toEqual([]);
    expect([...log.operators].filter((name) => !ourOperators.has(name))).toEqual([]);
    const asked = [...log.holding].filter((place) => !isKept.test(place));
    expect(asked.filter((place) => !questions.has(place))).toEqual([]);
    // What is looked for is in the log: a search and ids that are none.
    expect(asked).toContain('find maps.filter.$and[].search.$regex');
    expect(asked).toContain('find maps.filter._id.$in[]');
  }, 120_000);
});
