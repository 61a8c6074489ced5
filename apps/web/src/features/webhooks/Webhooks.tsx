'use client';

import { Webhook as WebhookIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { OwnList } from '../../components/OwnList.tsx';
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
      <OwnList
        title={t('title')}
        empty={{ title: t('emptyTitle'), text: t('emptyText'), icon: WebhookIcon }}
        add={{ label: t('new'), ref: newButton, onClick: begin, isShown: !making, isNext: made === null }}
      >
        {webhooks.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} titles={titles} />
        ))}
      </OwnList>
    </div>
  );
}
