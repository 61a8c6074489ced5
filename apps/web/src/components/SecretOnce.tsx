'use client';

import { Button } from '@jejak/ui/Button';
import { Notice } from '@jejak/ui/Notice';
import { useTranslations } from 'next-intl';
import { CopyField } from './CopyField.tsx';

interface SecretOnceProps {
  readonly title: string;
  /** What happens to who loses or shows it. */
  readonly warning: string;
  /** What programs do with it. */
  readonly hint: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** A secret that is shown this once, selected and ready to be copied. */
export function SecretOnce({ title, warning, hint, secret, onDone }: SecretOnceProps) {
  const t = useTranslations('secret');
  return (
    <section
      aria-labelledby="secret"
      className="flex flex-col gap-4 rounded-panel border border-line bg-raised p-4 sm:p-5"
    >
      <h2 id="secret" className="text-lead font-semibold break-words">
        {title}
      </h2>
      <Notice tone="warning" announced>
        {warning}
      </Notice>
      <CopyField
        label={t('label')}
        hint={hint}
        value={secret}
        className="font-mono"
        texts={{ copy: t('copy'), copied: t('copied'), copyFailed: t('copyFailed') }}
      />
      <div>
        <Button onClick={onDone}>{t('done')}</Button>
      </div>
    </section>
  );
}
