import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import type { NamedRecord } from '../document/PageState.ts';

/** Adds stages, steps and lanes and goes straight on to naming them. */
export interface AddStructure {
  stage(afterId?: string): void;
  /** A last stage, after the purchase. */
  stageAfterPurchase(): void;
  step(stageId: string, afterId?: string): void;
  lane(afterId?: string): void;
}

/** The ways to add structure to this map. */
export function useAddStructure(): AddStructure {
  const t = useTranslations('map');
  const { ui, whenLive, announcer } = useMapPage();
  const name = (record: NamedRecord | null) => {
    if (!record) {
      announcer.say(t('announce.full'));
      return;
    }
    ui.update((state) => ({ ...state, editing: { kind: 'name', record } }));
  };
  return {
    stage: (afterId) =>
      whenLive(({ acts }) => {
        const id = acts.addStage('', ui.get().contentLocale, afterId);
        name(id === null ? null : { kind: 'stage', id });
      }),
    stageAfterPurchase: () =>
      whenLive(({ acts, history }) => {
        const id = history.gesture(() => {
          const added = acts.addStage('', ui.get().contentLocale);
          if (added !== null) acts.setStagePosition(added, 'POST_PURCHASE');
          return added;
        });
        name(id === null ? null : { kind: 'stage', id });
      }),
    step: (stageId, afterId) =>
      whenLive(({ acts }) => {
        const id = acts.addStep(stageId, '', ui.get().contentLocale, afterId);
        name(id === null ? null : { kind: 'step', id });
      }),
    lane: (afterId) =>
      whenLive(({ acts }) => {
        const id = acts.addLane('', ui.get().contentLocale, afterId);
        name(id === null ? null : { kind: 'lane', id });
      }),
  };
}
