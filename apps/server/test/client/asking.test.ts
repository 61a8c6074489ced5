import { createJejakClient, once, orThrow } from '@jejak/client';
import * as documents from '@jejak/client/documents';
import {
  AddCardDocument,
  ApplyOperationsDocument,
  CreateMapDocument,
  CreateWebhookDocument,
  DeleteCardDocument,
  DeleteMapDocument,
  DeleteWebhookDocument,
  ImportMermaidDocument,
  LastEventCursorDocument,
  MapCardsDocument,
  MapContentDocument,
  MapMermaidDocument,
  MapsDocument,
  MoveCardDocument,
  PastEventsDocument,
  RotateWebhookSecretDocument,
  SetEmotionDocument,
  TestWebhookDocument,
  TokenInfoDocument,
  UpdateCardDocument,
  UpdateWebhookDocument,
  WebhookDeliveriesDocument,
  WebhooksDocument,
  WorkspacesDocument,
} from '@jejak/client/documents';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ClientBed } from './ClientBed.ts';

let bed: ClientBed;
beforeAll(async () => {
  bed = await ClientBed.start({ env: { WEBHOOKS_ALLOWED_HOSTS: '127.0.0.1' } });
});
afterEach(() => bed.endAll());
afterAll(() => bed.close());

describe('the documents of the client, at a server', () => {
  /** Those that were run; each has to be. */
  const ran = new Set<object>();
  const jejakOf = () => {
    const jejak = bed.client();
    return {
      query: async <D, V extends Record<string, unknown>>(
        document: Parameters<typeof jejak.query<D, V>>[0],
        variables: V,
      ): Promise<D> => {
        ran.add(Object(document));
        const ask = jejak.query as (d: typeof document, v: V) => ReturnType<typeof jejak.query<D, V>>;
        return orThrow(await ask.call(jejak, document, variables));
      },
      jejak,
    };
  };

  it('[CLIENT6] maps are made, imported, read, exported and deleted', async () => {
    const { query, jejak } = jejakOf();
    const { workspaces } = await query(WorkspacesDocument, {});
    const workspaceId = workspaces[0]?.id ?? '';
    expect(workspaceId).toBe(bed.workspace.id);
    const made = orThrow(
      await jejak.mutate(CreateMapDocument, {
        input: once({ workspaceId, title: 'Made', template: 'DIGITAL', locale: 'EN' }),
      }),
    );
    const text = 'journey\n  title Imported\n  section Pay\n    Pays: 3: Ani\n';
    const imported = orThrow(
      await jejak.mutate(ImportMermaidDocument, { input: once({ workspaceId, text, locale: 'EN' }) }),
    );
    const content = await query(MapContentDocument, { id: imported.map.id });
    expect(content.journeyMap).toMatchObject({
      title: { en: 'Imported' },
      stages: [{ name: { en: 'Pay' } }],
      emotions: [{ score: expect.any(Number) }],
      cards: { pageInfo: { hasNextPage: false } },
    });
    expect(
      (await query(MapMermaidDocument, { id: imported.map.id, locale: 'EN' })).journeyMap.mermaid.text,
    ).toContain('section Pay');
    const listed = await query(MapsDocument, { workspaceId, first: 100 });
    expect(listed.workspace?.maps.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([made.map.id, imported.map.id]),
    );
    expect((await query(TokenInfoDocument, {})).viewerToken).toMatchObject({ name: 'Program' });
    orThrow(await jejak.mutate(DeleteMapDocument, { input: once({ mapId: made.map.id }) }));
    expect(await jejak.query(MapContentDocument, { id: made.map.id })).toMatchObject({
      ok: false,
      failure: { code: 'NOT_FOUND' },
    });
    for (const document of [CreateMapDocument, ImportMermaidDocument, DeleteMapDocument]) ran.add(document);
  });

  it('[CLIENT6] [CLIENT1] cards are added, changed, moved, deleted, and a conflict shows what is there', async () => {
    const { query, jejak } = jejakOf();
    const mapId = await bed.workspace.createMap('Cards');
    const { columnIds, laneIds } = await bed.workspace.placesOf(mapId);
    const [columnId = '', otherColumn = ''] = columnIds;
    const laneId = laneIds[0] ?? '';
    const added = orThrow(
      await jejak.mutate(AddCardDocument, { input: once({ mapId, columnId, laneId, text: { en: 'Asks' } }) }),
    );
    const cardId = added.card?.id ?? '';
    const again = { input: once({ mapId, columnId, laneId, text: { en: 'Once' } }, 'row-1') };
    const first = orThrow(await jejak.mutate(AddCardDocument, again));
    expect(orThrow(await jejak.mutate(AddCardDocument, again)).card?.id).toBe(first.card?.id);

    const updated = orThrow(
      await jejak.mutate(UpdateCardDocument, { input: { mapId, cardId, team: 'SALES' } }),
    );
    expect(updated).toMatchObject({ changed: true, card: { team: 'SALES' } });
    const conflict = await jejak.mutate(UpdateCardDocument, {
      input: { mapId, cardId, team: 'SERVICE', ifVersion: added.mapVersion },
    });
    expect(conflict).toMatchObject({ ok: false, failure: { code: 'VERSION_CONFLICT' } });
    if (conflict.ok || conflict.told?.__typename !== 'VersionConflictError') throw new Error('no conflict');
    expect(conflict.told.card?.team).toBe('SALES');

    orThrow(
      await jejak.mutate(MoveCardDocument, { input: { mapId, cardId, columnId: otherColumn, laneId } }),
    );
    const batch = orThrow(
      await jejak.mutate(ApplyOperationsDocument, {
        input: {
          mapId,
          operations: [
            { addPersona: { ref: 'ani', name: { en: 'Ani' } } },
            { addCard: { columnId, laneId, text: { en: 'In a batch' } } },
          ],
        },
      }),
    );
    expect(batch.results.map(({ recordId }) => recordId)).toEqual([
      expect.stringMatching(/^per_/),
      expect.stringMatching(/^crd_/),
    ]);
    const refused = await jejak.mutate(ApplyOperationsDocument, {
      input: { mapId, operations: [{ addCard: { columnId: 'stp_absent', laneId, text: { en: 'x' } } }] },
    });
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'NOT_FOUND', params: { operationIndex: 0 } },
    });
    orThrow(await jejak.mutate(DeleteCardDocument, { input: { mapId, cardId } }));
    const read = await query(MapCardsDocument, { id: mapId, first: 1 });
    expect(read.journeyMap.cards).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const personaId = batch.results[0]?.recordId ?? '';
    const stepless = await jejak.mutate(SetEmotionDocument, {
      input: { mapId, stepId: 'stp_absent', personaId, score: 2 },
    });
    expect(stepless).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND', field: 'stepId' } });
    const past = await query(PastEventsDocument, { mapId, first: 100 });
    expect(past.journeyMap.events.nodes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['CARD_ADDED', 'CARD_EDITED', 'CARD_MOVED', 'PERSONA_ADDED', 'CARD_DELETED']),
    );
    await query(LastEventCursorDocument, { mapId });
    for (const document of [
      AddCardDocument,
      UpdateCardDocument,
      MoveCardDocument,
      ApplyOperationsDocument,
      DeleteCardDocument,
      SetEmotionDocument,
    ])
      ran.add(document);
  });

  it('[CLIENT6] webhooks are made, changed, tried and ended', async () => {
    const { query, jejak } = jejakOf();
    const workspaceId = bed.workspace.id;
    const url = 'http://127.0.0.1:9/hook';
    const made = orThrow(await jejak.mutate(CreateWebhookDocument, { input: { workspaceId, url } }));
    const webhookId = made.webhook.id;
    expect(made.secret).toMatch(/^whsec_/);
    const paused = await jejak.mutate(UpdateWebhookDocument, { input: once({ webhookId, isPaused: true }) });
    expect(orThrow(paused).webhook.pausedBecause).toBe('PERSON');
    expect(
      orThrow(await jejak.mutate(RotateWebhookSecretDocument, { input: { webhookId } })).secret,
    ).not.toBe(made.secret);
    orThrow(await jejak.mutate(TestWebhookDocument, { input: once({ webhookId }) }));
    expect((await query(WebhooksDocument, { workspaceId })).workspace?.webhooks).toMatchObject([
      { id: webhookId },
    ]);
    const log = await query(WebhookDeliveriesDocument, { workspaceId, first: 5 });
    expect(log.workspace?.webhooks[0]?.deliveries.nodes).toMatchObject([{ type: 'PING' }]);
    orThrow(await jejak.mutate(DeleteWebhookDocument, { input: once({ webhookId }) }));
    for (const document of [
      CreateWebhookDocument,
      UpdateWebhookDocument,
      RotateWebhookSecretDocument,
      TestWebhookDocument,
      DeleteWebhookDocument,
    ])
      ran.add(document);
  });

  it('[CLIENT6] none is left out but the subscriptions, which are followed elsewhere', () => {
    const left = Object.entries(documents).filter(
      ([name, document]) => /Document$/.test(name) && !ran.has(document),
    );
    expect(left.map(([name]) => name).sort()).toEqual(['JourneyEventsDocument', 'MapChangesDocument']);
  });
});

describe('who asks', () => {
  it('[CLIENT3] is whoever the token or the cookie says, in the language that was asked for', async () => {
    const mapId = await bed.workspace.createMap('Whose');
    expect(await bed.client().query('{ viewerToken { name } }')).toEqual({
      ok: true,
      value: { viewerToken: { name: 'Program' } },
    });
    const person = bed.client({ cookie: bed.owner.cookie });
    expect(await person.query('{ viewer { name } viewerToken { name } }')).toEqual({
      ok: true,
      value: { viewer: { name: 'Ani' }, viewerToken: null },
    });
    const words = async (language: 'en' | 'id') => {
      const result = await bed.client({ language }).query(MapContentDocument, { id: `${mapId}x` });
      return result.ok ? '' : result.failure.message;
    };
    const [english, indonesian] = [await words('en'), await words('id')];
    expect(english).not.toBe('');
    expect(indonesian).not.toBe(english);
  });

  it('[CLIENT3] nobody, where the token is worth nothing', async () => {
    const other = bed.token.endsWith('x') ? 'y' : 'x';
    const jejak = bed.client({ token: bed.token.slice(0, -1) + other });
    expect(await jejak.query(WorkspacesDocument)).toMatchObject({ failure: { code: 'UNAUTHENTICATED' } });
    const away = createJejakClient({ url: 'http://127.0.0.1:9', retries: 0 });
    expect(await away.query(WorkspacesDocument)).toMatchObject({ failure: { code: 'UNREACHABLE' } });
    away.close();
  });

  it('[CLIENT2] is told how long to wait where the minute is used up', async () => {
    const strict = await ClientBed.start({ env: { GRAPHQL_ALLOWANCE: '1' } });
    try {
      const jejak = strict.client({ retries: 0 });
      const answers = await Promise.all(
        Array.from({ length: 310 }, () => jejak.query('{ rateLimit { cost } }')),
      );
      const refused = answers.filter((answer) => !answer.ok);
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of refused)
        expect(answer).toMatchObject({
          failure: {
            code: 'RATE_LIMITED',
            params: { quota: 'requests', retryAfterSeconds: expect.any(Number) },
          },
        });
    } finally {
      await strict.close();
    }
  });
});
