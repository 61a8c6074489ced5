import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoRight } from '../../../../../components/NoRight.tsx';
import { PageHeading } from '../../../../../components/PageHeading.tsx';
import { NewMapForm } from '../../../../../features/workspace/NewMapForm.tsx';
import { readWorkspace } from '../../../../../lib/server/workspace.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.newMap'))('title') };
}

/** Making a map from a template. */
export default async function NewMapPage() {
  const workspace = await readWorkspace();
  const t = await getTranslations('workspace.newMap');
  if (workspace === null) return null;
  if (!workspace.can.includes('map:create')) {
    return <NoRight text={t('noRight')} />;
  }
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeading title={t('title')} text={t('text')} />
      <NewMapForm workspaceId={workspace.id} />
    </div>
  );
}
