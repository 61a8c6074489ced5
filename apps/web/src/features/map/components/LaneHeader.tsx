'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode, useId, useState } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';
import { FallbackMark } from './FallbackMark.tsx';
import { LaneMenu } from './LaneMenu.tsx';
import { NameEditor } from './NameEditor.tsx';
import { EditingMark } from './PresenceMarks.tsx';
import { useEditingName } from './useEditingName.ts';

interface LaneHeaderProps {
  readonly laneId: string;
  readonly extra?: ReactNode;
  /** What else is to be heard of the lane. */
  readonly describedBy?: string | undefined;
}

/** The head of a lane: its name, and on demand the questions that fill it. */
export const LaneHeader = memo(function LaneHeader({ laneId, extra, describedBy }: LaneHeaderProps) {
  const t = useTranslations('map');
  const { map, ui, can } = useMapPage();
  const lane = useStore(map, (index) => index.lanes.get(laneId));
  const locale = useStore(ui, (state) => state.contentLocale);
  const editing = useEditingName('lane', laneId);
  const [asked, setAsked] = useState(false);
  const promptId = useId();
  if (!lane) return null;
  const name = shownText(lane.name, locale);
  const label = name.text || t(`laneKind.${lane.kind}`);
  const hasPrompt = lane.kind !== 'CUSTOM';
  return (
    <div
      role="rowheader"
      className="map-lane-head"
      data-lane-id={laneId}
      data-record={laneId}
      data-target={`lane:${laneId}`}
      data-kind={lane.kind}
      tabIndex={-1}
      aria-colindex={1}
      aria-label={label}
      aria-describedby={describedBy}
    >
      <div className="map-lane-inner">
        <div className="map-head-line">
          {editing ? (
            <NameEditor record={{ kind: 'lane', id: laneId }} className="map-lane-name" />
          ) : (
            <h3
              className="map-lane-name"
              lang={name.locale}
              onDoubleClick={
                can.editStructure
                  ? () =>
                      ui.update((state) => ({
                        ...state,
                        editing: { kind: 'name', record: { kind: 'lane', id: laneId } },
                      }))
                  : undefined
              }
            >
              {label}
            </h3>
          )}
          {name.isFallback && <FallbackMark locale={name.locale} />}
        </div>
        <div className="map-lane-tools">
          {hasPrompt && (
            <button
              type="button"
              className="map-quiet-button"
              tabIndex={-1}
              aria-expanded={asked}
              aria-controls={promptId}
              onClick={() => setAsked(!asked)}
              aria-label={t('lane.prompt', { name: label })}
              title={t('lane.prompt', { name: label })}
            >
              <CircleHelp aria-hidden="true" size={16} />
            </button>
          )}
          {can.editStructure && <LaneMenu laneId={laneId} />}
        </div>
        {hasPrompt && (
          <p id={promptId} className="map-lane-prompt" hidden={!asked}>
            {t(`lanePrompt.${lane.kind}`)}
          </p>
        )}
        {extra}
      </div>
      <EditingMark recordId={laneId} />
    </div>
  );
});
