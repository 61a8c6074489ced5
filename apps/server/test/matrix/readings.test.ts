import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { schema } from '../../src/schema.ts';
import { CorpusCount } from '../hostile/CorpusCount.ts';
import { UnhandledErrors } from '../hostile/UnhandledErrors.ts';
import { until } from '../sync/until.ts';
import { refusalIn, refusalOf } from './expected.ts';
import { type Asker, type Ids, MatrixBed } from './MatrixBed.ts';
import { type Reading, readings, subscriptionNeeds } from './rightsTable.ts';

const rows = Object.entries(readings);

/** Root fields, and fields with arguments of the types that rights are decided for. */
function fieldsToJudge(): string[] {
  const inner = ['JourneyMap', 'Workspace', 'Viewer'].flatMap((name) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`There is no type ${name}`);
    return Object.values(type.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field) => `${name}.${field.name}`);
  });
  const roots = Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => `Query.${name}`);
  return [...roots, ...inner];
}

describe('who may read what', () => {
  let bed: MatrixBed;
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Auth and sessions, who may read what');

  beforeAll(async () => {
    bed = await MatrixBed.start();
  }, 60_000);
  afterAll(async () => {
    unhandled.stop();
    await bed.close();
    count.tell();
  });

  const ask = ({ place, idName, query }: Reading, ids: Ids, as: Asker) =>
    bed.post(
      { query, variables: { id: ids[idName ?? (place === 'map' ? 'mapId' : 'workspaceId')] } },
      as.headers,
    );

  it('[RIGHTS3] every root field, and every field with arguments that rights decide on, is in the table', () => {
    const known = new Set(Object.keys(readings));
    expect(fieldsToJudge().filter((field) => !known.has(field))).toEqual([]);
    expect(Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).sort()).toEqual(
      Object.keys(subscriptionNeeds).sort(),
    );
  });

  it.each(rows)('[RIGHTS3] %s: each asker is answered as `decide` says', async (_name, reading) => {
    await bed.compile(reading.query);
    const before = await bed.state();
    count.add('askers and fields', bed.askers.length);
    for (const asker of bed.askers) {
      const { text } = await ask(reading, bed.own, asker);
      const isPublic = reading.ofAnybody === true && asker.name === 'nobody';
      const expected = isPublic ? null : refusalOf(asker, reading.needs, bed.own);
      const isNothing = expected?.code === 'NOT_FOUND' && reading.beyond === 'null';
      const isHidden = expected?.code === 'FORBIDDEN' && reading.within === 'null';
      const isOfNobody = reading.ofPerson === true && !asker.isPerson;
      if (isNothing || isHidden || isOfNobody) {
        expect(text, asker.name).toMatch(/^\{"data":\{"\w+":(null|\[null\])\}\}\n?$/);
      } else {
        expect(refusalIn(text), `${asker.name}: ${text}`).toEqual(expected);
        if (expected !== null) expect(text, asker.name).toMatch(/"data":null|^\{"errors"/);
      }
      if (reading.place === 'self' || asker.name === 'owner elsewhere') continue;
      const foreign = await ask(reading, bed.foreign, asker);
      expect(foreign, asker.name).toEqual(await ask(reading, bed.absent, asker));
      const beyond = refusalOf(asker, reading.needs, null);
      const told = beyond?.code === 'NOT_FOUND' && reading.beyond === 'null' ? null : beyond;
      expect(refusalIn(foreign.text), asker.name).toEqual(told);
    }
    expect(await bed.state()).toEqual(before);
  });

  it.each(Object.entries(subscriptionNeeds))(
    '[RIGHTS3] %s: each asker hears what `decide` says',
    async (name, needs) => {
      count.add('askers and subscriptions', bed.askers.length);
      for (const asker of bed.askers) {
        if (asker.access.kind === 'nobody') continue;
        const told = await followed(asker, name);
        const expected = refusalOf(asker, needs, bed.own);
        if (expected === null) expect(told.own, asker.name).toBeNull();
        else expect(told.own, asker.name).toContain(`"code":"${expected.code}"`);
        if (asker.name === 'owner elsewhere') continue;
        expect(told.foreign, asker.name).not.toBeNull();
        expect(told.foreign, asker.name).toEqual(told.absent);
      }
    },
  );

  it('[RIGHTS3] nobody, and whoever has a token that is worth nothing, opens no socket', async () => {
    for (const asker of bed.askers.filter(({ access }) => access.kind === 'nobody')) {
      const socket = new WebSocket(`${bed.base.server.wsUrl}/graphql`, 'graphql-transport-ws', {
        headers: asker.headers,
      });
      let status: number | null = null;
      socket.on('error', () => {});
      socket.on('unexpected-response', (request, response) => {
        status = response.statusCode ?? 0;
        request.destroy();
      });
      await until('refused', () => status !== null);
      expect(status, asker.name).toBe(401);
    }
  });

  it('[RIGHTS3] nothing of all that went unhandled', () => {
    expect(unhandled.seen).toEqual([]);
  });

  /** What a subscription to each map was answered: its error, or null where it stands. */
  async function followed(asker: Asker, name: string) {
    const origin = bed.base.server.url;
    const socket = new WebSocket(`${bed.base.server.wsUrl}/graphql`, 'graphql-transport-ws', {
      headers: 'cookie' in asker.headers ? { ...asker.headers, origin } : asker.headers,
    });
    const answers = new Map<string, string>();
    let acknowledged = false;
    let failure: string | null = null;
    socket.on('error', (error) => {
      failure = error.message;
    });
    socket.on('close', (code) => {
      failure ??= `closed ${code}`;
    });
    socket.on('message', (data) => {
      const { id, type, payload } = JSON.parse(String(data));
      if (type === 'connection_ack') acknowledged = true;
      if (type === 'next' || type === 'error') answers.set(id, JSON.stringify(payload));
    });
    const open = () => {
      if (failure !== null) throw new Error(`${asker.name}: ${failure}`);
      return true;
    };
    try {
      await until('open', () => open() && socket.readyState === WebSocket.OPEN);
      socket.send(JSON.stringify({ type: 'connection_init' }));
      await until('greeted', () => open() && acknowledged);
      const targets = { own: bed.own.mapId, foreign: bed.foreign.mapId, absent: bed.absent.mapId };
      for (const [id, mapId] of Object.entries(targets)) {
        const query = `subscription { ${name}(mapId: "${mapId}") { __typename } }`;
        socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
      }
      // Whoever may not is told before this is answered: rights are judged in the order of the questions.
      socket.send(
        JSON.stringify({ id: 'last', type: 'subscribe', payload: { query: '{ workspaces { id } }' } }),
      );
      const stranger = asker.name === 'owner elsewhere';
      await until(
        'answered',
        () => open() && answers.has('last') && answers.has('absent') && (stranger || answers.has('foreign')),
      );
      return {
        own: answers.get('own') ?? null,
        foreign: answers.get('foreign') ?? null,
        absent: answers.get('absent') ?? null,
      };
    } finally {
      socket.terminate();
    }
  }
});
