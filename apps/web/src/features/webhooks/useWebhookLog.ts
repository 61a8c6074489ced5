'use client';

import type { Failure } from '@jejak/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import {
  type DeliveryFieldsFragment,
  type WebhookFieldsFragment,
  WebhookLogDocument,
  type WebhookLogFieldsFragment,
} from '../../generated/graphql.ts';
import { runQuery } from '../../lib/runQuery.ts';
import { deliveryPages } from './deliveryPages.ts';
import { readLog, type WebhookLog, withDelivery, withNewest, withOlder } from './WebhookLog.ts';

/** The log as a page keeps it. */
export interface LiveLog extends WebhookLog {
  /** The webhook is not there any more. */
  readonly isGone: boolean;
  /** Why the log is not up to date; null: it is. */
  readonly failure: Failure | null;
  readonly isLoadingOlder: boolean;
  /** Whether it is up to date afterwards. */
  readonly refresh: () => Promise<boolean>;
  readonly loadOlder: () => Promise<void>;
  readonly putDelivery: (delivery: DeliveryFieldsFragment) => void;
  readonly putWebhook: (webhook: WebhookFieldsFragment) => void;
}

interface Options {
  readonly workspaceId: string;
  readonly initial: WebhookLogFieldsFragment;
  /** How often the newest part is asked for while the page is looked at. */
  readonly everyMs: number;
}

/** Keeps the log of a webhook up to date while somebody looks at it; after a failure once they ask. */
export function useWebhookLog({ workspaceId, initial, everyMs }: Options): LiveLog {
  const client = useClient();
  const webhookId = initial.id;
  const [log, setLog] = useState(() => readLog(initial));
  const [isGone, setIsGone] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isLoadingOlder, setIsLoadingOlder] = useState(false);
  /** Goes up with each change made here: an answer from before it is worth nothing. */
  const changes = useRef(0);
  const shown = useRef(0);
  shown.current = log.deliveries.length;

  const ask = useCallback(
    async (first: number, after: string | null) => {
      const before = changes.current;
      const answer = await runQuery(client, WebhookLogDocument, { workspaceId, webhookId, first, after });
      if (before !== changes.current) return null;
      setFailure(answer.ok ? null : answer.failure);
      if (!answer.ok) return null;
      const webhook = answer.value.workspace?.webhook ?? null;
      if (webhook === null) setIsGone(true);
      return webhook && readLog(webhook);
    },
    [client, workspaceId, webhookId],
  );
  const refresh = useCallback(async () => {
    const { first, most } = deliveryPages;
    const newest = await ask(Math.min(most, Math.max(first, shown.current)), null);
    if (newest !== null) setLog((known) => withNewest(known, newest));
    return newest !== null;
  }, [ask]);
  const loadOlder = async () => {
    if (isLoadingOlder || log.olderAfter === null) return;
    setIsLoadingOlder(true);
    const older = await ask(deliveryPages.first, log.olderAfter);
    if (older !== null) setLog((known) => withOlder(known, older));
    setIsLoadingOlder(false);
  };

  const isStill = isGone || failure !== null;
  useEffect(() => {
    if (isStill) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isOver = false;
    const look = async () => {
      clearTimeout(timer);
      if (isAsking) return;
      isAsking = true;
      if (document.visibilityState === 'visible') await refresh();
      isAsking = false;
      if (!isOver) timer = setTimeout(() => void look(), everyMs);
    };
    const onVisible = () => {
      if (document.visibilityState === 'visible') void look();
    };
    timer = setTimeout(() => void look(), everyMs);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [isStill, everyMs, refresh]);

  return {
    ...log,
    isGone,
    failure,
    isLoadingOlder,
    refresh,
    loadOlder,
    putDelivery: (delivery) => {
      changes.current += 1;
      setLog((known) => withDelivery(known, delivery));
    },
    putWebhook: (webhook) => {
      changes.current += 1;
      setLog((known) => ({ ...known, webhook }));
    },
  };
}
