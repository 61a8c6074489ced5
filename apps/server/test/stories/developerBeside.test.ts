import { readMap } from '@jejak/journey-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardIn, StoryServer, shows, textIn } from './StoryServer.ts';

interface History {
  readonly events: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly recordId: string | null;
      readonly actor: { readonly kind: string; readonly userId: string } | null;
    }[];
  };
}

/** Story 3.2: a program and people on one map. What it looks like in browsers, and at what speed, is `programBeside`. */
describe('a developer’s program beside people', () => {
  let story: StoryServer;
  beforeAll(async () => {
    story = await StoryServer.start();
  });
  afterAll(() => story.close());

  it('[N1] fifty-five changes by a program and a text typed meanwhile are all there, and the history names both', async () => {
    const mapId = await story.newMap('Beside');
    const { columnId, laneId, stageIds } = await story.placesOf(mapId);
    const { secret: token } = await story.newToken();
    const add = async (en: string) => {
      const input = { mapId, columnId, laneId, text: { en } };
      const { card } = await story.change('addCard', input, '...on AddCardPayload{card{id}}');
      return (card as { id: string }).id;
    };
    const [x, y] = [await add('X'), await add('Y')];
    const [hers, his] = [
      await story.browser(mapId, story.team.owner),
      await story.browser(mapId, story.team.admin),
    ];
    const typed = ' is typed letter by letter, and nothing of it is lost by what a program does';
    let order = [...stageIds];
    let version = '';
    const change = async (name: string, input: object): Promise<void> => {
      const pascal = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      const select = `...on ${pascal}Payload{mapVersion}`;
      const done = await story.change(name, { mapId, ...input }, select, { token });
      expect(done.__typename).toBe(`${pascal}Payload`);
      version = String(done.mapVersion);
    };
    const others = [
      ['editCard', { cardId: x, team: 'SALES' }],
      ['editCard', { cardId: x, channel: 'WEB' }],
      ['editCard', { cardId: x, cause: 'PRICE' }],
      ['tagCard', { cardId: x, add: ['mahal'] }],
      ['setCardText', { cardId: x, locale: 'ID', text: 'Dari program' }],
    ] as const;
    for (let n = 0; n < 50; n += 1) {
      const text = textIn(hers, x);
      text.insert(text.length, typed.slice(2 * n, 2 * n + 2));
      if (n % 2 === 0) await change('setCardText', { cardId: y, locale: 'EN', text: `Y ${n}` });
      else {
        const stageId = order.at(-1) ?? '';
        order = [stageId, ...order.slice(0, -1)];
        await change('moveStage', { stageId, afterId: null });
      }
      const other = others[n / 10];
      if (other !== undefined) await change(other[0], other[1]);
    }
    const wanted = { en: `X${typed}`, id: 'Dari program' };
    const state = (docs: typeof hers) => {
      const { stages } = readMap(docs);
      const card = cardIn(docs, x);
      return JSON.stringify([
        stages.map(({ id }) => id),
        card?.text,
        card?.team,
        card?.tags,
        cardIn(docs, y)?.text.en,
      ]);
    };
    const right = JSON.stringify([order, wanted, 'SALES', ['mahal'], 'Y 48']);
    for (const docs of [hers, his]) await shows(docs, () => state(docs) === right);
    const query = `query($id:ID!,$v:MapVersion){journeyMap(id:$id,minVersion:$v){stages{id}
      cards{nodes{id text{en id} team channel cause tags}}}}`;
    const { data } = await story.ask(query, { id: mapId, v: version }, { token });
    expect(data).toEqual({
      journeyMap: {
        stages: order.map((id) => ({ id })),
        cards: {
          nodes: [
            { id: x, text: wanted, team: 'SALES', channel: 'WEB', cause: 'PRICE', tags: ['mahal'] },
            { id: y, text: { en: 'Y 48', id: '' }, team: null, channel: null, cause: null, tags: [] },
          ],
        },
      },
    });
    const { events } = await story.read<History>(
      'journeyMap',
      'query($id:ID!){journeyMap(id:$id){events(first:100,orderBy:NEWEST){nodes{kind recordId actor{kind userId}}}}}',
      { id: mapId },
    );
    const by = (kind: string, userId: string) =>
      events.nodes.filter(({ actor }) => actor?.kind === kind && actor.userId === userId);
    const [program, person] = [by('API', story.team.editor.userId), by('USER', story.team.owner.userId)];
    expect(program.filter(({ recordId }) => recordId !== x).length).toBe(50);
    expect(program.filter(({ recordId }) => recordId === x).length).toBe(5);
    expect(person.length).toBeGreaterThan(0);
    expect(person.every(({ kind, recordId }) => kind === 'CARD_EDITED' && recordId === x)).toBe(true);
  });
});
