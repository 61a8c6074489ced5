import { buttonClasses } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { Lock } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Link } from '../i18n/navigation.ts';

/** A page that one's role does not include, with what one may do instead. */
export async function NoRight({ text }: { readonly text?: string }) {
  const t = await getTranslations('common');
  return (
    <EmptyState
      headingLevel={1}
      title={t('noRight.title')}
      text={text ?? t('noRight.text')}
      picture={<Lock aria-hidden="true" className="size-8 text-muted" strokeWidth={1.5} />}
      action={
        <Link href="/" className={buttonClasses('primary')}>
          {t('toMaps')}
        </Link>
      }
    />
  );
}
