import { verifyWebhook } from '@jejak/client/webhooks';
import { WebhookReceiver } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeededPerson } from '../seed.ts';
import { StoryServer } from '../stories/StoryServer.ts';

const fields = 'id url kinds mapIds pausedBecause firstFailedAt createdById';
const withSecret = (name: string) => `...on ${name}Payload{secret webhook{${fields}}}`;

interface Made {
  readonly secret: string;
  readonly webhook: { readonly id: string; readonly pausedBecause: string | null };
}

describe('webhooks over GraphQL', () => {
  let story: StoryServer;
  let receiver: WebhookReceiver;
  let admin: SeededPerson;
  beforeAll(async () => {
    story = await StoryServer.start({ env: { WEBHOOKS_ALLOWED_HOSTS: '127.0.0.1' } });
    receiver = await WebhookReceiver.start();
    admin = story.team.owner;
  });
  afterAll(async () => {
    await receiver.close();
    await story.close();
  });

  const change = (name: string, input: Readonly<Record<string, unknown>>, select = '', as = admin) =>
    story.change(name, input, select, { as });
  const create = (input: Readonly<Record<string, unknown>> = {}, as = admin) =>
    change(
      'createWebhook',
      { workspaceId: story.team.workspaceId, url: receiver.url(), ...input },
      withSecret('CreateWebhook'),
      as,
    );
  async function listed(as = admin) {
    const { data, errors } = await story.ask(
      `query($id:ID!){workspace(id:$id){webhooks{${fields} deliveries(first:5){
        totalCount nodes{id type mapId state nextAttemptAt attempts{attemptedAt statusCode durationMs fault}}}}}}`,
      { id: story.team.workspaceId },
      { as },
    );
    const workspace = data?.workspace as {
      webhooks: { id: string; deliveries: { nodes: unknown[] } }[];
    } | null;
    return { webhooks: workspace?.webhooks ?? [], code: errors[0]?.extensions.code };
  }
  const remove = (webhookId: string) =>
    change('deleteWebhook', { webhookId }, '...on DeleteWebhookPayload{webhookId}');

  it('[HOOK11] what happens on a map arrives signed, a ping too, and the log shows both', async () => {
    const mapId = await story.newMap('Told elsewhere');
    const { columnId, laneId } = await story.placesOf(mapId);
    const { secret, webhook } = (await create({ kinds: ['CARD_ADDED'] })) as unknown as Made;
    expect(webhook).toMatchObject({
      kinds: ['CARD_ADDED'],
      mapIds: null,
      pausedBecause: null,
      createdById: admin.userId,
    });
    const ping = await change(
      'testWebhook',
      { webhookId: webhook.id },
      '...on TestWebhookPayload{delivery{id type state}}',
    );
    expect(ping).toMatchObject({ delivery: { type: 'PING' } });
    const input = { mapId, columnId, laneId, text: { en: 'Tell them' } };
    await story.change('addCard', input, '');
    await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(2);
    for (const { headers, text } of receiver.received)
      expect(await verifyWebhook(text, headers, secret)).toMatchObject({ ok: true });
    const told = receiver.received.find(({ body }) => body.type === 'journey.events');
    expect(told?.body).toMatchObject({ mapId, events: [{ kind: 'CARD_ADDED' }] });
    const delivered = {
      state: 'DELIVERED',
      nextAttemptAt: null,
      attempts: [{ statusCode: 200, fault: null }],
    };
    await expect
      .poll(async () => (await listed()).webhooks)
      .toMatchObject([{ deliveries: { totalCount: 2, nodes: [delivered, delivered] } }]);
    // Its cursor is one of the stream: who was told goes on from there.
    const { data } = await story.ask(
      'query($id:ID!,$after:String){journeyMap(id:$id){events(after:$after){nodes{kind}}}}',
      { id: mapId, after: told?.body.cursor },
    );
    expect(data).toEqual({ journeyMap: { events: { nodes: [] } } });
    const again = await change(
      'redeliverWebhookDelivery',
      { deliveryId: told?.body.id, clientMutationId: 'again' },
      '...on RedeliverWebhookDeliveryPayload{delivery{id}}',
    );
    expect(again).toMatchObject({ delivery: { id: told?.body.id } });
    await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(3);
    expect(receiver.received[2]?.text).toBe(told?.text);
    await remove(webhook.id);
  });

  it('[HOOK15] one is asked for by its id, and its log tells what each delivery tells, byte for byte', async () => {
    const mapId = await story.newMap('Told in full');
    const { columnId, laneId } = await story.placesOf(mapId);
    const { webhook } = (await create({ kinds: ['CARD_ADDED', 'CARD_TAGGED'] })) as unknown as Made;
    const from = receiver.received.length;
    const operations = [1, 2].map((at) => ({ addCard: { columnId, laneId, text: { en: `Card ${at}` } } }));
    expect(await story.change('applyOperations', { mapId, operations }, '__typename')).toMatchObject({
      __typename: 'ApplyOperationsPayload',
    });
    await change('testWebhook', { webhookId: webhook.id });
    const sent = () => receiver.received.slice(from);
    await expect.poll(() => sent().length, { timeout: 15_000 }).toBe(2);
    const one = async (id: string, as = admin) => {
      const query = `query($workspace:ID!,$id:ID!){workspace(id:$workspace){webhook(id:$id){id deliveries{nodes{
        id type eventKinds eventCount body}}}}}`;
      const { data, errors } = await story.ask(query, { workspace: story.team.workspaceId, id }, { as });
      return { data, code: errors[0]?.extensions.code };
    };
    const bodyOf = (type: string) => sent().find(({ body }) => body.type === type)?.text;
    const { data } = await one(webhook.id);
    const { deliveries } = (data as { workspace: { webhook: { deliveries: { nodes: object[] } } } }).workspace
      .webhook;
    expect(deliveries.nodes).toHaveLength(2);
    expect(deliveries.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'PING', eventKinds: [], eventCount: 0, body: bodyOf('ping') }),
        expect.objectContaining({
          type: 'EVENTS',
          eventKinds: ['CARD_ADDED'],
          eventCount: 2,
          body: bodyOf('journey.events'),
        }),
      ]),
    );
    const told = sent().find(({ body }) => body.type === 'journey.events')?.body.id ?? '';
    const alone = async (deliveryId: string) => {
      const query = `query($workspace:ID!,$id:ID!,$delivery:ID!){workspace(id:$workspace){webhook(id:$id){
        delivery(id:$delivery){id eventCount}}}}`;
      const ids = { workspace: story.team.workspaceId, id: webhook.id, delivery: deliveryId };
      return (await story.ask(query, ids, { as: admin })).data?.workspace;
    };
    expect(await alone(told)).toEqual({ webhook: { delivery: { id: told, eventCount: 2 } } });
    expect(await alone('whd_none')).toEqual({ webhook: { delivery: null } });
    expect(await one('whk_none')).toEqual({ data: { workspace: { webhook: null } }, code: undefined });
    expect((await one(webhook.id, story.team.editor)).code).toBe('FORBIDDEN');
    await story.change('deleteMap', { mapId }, '__typename');
    await remove(webhook.id);
  });

  it('[HOOK12] is managed by administrators alone, and unknown to others', async () => {
    const { webhook } = (await create()) as unknown as Made;
    expect(await create({}, story.team.editor)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await listed(story.team.editor)).code).toBe('FORBIDDEN');
    for (const [name, input] of [
      ['updateWebhook', { webhookId: webhook.id, isPaused: true }],
      ['deleteWebhook', { webhookId: webhook.id }],
      ['rotateWebhookSecret', { webhookId: webhook.id }],
      ['testWebhook', { webhookId: webhook.id }],
    ] as const) {
      expect(await change(name, input, '', story.team.editor)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await change(name, { ...input, webhookId: 'whk_none' })).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await change('redeliverWebhookDelivery', { deliveryId: 'whd_none' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await listed()).webhooks).toMatchObject([{ id: webhook.id, pausedBecause: null }]);
    await remove(webhook.id);
    expect((await listed()).webhooks).toEqual([]);
  });

  it('[HOOK13] takes no address inside, no map of another workspace, and ten at most', async () => {
    for (const url of [
      'http://hooks.example.org/',
      'https://10.0.0.1/',
      'https://hooks.example.org:25/',
      'nonsense',
    ])
      expect(await create({ url })).toMatchObject({
        code: 'INVALID',
        field: 'url',
        messageKey: 'errors.webhookUrlInvalid',
      });
    expect(await create({ mapIds: ['map_none'] })).toMatchObject({ code: 'NOT_FOUND', field: 'mapIds' });
    expect(await create({ kinds: [] })).toMatchObject({ code: 'INVALID', field: 'kinds' });
    const made = (await Promise.all(
      Array.from({ length: 10 }, () => create()),
    )) as unknown as Partial<Made>[];
    for (let left = made.filter(({ webhook }) => webhook).length; left < 10; left += 1)
      made.push((await create()) as unknown as Made);
    expect(await create()).toMatchObject({ code: 'LIMIT', messageKey: 'errors.tooManyWebhooks' });
    for (const { webhook } of made) if (webhook) await remove(webhook.id);
  });

  it('[HOOK14] is changed, paused, let go on and given another secret', async () => {
    const mapId = await story.newMap('Only this one');
    const { webhook, secret } = (await create({ mapIds: [mapId] })) as unknown as Made;
    const update = (input: Readonly<Record<string, unknown>>) =>
      change(
        'updateWebhook',
        { webhookId: webhook.id, ...input },
        `...on UpdateWebhookPayload{webhook{${fields}}}`,
      );
    expect(await update({ isPaused: true })).toMatchObject({
      webhook: { pausedBecause: 'PERSON', mapIds: [mapId] },
    });
    expect(await update({ isPaused: false, kinds: ['CARD_MOVED'] })).toMatchObject({
      webhook: { pausedBecause: null, kinds: ['CARD_MOVED'], mapIds: [mapId] },
    });
    expect(await update({ mapIds: null, kinds: null, clientMutationId: 'all' })).toMatchObject({
      webhook: { kinds: null, mapIds: null },
    });
    expect(await update({ url: 'https://[::1]/' })).toMatchObject({ code: 'INVALID', field: 'url' });
    const rotated = (await change(
      'rotateWebhookSecret',
      { webhookId: webhook.id },
      withSecret('RotateWebhookSecret'),
    )) as unknown as Made;
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(secret);
    const stored = await story.server.database.connection.collection('webhooks').findOne({});
    expect(JSON.stringify(stored)).not.toContain(rotated.secret);
    await remove(webhook.id);
    const acts = story.server.database.connection.collection('auditLog');
    const noted = await acts.find({ targetId: webhook.id, workspaceId: story.team.workspaceId }).toArray();
    expect(new Set(noted.map(({ act }) => act))).toEqual(
      new Set(['createWebhook', 'updateWebhook', 'rotateWebhookSecret', 'deleteWebhook']),
    );
    expect(JSON.stringify(noted)).not.toContain('whsec_');
  });
});
