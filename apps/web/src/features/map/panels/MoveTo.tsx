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
  const [laneChosen, setLane] = useState(card.place.laneId);
  const [columnChosen, setColumn] = useState(card.place.columnId);
  const taking = lanes.filter((lane) => lane.kind !== 'EMOTION');
  // Where its own place is gone, the nearest thing to it is offered.
  const likely = taking.find((lane) => lane.kind === card.kind) ?? taking[0];
  const laneId = taking.some((lane) => lane.id === laneChosen) ? laneChosen : (likely?.id ?? '');
  const columnId = columns.some((column) => column.id === columnChosen)
    ? columnChosen
    : (columns[0]?.id ?? '');
  const here = laneId === card.place.laneId && columnId === card.place.columnId;
  const known = lanes.some((lane) => lane.id === laneId) && columns.some((column) => column.id === columnId);
  return (
    <fieldset className="map-field">
      <legend>{t('field.place')}</legend>
      <div className="map-pair">
        <Select
          label={t('field.lane')}
          value={laneId}
          options={taking.map((lane) => ({ value: lane.id, label: names.lane(lane) }))}
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
