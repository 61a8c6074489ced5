import { permit } from '../../auth/permit.ts';
import { recordIdOf } from '../../auth/secretToken.ts';
import { builder } from '../../graphql/builder.ts';
import { reads } from '../../graphql/cost.ts';
import { resultField } from '../../graphql/resultField.ts';
import { eventKindEnum } from '../events/JourneyEvent.field.ts';
import { achieveOnce, once } from '../mutations/services.ts';
import { createWebhook, type WebhookWithSecret } from './createWebhook.ts';
import type { Delivery } from './Delivery.ts';
import { deleteWebhook } from './deleteWebhook.ts';
import { ownedDelivery, ownedWebhook } from './ownedWebhook.ts';
import { redeliver } from './redeliver.ts';
import { rotateWebhookSecret } from './rotateWebhookSecret.ts';
import { webhookPorts } from './services.ts';
import { testWebhook } from './testWebhook.ts';
import { updateWebhook } from './updateWebhook.ts';
import { deliveryRef, webhookRef } from './Webhook.field.ts';
import type { Webhook } from './Webhook.ts';
import { webhookLimits } from './webhookLimits.ts';

const { mapsMax, perWorkspaceMax } = webhookLimits;
const rightText = 'For administrators, and for tokens with the scope `webhooks:write`.';
const urlText = 'An https address on port 443 or 8443 of a public host.';
const webhookIdText = 'Id of a webhook of a workspace whose webhooks you manage.';

builder.objectField('Workspace', 'webhooks', (t) =>
  t.field({
    type: [webhookRef],
    description: `Where it is told what happens, at most ${perWorkspaceMax}, in the order they were made. ${rightText}`,
    extensions: { cost: { self: 1, times: perWorkspaceMax } },
    resolve: async ({ id: workspaceId }, _args, context) => {
      permit(context.actor, 'webhooks:manage', { workspaceId });
      return [...(await webhookPorts(context).webhooks.listOf(workspaceId))];
    },
  }),
);

builder.objectField('Workspace', 'webhook', (t) =>
  t.field({
    type: webhookRef,
    nullable: true,
    description: `One of its webhooks, or null where it has none of this id. ${rightText}`,
    extensions: reads(),
    args: { id: t.arg.id({ required: true, description: 'Id of the webhook.' }) },
    resolve: async ({ id: workspaceId }, { id }, context) => {
      permit(context.actor, 'webhooks:manage', { workspaceId });
      const webhook = await webhookPorts(context).webhooks.find(id);
      return webhook?.workspaceId === workspaceId ? webhook : null;
    },
  }),
);

const secretPayload = (name: string) =>
  builder.objectRef<WebhookWithSecret>(name).implement({
    description: 'The webhook and its secret.',
    fields: (t) => ({
      webhook: t.expose('webhook', { type: webhookRef, description: 'The webhook.' }),
      secret: t.exposeString('secret', {
        description: 'Signs what is sent; check it with this. It cannot be read again later.',
      }),
    }),
  });

const webhookPayload = (name: string) =>
  builder.objectRef<{ readonly webhook: Webhook }>(name).implement({
    description: 'The webhook.',
    fields: (t) => ({ webhook: t.expose('webhook', { type: webhookRef, description: 'As it is now.' }) }),
  });

const deliveryPayload = (name: string) =>
  builder.objectRef<{ readonly delivery: Delivery }>(name).implement({
    description: 'The delivery.',
    fields: (t) => ({
      delivery: t.expose('delivery', {
        type: deliveryRef,
        description: 'Ask for it again to see its attempts.',
      }),
    }),
  });

resultField({
  name: 'createWebhook',
  description:
    'Lets a workspace be told by POST what happens on its maps from now on. The secret is told this once. ' +
    rightText,
  input: builder.inputType('CreateWebhookInput', {
    description: 'Where to, and what is told.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: 'Id of the workspace.' }),
      url: t.string({ required: true, description: urlText }),
      kinds: t.field({ type: [eventKindEnum], description: 'What is told; everything unless given.' }),
      mapIds: t.idList({ description: `Of which maps, up to ${mapsMax}; of all unless given.` }),
    }),
  }),
  payload: secretPayload('CreateWebhookPayload'),
  alsoFails: ['LIMIT'],
  resolve: (input, context) => createWebhook(webhookPorts(context), context.actor, input),
});

resultField({
  name: 'updateWebhook',
  description: `Changes a webhook, pauses it or lets it go on. ${rightText}`,
  input: builder.inputType('UpdateWebhookInput', {
    description: 'What is to be different; what is left out stays.',
    fields: (t) => ({
      webhookId: t.id({ required: true, description: webhookIdText }),
      url: t.string({ description: urlText }),
      kinds: t.field({ type: [eventKindEnum], description: 'What is told; null is everything.' }),
      mapIds: t.idList({ description: `Of which maps, up to ${mapsMax}; null is all.` }),
      isPaused: t.boolean({
        description:
          'true: nothing is sent. false: it goes on, with what happened meanwhile, as far as that is kept.',
      }),
    }),
  }),
  payload: webhookPayload('UpdateWebhookPayload'),
  repeatable: true,
  resolve: async (input, context, repeat) => {
    const ports = webhookPorts(context);
    const { workspaceId } = await ownedWebhook(ports, context.actor, input.webhookId);
    const call = { name: 'updateWebhook', workspaceId, repeat, input };
    const id = await once(context, call, async () => (await updateWebhook(ports, context.actor, input)).id);
    return { webhook: await ownedWebhook(ports, context.actor, id) };
  },
});

resultField({
  name: 'deleteWebhook',
  description: `Ends a webhook for good, with its deliveries. ${rightText}`,
  input: builder.inputType('DeleteWebhookInput', {
    description: 'Which webhook.',
    fields: (t) => ({ webhookId: t.id({ required: true, description: webhookIdText }) }),
  }),
  payload: builder.objectRef<{ readonly webhookId: string }>('DeleteWebhookPayload').implement({
    description: 'The webhook that ended.',
    fields: (t) => ({ webhookId: t.exposeID('webhookId', { description: 'Id it had.' }) }),
  }),
  repeatable: true,
  resolve: (input, context, repeat) => {
    const { webhookId } = input;
    const { actor } = context;
    const ports = webhookPorts(context);
    return achieveOnce(
      context,
      { name: 'deleteWebhook', workspaceId: null, repeat, input },
      {
        may: () => ownedWebhook(ports, actor, webhookId),
        isDone: async () => (await ports.webhooks.find(webhookId)) === null,
      },
      async (isDone) => {
        if (isDone) {
          // It went first, and its deliveries perhaps not.
          await ports.deliveries.removeWebhook(webhookId);
          return { webhookId };
        }
        const { workspaceId } = await deleteWebhook(ports, actor, webhookId);
        // Whoever writes acts down finds its workspace here.
        return { webhookId, webhook: { id: webhookId, workspaceId } };
      },
    );
  },
});

resultField({
  name: 'rotateWebhookSecret',
  description:
    'Gives a webhook another secret, told this once. For 24 hours the former one signs too: change your receiver ' +
    `meanwhile. ${rightText}`,
  input: builder.inputType('RotateWebhookSecretInput', {
    description: 'Which webhook.',
    fields: (t) => ({ webhookId: t.id({ required: true, description: webhookIdText }) }),
  }),
  payload: secretPayload('RotateWebhookSecretPayload'),
  resolve: ({ webhookId }, context) => rotateWebhookSecret(webhookPorts(context), context.actor, webhookId),
});

resultField({
  name: 'testWebhook',
  description: `Sends a ping, also while the webhook is paused. ${rightText}`,
  input: builder.inputType('TestWebhookInput', {
    description: 'Which webhook.',
    fields: (t) => ({ webhookId: t.id({ required: true, description: webhookIdText }) }),
  }),
  payload: deliveryPayload('TestWebhookPayload'),
  repeatable: true,
  resolve: async (input, context, repeat) => {
    const ports = webhookPorts(context);
    const { webhookId } = input;
    const { workspaceId } = await ownedWebhook(ports, context.actor, webhookId);
    const call = { name: 'testWebhook', workspaceId, repeat, input };
    const id = await once(context, call, async ({ seed }) => {
      const newDeliveryId = () => recordIdOf('whd', seed);
      return (await testWebhook({ ...ports, newDeliveryId }, context.actor, webhookId)).id;
    });
    return { delivery: await ownedDelivery(ports, context.actor, id) };
  },
});

resultField({
  name: 'redeliverWebhookDelivery',
  description: `Sends a delivery once more, with the same id. ${rightText}`,
  input: builder.inputType('RedeliverWebhookDeliveryInput', {
    description: 'Which delivery.',
    fields: (t) => ({
      deliveryId: t.id({ required: true, description: 'Id of a delivery of the last 7 days.' }),
    }),
  }),
  payload: deliveryPayload('RedeliverWebhookDeliveryPayload'),
  repeatable: true,
  resolve: async (input, context, repeat) => {
    const ports = webhookPorts(context);
    const { workspaceId } = await ownedDelivery(ports, context.actor, input.deliveryId);
    const call = { name: 'redeliverWebhookDelivery', workspaceId, repeat, input };
    const { id } = await once(context, call, async () => {
      const again = await redeliver(ports, context.actor, input.deliveryId);
      return { id: again.id };
    });
    const delivery = await ownedDelivery(ports, context.actor, id);
    return { delivery };
  },
});
