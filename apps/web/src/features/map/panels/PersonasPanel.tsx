'use client';

import { Button } from '@jejak/ui/Button';
import { Notice } from '@jejak/ui/Notice';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRemove } from '../components/useRemove.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';
import { BothLanguages } from './BothLanguages.tsx';

/** Whose journey it is. One or two personas keep a map accurate (S33); a third is allowed and pointed out. */
export function PersonasPanel() {
  const t = useTranslations('map');
  const { map, ui, can, whenLive } = useMapPage();
  const personas = useStore(map, (index) => index.snapshot.personas);
  const locale = useStore(ui, (state) => state.contentLocale);
  const remove = useRemove();
  return (
    <>
      {personas.length > 2 && <Notice tone="warning">{t('persona.tooMany')}</Notice>}
      {personas.length === 0 && <p className="map-panel-note">{t('persona.none')}</p>}
      {personas.map((persona) => {
        const name = wordsOf(persona.name, locale) || t('persona.unnamed');
        return (
          <section key={persona.id} className="map-persona" aria-label={name} data-persona-id={persona.id}>
            <BothLanguages
              label={t('field.name')}
              recordId={persona.id}
              field="name"
              text={persona.name}
              editable={can.editStructure}
              singleLine
            />
            <BothLanguages
              label={t('field.description')}
              recordId={persona.id}
              field="description"
              text={persona.description}
              editable={can.editStructure}
            />
            {can.editStructure && (
              <Button
                tone="quiet"
                icon={<Trash2 aria-hidden="true" size={16} />}
                onClick={() => remove({ kind: 'persona', id: persona.id }, name)}
              >
                {t('persona.delete', { name })}
              </Button>
            )}
          </section>
        );
      })}
      {can.editStructure && (
        <Button
          icon={<Plus aria-hidden="true" size={16} />}
          onClick={() =>
            whenLive(({ acts }) => {
              acts.addPersona('', ui.get().contentLocale);
            })
          }
        >
          {t('persona.add')}
        </Button>
      )}
    </>
  );
}
