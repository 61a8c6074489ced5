import { mayMakeToken, roles } from '@jejak/access';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoRight } from '../../../../../components/NoRight.tsx';
import { NoWorkspace } from '../../../../../components/NoWorkspace.tsx';
import { PageHeading } from '../../../../../components/PageHeading.tsx';
import { ServerUnavailable } from '../../../../../components/ServerUnavailable.tsx';
import { readToken } from '../../../../../features/tokens/ListedToken.ts';
import { Tokens } from '../../../../../features/tokens/Tokens.tsx';
import { WorkspaceTokensDocument } from '../../../../../generated/graphql.ts';
import { IntlMessages } from '../../../../../lib/IntlMessages.tsx';
import { readMapTitles } from '../../../../../lib/server/mapTitles.ts';
import { queryServer } from '../../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../../lib/server/viewer.ts';
import { readWorkspace } from '../../../../../lib/server/workspace.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tokens'))('workspaceTitle') };
}

/** The tokens of a workspace, for those who manage them. */
export default async function WorkspaceTokensPage() {
  if ((await requireViewer()) === null) return null;
  const workspace = await readWorkspace();
  if (workspace === null) return <NoWorkspace />;
  if (!workspace.can.includes('tokens:manage')) return <NoRight />;
  const { id: workspaceId, role } = workspace;
  const answer = await queryServer(WorkspaceTokensDocument, { workspaceId });
  if (!answer.ok) return <ServerUnavailable />;
  const found = answer.value.workspace;
  const tokens = (found?.tokens.nodes ?? []).map(readToken);
  const titles = await readMapTitles(tokens.flatMap(({ mapIds }) => mapIds ?? []));
  const t = await getTranslations('tokens');
  const home = {
    kind: 'workspace' as const,
    workspaceId,
    roles: roles.filter((as) => mayMakeToken(role, as)),
    names: Object.fromEntries((found?.members.nodes ?? []).map(({ userId, name }) => [userId, name])),
  };
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading
        title={t('workspaceTitle')}
        text={t('workspaceText', { workspace: workspace.name })}
        back="people"
      />
      <IntlMessages namespaces={['common', 'errors', 'tokens', 'secret', 'mapChoice']}>
        <Tokens
          key={workspaceId}
          home={home}
          initial={tokens}
          initialTitles={titles}
          now={new Date().toISOString()}
        />
      </IntlMessages>
    </div>
  );
}
