import { BookOpen, Download, Terminal } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeading } from '../../../../components/PageHeading.tsx';
import { Explorer } from '../../../../features/explorer/Explorer.tsx';
import { IntlMessages } from '../../../../lib/IntlMessages.tsx';
import { requireViewer } from '../../../../lib/server/viewer.ts';

const linkLook =
  'inline-flex min-h-9 items-center gap-2 rounded-card text-body text-accent underline underline-offset-4 hover:text-accent-strong';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explorer'))('title') };
}

/** Trying the API as oneself, with the documentation of the schema beside. */
export default async function ExplorerPage() {
  if ((await requireViewer()) === null) return null;
  const t = await getTranslations('explorer');
  return (
    <>
      <PageHeading title={t('title')} text={t('text')} />
      <p className="-mt-3 mb-5 flex flex-wrap gap-x-6">
        <a href="/graphql/docs/API.md" hrefLang="en" className={linkLook}>
          <BookOpen aria-hidden="true" className="size-4" />
          {t('guide')}
        </a>
        <a href="/graphql/docs/RECIPES.md" hrefLang="en" className={linkLook}>
          <Terminal aria-hidden="true" className="size-4" />
          {t('recipes')}
        </a>
        <a href="/graphql/schema.graphql" download="schema.graphql" className={linkLook}>
          <Download aria-hidden="true" className="size-4" />
          {t('schema')}
        </a>
      </p>
      <IntlMessages namespaces={['common', 'errors', 'explorer']}>
        <Explorer />
      </IntlMessages>
    </>
  );
}
