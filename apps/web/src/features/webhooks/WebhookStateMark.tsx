import { joinClasses } from '@jejak/ui/joinClasses';
import { CircleCheck, CircleDashed, CirclePause, CircleX, KeyRound, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { WebhookState } from './webhookState.ts';

const looks = {
  working: { Icon: CircleCheck, classes: 'border-transparent bg-positive-soft', mark: 'text-positive' },
  quiet: { Icon: CircleDashed, classes: 'border-line bg-hover', mark: 'text-muted' },
  failing: { Icon: TriangleAlert, classes: 'border-transparent bg-warning-soft', mark: 'text-warning' },
  paused: { Icon: CirclePause, classes: 'border-line bg-hover', mark: 'text-muted' },
  stopped: { Icon: CircleX, classes: 'border-transparent bg-danger-soft', mark: 'text-danger' },
  locked: { Icon: KeyRound, classes: 'border-transparent bg-danger-soft', mark: 'text-danger' },
} as const satisfies Record<WebhookState, object>;

/** How a webhook is doing, as a sign of its own shape and a word. */
export function WebhookStateMark({ state }: { readonly state: WebhookState }) {
  const t = useTranslations('webhooks.state');
  const { Icon, classes, mark } = looks[state];
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1.5 rounded-full border py-px pr-2.5 pl-2 text-meta font-medium text-ink',
        classes,
      )}
    >
      <Icon aria-hidden="true" className={joinClasses('size-4 shrink-0', mark)} />
      {t(state)}
    </span>
  );
}
