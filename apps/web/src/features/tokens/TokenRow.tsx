'use client';

import { Button } from '@jejak/ui/Button';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { localText } from '../../lib/localText.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import type { ListedToken } from './ListedToken.ts';
import { scopeKeys } from './scopeKeys.ts';
import type { TokenHome } from './TokenHome.ts';

interface TokenRowProps {
  readonly token: ListedToken;
  readonly home: TokenHome;
  readonly titles: MapTitles;
  readonly ended: boolean;
  readonly onRevoke: () => void;
}

/** One token: what it may do and where, when it was used, until when. */
export function TokenRow({ token, home, titles, ended, onRevoke }: TokenRowProps) {
  const t = useTranslations('tokens.list');
  const common = useTranslations('common');
  const words = useTranslations('tokens.scopes');
  const format = useFormatter();
  const locale = useLocale();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' });
  const scopes = token.scopes.map((scope) => words(`${scopeKeys[scope]}.label`));
  const maps = token.mapIds?.map((id) => {
    const title = titles[id];
    return title === undefined ? t('mapGone') : t('map', { title: localText(title, locale).text });
  });
  const where = () => {
    if (maps) return t('maps', { maps: format.list(maps, { type: 'conjunction' }) });
    if (home.kind === 'workspace') return null;
    if (token.workspaceId === null) return t('everywhere');
    const workspace = home.workspaces.find(({ id }) => id === token.workspaceId);
    return t('workspace', { workspace: workspace?.name ?? t('workspaceLeft') });
  };
  const about = [
    token.role === null ? null : t('role', { role: common(`roles.${token.role}`) }),
    where(),
  ].filter((part) => part !== null);
  const times = [
    token.lastUsedAt == null
      ? t('neverUsed')
      : t('lastUsed', {
          at: format.dateTime(new Date(token.lastUsedAt), { dateStyle: 'medium', timeStyle: 'short' }),
        }),
    ended ? null : t('ends', { at: day(token.expiresAt) }),
    home.kind === 'workspace'
      ? t('madeBy', { name: home.names[token.createdById] ?? t('makerLeft') })
      : t('made', { at: day(token.createdAt) }),
  ].filter((part) => part !== null);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <span className="min-w-0 break-words">{token.name}</span>
          <code className="text-meta font-normal text-muted">{token.prefix}…</code>
        </p>
        <Line parts={scopes} className="text-pretty" />
        <Line parts={about} />
        <Line parts={times} />
        {ended && <p className="text-meta text-danger">{t('ended', { at: day(token.expiresAt) })}</p>}
      </div>
      <Button tone="danger" aria-label={t('revokeLabel', { name: token.name })} onClick={onRevoke}>
        {ended ? t('remove') : t('revoke')}
      </Button>
    </li>
  );
}

function Line({
  parts,
  className = 'text-meta break-words text-muted',
}: {
  readonly parts: readonly string[];
  readonly className?: string;
}) {
  if (parts.length === 0) return null;
  return (
    <p className={className}>
      {parts.map((part, at) => (
        <span key={part}>
          {at > 0 && <span aria-hidden="true"> · </span>}
          {part}
        </span>
      ))}
    </p>
  );
}
