import { useMapPage } from './MapPage.ts';
import type { MapIndex } from './mapIndex.ts';
import type { PageState } from './PageState.ts';
import { useStore } from './useStore.ts';

/** The stage a phone shows as its page: the one swiped to, or the first. */
export function stagePageOf(index: MapIndex, { stageId }: Pick<PageState, 'stageId'>): string | null {
  if (stageId !== null && index.stages.has(stageId)) return stageId;
  return index.snapshot.stages[0]?.id ?? null;
}

/** The stage so many pages further; the same at the end. */
export function stageBeside(index: MapIndex, from: string | null, by: 1 | -1): string | null {
  const { stages } = index.snapshot;
  const at = stages.findIndex((stage) => stage.id === from);
  return stages[at + by]?.id ?? from;
}

/** `stagePageOf` for a component. Wider screens show all stages and never change it. */
export function useStagePage(): string | null {
  const { map, ui } = useMapPage();
  const stageId = useStore(ui, (state) => state.stageId);
  return useStore(map, (index) => stagePageOf(index, { stageId }));
}
