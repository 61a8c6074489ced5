import { builder } from '../../graphql/builder.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { pageOf, reads } from '../../graphql/cost.ts';
import { pageArgs } from '../../graphql/listPage.ts';
import { eventKindEnum } from '../events/JourneyEvent.field.ts';
import type { Delivery, DeliveryAttempt } from './Delivery.ts';
import { deliveryPage, deliveryPages } from './deliveryPage.ts';
import { webhookPorts } from './services.ts';
import type { Webhook } from './Webhook.ts';

const pauseEnum = builder.enumType('WebhookPauseReason', {
  description: 'Why a webhook sends nothing.',
  values: {
    PERSON: { description: 'Somebody paused it.' },
    FAILING: { description: 'Everything failed for long: see its deliveries, then let it go on.' },
    SECRET: {
      description:
        'Its secret cannot be read with the `AUTH_SECRET` of this server: rotate it, then let it go on.',
    },
  },
});

const typeEnum = builder.enumType('WebhookDeliveryType', {
  description: 'What a delivery tells.',
  values: {
    EVENTS: { description: 'What happened on a map: `journey.events`.' },
    MISSED: { description: 'Something that cannot be told any more, read the map: `journey.missed`.' },
    PING: { description: 'Nothing but that the way is open: `ping`.' },
  },
});

const stateEnum = builder.enumType('WebhookDeliveryState', {
  description: 'How far a delivery is.',
  values: {
    PENDING: { description: 'To be sent, or sent again.' },
    HELD: { description: 'Waits for its webhook to go on.' },
    DELIVERED: { description: 'The receiver answered 2xx.' },
    FAILED: { description: 'Given up after a day.' },
  },
});

const faultEnum = builder.enumType('WebhookFault', {
  description: 'Why an attempt was no success.',
  values: {
    URL: { description: 'The address cannot be read.' },
    SCHEME: { description: 'The address is not https.' },
    PORT: { description: 'The port is not 443 or 8443.' },
    ADDRESS: { description: 'The host is, or resolves to, an address that is not public.' },
    DNS: { description: 'The host cannot be resolved.' },
    CONNECTION: { description: 'No connection, or it broke.' },
    TLS: { description: 'The certificate is not valid for the host.' },
    TIMEOUT: { description: 'No whole answer within 5 s.' },
    REDIRECT: { description: 'Redirects are not followed: give the address it ends at.' },
    STATUS: { description: 'The answer was not 2xx.' },
  },
});

const attemptRef = builder.objectRef<DeliveryAttempt>('WebhookAttempt').implement({
  description: 'One time a delivery was sent.',
  fields: (t) => ({
    attemptedAt: t.expose('at', { type: 'DateTime', description: 'When.' }),
    statusCode: t.exposeInt('status', { nullable: true, description: 'What was answered; null: nothing.' }),
    durationMs: t.exposeInt('ms', { description: 'How long it took, in milliseconds.' }),
    fault: t.expose('fault', { type: faultEnum, nullable: true, description: 'null: it arrived.' }),
  }),
});

/** A delivery as those who manage its webhook see it. */
export const deliveryRef = builder.objectRef<Delivery>('WebhookDelivery').implement({
  description: 'Something that is sent until it arrives. Listed for 7 days.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The `id` in its body, the same at each attempt.' }),
    type: t.expose('type', { type: typeEnum, description: 'What it tells.' }),
    mapId: t.exposeID('mapId', { nullable: true, description: 'Of which map; null for a ping.' }),
    eventKinds: t.field({
      type: [eventKindEnum],
      description: 'What has happened, of all its events, each kind once; empty unless it tells events.',
      resolve: ({ content }) => [...content.kinds],
    }),
    eventCount: t.int({
      description: 'How many events it tells, at most 250.',
      resolve: ({ content }) => content.count,
    }),
    body: t.string({
      nullable: true,
      description: 'What is sent, byte for byte; null where what it told is gone, with its map or with time.',
      extensions: reads(),
      resolve: (delivery, _args, context) => webhookPorts(context).bodyOf(delivery),
    }),
    state: t.expose('state', { type: stateEnum, description: 'How far it is.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was to be sent first.' }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is sent next; null: not by itself.',
      resolve: ({ state, dueAt }) => (state === 'PENDING' ? dueAt : null),
    }),
    attempts: t.field({
      type: [attemptRef],
      description: 'The last 50 times it was sent, oldest first.',
      resolve: ({ attempts }) => [...attempts],
    }),
  }),
});

const deliveryConnection = connectionOf('WebhookDelivery', deliveryRef, 'when asked for');

/** A webhook as those who manage it see it, without its secret. */
export const webhookRef = builder.objectRef<Webhook>('Webhook').implement({
  description:
    'Where a workspace is told what happens on its maps. Its secret is told once, when it is made.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id, to change it.' }),
    url: t.exposeString('url', { description: 'Where it is sent.' }),
    kinds: t.field({
      type: [eventKindEnum],
      nullable: true,
      description: 'What is told; null: everything.',
      resolve: ({ kinds }) => (kinds === null ? null : [...kinds]),
    }),
    mapIds: t.idList({
      nullable: true,
      description: 'Of which maps; null: of all.',
      resolve: ({ mapIds }) => (mapIds === null ? null : [...mapIds]),
    }),
    pausedBecause: t.expose('pausedBecause', {
      type: pauseEnum,
      nullable: true,
      description: 'Why nothing is sent; null: it is at work.',
    }),
    firstFailedAt: t.expose('failingSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when every attempt has failed; null: the last one did not.',
    }),
    createdById: t.id({ description: 'Who made it.', resolve: ({ createdBy }) => createdBy }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    delivery: t.field({
      type: deliveryRef,
      nullable: true,
      description: 'One of its deliveries of the last 7 days, or null where there is none of this id.',
      args: { id: t.arg.id({ required: true, description: 'Id of the delivery.' }) },
      extensions: reads(),
      resolve: async ({ id: webhookId }, { id }, context) => {
        const delivery = await webhookPorts(context).deliveries.find(id);
        return delivery?.webhookId === webhookId ? delivery : null;
      },
    }),
    deliveries: t.field({
      type: deliveryConnection,
      description: 'What was sent in the last 7 days and is to be sent, newest first.',
      args: pageArgs(deliveryPages),
      extensions: pageOf(1, 0.1, deliveryPages.firstDefault),
      resolve: ({ id }, args, context) => deliveryPage(webhookPorts(context), context.actor, id, args),
    }),
  }),
});
