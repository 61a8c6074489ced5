'use client';

import { Avatar } from '@jejak/ui/Avatar';
import { teamLooks } from '@jejak/ui/tokens';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { cellKey } from '../document/mapIndex.ts';
import { useStore } from '../document/useStore.ts';
import { distinctPeople } from '../presence/people.ts';

/** Who is in a cell: small avatars at its corner. */
export function CellPresence({ laneId, columnId }: { readonly laneId: string; readonly columnId: string }) {
  const t = useTranslations('map');
  const { people } = useMapPage();
  const key = cellKey(laneId, columnId);
  const here = useStore(people, (all) => all.byCell.get(key));
  const dragging = useStore(people, (all) => all.dragging.get(key));
  if (!here && !dragging) return null;
  const shown = distinctPeople(here ?? []);
  return (
    <>
      {shown.length > 0 && (
        <div className="map-cell-people" aria-hidden="true">
          {shown.slice(0, 3).map((person) => (
            <span
              key={person.clientId}
              className="map-cell-person"
              style={{ color: teamLooks[person.user.team].colour }}
              data-typing={person.typing || undefined}
            >
              <Avatar name={person.user.name} team={person.user.team} size={20} decorative />
              {person.typing && <span className="map-typing">{t('presence.typing')}</span>}
            </span>
          ))}
        </div>
      )}
      {dragging?.map((person) => (
        <div
          key={person.clientId}
          className="map-ghost"
          style={{ borderColor: teamLooks[person.user.team].colour }}
          aria-hidden="true"
        >
          {t('presence.moving', { name: person.user.name })}
        </div>
      ))}
    </>
  );
}

/** Who is writing in a record. */
export function EditingMark({ recordId }: { readonly recordId: string }) {
  const { people } = useMapPage();
  const here = useStore(people, (all) => all.byRecord.get(recordId));
  if (!here) return null;
  const first = here[0];
  return (
    <span
      className="map-editing-mark"
      style={first && { color: teamLooks[first.user.team].colour }}
      aria-hidden="true"
    >
      <span className="map-editing-name">
        {distinctPeople(here)
          .slice(0, 2)
          .map((person) => person.user.name.split(' ')[0])
          .join(', ')}
      </span>
    </span>
  );
}
