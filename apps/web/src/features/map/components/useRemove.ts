import { useToast } from '@jejak/ui/Toast';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import type { Panel } from '../document/PageState.ts';

type Removed = { readonly kind: 'stage' | 'step' | 'lane' | 'persona'; readonly id: string };

/** Deletes a part of the structure at once; nothing is asked because undo brings it all back, and says so. */
export function useRemove(): (record: Removed, name: string) => void {
  const t = useTranslations('map');
  const { whenLive, ui } = useMapPage();
  const toast = useToast();
  return (record, name) =>
    whenLive(({ acts, history }) => {
      acts.remove(record);
      history.endStep();
      ui.update((state) => (isAbout(state.panel, record.id) ? { ...state, panel: null } : state));
      toast({
        text: t(`deleted.${record.kind}`, { name }),
        action: {
          label: t('command.restore'),
          // Not undo: that would take back one's latest act, whatever came after this one.
          run: () => {
            history.gesture(() => acts.restore({ kind: record.kind, ids: [record.id] }));
          },
        },
      });
    });
}

function isAbout(panel: Panel | null, id: string): boolean {
  switch (panel?.kind) {
    case 'stage':
      return panel.stageId === id;
    case 'step':
      return panel.stepId === id;
    case 'lane':
      return panel.laneId === id;
    default:
      return false;
  }
}
