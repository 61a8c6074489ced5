import { isRole } from '@jejak/access';
import { useFormatter, useTranslations } from 'next-intl';
import type { ActivityQuery } from '../../generated/graphql.ts';
import { isActKey } from './actKeys.ts';

/** One thing that was done, as the server tells it. */
export type ActivityEntry = NonNullable<ActivityQuery['workspace']>['auditLog']['nodes'][number];

interface ActivityListProps {
  readonly entries: readonly ActivityEntry[];
  /** Names of the people of the workspace by their id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What was done, newest first: what, by whom, when, and whether it was refused. */
export function ActivityList({ entries, names }: ActivityListProps) {
  const t = useTranslations('audit');
  return (
    <ol aria-label={t('list')} className="divide-y divide-line rounded-panel border border-line bg-raised">
      {entries.map((entry) => (
        <ActivityRow key={entry.sequence} entry={entry} names={names} />
      ))}
    </ol>
  );
}

function ActivityRow({ entry, names }: { readonly entry: ActivityEntry } & Pick<ActivityListProps, 'names'>) {
  const t = useTranslations('audit');
  const common = useTranslations('common');
  const format = useFormatter();
  const { act, actor, targetId, refusedAs, occurredAt } = entry;
  const role = entry.facts.find(({ name }) => name === 'role')?.value;
  const about = [
    ...(targetId != null && targetId !== actor?.userId && names.has(targetId)
      ? [names.get(targetId) ?? '']
      : []),
    ...(role !== undefined && isRole(role) ? [common(`roles.${role}`)] : []),
  ];
  const name = actor?.name ?? t('left');
  const who = actor?.kind === 'API' ? t('program', { name }) : name;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">
          {isActKey(act) ? t(`acts.${act}`) : <code>{act}</code>}
          {about.length > 0 && <span className="font-normal text-muted"> · {about.join(' · ')}</span>}
        </p>
        <p className="text-meta break-words text-muted">{who}</p>
      </div>
      <div className="text-meta text-muted sm:text-right">
        <time dateTime={occurredAt}>
          {format.dateTime(new Date(occurredAt), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        {refusedAs != null && <p className="font-medium text-danger">{t('refused')}</p>}
      </div>
    </li>
  );
}
