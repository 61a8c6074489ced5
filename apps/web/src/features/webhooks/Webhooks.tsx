'use client';

import { Button } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { Plus, Webhook as WebhookIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { MapTitles } from '../../lib/MapTitles.ts';
import type { ListedWebhook } from './ListedWebhook.ts';
import { useWebhookActs, type WebhookWithSecret } from './useWebhookActs.ts';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhookRow } from './WebhookRow.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';

interface WebhooksProps {
  readonly workspaceId: string;
  readonly initial: readonly ListedWebhook[];
  readonly initialTitles: MapTitles;
}

/** The webhooks of a workspace: those there are, making one, and seeing its secret once. */
export function Webhooks({ workspaceId, initial, initialTitles }: WebhooksProps) {
  const t = useTranslations('webhooks.list');
  const acts = useWebhookActs();
  const [webhooks, setWebhooks] = useState(initial);
  const [titles, setTitles] = useState(initialTitles);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  const newButton = useRef<HTMLButtonElement>(null);
  /** What gets the focus once what had it is closed: the button, or the webhook of this id. */
  const focusNext = useRef<'button' | { readonly webhookId: string } | null>(null);
  useEffect(() => {
    const next = focusNext.current;
    if (next === null) return;
    focusNext.current = null;
    if (next === 'button') newButton.current?.focus();
    else document.getElementById(next.webhookId)?.focus();
  });
  const begin = () => {
    setMade(null);
    setMaking(true);
  };
  return (
    <div className="flex flex-col gap-6">
      {made !== null && (
        <WebhookSecret
          key={made.webhook.id}
          secret={made.secret}
          formerUntil={null}
          onDone={() => {
            focusNext.current = { webhookId: made.webhook.id };
            setMade(null);
          }}
        />
      )}
      {making && (
        <WebhookForm
          workspaceId={workspaceId}
          webhook={null}
          knownTitles={{}}
          save={(wish) => acts.create(workspaceId, wish)}
          onCancel={() => {
            focusNext.current = 'button';
            setMaking(false);
          }}
          onSaved={(done, more) => {
            setMaking(false);
            setMade(done);
            setTitles((known) => ({ ...known, ...more }));
            setWebhooks((all) => [...all, { ...done.webhook, deliveries: { nodes: [] } }]);
          }}
        />
      )}
      {webhooks.length === 0 && !making && (
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          picture={<WebhookIcon aria-hidden="true" className="size-8 text-muted" strokeWidth={1.5} />}
          action={
            <Button ref={newButton} tone="primary" onClick={begin}>
              {t('new')}
            </Button>
          }
        />
      )}
      {webhooks.length > 0 && (
        <section aria-labelledby="webhooks" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="webhooks" className="text-lead font-semibold">
              {t('title')}
            </h2>
            {!making && (
              <Button
                ref={newButton}
                tone={made === null ? 'primary' : 'secondary'}
                icon={<Plus aria-hidden="true" className="size-4" />}
                onClick={begin}
              >
                {t('new')}
              </Button>
            )}
          </div>
          <ul className="divide-y divide-line rounded-panel border border-line bg-raised">
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} titles={titles} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
