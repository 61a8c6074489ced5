'use client';

import { IconButton } from '@jejak/ui/IconButton';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { CommandId } from '../commands/Command.ts';
import { commandOf } from '../commands/commands.ts';
import { useSurroundings } from '../commands/useSurroundings.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';

/** Zoom, in the corner below the map. */
export function ZoomBar() {
  const t = useTranslations('map');
  const format = useFormatter();
  const { ui } = useMapPage();
  const zoom = useStore(ui, (state) => state.zoom);
  const surroundings = useSurroundings();
  const run = (id: CommandId) => () => commandOf(id).run(surroundings);
  return (
    <fieldset className="map-zoom" aria-label={t('zoom.label')}>
      <IconButton
        label={t('command.zoomOut')}
        icon={<Minus aria-hidden="true" size={16} />}
        onClick={run('zoomOut')}
      />
      <button
        type="button"
        className="map-zoom-value"
        onClick={run('zoomReset')}
        title={t('command.zoomReset')}
      >
        {format.number(zoom, { style: 'percent' })}
      </button>
      <IconButton
        label={t('command.zoomIn')}
        icon={<Plus aria-hidden="true" size={16} />}
        onClick={run('zoomIn')}
      />
      <IconButton
        label={t('command.zoomFit')}
        icon={<Maximize aria-hidden="true" size={16} />}
        onClick={run('zoomFit')}
      />
    </fieldset>
  );
}
