'use client';

import { Avatar } from '@jejak/ui/Avatar';
import { Button } from '@jejak/ui/Button';
import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useColumnNames } from '../components/useColumnNames.ts';
import { useCopyLink } from '../components/useCopyLink.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { distinctPeople } from '../presence/people.ts';

/** Who else is here and where; one click follows somebody about the map. */
export function PeoplePanel() {
  const t = useTranslations('map');
  const { people, ui, saveState } = useMapPage();
  const all = useStore(people, (value) => value.all);
  const following = useStore(ui, (state) => state.following);
  const names = useColumnNames();
  const connected = useStore(saveState, ({ kind }) => kind === 'saved' || kind === 'saving');
  const copy = useCopyLink();
  if (!connected) return <p className="map-panel-note">{t('people.unknown')}</p>;
  if (all.length === 0) {
    return (
      <>
        <p className="map-panel-note">{t('people.alone')}</p>
        <Button icon={<Link2 aria-hidden="true" size={16} />} onClick={copy}>
          {t('share.copyLink')}
        </Button>
      </>
    );
  }
  return (
    <ul className="map-people">
      {distinctPeople(all).map((person) => (
        <li key={person.clientId}>
          <Avatar name={person.user.name} team={person.user.team} size={32} decorative />
          <span className="map-people-text">
            <strong>{person.user.name}</strong>
            <span>
              {t(`team.${person.user.team}`)}
              {person.cell && ` · ${names.cell(person.cell.laneId, person.cell.columnId)}`}
            </span>
          </span>
          <Button
            tone="quiet"
            aria-pressed={following === person.clientId}
            aria-label={t('people.followName', { name: person.user.name })}
            onClick={() =>
              ui.update((state) => ({
                ...state,
                following: state.following === person.clientId ? null : person.clientId,
              }))
            }
          >
            {following === person.clientId ? t('people.following') : t('people.follow')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
