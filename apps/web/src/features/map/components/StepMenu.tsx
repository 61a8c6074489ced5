'use client';

import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { HeaderMenu } from './HeaderMenu.tsx';
import { PopMenuItem, PopMenuLine } from './PopMenu.tsx';
import { stepNeighbour } from './stepNeighbour.ts';
import { useAddStructure } from './useAddStructure.ts';
import { useRemove } from './useRemove.ts';

/** What can be done with a step. Moving past the end of a stage moves on into the next one. */
export function StepMenu({ stepId }: { readonly stepId: string }) {
  const t = useTranslations('map');
  const { map, ui, whenLive } = useMapPage();
  const step = useStore(map, (index) => index.steps.get(stepId));
  const stages = useStore(map, (index) => index.snapshot.stages);
  const locale = useStore(ui, (state) => state.contentLocale);
  const add = useAddStructure();
  const remove = useRemove();
  if (!step) return null;
  const name = wordsOf(step.name, locale) || t('step.unnamed');
  const left = stepNeighbour(stages, step, -1);
  const right = stepNeighbour(stages, step, 1);
  const move = (to: typeof left) => {
    if (to) whenLive(({ acts }) => acts.moveStep(stepId, to.stageId, to.afterId));
  };
  return (
    <HeaderMenu label={t('step.menu', { name })}>
      {() => (
        <>
          <PopMenuItem onSelect={() => ui.update((state) => ({ ...state, panel: { kind: 'step', stepId } }))}>
            {t('step.open')}
          </PopMenuItem>
          <PopMenuItem
            onSelect={() =>
              ui.update((state) => ({
                ...state,
                editing: { kind: 'name', record: { kind: 'step', id: stepId } },
              }))
            }
          >
            {t('command.rename')}
          </PopMenuItem>
          <PopMenuItem onSelect={() => add.step(step.stageId, stepId)}>{t('step.addAfter')}</PopMenuItem>
          <PopMenuLine />
          <PopMenuItem disabled={!left} onSelect={() => move(left)}>
            {t('command.moveLeft')}
          </PopMenuItem>
          <PopMenuItem disabled={!right} onSelect={() => move(right)}>
            {t('command.moveRight')}
          </PopMenuItem>
          <PopMenuLine />
          <ColourChoice
            value={step.colour}
            onChange={(colour) => whenLive(({ acts }) => acts.recolour({ kind: 'step', id: stepId }, colour))}
          />
          <PopMenuLine />
          <PopMenuItem danger onSelect={() => remove({ kind: 'step', id: stepId }, name)}>
            {t('step.delete')}
          </PopMenuItem>
        </>
      )}
    </HeaderMenu>
  );
}
