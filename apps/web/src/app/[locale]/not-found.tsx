import { buttonClasses } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { getTranslations } from 'next-intl/server';
import { PlainFrame } from '../../components/PlainFrame.tsx';
import { Link } from '../../i18n/navigation.ts';

/** What an address shows that leads nowhere. */
export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <PlainFrame>
      <EmptyState
        headingLevel={1}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={
          <Link href="/" className={buttonClasses('primary')}>
            {t('toMaps')}
          </Link>
        }
      />
    </PlainFrame>
  );
}
