'use client';

import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { HeaderMenu } from './HeaderMenu.tsx';
import { PopMenuItem, PopMenuLine } from './PopMenu.tsx';
import { useAddStructure } from './useAddStructure.ts';
import { useRemove } from './useRemove.ts';

/** What can be done with a stage. */
export function StageMenu({ stageId }: { readonly stageId: string }) {
  const t = useTranslations('map');
  const { map, ui, whenLive } = useMapPage();
  const stage = useStore(map, (index) => index.stages.get(stageId));
  const ids = useStore(map, (index) => index.snapshot.stages);
  const locale = useStore(ui, (state) => state.contentLocale);
  const add = useAddStructure();
  const remove = useRemove();
  if (!stage) return null;
  const name = wordsOf(stage.name, locale) || t('stage.unnamed');
  const at = ids.findIndex((candidate) => candidate.id === stageId);
  const move = (by: -1 | 1) => {
    const after = by < 0 ? ids[at - 2] : ids[at + 1];
    whenLive(({ acts }) => acts.moveStage(stageId, after?.id ?? null));
  };
  return (
    <HeaderMenu label={t('stage.menu', { name })}>
      {() => (
        <>
          <PopMenuItem
            onSelect={() => ui.update((state) => ({ ...state, panel: { kind: 'stage', stageId } }))}
          >
            {t('stage.open')}
          </PopMenuItem>
          <PopMenuItem
            onSelect={() =>
              ui.update((state) => ({
                ...state,
                editing: { kind: 'name', record: { kind: 'stage', id: stageId } },
              }))
            }
          >
            {t('command.rename')}
          </PopMenuItem>
          <PopMenuItem onSelect={() => add.step(stageId)}>{t('step.add')}</PopMenuItem>
          <PopMenuItem onSelect={() => add.stage(stageId)}>{t('stage.addAfter')}</PopMenuItem>
          <PopMenuLine />
          <PopMenuItem disabled={at <= 0} onSelect={() => move(-1)}>
            {t('command.moveLeft')}
          </PopMenuItem>
          <PopMenuItem disabled={at >= ids.length - 1} onSelect={() => move(1)}>
            {t('command.moveRight')}
          </PopMenuItem>
          <PopMenuLine />
          <ColourChoice
            value={stage.colour}
            onChange={(colour) =>
              whenLive(({ acts }) => acts.recolour({ kind: 'stage', id: stageId }, colour))
            }
          />
          <PopMenuLine />
          <PopMenuItem danger onSelect={() => remove({ kind: 'stage', id: stageId }, name)}>
            {t('stage.delete')}
          </PopMenuItem>
        </>
      )}
    </HeaderMenu>
  );
}
