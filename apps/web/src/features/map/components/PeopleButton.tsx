'use client';

import { Avatar } from '@jejak/ui/Avatar';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { distinctPeople } from '../presence/people.ts';

const shownMax = 4;

/** The others on the map, as avatars; opens the list with "follow". */
export function PeopleButton() {
  const t = useTranslations('map');
  const { people, ui } = useMapPage();
  const all = useStore(people, (value) => value.all);
  const others = distinctPeople(all);
  if (others.length === 0) return null;
  const more = others.length - shownMax;
  return (
    <button
      type="button"
      className="map-people-button"
      data-people={others.length}
      aria-label={t('people.here', {
        count: others.length,
        names: others.map((person) => person.user.name).join(', '),
      })}
      onClick={() =>
        ui.update((state) => ({
          ...state,
          panel: state.panel?.kind === 'people' ? null : { kind: 'people' },
        }))
      }
    >
      {others.slice(0, shownMax).map((person) => (
        <Avatar key={person.clientId} name={person.user.name} team={person.user.team} size={28} decorative />
      ))}
      {more > 0 && <span className="map-people-more">+{more}</span>}
    </button>
  );
}
