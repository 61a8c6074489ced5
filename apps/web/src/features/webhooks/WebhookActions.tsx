'use client';

import { Button } from '@jejak/ui/Button';
import { Menu, MenuItem } from '@jejak/ui/Menu';
import { VisuallyHidden } from '@jejak/ui/VisuallyHidden';
import { Ellipsis, KeyRound, Pause, Pencil, Play, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { WebhookState } from './webhookState.ts';

/** What can be done with the webhook of a page. */
export interface WebhookAct {
  readonly ping: () => void;
  readonly setPaused: (isPaused: boolean) => void;
  readonly edit: () => void;
  readonly rotate: () => void;
  readonly remove: () => void;
}

interface WebhookActionsProps {
  readonly act: WebhookAct;
  readonly state: WebhookState;
  /** A ping is on its way. */
  readonly isPinging: boolean;
  /** The webhook is being paused or let go on. */
  readonly isPausing: boolean;
  readonly editButton: Ref<HTMLButtonElement>;
}

const icon = 'size-4';

/** The acts of the page of a webhook. */
export function WebhookActions(props: WebhookActionsProps) {
  const { act, state, isPinging, isPausing, editButton } = props;
  const t = useTranslations('webhooks.page');
  const isPaused = state === 'paused' || state === 'stopped' || state === 'locked';
  const rotateIcon = <KeyRound aria-hidden="true" className={icon} />;
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'locked' && (
        <Button tone="primary" icon={rotateIcon} onClick={act.rotate}>
          {t('rotate')}
        </Button>
      )}
      <Button
        tone={state === 'quiet' ? 'primary' : 'secondary'}
        busy={isPinging}
        icon={<Send aria-hidden="true" className={icon} />}
        onClick={act.ping}
      >
        {t('ping')}
      </Button>
      <Button
        tone={isPaused && state !== 'locked' ? 'primary' : 'secondary'}
        busy={isPausing}
        icon={
          isPaused ? (
            <Play aria-hidden="true" className={icon} />
          ) : (
            <Pause aria-hidden="true" className={icon} />
          )
        }
        onClick={() => act.setPaused(!isPaused)}
      >
        {isPaused ? t('resume') : t('pause')}
      </Button>
      <Button ref={editButton} icon={<Pencil aria-hidden="true" className={icon} />} onClick={act.edit}>
        {t('edit')}
      </Button>
      <Menu
        label={t('more')}
        trigger={(trigger) => (
          <Button {...trigger} className="px-2.5" icon={<Ellipsis aria-hidden="true" className={icon} />}>
            <VisuallyHidden>{t('more')}</VisuallyHidden>
          </Button>
        )}
      >
        <MenuItem icon={rotateIcon} onSelect={act.rotate}>
          {t('rotate')}
        </MenuItem>
        <MenuItem danger icon={<Trash2 aria-hidden="true" className={icon} />} onSelect={act.remove}>
          {t('delete')}
        </MenuItem>
      </Menu>
    </div>
  );
}
