import { buttonClasses } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { Notice } from '@jejak/ui/Notice';
import type { Metadata } from 'next';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { NoRight } from '../../../../../components/NoRight.tsx';
import { NoWorkspace } from '../../../../../components/NoWorkspace.tsx';
import { PageHeading } from '../../../../../components/PageHeading.tsx';
import { ServerUnavailable } from '../../../../../components/ServerUnavailable.tsx';
import { ActivityFilterForm } from '../../../../../features/audit/ActivityFilterForm.tsx';
import { ActivityList } from '../../../../../features/audit/ActivityList.tsx';
import {
  addressOf,
  filterInput,
  isNarrowed,
  readFilter,
  readParam,
  type SearchParams,
  spanOf,
  wholeAddress,
} from '../../../../../features/audit/readFilter.ts';
import { SealForm } from '../../../../../features/audit/SealForm.tsx';
import { ActivityDocument, ActivityVerdictDocument } from '../../../../../generated/graphql.ts';
import { Link } from '../../../../../i18n/navigation.ts';
import { IntlMessages } from '../../../../../lib/IntlMessages.tsx';
import { queryServer } from '../../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../../lib/server/viewer.ts';
import { readWorkspace } from '../../../../../lib/server/workspace.ts';

const shownAtOnce = 50;

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

/** Who did what when in a workspace, for those who manage it. */
export default async function ActivityPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  if ((await requireViewer()) === null) return null;
  const workspace = await readWorkspace();
  if (workspace === null) return <NoWorkspace />;
  if (!workspace.can.includes('audit:read')) return <NoRight />;
  const params = await searchParams;
  const filter = readFilter(params);
  const timeZone = await getTimeZone();
  const after = readParam(params, 'after');
  const { id: workspaceId } = workspace;
  const asked = { workspaceId, first: shownAtOnce, filter: filterInput(filter, timeZone) };
  const answer = await queryServer(ActivityDocument, { ...asked, after: after === '' ? null : after });
  const found = answer.ok ? answer.value.workspace : null;
  if (found == null) return <ServerUnavailable />;
  const { nodes, pageInfo, totalCount } = found.auditLog;
  const people = found.members.nodes;
  const t = await getTranslations('audit');
  const span = spanOf(filter, timeZone);
  const file = (format: 'csv' | 'jsonl') => {
    const { from, until } = span;
    const query = new URLSearchParams({
      format,
      ...(from === null ? {} : { from }),
      ...(until === null ? {} : { until }),
    });
    return `/api/workspaces/${workspaceId}/audit?${query}`;
  };
  const seal = readParam(params, 'seal').trim();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} text={t('text', { workspace: workspace.name })} back="people" />
      <IntlMessages namespaces={['audit']}>
        <ActivityFilterForm filter={filter} people={people} />
      </IntlMessages>
      {nodes.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          text={isNarrowed(filter) ? t('narrowedText') : t('emptyText')}
          action={
            isNarrowed(filter) && (
              <Link href={wholeAddress} className={buttonClasses()}>
                {t('showAll')}
              </Link>
            )
          }
        />
      ) : (
        <>
          <p className="mb-2 text-meta text-muted tabular-nums">
            {t('shown', { count: nodes.length, total: totalCount })}
          </p>
          <ActivityList entries={nodes} names={new Map(people.map(({ userId, name }) => [userId, name]))} />
        </>
      )}
      <nav aria-label={t('pages')} className="mt-4 flex flex-wrap gap-2">
        {after !== '' && (
          <Link href={addressOf(filter)} className={buttonClasses()}>
            {t('newest')}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor != null && (
          <Link href={addressOf(filter, { after: pageInfo.endCursor })} className={buttonClasses()}>
            {t('older')}
          </Link>
        )}
      </nav>
      <section aria-labelledby="proof" className="mt-8 flex flex-col gap-3 border-t border-line pt-6">
        <h2 id="proof" tabIndex={-1} className="scroll-mt-20 text-lead font-semibold outline-none">
          {t('proof.title')}
        </h2>
        <p className="max-w-prose text-muted text-pretty">{t('proof.text')}</p>
        {readParam(params, 'check') === '1' && <Verdict workspaceId={workspaceId} seal={seal} />}
        <IntlMessages namespaces={['audit']}>
          <SealForm filter={filter} seal={seal} />
        </IntlMessages>
        <p className="mt-3 max-w-prose text-muted text-pretty">
          {span.from === null && span.until === null ? t('proof.files') : t('proof.filesOfSpan')}
        </p>
        <div className="flex flex-wrap gap-2">
          <a href={file('csv')} download className={buttonClasses()}>
            {t('proof.csv')}
          </a>
          <a href={file('jsonl')} download className={buttonClasses()}>
            {t('proof.jsonl')}
          </a>
        </div>
      </section>
    </div>
  );
}

async function Verdict({ workspaceId, seal }: { readonly workspaceId: string; readonly seal: string }) {
  const t = await getTranslations('audit.proof');
  const answer = await queryServer(ActivityVerdictDocument, {
    workspaceId,
    knownHash: seal === '' ? null : seal,
  });
  const verdict = answer.ok ? answer.value.workspace?.auditVerdict : null;
  if (verdict == null) return <ServerUnavailable />;
  const { intactCount, headHash, brokenSequence, knownSequence } = verdict;
  if (brokenSequence != null) {
    return (
      <Notice tone="danger" announced>
        {t('broken', { at: brokenSequence })}
      </Notice>
    );
  }
  if (seal !== '' && knownSequence == null) {
    return (
      <Notice tone="danger" announced>
        {t('sealGone')}
      </Notice>
    );
  }
  return (
    <Notice tone="positive" announced>
      {knownSequence != null && <p>{t('sealThere', { at: knownSequence })}</p>}
      <p>{t('intact', { count: intactCount })}</p>
      <p>{t('head')}</p>
      <p className="text-meta break-all tabular-nums">{headHash}</p>
    </Notice>
  );
}
