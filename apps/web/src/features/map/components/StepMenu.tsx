'use client';

import { MenuItem, MenuSeparator } from '@jejak/ui/Menu';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { HeaderMenu } from './HeaderMenu.tsx';
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
      <MenuItem onSelect={() => ui.update((state) => ({ ...state, panel: { kind: 'step', stepId } }))}>
        {t('step.open')}
      </MenuItem>
      <MenuItem
        onSelect={() =>
          ui.update((state) => ({
            ...state,
            editing: { kind: 'name', record: { kind: 'step', id: stepId } },
          }))
        }
      >
        {t('command.rename')}
      </MenuItem>
      <MenuItem onSelect={() => add.step(step.stageId, stepId)}>{t('step.addAfter')}</MenuItem>
      <MenuSeparator />
      <MenuItem disabled={!left} onSelect={() => move(left)}>
        {t('command.moveLeft')}
      </MenuItem>
      <MenuItem disabled={!right} onSelect={() => move(right)}>
        {t('command.moveRight')}
      </MenuItem>
      <MenuSeparator />
      <ColourChoice
        value={step.colour}
        onChange={(colour) => whenLive(({ acts }) => acts.recolour({ kind: 'step', id: stepId }, colour))}
      />
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove({ kind: 'step', id: stepId }, name)}>
        {t('step.delete')}
      </MenuItem>
    </HeaderMenu>
  );
}
