import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardIn, type StoryAnswer, StoryServer, shows, textIn } from './StoryServer.ts';

/** Story 3.2: what a developer's program may not ask, and whom it does not disturb. */
describe('a developer asks too much', () => {
  let story: StoryServer;
  let mapId: string;
  let token: string;
  let cardId: string;
  beforeAll(async () => {
    story = await StoryServer.start({ env: { GRAPHQL_ALLOWANCE: '1' } });
  });
  beforeEach(async () => {
    mapId = await story.newMap('Responsive');
    const { columnId, laneId } = await story.placesOf(mapId);
    const input = { mapId, columnId, laneId, text: { en: 'Asks' } };
    const { card } = await story.change('addCard', input, '...on AddCardPayload{card{id}}');
    cardId = (card as { id: string }).id;
    token = (await story.newToken()).secret;
  });
  afterAll(() => story.close());

  /** Asks while one person types and another reads along; answers all answers. */
  async function askWhileTyping(sentence: string, queries: readonly string[]): Promise<StoryAnswer[]> {
    const [hers, his] = [
      await story.browser(mapId, story.team.owner),
      await story.browser(mapId, story.team.admin),
    ];
    const asked: Promise<StoryAnswer>[] = [];
    for (const letter of sentence) {
      for (const query of queries) asked.push(story.ask(query, { id: mapId }, { token }));
      const text = textIn(hers, cardId);
      text.insert(text.length, letter);
      await shows(his, () => cardIn(his, cardId)?.text.en === cardIn(hers, cardId)?.text.en);
    }
    expect(cardIn(his, cardId)?.text.en).toBe(`Asks${sentence}`);
    return Promise.all(asked);
  }

  it('[ST3.12] what is too deep or too dear is refused with what it would cost, while somebody types', async () => {
    const deep = `query($id:ID!){journeyMap(id:$id)${'{currentStateMap'.repeat(14)}{id}${'}'.repeat(14)}}`;
    const dear = '{workspaces{maps(first:100){nodes{cards(first:1000){nodes{id}}}}}}';
    const answers = await askWhileTyping(' and somebody types on', [deep, dear]);
    for (const [at, { errors }] of answers.entries()) {
      const [refusal] = errors;
      expect(refusal?.extensions.code).toBe(at % 2 === 0 ? 'DEPTH_LIMIT' : 'COST_LIMIT');
      if (at % 2 === 1) expect(Number(refusal?.extensions.cost)).toBeGreaterThan(1000);
    }
  });

  it('[ST3.12] of a thousand requests in a minute those beyond 300 are told when to come back', async () => {
    const question = 'query($id:ID!){journeyMap(id:$id){title{en}}}';
    const answers = await askWhileTyping(
      ' while it floods us.',
      Array.from({ length: 50 }, () => question),
    );
    expect(answers).toHaveLength(1000);
    const answered = answers.filter(({ status }) => status === 200);
    // On a machine that takes longer than a minute a second one begins.
    expect(answered.length).toBeGreaterThanOrEqual(300);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answered.length + refused.length).toBe(1000);
    for (const { errors } of refused) {
      expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', quota: 'requests', limit: 300 });
      const seconds = Number(errors[0]?.extensions.retryAfterSeconds);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
    }
  }, 120_000);
});
