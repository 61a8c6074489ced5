import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useAddStructure } from '../components/useAddStructure.ts';
import { useColumnNames } from '../components/useColumnNames.ts';
import { useMapPage } from '../document/MapPage.ts';
import type { CommandSurroundings } from './Command.ts';

/** What commands run in; the object stays the same, its words are always those of the last render. */
export function useSurroundings(): CommandSurroundings {
  const page = useMapPage();
  const t = useTranslations('map');
  const names = useColumnNames();
  const add = useAddStructure();
  const latest = useRef({ t, names, add });
  latest.current = { t, names, add };
  const made = useRef<CommandSurroundings | null>(null);
  made.current ??= {
    page,
    cellName: (laneId, columnId) => latest.current.names.cell(laneId, columnId),
    announce: (key, values = {}) =>
      page.announcer.say(
        latest.current.t(`announce.${key}`, { count: values.count ?? 0, cell: values.cell ?? '' }),
      ),
    addStage: () => latest.current.add.stage(),
    addLane: () => latest.current.add.lane(),
  };
  return made.current;
}
