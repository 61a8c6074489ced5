'use client';

import type { Card } from '@jejak/journey-model';
import { Button } from '@jejak/ui/Button';
import { Select } from '@jejak/ui/Select';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useColumnNames } from '../components/useColumnNames.ts';
import { useMapPage } from '../document/MapPage.ts';
import { cardsIn } from '../document/mapIndex.ts';
import { useStore } from '../document/useStore.ts';

/** Moves a card without dragging: choose lane and column, and it goes to the end of that cell (WCAG 2.5.7). */
export function MoveTo({ card }: { readonly card: Card }) {
  const t = useTranslations('map');
  const { map, whenLive, announcer } = useMapPage();
  const lanes = useStore(map, (index) => index.snapshot.lanes);
  const columns = useStore(map, (index) => index.snapshot.columns);
  const names = useColumnNames();
  const [laneId, setLane] = useState(card.place.laneId);
  const [columnId, setColumn] = useState(card.place.columnId);
  const here = laneId === card.place.laneId && columnId === card.place.columnId;
  const known = lanes.some((lane) => lane.id === laneId) && columns.some((column) => column.id === columnId);
  return (
    <fieldset className="map-field">
      <legend>{t('field.place')}</legend>
      <div className="map-pair">
        <Select
          label={t('field.lane')}
          value={laneId}
          options={lanes
            .filter((lane) => lane.kind !== 'EMOTION')
            .map((lane) => ({ value: lane.id, label: names.lane(lane) }))}
          onChange={(event) => setLane(event.target.value)}
        />
        <Select
          label={t('field.column')}
          value={columnId}
          options={columns.map((column) => ({ value: column.id, label: names.column(column) }))}
          onChange={(event) => setColumn(event.target.value)}
        />
      </div>
      <Button
        disabled={here || !known}
        onClick={() => {
          const afterId = cardsIn(map.get(), laneId, columnId).at(-1) ?? null;
          whenLive(({ acts, history }) => {
            acts.moveCards([card.id], { laneId, columnId, afterId });
            history.endStep();
          });
          announcer.say(t('announce.moved', { count: 1, cell: names.cell(laneId, columnId) }));
        }}
      >
        {t('field.move')}
      </Button>
    </fieldset>
  );
}
