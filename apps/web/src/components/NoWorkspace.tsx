import { EmptyState } from '@jejak/ui/EmptyState';
import { getTranslations } from 'next-intl/server';

/** Somebody signed in whom no workspace includes. */
export async function NoWorkspace() {
  const t = await getTranslations('workspace.create');
  return <EmptyState headingLevel={1} title={t('none')} text={t('noneText')} />;
}
