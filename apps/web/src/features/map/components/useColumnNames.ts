import type { Column, Lane } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';

/** How places are called when a sentence names them. */
export interface PlaceNames {
  lane(lane: Lane): string;
  column(column: Column): string;
  cell(laneId: string, columnId: string): string;
}

/** The names of lanes and columns in the language of the content. Draws again when a stage or step is renamed. */
export function useColumnNames(): PlaceNames {
  const t = useTranslations('map');
  const { map, ui } = useMapPage();
  const locale = useStore(ui, (state) => state.contentLocale);
  const stages = useStore(map, (index) => index.snapshot.stages);
  const lane = (record: Lane) => wordsOf(record.name, locale) || t(`laneKind.${record.kind}`);
  const column = (record: Column) => {
    const stage = stages.find((candidate) => candidate.id === record.stageId);
    const stageName = (stage && wordsOf(stage.name, locale)) || t('stage.unnamed');
    if (!record.stepId) return stageName;
    const step = stage?.steps.find((candidate) => candidate.id === record.stepId);
    return (step && wordsOf(step.name, locale)) || t('step.unnamedIn', { stage: stageName });
  };
  return {
    lane,
    column,
    cell(laneId, columnId) {
      const index = map.get();
      const laneRecord = index.lanes.get(laneId);
      const columnRecord = index.columns.get(columnId);
      return t('cell.name', {
        lane: laneRecord ? lane(laneRecord) : '',
        column: columnRecord ? column(columnRecord) : '',
      });
    },
  };
}
