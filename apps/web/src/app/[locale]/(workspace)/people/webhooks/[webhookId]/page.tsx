import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { NoRight } from '../../../../../../components/NoRight.tsx';
import { NoWorkspace } from '../../../../../../components/NoWorkspace.tsx';
import { ServerUnavailable } from '../../../../../../components/ServerUnavailable.tsx';
import { deliveryPages } from '../../../../../../features/webhooks/deliveryPages.ts';
import { hostOf } from '../../../../../../features/webhooks/hostOf.ts';
import { WebhookPage } from '../../../../../../features/webhooks/WebhookPage.tsx';
import { WebhookDocument } from '../../../../../../generated/graphql.ts';
import { IntlMessages } from '../../../../../../lib/IntlMessages.tsx';
import { readMapTitles } from '../../../../../../lib/server/mapTitles.ts';
import { queryServer } from '../../../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../../../lib/server/viewer.ts';
import { readWorkspace } from '../../../../../../lib/server/workspace.ts';

type Props = PageProps<'/[locale]/people/webhooks/[webhookId]'>;

const readWebhook = cache((workspaceId: string, webhookId: string) =>
  queryServer(WebhookDocument, { workspaceId, webhookId, first: deliveryPages.first, after: null }),
);

/** The title of the page is where the webhook sends to, for those who may know. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  const workspace = await readWorkspace();
  if (!workspace?.can.includes('webhooks:manage')) return { title: t('title') };
  const answer = await readWebhook(workspace.id, (await params).webhookId);
  const url = answer.ok ? answer.value.workspace?.webhook?.url : undefined;
  return { title: url === undefined ? t('title') : t('titleOf', { host: hostOf(url) }) };
}

/** One webhook with its log, for those who manage it. */
export default async function WebhookRoute({ params }: Props) {
  if ((await requireViewer()) === null) return null;
  const workspace = await readWorkspace();
  if (workspace === null) return <NoWorkspace />;
  if (!workspace.can.includes('webhooks:manage')) return <NoRight />;
  const { webhookId } = await params;
  const { id: workspaceId } = workspace;
  const answer = await readWebhook(workspaceId, webhookId);
  if (!answer.ok) return <ServerUnavailable />;
  const found = answer.value.workspace;
  if (found?.webhook == null) notFound();
  const { webhook, members } = found;
  const shownIds = webhook.deliveries.nodes.flatMap(({ mapId }) => mapId ?? []);
  return (
    <div className="mx-auto max-w-3xl">
      <IntlMessages namespaces={['common', 'errors', 'workspace', 'webhooks', 'secret', 'mapChoice']}>
        <WebhookPage
          key={webhookId}
          workspaceId={workspaceId}
          initial={webhook}
          initialTitles={await readMapTitles([...(webhook.mapIds ?? []), ...shownIds])}
          names={Object.fromEntries(members.nodes.map(({ userId, name }) => [userId, name]))}
        />
      </IntlMessages>
    </div>
  );
}
