import { describe, expect, it } from 'vitest';
import { AddCardDocument, WorkspacesDocument } from '../src/documents/index.ts';
import { createJejakClient, JejakError, once, orThrow } from '../src/index.ts';
import { refused, type StandInAnswer, standIn } from './standIn.ts';

const url = 'https://map.example';
const nothing = { body: { data: { workspaces: [] } } };
const added = {
  body: { data: { addCard: { __typename: 'AddCardPayload', mapVersion: '1.2', card: null } } },
};
const unavailable = {
  body: {
    data: {
      addCard: { __typename: 'InProgressError', code: 'IN_PROGRESS', message: 'Wait', retryAfterSeconds: 0 },
    },
  },
};
const passing = refused('UNAVAILABLE', { retryAfterSeconds: 0 });
const input = { mapId: 'map_1', columnId: 'stp_1', laneId: 'lan_1', text: { en: 'Hi' } };

function clientOf(...answers: readonly StandInAnswer[]) {
  const { fetch, sent } = standIn(...answers);
  return { sent, jejak: createJejakClient({ url, token: 'jjk_p_x', language: 'id', fetch }) };
}

describe('asking', () => {
  it('[CLIENT3] sends token and language in headers, by POST to the address it was given', async () => {
    const { jejak, sent } = clientOf(nothing);
    expect(await jejak.query(WorkspacesDocument)).toEqual({ ok: true, value: { workspaces: [] } });
    expect(sent[0]).toMatchObject({
      url: `${url}/graphql`,
      init: {
        method: 'POST',
        // A secret is not carried to wherever somebody redirects to.
        redirect: 'error',
        headers: { authorization: 'Bearer jjk_p_x', 'accept-language': 'id' },
      },
      body: { query: expect.stringContaining('query Workspaces') },
    });
  });

  it('[CLIENT3] asks with the session where it has no secret of its own', async () => {
    const { fetch, sent } = standIn(nothing);
    await createJejakClient({ url: `${url}/`, fetch }).query(WorkspacesDocument);
    expect(sent[0]?.url).toBe(`${url}/graphql`);
    expect(sent[0]?.init).toMatchObject({ credentials: 'same-origin' });
    expect(sent[0]?.init.headers).not.toHaveProperty('authorization');
    expect(() => createJejakClient({ url: 'ftp://map.example' })).toThrow(TypeError);
    expect(() => createJejakClient({ url: 'map.example' })).toThrow(TypeError);
  });

  it('[CLIENT1] parts what was done from an expected failure, and tells of it what the document asked', async () => {
    const conflict = { __typename: 'VersionConflictError', code: 'VERSION_CONFLICT', mapVersion: '3.4' };
    const { jejak } = clientOf(added, { body: { data: { addCard: conflict } } });
    const done = await jejak.mutate(AddCardDocument, { input });
    expect(done).toMatchObject({ ok: true, value: { mapVersion: '1.2' } });
    expect(await jejak.mutate(AddCardDocument, { input })).toMatchObject({
      ok: false,
      failure: { code: 'VERSION_CONFLICT' },
      told: conflict,
    });
  });

  it('[CLIENT1] a text is a document too, and needs no __typename', async () => {
    const { jejak } = clientOf(
      { body: { data: { renameMap: { code: 'INVALID', field: 'title' } } } },
      nothing,
    );
    expect(await jejak.mutate('mutation { renameMap { ... on UserError { code field } } }')).toMatchObject({
      ok: false,
      failure: { code: 'INVALID', field: 'title' },
    });
    expect(await jejak.query('{ workspaces { id } }')).toEqual({ ok: true, value: { workspaces: [] } });
  });

  it('[CLIENT1] says what is wrong with a document that cannot be sent', async () => {
    const { jejak, sent } = clientOf(nothing);
    for (const asked of [jejak.query('{ workspaces '), jejak.query('mutation { a }'), jejak.mutate('{ a }')])
      expect(await asked).toMatchObject({ ok: false, failure: { code: 'BAD_REQUEST' } });
    expect(sent).toEqual([]);
  });

  it('[CLIENT1] what is thrown at last is an error with the failure', async () => {
    const { jejak } = clientOf(refused('NOT_FOUND'));
    const result = await jejak.query(WorkspacesDocument);
    expect(() => orThrow(result)).toThrow(JejakError);
    expect(() => orThrow(result)).toThrow('No (NOT_FOUND)');
  });

  it.each([
    ['a broken connection', { body: new TypeError('fetch failed') }],
    ['a page of a proxy', { status: 502, body: '<h1>Bad gateway</h1>' }],
    ['something else', { body: { hello: 'world' } }],
    ['an answer without data', { body: {} }],
  ])('[CLIENT1] %s is a failure of this side', async (_what, answer) => {
    const { fetch } = standIn(answer);
    const jejak = createJejakClient({ url, fetch, retries: 0 });
    expect(await jejak.query(WorkspacesDocument)).toMatchObject({
      ok: false,
      failure: { code: 'UNREACHABLE', messageKey: 'errors.unreachable' },
    });
  });
});

describe('asking again', () => {
  it('[CLIENT2] asks once more after the time that was told, and not more often unless asked to', async () => {
    const { jejak, sent } = clientOf(refused('RATE_LIMITED', { retryAfterSeconds: 0 }, 429), nothing);
    expect(await jejak.query(WorkspacesDocument)).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
    const stubborn = clientOf(passing);
    expect(await stubborn.jejak.query(WorkspacesDocument)).toMatchObject({
      failure: { code: 'UNAVAILABLE' },
    });
    expect(stubborn.sent).toHaveLength(2);
    await stubborn.jejak.query(WorkspacesDocument, {}, { retries: 3 });
    expect(stubborn.sent).toHaveLength(6);
    await stubborn.jejak.query(WorkspacesDocument, {}, { retries: 0 });
    expect(stubborn.sent).toHaveLength(7);
  });

  it('[CLIENT2] hears how long from whoever stands before the server', async () => {
    const away = { status: 503, headers: { 'retry-after': '0' }, body: 'Away' };
    const { jejak, sent } = clientOf(away, nothing);
    expect(await jejak.query(WorkspacesDocument)).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
  });

  it('[CLIENT2] does not wait longer than a minute: whoever asked decides', async () => {
    const { jejak, sent } = clientOf(refused('RATE_LIMITED', { retryAfterSeconds: 3_600 }, 429));
    expect(await jejak.query(WorkspacesDocument)).toMatchObject({
      failure: { code: 'RATE_LIMITED', params: { retryAfterSeconds: 3_600 } },
    });
    expect(sent).toHaveLength(1);
  });

  it.each(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'COST_LIMIT', 'INTERNAL', 'OF_THE_FUTURE'])(
    '[CLIENT2] %s is final',
    async (code) => {
      const { jejak, sent } = clientOf(refused(code, { retryAfterSeconds: 0 }));
      expect(await jejak.query(WorkspacesDocument)).toMatchObject({ ok: false, failure: { code } });
      expect(sent).toHaveLength(1);
    },
  );

  it('[CLIENT2] repeats a mutation that may have been done only where it is done once', async () => {
    const { jejak, sent } = clientOf(passing, added);
    expect(await jejak.mutate(AddCardDocument, { input })).toMatchObject({
      failure: { code: 'UNAVAILABLE' },
    });
    expect(sent).toHaveLength(1);
    const safe = clientOf(passing, added);
    expect(await safe.jejak.mutate(AddCardDocument, { input: once(input) })).toMatchObject({ ok: true });
    const [first, second] = safe.sent.map(({ body }) => body.variables);
    expect(second).toEqual(first);
    expect(first?.input).toMatchObject({
      ...input,
      clientMutationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(once(input, 'row-1')).toEqual({ ...input, clientMutationId: 'row-1' });
    // What was refused for its number has not run.
    const limited = clientOf(refused('RATE_LIMITED', { retryAfterSeconds: 0 }, 429), added);
    expect(await limited.jejak.mutate(AddCardDocument, { input })).toMatchObject({ ok: true });
  });

  it('[CLIENT2] repeats where the result of a mutation says that it passes', async () => {
    const { jejak, sent } = clientOf(unavailable, added);
    expect(await jejak.mutate(AddCardDocument, { input: once(input) })).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
  });
});

describe('giving up', () => {
  it('[CLIENT4] has a limit of time, and hangs up then', async () => {
    const { jejak, sent } = clientOf({ body: 'never' });
    const result = await jejak.query(WorkspacesDocument, {}, { timeoutMs: 20, retries: 0 });
    expect(result).toMatchObject({ failure: { code: 'UNREACHABLE', message: 'No answer within 20 ms' } });
    expect(sent[0]?.isGivenUp).toBe(true);
  });

  it('[CLIENT4] ends by the signal, before, during and between attempts', async () => {
    const aborted = { ok: false, failure: { code: 'ABORTED' } };
    const before = clientOf(nothing);
    expect(await before.jejak.query(WorkspacesDocument, {}, { signal: AbortSignal.abort() })).toMatchObject(
      aborted,
    );
    expect(before.sent).toEqual([]);

    const during = clientOf({ body: 'never' });
    const given = new AbortController();
    const asking = during.jejak.query(WorkspacesDocument, {}, { signal: given.signal });
    await expect.poll(() => during.sent.length).toBe(1);
    given.abort();
    expect(await asking).toMatchObject(aborted);
    expect(during.sent[0]?.isGivenUp).toBe(true);

    const between = clientOf(refused('RATE_LIMITED', { retryAfterSeconds: 60 }, 429));
    const waiting = new AbortController();
    const later = between.jejak.query(WorkspacesDocument, {}, { signal: waiting.signal });
    await expect.poll(() => between.sent.length).toBe(1);
    waiting.abort();
    expect(await later).toMatchObject({ failure: { code: 'RATE_LIMITED' } });
  });

  it('[CLIENT4] ends when the client is closed', async () => {
    const { jejak, sent } = clientOf({ body: 'never' });
    const asking = jejak.query(WorkspacesDocument);
    await expect.poll(() => sent.length).toBe(1);
    jejak.close();
    expect(await asking).toMatchObject({ failure: { code: 'ABORTED' } });
    expect(await jejak.query(WorkspacesDocument)).toMatchObject({ failure: { code: 'ABORTED' } });
    expect(sent).toHaveLength(1);
  });

  it('[CLIENT4] answers each question by itself: two alike are asked twice', async () => {
    const { jejak, sent } = clientOf(nothing, { body: { data: { workspaces: [{ id: 'wsp_1' }] } } });
    const both = await Promise.all([jejak.query(WorkspacesDocument), jejak.query(WorkspacesDocument)]);
    expect(both).toMatchObject([{ value: { workspaces: [] } }, { value: { workspaces: [{ id: 'wsp_1' }] } }]);
    expect(sent).toHaveLength(2);
  });
});
