import type { Completeness, LaneKind, MapWarning } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import { useAddStructure } from '../../components/useAddStructure.ts';
import { useMapPage } from '../../document/MapPage.ts';
import type { MapPanelKind } from '../../document/PageState.ts';
import { wordsOf } from '../../text/localized.ts';

/** An act one may do, under its name. */
interface Way {
  readonly label: string;
  run(): void;
}

/** The ways from the check of a map to where something can be mended; null where this person may not. */
export interface CheckWays {
  element(element: keyof Completeness): (() => void) | null;
  note(note: MapWarning): Way | null;
}

/** The ways from the check, for the rights this person has now. */
export function useCheckWays(): CheckWays {
  const t = useTranslations('map');
  const { map, ui, can, whenLive, announcer } = useMapPage();
  const add = useAddStructure();

  const open = (kind: MapPanelKind) => () =>
    ui.update((state) => ({ ...state, panel: { kind, fromCheck: true } }));

  /** On a phone the panel lies over the map: what is written there has to be seen. */
  const uncover = () => {
    if (window.matchMedia('(max-width: 640px)').matches) ui.update((state) => ({ ...state, panel: null }));
  };

  const addStep = () => {
    uncover();
    const [first] = map.get().snapshot.stages;
    if (first) add.step(first.id);
    else add.stage();
  };

  const writeIn = (kind: LaneKind) => () => {
    const { columns, lanes } = map.get().snapshot;
    const [column] = columns;
    if (!column) {
      addStep();
      return;
    }
    uncover();
    const begin = (laneId: string) => {
      const cell = { laneId, columnId: column.id };
      ui.update((state) => ({
        ...state,
        focus: { kind: 'cell', ...cell },
        editing: { kind: 'draft', ...cell },
      }));
    };
    const lane = lanes.find((each) => each.kind === kind);
    if (lane) {
      begin(lane.id);
      return;
    }
    whenLive(({ acts }) => {
      const laneId = acts.addLaneOfKind(kind);
      // The map shows one's own acts at the end of the turn.
      if (laneId === null) announcer.say(t('announce.full'));
      else queueMicrotask(() => begin(laneId));
    });
  };

  const afterPurchase = (): Way | null => {
    if (!can.editStructure) return null;
    const stage = map.get().snapshot.stages.find(({ position }) => position === 'POST_PURCHASE');
    if (stage) {
      const name = wordsOf(stage.name, ui.get().contentLocale) || t('stage.unnamed');
      return {
        label: t('check.addStepTo', { stage: name }),
        run: () => {
          uncover();
          add.step(stage.id);
        },
      };
    }
    return {
      label: t('check.addStageAfter'),
      run: () => {
        uncover();
        add.stageAfterPurchase();
      },
    };
  };

  const mayWriteIn = (kind: LaneKind) => {
    const { columns, lanes } = map.get().snapshot;
    const placed = columns.length > 0 && lanes.some((lane) => lane.kind === kind);
    return can.editContent && (placed || can.editStructure);
  };

  return {
    element(element) {
      switch (element) {
        case 'persona':
          return can.editStructure ? open('personas') : null;
        case 'timeline':
          return can.editStructure ? addStep : null;
        case 'emotion':
          return can.editContent ? open('emotions') : null;
        case 'touchpoint':
          return mayWriteIn('TOUCHPOINT') ? writeIn('TOUCHPOINT') : null;
        case 'channel':
          return mayWriteIn('CHANNEL') ? writeIn('CHANNEL') : null;
      }
    },
    note({ code }) {
      switch (code) {
        case 'NO_CHARTER':
          return { label: t('check.openCharter'), run: open('charter') };
        case 'TOO_MANY_PERSONAS':
          return { label: t('check.openPersonas'), run: open('personas') };
        case 'UNPLACED':
          return { label: t('check.openUnplaced'), run: open('unplaced') };
        case 'NO_POST_PURCHASE':
          return afterPurchase();
      }
    },
  };
}
