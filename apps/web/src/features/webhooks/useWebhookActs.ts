'use client';

import { readResult } from '@jejak/client';
import { useMemo } from 'react';
import { useClient } from 'urql';
import {
  CreateWebhookDocument,
  DeleteWebhookDocument,
  type DeliveryFieldsFragment,
  RedeliverWebhookDeliveryDocument,
  RotateWebhookSecretDocument,
  TestWebhookDocument,
  UpdateWebhookDocument,
  type UpdateWebhookInput,
  type WebhookFieldsFragment,
} from '../../generated/graphql.ts';
import type { ApiResult } from '../../lib/callApi.ts';
import { runMutation } from '../../lib/runQuery.ts';
import type { WebhookWish } from './WebhookForm.tsx';

/** A webhook with its secret, which is told this once. */
export interface WebhookWithSecret {
  readonly webhook: WebhookFieldsFragment;
  readonly secret: string;
}

/** What can be done with webhooks; none of it throws. */
export interface WebhookActs {
  readonly create: (workspaceId: string, wish: WebhookWish) => Promise<ApiResult<WebhookWithSecret>>;
  readonly update: (input: UpdateWebhookInput) => Promise<ApiResult<WebhookFieldsFragment>>;
  readonly rotate: (webhookId: string) => Promise<ApiResult<WebhookWithSecret>>;
  readonly remove: (webhookId: string) => Promise<ApiResult<null>>;
  readonly ping: (webhookId: string) => Promise<ApiResult<DeliveryFieldsFragment>>;
  readonly sendAgain: (deliveryId: string) => Promise<ApiResult<DeliveryFieldsFragment>>;
}

function mapResult<From, To>(result: ApiResult<From>, to: (value: From) => To): ApiResult<To> {
  return result.ok ? { ok: true, value: to(result.value) } : result;
}

/** What can be done with webhooks, by the server. */
export function useWebhookActs(): WebhookActs {
  const client = useClient();
  return useMemo<WebhookActs>(
    () => ({
      async create(workspaceId, wish) {
        const input = { workspaceId, ...wish };
        const answer = await runMutation(client, CreateWebhookDocument, { input });
        return readResult(
          mapResult(answer, ({ createWebhook }) => createWebhook),
          (member) => member.__typename === 'CreateWebhookPayload',
        );
      },
      async update(input) {
        const answer = await runMutation(client, UpdateWebhookDocument, { input });
        const result = readResult(
          mapResult(answer, ({ updateWebhook }) => updateWebhook),
          (member) => member.__typename === 'UpdateWebhookPayload',
        );
        return mapResult(result, ({ webhook }) => webhook);
      },
      async rotate(webhookId) {
        const answer = await runMutation(client, RotateWebhookSecretDocument, { input: { webhookId } });
        return readResult(
          mapResult(answer, ({ rotateWebhookSecret }) => rotateWebhookSecret),
          (member) => member.__typename === 'RotateWebhookSecretPayload',
        );
      },
      async remove(webhookId) {
        const answer = await runMutation(client, DeleteWebhookDocument, { input: { webhookId } });
        const result = readResult(
          mapResult(answer, ({ deleteWebhook }) => deleteWebhook),
          // Somebody else may have been faster.
          (member) => member.__typename === 'DeleteWebhookPayload' || member.__typename === 'NotFoundError',
        );
        return mapResult(result, () => null);
      },
      async ping(webhookId) {
        const answer = await runMutation(client, TestWebhookDocument, { input: { webhookId } });
        const result = readResult(
          mapResult(answer, ({ testWebhook }) => testWebhook),
          (member) => member.__typename === 'TestWebhookPayload',
        );
        return mapResult(result, ({ delivery }) => delivery);
      },
      async sendAgain(deliveryId) {
        const input = { deliveryId };
        const answer = await runMutation(client, RedeliverWebhookDeliveryDocument, { input });
        const result = readResult(
          mapResult(answer, ({ redeliverWebhookDelivery }) => redeliverWebhookDelivery),
          (member) => member.__typename === 'RedeliverWebhookDeliveryPayload',
        );
        return mapResult(result, ({ delivery }) => delivery);
      },
    }),
    [client],
  );
}
