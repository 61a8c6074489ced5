'use client';

import { Notice } from '@jejak/ui/Notice';
import { useTranslations } from 'next-intl';
import type { Submission } from '../lib/useSubmission.ts';

/** What went wrong with a whole form, announced when it appears. */
export function FormError({ submission }: { readonly submission: Submission }) {
  const t = useTranslations('common');
  if (submission.formError === null) return null;
  // Only where it is our fault: one who typed a wrong code has nothing to ask us.
  const id = submission.failure?.code === 'INTERNAL' ? submission.failure.requestId : null;
  return (
    <Notice tone="danger" announced>
      {submission.formError}
      {id !== null && <span className="block text-meta text-muted">{t('reference', { id })}</span>}
    </Notice>
  );
}
