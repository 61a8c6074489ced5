'use client';

import { Button, buttonClasses } from '@jejak/ui/Button';
import { ErrorState } from '@jejak/ui/ErrorState';
import { useTranslations } from 'next-intl';
import { PlainFrame } from '../../components/PlainFrame.tsx';
import { Link } from '../../i18n/navigation.ts';

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** A page that failed while it was drawn. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('common');
  return (
    <PlainFrame>
      <ErrorState
        headingLevel={1}
        title={t('failed.title')}
        text={t('failed.text')}
        reference={error.digest ? t('reference', { id: error.digest }) : undefined}
        action={
          <>
            <Link href="/" className={buttonClasses('secondary')}>
              {t('toMaps')}
            </Link>
            <Button tone="primary" onClick={reset}>
              {t('tryAgain')}
            </Button>
          </>
        }
      />
    </PlainFrame>
  );
}
