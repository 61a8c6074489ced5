import { operations, readMap } from '@jejak/journey-model';
import { seededContext } from '@jejak/journey-model/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Follower } from './Follower.ts';
import { StoryServer } from './StoryServer.ts';

interface Told {
  readonly journeyEvents: {
    readonly cursor: string;
    readonly kind: string;
    readonly id: string;
    readonly recordId: string;
    readonly actor: { readonly kind: string; readonly userId: string };
  };
}

const query = `subscription($id:ID!,$after:String){
  journeyEvents(mapId:$id,after:$after){cursor kind id recordId actor{kind userId}}}`;

/** Story 3.2: what a developer's program hears, and when it does not any more. */
describe('a developer follows a map', () => {
  let story: StoryServer;
  const followers: Follower<Told>[] = [];
  beforeAll(async () => {
    story = await StoryServer.start({ nodes: 2, env: { SYNC_ALLOWANCE: '100' } });
  });
  afterEach(async () => {
    for (const follower of followers.splice(0)) await follower.leave();
  });
  afterAll(() => story.close());

  function follow(mapId: string, token: string, after: string | null, node = 0): Follower<Told> {
    const { wsUrl = '' } = story.server.nodes[node] ?? {};
    const follower = new Follower<Told>(wsUrl, token, query, { id: mapId, after });
    followers.push(follower);
    return follower;
  }

  async function lastCursor(mapId: string): Promise<string> {
    const { lastEventCursor } = await story.read<{ lastEventCursor: string }>(
      'journeyMap',
      'query($id:ID!){journeyMap(id:$id){lastEventCursor}}',
      { id: mapId },
    );
    return lastEventCursor;
  }

  it('[ST3.10] 30 edits are 30 typed events with who made them, though the socket was cut in between', async () => {
    const mapId = await story.newMap('Thirty edits');
    const { columnId, laneId, stageIds } = await story.placesOf(mapId);
    const docs = await story.browser(mapId, story.team.owner);
    const { secret: token } = await story.newToken();
    const context = seededContext(30);
    const added: string[] = [];
    /** One edit after the other, each known to the server before the next: what the list of events is compared with. */
    const known = async (cardId: string) => {
      while (!(await story.cardsOf(mapId)).some(({ id }) => id === cardId));
    };
    const byHand = async (n: number) => {
      const input = operations.addCard.input.parse({ columnId, laneId, text: { en: `By hand ${n}` } });
      const made = operations.addCard.run(docs, input, context);
      if (!made.ok) throw new Error(made.error.code);
      await known(made.value.id);
      added.push(made.value.id);
    };
    const byProgram = async (n: number) => {
      const input = { mapId, columnId, laneId, text: { en: `By program ${n}` } };
      const { card } = await story.change('addCard', input, '...on AddCardPayload{card{id}}', { token });
      added.push((card as { id: string }).id);
    };
    const first = follow(mapId, token, await lastCursor(mapId));
    for (let n = 0; n < 5; n += 1) await byHand(n);
    for (let n = 0; n < 5; n += 1) await byProgram(n);
    await first.until(10);
    await first.cut();
    for (let n = 5; n < 10; n += 1) await byHand(n);
    for (let n = 5; n < 10; n += 1) await byProgram(n);
    const second = follow(mapId, token, first.heard.at(-1)?.journeyEvents.cursor ?? null, 1);
    await expect.poll(() => readMap(docs).cards.length).toBe(20);
    const moved = added.slice(0, 10);
    for (const cardId of moved) {
      const input = operations.moveCard.input.parse({ cardId, columnId: stageIds[1], laneId });
      operations.moveCard.run(docs, input, context);
    }
    await second.until(20);

    const heard = [...first.heard, ...second.heard].map(({ journeyEvents }) => journeyEvents);
    expect(heard.map(({ kind, recordId }) => [kind, recordId])).toEqual([
      ...added.map((id) => ['CARD_ADDED', id]),
      ...moved.map((id) => ['CARD_MOVED', id]),
    ]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(30);
    const { owner, editor } = story.team;
    const person = { kind: 'USER', userId: owner.userId };
    const program = { kind: 'API', userId: editor.userId };
    const five = (actor: object) => Array.from({ length: 5 }, () => actor);
    expect(heard.map(({ actor }) => actor)).toEqual(
      [person, program, person, program, person, person].flatMap(five),
    );
  });

  it('[ST3.13] a missing scope is named, and a token that has run out is nobody', async () => {
    const mapId = await story.newMap('Scopes');
    const reader = await story.newToken({ scopes: ['maps:read'] });
    const rename = (token: string) =>
      story.change(
        'setMapTitle',
        { mapId, locale: 'EN', text: 'Renamed' },
        '...on SetMapTitlePayload{mapVersion}',
        { token },
      );
    expect(await rename(reader.secret)).toMatchObject({
      __typename: 'ForbiddenError',
      code: 'FORBIDDEN',
      scope: 'maps:write',
    });
    const deaf = follow(mapId, reader.secret, null);
    expect(JSON.stringify(await deaf.over)).toContain('"scope":"events:read"');
    const [writer, late] = [await story.newToken(), await story.newToken()];
    expect(await rename(writer.secret)).toMatchObject({ __typename: 'SetMapTitlePayload' });
    // The shortest life is a day, so this one is made older behind the scenes.
    await story.server.database.connection
      .collection<{ _id: string }>('apiTokens')
      .updateOne({ _id: late.id }, { $set: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await rename(late.secret)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('[ST3.13] revoking a token ends its subscription, on whichever node', async () => {
    const mapId = await story.newMap('Revoked');
    const { columnId, laneId } = await story.placesOf(mapId);
    const add = () =>
      story.change(
        'addCard',
        { mapId, columnId, laneId, text: { en: 'Heard?' } },
        '...on AddCardPayload{card{id}}',
      );
    const { id, secret } = await story.newToken();
    const after = await lastCursor(mapId);
    const [here, there] = [follow(mapId, secret, after, 0), follow(mapId, secret, after, 1)];
    await add();
    await Promise.all([here.until(1), there.until(1)]);
    await story.change('revokeToken', { tokenId: id }, '...on RevokeTokenPayload{tokenId}');
    for (const follower of [here, there]) expect(await follower.over).toBe(4401);
    await add();
    expect([here.heard.length, there.heard.length]).toEqual([1, 1]);
    const again = follow(mapId, secret, after);
    expect(await again.over).not.toBeNull();
    expect(again.heard).toEqual([]);
  });
});
