'use client';

import { useTranslations } from 'next-intl';
import { useColumnNames } from '../../components/useColumnNames.ts';
import type { FoundText } from '../../document/findText.ts';
import { useMapPage } from '../../document/MapPage.ts';
import { useStore } from '../../document/useStore.ts';
import { wordsOf } from '../../text/localized.ts';

interface TextOwnerProps {
  readonly found: FoundText;
  readonly field: string;
}

/** Says in a few words what a text is part of. */
export function TextOwner({ found, field }: TextOwnerProps) {
  const t = useTranslations('map');
  const { map, ui } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  const names = useColumnNames();
  const parts = [t(`check.of.${found.of}`), detail()].filter((part) => part !== '');
  return <span className="map-check-owner">{parts.join(' · ')}</span>;

  function detail(): string {
    if (found.subject.kind === 'card') {
      const place = map.get().cards.get(found.subject.cardId)?.place;
      return place && map.get().lanes.has(place.laneId) ? names.cell(place.laneId, place.columnId) : '';
    }
    const owner = found.owner ? wordsOf(found.owner, locale) : '';
    switch (field) {
      case 'purpose':
      case 'brandGoal':
      case 'description':
      case 'advanceAct':
      case 'exitAct':
        return [owner, t(`field.${field}`)].filter((part) => part !== '').join(', ');
      case 'title':
        return t('field.title');
      case 'word':
        return owner;
      default:
        return '';
    }
  }
}
