import { isRole } from '@jejak/access';
import { useFormatter, useTranslations } from 'next-intl';
import type { ActivityQuery } from '../../generated/graphql.ts';
import { isActKey, isReasonKey } from './actKeys.ts';

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
  const format = useFormatter();
  const { act, refusedAs, occurredAt, sequence } = entry;
  const about = useAbout(entry, names);
  const who = useWho(entry);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">
          {isActKey(act) ? t(`acts.${act}`) : t('onMap', { act })}
          {about !== null && <span className="font-normal text-muted"> · {about}</span>}
        </p>
        <p className="text-meta break-words text-muted">{who}</p>
        {refusedAs != null && (
          <p className="text-meta font-medium text-danger">
            {isReasonKey(refusedAs) ? t(`reasons.${refusedAs}`) : t('refused')}
          </p>
        )}
      </div>
      <p className="text-meta text-muted tabular-nums sm:text-right">
        <time dateTime={occurredAt}>
          {format.dateTime(new Date(occurredAt), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        <span className="block">{t('number', { number: sequence })}</span>
      </p>
    </li>
  );
}

/** What it was about: a person by name, anything else by its id. */
function useAbout({ actor, targetId, facts }: ActivityEntry, names: ActivityListProps['names']) {
  const common = useTranslations('common');
  const role = facts.find(({ name }) => name === 'role')?.value;
  const parts = [
    ...(targetId == null || targetId === actor?.userId ? [] : [names.get(targetId) ?? targetId]),
    ...(role !== undefined && isRole(role) ? [common(`roles.${role}`)] : []),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

function useWho({ actor }: ActivityEntry): string {
  const t = useTranslations('audit');
  if (actor == null) return t('nobody');
  // A token of the workspace acts as nobody but itself.
  if (actor.kind === 'API' && actor.name == null) return t('programOfWorkspace');
  const name = actor.name ?? t('left');
  return actor.kind === 'API' ? t('program', { name }) : name;
}
