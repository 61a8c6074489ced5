'use client';

import { Button } from '@jejak/ui/Button';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useClient } from 'urql';
import { WebhookDeliveryBodyDocument } from '../../generated/graphql.ts';
import { useErrorText } from '../../lib/errorText.ts';
import { runQuery } from '../../lib/runQuery.ts';

interface DeliveryBodyProps {
  readonly workspaceId: string;
  readonly webhookId: string;
  readonly deliveryId: string;
}

type Shown =
  | { readonly state: 'closed' | 'loading' | 'gone' }
  | { readonly state: 'there'; readonly text: string }
  | { readonly state: 'failed'; readonly why: string };

/** JSON as people read it; as it is where it is none. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** What was sent, once somebody asks for it. */
export function DeliveryBody({ workspaceId, webhookId, deliveryId }: DeliveryBodyProps) {
  const t = useTranslations('webhooks.log');
  const errorText = useErrorText();
  const client = useClient();
  const id = useId();
  const [shown, setShown] = useState<Shown>({ state: 'closed' });
  const isOpen = shown.state !== 'closed';
  const toggle = async () => {
    if (isOpen) return setShown({ state: 'closed' });
    setShown({ state: 'loading' });
    const ids = { workspaceId, webhookId, deliveryId };
    const answer = await runQuery(client, WebhookDeliveryBodyDocument, ids);
    if (!answer.ok) return setShown({ state: 'failed', why: errorText(answer.failure) });
    const body = answer.value.workspace?.webhook?.delivery?.body ?? null;
    setShown(body === null ? { state: 'gone' } : { state: 'there', text: readable(body) });
  };
  return (
    <>
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => void toggle()}>
        {isOpen ? t('hide') : t('show')}
      </Button>
      <div id={id} className="basis-full" aria-live="polite">
        {shown.state === 'loading' && <p className="text-meta text-muted">{t('bodyLoading')}</p>}
        {shown.state === 'gone' && <p className="text-meta text-muted">{t('bodyGone')}</p>}
        {shown.state === 'failed' && <p className="text-meta text-danger">{shown.why}</p>}
      </div>
      {shown.state === 'there' && (
        <section
          aria-label={t('body')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it by keys
          tabIndex={0}
          className="max-h-96 min-w-0 basis-full overflow-auto rounded-card border border-line bg-sunken"
        >
          <pre lang="en" className="w-max min-w-full p-3 font-mono text-meta">
            {shown.text}
          </pre>
        </section>
      )}
    </>
  );
}
