'use client';

import { buttonClasses } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { useToast } from '@jejak/ui/Toast';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import type { DeliveryFieldsFragment, WebhookLogFieldsFragment } from '../../generated/graphql.ts';
import { Link, useRouter } from '../../i18n/navigation.ts';
import { useErrorText } from '../../lib/errorText.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { useMapTitles } from '../../lib/useMapTitles.ts';
import { DeliveryLog } from './DeliveryLog.tsx';
import { hostOf } from './hostOf.ts';
import { PingAnswer } from './PingAnswer.tsx';
import { ReceiverGuide } from './ReceiverGuide.tsx';
import { useAwaitedAnswer } from './useAwaitedAnswer.ts';
import { useWebhookActs } from './useWebhookActs.ts';
import { useWebhookLog } from './useWebhookLog.ts';
import { WebhookActions } from './WebhookActions.tsx';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhookNotice } from './WebhookNotice.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';
import { WebhookSettings } from './WebhookSettings.tsx';
import { WebhookStateMark } from './WebhookStateMark.tsx';
import { webhookState } from './webhookState.ts';

interface WebhookPageProps {
  readonly workspaceId: string;
  readonly initial: WebhookLogFieldsFragment;
  readonly initialTitles: MapTitles;
  /** Who is in the workspace, by id. */
  readonly names: Readonly<Record<string, string>>;
}

type Open =
  | { readonly part: 'form' | 'rotating' | 'deleting' }
  | { readonly part: 'secret'; readonly secret: string; readonly formerUntil: Date };

const calmMs = 5_000;
/** While an answer is waited for. */
const eagerMs = 700;
const formerSecretMs = 24 * 60 * 60_000;

/** One webhook: how it is doing, what can be done with it, what it is set to, and its log. */
export function WebhookPage({ workspaceId, initial, initialTitles, names }: WebhookPageProps) {
  const t = useTranslations('webhooks');
  const toast = useToast();
  const errorText = useErrorText();
  const router = useRouter();
  const acts = useWebhookActs();
  const ping = useAwaitedAnswer();
  const again = useAwaitedAnswer();
  const [isEager, setIsEager] = useState(false);
  const [busy, setBusy] = useState<'ping' | 'pause' | 'dialog' | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const log = useWebhookLog({ workspaceId, initial, everyMs: isEager ? eagerMs : calmMs });
  const { webhook, deliveries } = log;
  const pingAnswer = ping.answerIn(deliveries);
  const againAnswer = again.answerIn(deliveries);
  const isWaiting = pingAnswer?.state === 'sending' || againAnswer?.state === 'sending';
  useEffect(() => setIsEager(isWaiting), [isWaiting]);

  const titles = useMapTitles(
    [...(webhook.mapIds ?? []), ...deliveries.flatMap(({ mapId }) => mapId ?? [])],
    initialTitles,
  );
  const editButton = useRef<HTMLButtonElement>(null);
  const returnsFocus = useRef(false);
  // What had the focus is gone with what was closed.
  useEffect(() => {
    if (!returnsFocus.current) return;
    returnsFocus.current = false;
    editButton.current?.focus();
  });

  // How sending again ended is told wherever on the page one is by then.
  const ended = againAnswer === null || againAnswer.state === 'sending' ? null : againAnswer.state;
  const { forget } = again;
  useEffect(() => {
    if (ended === null) return;
    toast({ text: t(`log.again.${ended}`), ...(ended === 'failed' ? { tone: 'danger' } : {}) });
    forget();
  }, [ended, toast, t, forget]);

  const sendPing = async () => {
    ping.forget();
    setBusy('ping');
    const result = await acts.ping(webhook.id);
    setBusy(null);
    if (!result.ok) return toast({ text: errorText(result.failure), tone: 'danger' });
    log.putDelivery(result.value);
    ping.awaitAnswer(result.value);
  };
  const sendAgain = async (delivery: DeliveryFieldsFragment) => {
    const result = await acts.sendAgain(delivery.id);
    if (!result.ok) return toast({ text: errorText(result.failure), tone: 'danger' });
    log.putDelivery(result.value);
    again.awaitAnswer(result.value);
  };
  const setPaused = async (isPaused: boolean) => {
    ping.forget();
    setBusy('pause');
    const result = await acts.update({ webhookId: webhook.id, isPaused });
    setBusy(null);
    if (!result.ok) return toast({ text: errorText(result.failure), tone: 'danger' });
    log.putWebhook(result.value);
    toast({ text: isPaused ? t('page.paused') : t('page.resumed') });
  };
  const rotate = async () => {
    setBusy('dialog');
    const result = await acts.rotate(webhook.id);
    setBusy(null);
    setOpen(null);
    if (!result.ok) return toast({ text: errorText(result.failure), tone: 'danger' });
    const { secret } = result.value;
    setOpen({ part: 'secret', secret, formerUntil: new Date(Date.now() + formerSecretMs) });
    log.putWebhook(result.value.webhook);
  };
  const remove = async () => {
    setBusy('dialog');
    const result = await acts.remove(webhook.id);
    setBusy(null);
    setOpen(null);
    if (!result.ok) return toast({ text: errorText(result.failure), tone: 'danger' });
    toast({ text: t('page.deleted', { host: hostOf(webhook.url) }) });
    router.push('/people/webhooks');
  };
  const closeToEdit = () => {
    returnsFocus.current = true;
    setOpen(null);
  };

  if (log.isGone) {
    return (
      <EmptyState
        title={t('page.goneTitle')}
        text={t('page.goneText')}
        action={
          <Link href="/people/webhooks" className={buttonClasses('primary')}>
            {t('page.toList')}
          </Link>
        }
      />
    );
  }
  const state = webhookState(webhook, deliveries.length > 0);
  return (
    <div className="flex flex-col gap-6">
      <div className="-mb-6">
        <PageHeading title={hostOf(webhook.url)} back="webhooks">
          <WebhookStateMark state={state} />
        </PageHeading>
      </div>
      {open?.part === 'secret' && (
        <WebhookSecret secret={open.secret} formerUntil={open.formerUntil} onDone={closeToEdit} />
      )}
      {open?.part === 'form' ? (
        <WebhookForm
          workspaceId={workspaceId}
          webhook={webhook}
          knownTitles={Object.fromEntries(
            (webhook.mapIds ?? []).flatMap((id) => (titles[id] ? [[id, titles[id]]] : [])),
          )}
          save={(wish) => acts.update({ webhookId: webhook.id, ...wish })}
          onCancel={closeToEdit}
          onSaved={(changed) => {
            log.putWebhook(changed);
            closeToEdit();
            toast({ text: t('form.saved') });
          }}
        />
      ) : (
        <>
          <div className="flex flex-col gap-4">
            <WebhookNotice webhook={webhook} state={state} />
            <WebhookActions
              act={{
                ping: () => void sendPing(),
                setPaused: (isPaused) => void setPaused(isPaused),
                edit: () => {
                  ping.forget();
                  setOpen({ part: 'form' });
                },
                rotate: () => {
                  ping.forget();
                  setOpen({ part: 'rotating' });
                },
                remove: () => setOpen({ part: 'deleting' }),
              }}
              state={state}
              isPinging={busy === 'ping' || pingAnswer?.state === 'sending'}
              isPausing={busy === 'pause'}
              editButton={editButton}
            />
            {pingAnswer !== null && <PingAnswer answer={pingAnswer} onClose={ping.forget} />}
          </div>
          <WebhookSettings webhook={webhook} titles={titles} names={names} />
          <ReceiverGuide />
        </>
      )}
      <DeliveryLog
        workspaceId={workspaceId}
        log={log}
        titles={titles}
        sendingId={againAnswer?.state === 'sending' ? againAnswer.delivery.id : null}
        onSendAgain={(delivery) => void sendAgain(delivery)}
      />
      {open?.part === 'rotating' && (
        <ConfirmDialog
          title={t('page.rotateTitle')}
          text={t('page.rotateText')}
          act={t('page.rotate')}
          busy={busy === 'dialog'}
          onConfirm={() => void rotate()}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.part === 'deleting' && (
        <ConfirmDialog
          title={t('page.deleteTitle')}
          text={t('page.deleteText', { host: hostOf(webhook.url) })}
          act={t('page.delete')}
          busy={busy === 'dialog'}
          onConfirm={() => void remove()}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
