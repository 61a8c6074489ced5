import { buttonClasses } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { getTranslations } from 'next-intl/server';
import { Link } from '../i18n/navigation.ts';

/** Somebody signed in whom no workspace includes. */
export async function NoWorkspace() {
  const t = await getTranslations('workspace.create');
  return (
    <EmptyState
      headingLevel={1}
      title={t('none')}
      text={t('noneText')}
      action={
        <Link href="/workspaces/new" className={buttonClasses('primary')}>
          {t('title')}
        </Link>
      }
    />
  );
}
