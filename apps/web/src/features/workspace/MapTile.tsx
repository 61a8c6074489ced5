'use client';

import { AvatarRow } from '@jejak/ui/AvatarRow';
import { IconButton } from '@jejak/ui/IconButton';
import { joinClasses } from '@jejak/ui/joinClasses';
import { Menu, MenuItem } from '@jejak/ui/Menu';
import { EllipsisVertical, Trash2 } from 'lucide-react';
import { useFormatter, useLocale, useNow, useTranslations } from 'next-intl';
import { MapPicture } from '../../components/MapPicture.tsx';
import { Link } from '../../i18n/navigation.ts';
import { localText } from '../../lib/localText.ts';
import type { MapSummary } from './MapSummary.ts';

const minuteMs = 60_000;

interface MapTileProps {
  readonly map: MapSummary;
  readonly onDelete: () => void;
}

/** One map: its picture, title, kind, last edit, and who is in it. The whole tile is the link, but for its menu. */
export function MapTile({ map, onDelete }: MapTileProps) {
  const t = useTranslations('workspace');
  const format = useFormatter();
  const locale = useLocale();
  const now = useNow({ updateInterval: minuteMs });
  const title = localText(map.title, locale);
  const name = title.text.trim() || t('maps.untitled');
  const edited = new Date(map.lastEditedAt);
  // Also what the server's clock, a little ahead of this one, calls the future.
  const isNow = now.getTime() - edited.getTime() < minuteMs;
  const people = format.list(map.present.map((person) => person.name));
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-panel border border-line bg-raised transition-colors focus-within:border-line-strong hover:border-line-strong">
      <div className="relative border-b border-line">
        <MapPicture sketch={map.sketch} />
        {map.present.length > 0 && (
          <span className="absolute right-3 bottom-0 flex translate-y-1/2 rounded-full border border-line bg-raised px-1.5 py-1">
            <AvatarRow people={map.present} label={t('maps.present', { people })} size={26} />
          </span>
        )}
      </div>
      <div className={joinClasses('flex flex-1 flex-col gap-1 px-4 pt-3.5 pb-3.5', map.mayDelete && 'pr-12')}>
        <h3 className="text-body font-semibold">
          <Link
            href={`/maps/${map.id}`}
            className="outline-none after:absolute after:inset-0 after:rounded-panel focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
          >
            <span lang={title.lang}>{name}</span>
          </Link>
        </h3>
        <p className="mt-auto text-meta text-muted">
          {t(`types.${map.type}`)}
          <span aria-hidden="true"> · </span>
          <time
            dateTime={map.lastEditedAt}
            title={format.dateTime(edited, { dateStyle: 'long', timeStyle: 'short' })}
          >
            {isNow ? t('maps.editedNow') : t('maps.edited', { when: format.relativeTime(edited, now) })}
          </time>
        </p>
      </div>
      {map.mayDelete && (
        <span className="absolute right-1.5 bottom-1.5 z-10">
          <Menu
            label={t('maps.menu', { title: name })}
            trigger={(props) => (
              <IconButton
                {...props}
                label={t('maps.menu', { title: name })}
                icon={<EllipsisVertical className="size-[18px]" />}
              />
            )}
          >
            <MenuItem danger icon={<Trash2 aria-hidden="true" className="size-4" />} onSelect={onDelete}>
              {t('maps.delete')}
            </MenuItem>
          </Menu>
        </span>
      )}
    </article>
  );
}
