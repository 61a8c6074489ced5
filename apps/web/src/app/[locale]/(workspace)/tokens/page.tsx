import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeading } from '../../../../components/PageHeading.tsx';
import { ServerUnavailable } from '../../../../components/ServerUnavailable.tsx';
import { readToken } from '../../../../features/tokens/ListedToken.ts';
import { Tokens } from '../../../../features/tokens/Tokens.tsx';
import { PersonalTokensDocument } from '../../../../generated/graphql.ts';
import { IntlMessages } from '../../../../lib/IntlMessages.tsx';
import { readMapTitles } from '../../../../lib/server/mapTitles.ts';
import { queryServer } from '../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../lib/server/viewer.ts';
import { readWorkspace } from '../../../../lib/server/workspace.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tokens'))('title') };
}

/** One's own tokens, with which programs act for one. */
export default async function TokensPage() {
  const viewer = await requireViewer();
  if (viewer === null) return null;
  const answer = await queryServer(PersonalTokensDocument, {});
  if (!answer.ok) return <ServerUnavailable />;
  const tokens = (answer.value.viewer?.tokens.nodes ?? []).map(readToken);
  const titles = await readMapTitles(tokens.flatMap(({ mapIds }) => mapIds ?? []));
  const workspaces = viewer.workspaces.map(({ id, name }) => ({ id, name }));
  const workspaceId = (await readWorkspace())?.id ?? null;
  const t = await getTranslations('tokens');
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} text={t('text')} />
      <IntlMessages namespaces={['common', 'errors', 'tokens', 'secret', 'mapChoice']}>
        <Tokens
          home={{ kind: 'personal', workspaces, workspaceId }}
          initial={tokens}
          initialTitles={titles}
          now={new Date().toISOString()}
        />
      </IntlMessages>
    </div>
  );
}
