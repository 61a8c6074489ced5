import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeading } from '../../../../../components/PageHeading.tsx';
import { NewWorkspaceForm } from '../../../../../features/workspace/NewWorkspaceForm.tsx';
import { requireViewer } from '../../../../../lib/server/viewer.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.create'))('title') };
}

/** Making a workspace. */
export default async function NewWorkspacePage() {
  if ((await requireViewer()) === null) return null;
  const t = await getTranslations('workspace.create');
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t('title')} text={t('text')} />
      <NewWorkspaceForm />
    </div>
  );
}
