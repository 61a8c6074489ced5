import { ErrorState } from '@jejak/ui/ErrorState';
import { getTranslations } from 'next-intl/server';
import { ReloadButton } from './ReloadButton.tsx';

/** A page whose data could not be had because the server does not answer. */
export async function ServerUnavailable() {
  const t = await getTranslations('common');
  return (
    <ErrorState
      headingLevel={1}
      title={t('unavailable.title')}
      text={t('unavailable.text')}
      action={<ReloadButton>{t('tryAgain')}</ReloadButton>}
    />
  );
}
