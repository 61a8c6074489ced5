import './explorer.css';
import { GraphiQL } from 'graphiql';
import type { GraphQLSchema } from 'graphql';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ExplorerFetcher } from './explorerFetcher.ts';
import { useEditorLabels } from './useEditorLabels.ts';
import { usePageTheme } from './usePageTheme.ts';

/**
 * GraphiQL over our endpoint. Its fourth version, as the fifth edits with Monaco, which is several times as large and
 * wants workers. What is typed is kept with the tab and no longer: the computer may be shared.
 */
export function Workbench({ schema }: { readonly schema: GraphQLSchema }) {
  const t = useTranslations('explorer');
  const locale = useLocale();
  const theme = usePageTheme();
  const container = useRef<HTMLDivElement>(null);
  const [fetcher] = useState(() => new ExplorerFetcher());
  useEffect(() => () => fetcher.dispose(), [fetcher]);
  const labels = useMemo(
    () => ({
      query: t('editors.query'),
      variables: t('editors.variables'),
      headers: t('editors.headers'),
      answer: t('editors.answer'),
    }),
    [t],
  );
  useEditorLabels(container, labels, locale);
  return (
    // Its own words are English.
    <div ref={container} lang="en" className="explorer">
      <GraphiQL
        fetcher={fetcher.fetch}
        schema={schema}
        storage={window.sessionStorage}
        defaultQuery={exampleOf([t('asYou'), t('keys')])}
        forcedTheme={theme}
        showPersistHeadersSettings={false}
      />
    </div>
  );
}

/** What stands in the first tab. */
function exampleOf(comments: readonly string[]): string {
  return `${comments.map((comment) => `# ${comment}\n`).join('')}{
  viewer { name }
  workspaces {
    name
    maps(first: 5) {
      nodes {
        id
        title { en id }
      }
    }
  }
}
`;
}
