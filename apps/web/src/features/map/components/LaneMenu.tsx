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

/** What can be done with a lane. */
export function LaneMenu({ laneId }: { readonly laneId: string }) {
  const t = useTranslations('map');
  const { map, ui, whenLive } = useMapPage();
  const lane = useStore(map, (index) => index.lanes.get(laneId));
  const lanes = useStore(map, (index) => index.snapshot.lanes);
  const locale = useStore(ui, (state) => state.contentLocale);
  const add = useAddStructure();
  const remove = useRemove();
  if (!lane) return null;
  const name = wordsOf(lane.name, locale) || t(`laneKind.${lane.kind}`);
  const at = lanes.findIndex((candidate) => candidate.id === laneId);
  const move = (by: -1 | 1) => {
    const after = by < 0 ? lanes[at - 2] : lanes[at + 1];
    whenLive(({ acts }) => acts.moveLane(laneId, after?.id ?? null));
  };
  return (
    <HeaderMenu label={t('lane.menu', { name })}>
      {() => (
        <>
          <PopMenuItem
            onSelect={() =>
              ui.update((state) => ({
                ...state,
                editing: { kind: 'name', record: { kind: 'lane', id: laneId } },
              }))
            }
          >
            {t('command.rename')}
          </PopMenuItem>
          <PopMenuItem onSelect={() => add.lane(laneId)}>{t('lane.addAfter')}</PopMenuItem>
          <PopMenuLine />
          <PopMenuItem disabled={at <= 0} onSelect={() => move(-1)}>
            {t('command.moveUp')}
          </PopMenuItem>
          <PopMenuItem disabled={at >= lanes.length - 1} onSelect={() => move(1)}>
            {t('command.moveDown')}
          </PopMenuItem>
          <PopMenuLine />
          <ColourChoice
            value={lane.colour}
            onChange={(colour) => whenLive(({ acts }) => acts.recolour({ kind: 'lane', id: laneId }, colour))}
          />
          <PopMenuLine />
          <PopMenuItem danger onSelect={() => remove({ kind: 'lane', id: laneId }, name)}>
            {t('lane.delete')}
          </PopMenuItem>
        </>
      )}
    </HeaderMenu>
  );
}
