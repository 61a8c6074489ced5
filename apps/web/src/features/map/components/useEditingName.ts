import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';

/** Whether this person is editing the name of a record where it stands. */
export function useEditingName(kind: 'stage' | 'step' | 'lane', id: string): boolean {
  const { ui } = useMapPage();
  return useStore(ui, ({ editing }) => {
    if (editing?.kind !== 'name' || editing.record.kind !== kind) return false;
    return editing.record.id === id;
  });
}
