import { useToast } from '@jejak/ui/Toast';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useRouter } from '../../../i18n/navigation.ts';
import { useAddStructure } from '../components/useAddStructure.ts';
import { useColumnNames } from '../components/useColumnNames.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useExportMermaid } from '../export/useExportMermaid.ts';
import type { CommandSurroundings } from './Command.ts';

/** What commands run in; the object stays the same, its words are always those of the last render. */
export function useSurroundings(): CommandSurroundings {
  const page = useMapPage();
  const t = useTranslations('map');
  const names = useColumnNames();
  const add = useAddStructure();
  const toast = useToast();
  const exportMermaid = useExportMermaid();
  const router = useRouter();
  const latest = useRef({ page, t, names, add, toast, exportMermaid, router });
  latest.current = { page, t, names, add, toast, exportMermaid, router };
  const made = useRef<CommandSurroundings | null>(null);
  made.current ??= {
    get page() {
      return latest.current.page;
    },
    cellName: (laneId, columnId) => latest.current.names.cell(laneId, columnId),
    announce: (key, values = {}) =>
      page.announcer.say(
        latest.current.t(`announce.${key}`, { count: values.count ?? 0, cell: values.cell ?? '' }),
      ),
    offerBack: (count, run) =>
      latest.current.toast({
        text: latest.current.t('deleted.cards', { count }),
        action: { label: latest.current.t('command.restore'), run },
      }),
    addStage: () => latest.current.add.stage(),
    addLane: () => latest.current.add.lane(),
    exportMermaid: () => latest.current.exportMermaid(),
    openMap: (mapId) => latest.current.router.push(`/maps/${mapId}`),
  };
  return made.current;
}
