'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';

const duties = ['check', 'answer', 'repeats', 'order'] as const;

/** What whoever writes a receiver has to know, for those who open it. */
export function ReceiverGuide() {
  const t = useTranslations('webhooks.guide');
  return (
    <details className="group rounded-panel border border-line bg-raised">
      <summary className="flex cursor-pointer list-none items-center justify-between gap-3 rounded-panel px-4 py-3 font-medium group-open:rounded-b-none transition-colors hover:bg-hover sm:px-5 [&::-webkit-details-marker]:hidden">
        {t('title')}
        <ChevronDown
          aria-hidden="true"
          className="size-[18px] shrink-0 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <ul className="flex max-w-prose list-disc flex-col gap-2 pt-2 pr-4 pb-4 pl-9 text-pretty sm:pl-10">
        {duties.map((duty) => (
          <li key={duty}>{t(duty)}</li>
        ))}
      </ul>
    </details>
  );
}
