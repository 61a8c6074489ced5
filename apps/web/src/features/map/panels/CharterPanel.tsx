'use client';

import { charterFields, mapTypes, metaId } from '@jejak/journey-model';
import { Select } from '@jejak/ui/Select';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { BothLanguages } from './BothLanguages.tsx';
import { CurrentStateField } from './CurrentStateField.tsx';

/** Why the map exists (S32), and what type of map it is. */
export function CharterPanel() {
  const t = useTranslations('map');
  const { map, can, whenLive } = useMapPage();
  const charter = useStore(map, (index) => index.snapshot.charter);
  const title = useStore(map, (index) => index.snapshot.title);
  const type = useStore(map, (index) => index.snapshot.type);
  const empty = charterFields.filter((field) => charter[field].en === '' && charter[field].id === '').length;
  return (
    <>
      <p className="map-panel-note">
        {empty > 0 ? t('charter.draft', { count: empty }) : t('charter.complete')}
      </p>
      <BothLanguages
        label={t('field.title')}
        recordId={metaId}
        field="title"
        text={title}
        editable={can.editStructure}
        singleLine
      />
      <Select
        label={t('field.type')}
        value={type}
        disabled={!can.editStructure}
        options={mapTypes.map((key) => ({ value: key, label: t(`mapType.${key}`) }))}
        onChange={(event) => {
          const next = mapTypes.find((candidate) => candidate === event.target.value);
          if (next) whenLive(({ acts }) => acts.setMapType(next));
        }}
      />
      {type === 'FUTURE_STATE' && <CurrentStateField />}
      {charterFields.map((field) => (
        <BothLanguages
          key={field}
          label={t(`charter.${field}`)}
          recordId={metaId}
          field={`charter.${field}`}
          text={charter[field]}
          editable={can.editStructure}
        />
      ))}
    </>
  );
}
