import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoRight } from '../../../../../components/NoRight.tsx';
import { NoWorkspace } from '../../../../../components/NoWorkspace.tsx';
import { PageHeading } from '../../../../../components/PageHeading.tsx';
import { ServerUnavailable } from '../../../../../components/ServerUnavailable.tsx';
import { Webhooks } from '../../../../../features/webhooks/Webhooks.tsx';
import { WebhooksDocument } from '../../../../../generated/graphql.ts';
import { IntlMessages } from '../../../../../lib/IntlMessages.tsx';
import { readMapTitles } from '../../../../../lib/server/mapTitles.ts';
import { queryServer } from '../../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../../lib/server/viewer.ts';
import { readWorkspace } from '../../../../../lib/server/workspace.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') };
}

/** Where a workspace is told what happens on its maps, for those who manage it. */
export default async function WebhooksPage() {
  if ((await requireViewer()) === null) return null;
  const workspace = await readWorkspace();
  if (workspace === null) return <NoWorkspace />;
  if (!workspace.can.includes('webhooks:manage')) return <NoRight />;
  const { id: workspaceId } = workspace;
  const answer = await queryServer(WebhooksDocument, { workspaceId });
  if (!answer.ok) return <ServerUnavailable />;
  const webhooks = answer.value.workspace?.webhooks ?? [];
  const titles = await readMapTitles(webhooks.flatMap(({ mapIds }) => mapIds ?? []));
  const t = await getTranslations('webhooks');
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} text={t('text', { workspace: workspace.name })} back="people" />
      <IntlMessages namespaces={['common', 'errors', 'webhooks', 'secret', 'mapChoice']}>
        <Webhooks key={workspaceId} workspaceId={workspaceId} initial={webhooks} initialTitles={titles} />
      </IntlMessages>
    </div>
  );
}
