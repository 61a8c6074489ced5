'use client';

import { cardKinds, channelKeys, negativeCauses, painCauses, teams } from '@jejak/journey-model';
import { Button } from '@jejak/ui/Button';
import { Select } from '@jejak/ui/Select';
import { TeamMark } from '@jejak/ui/TeamMark';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { commandOf } from '../commands/commands.ts';
import { useSurroundings } from '../commands/useSurroundings.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { BothLanguages } from './BothLanguages.tsx';
import { MoveTo } from './MoveTo.tsx';
import { PanelGone } from './PanelGone.tsx';
import { TagField } from './TagField.tsx';

/** Everything about one card. */
export function CardPanel({ cardId }: { readonly cardId: string }) {
  const t = useTranslations('map');
  const { map, ui, can, whenLive } = useMapPage();
  const card = useStore(map, (index) => index.cards.get(cardId));
  const surroundings = useSurroundings();
  if (!card) return <PanelGone kind="card" id={cardId} />;
  const edit = (change: Parameters<Parameters<Parameters<typeof whenLive>[0]>[0]['acts']['editCard']>[1]) =>
    whenLive(({ acts, history }) => {
      acts.editCard(cardId, change);
      history.endStep();
    });
  const none = { value: '', label: t('field.none') };
  const disabled = !can.editContent;

  return (
    <>
      <BothLanguages
        label={t('field.text')}
        recordId={cardId}
        field="text"
        text={card.text}
        editable={can.editContent}
      />
      <fieldset className="map-field" disabled={disabled}>
        <legend>{t('field.team')}</legend>
        <div className="map-choices">
          {teams.map((team) => (
            <label key={team} className="map-choice">
              <input
                type="radio"
                name={`team-${cardId}`}
                checked={card.team === team}
                onChange={() => edit({ team })}
                onClick={() => card.team === team && edit({ team: null })}
              />
              <TeamMark team={team} size={14} />
              {t(`team.${team}`)}
            </label>
          ))}
          <label className="map-choice">
            <input
              type="radio"
              name={`team-${cardId}`}
              checked={card.team === null}
              onChange={() => edit({ team: null })}
            />
            {t('field.none')}
          </label>
        </div>
      </fieldset>
      <div className="map-pair">
        <Select
          label={t('field.kind')}
          value={card.kind}
          disabled={disabled}
          options={cardKinds.map((kind) => ({ value: kind, label: t(`cardKind.${kind}`) }))}
          onChange={(event) => {
            const kind = cardKinds.find((candidate) => candidate === event.target.value);
            if (kind) edit({ kind });
          }}
        />
        <Select
          label={t('field.channel')}
          value={card.channel ?? ''}
          disabled={disabled}
          options={[none, ...channelKeys.map((key) => ({ value: key, label: t(`channel.${key}`) }))]}
          onChange={(event) =>
            edit({ channel: channelKeys.find((key) => key === event.target.value) ?? null })
          }
        />
      </div>
      {card.kind === 'PAIN_POINT' && (
        <Select
          label={t('field.cause')}
          value={card.cause ?? ''}
          disabled={disabled}
          options={[none, ...painCauses.map((cause) => ({ value: cause, label: t(`painCause.${cause}`) }))]}
          onChange={(event) =>
            edit({ cause: painCauses.find((cause) => cause === event.target.value) ?? null })
          }
        />
      )}
      <fieldset className="map-field" disabled={disabled}>
        <legend>{t('field.negativeCauses')}</legend>
        <div className="map-choices">
          {negativeCauses.map((cause) => (
            <label key={cause} className="map-choice">
              <input
                type="checkbox"
                checked={card.tags.includes(cause)}
                onChange={(event) =>
                  whenLive(({ acts }) =>
                    acts.tagCard(cardId, event.target.checked ? { add: [cause] } : { remove: [cause] }),
                  )
                }
              />
              {t(`negativeCause.${cause}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <TagField card={card} />
      <label className="map-choice map-choice-line">
        <input
          type="checkbox"
          disabled={disabled}
          checked={card.resolved}
          onChange={(event) => edit({ resolved: event.target.checked })}
        />
        {t('field.resolved')}
      </label>
      {can.editContent && (
        <>
          <MoveTo card={card} />
          <Button
            tone="danger"
            icon={<Trash2 aria-hidden="true" size={16} />}
            onClick={() => {
              ui.update((state) => ({
                ...state,
                selection: { ids: new Set([cardId]), anchorId: cardId },
                focus: { kind: 'card', cardId },
              }));
              commandOf('deleteCards').run(surroundings);
            }}
          >
            {t('card.delete')}
          </Button>
        </>
      )}
    </>
  );
}
