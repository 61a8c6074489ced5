import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoRight } from '../../../../../components/NoRight.tsx';
import { PageHeading } from '../../../../../components/PageHeading.tsx';
import { ImportForm } from '../../../../../features/workspace/ImportForm.tsx';
import { readWorkspace } from '../../../../../lib/server/workspace.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.importMap'))('title') };
}

/** Making a map from a Mermaid journey. */
export default async function ImportMapPage() {
  const workspace = await readWorkspace();
  const t = await getTranslations('workspace.importMap');
  if (workspace === null) return null;
  if (!workspace.can.includes('map:create')) {
    const newMap = await getTranslations('workspace.newMap');
    return <NoRight text={newMap('noRight')} />;
  }
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} text={t('text')} />
      <ImportForm workspaceId={workspace.id} />
    </div>
  );
}
