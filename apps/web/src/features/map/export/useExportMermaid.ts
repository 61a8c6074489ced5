import { useToast } from '@jejak/ui/Toast';
import { useLocale, useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { wordsOf } from '../text/localized.ts';
import { fileNameOf } from './fileNameOf.ts';

/** Downloads the map in the language it is shown in, and says what Mermaid cannot hold. */
export function useExportMermaid(): () => void {
  const t = useTranslations('map');
  const locale = useLocale();
  const toast = useToast();
  const { map, ui } = useMapPage();
  const download = async () => {
    const { downloadMermaid } = await import('./downloadMermaid.ts');
    const { snapshot } = map.get();
    const { contentLocale } = ui.get();
    const file = fileNameOf(wordsOf(snapshot.title, contentLocale), t('export.untitled'), 'mmd');
    const lost = downloadMermaid(snapshot, contentLocale, file);
    const things = lost.map(({ reasonKey, count }) => t(`export.lost.${reasonKey}`, { count }));
    toast({
      text:
        things.length === 0
          ? t('export.done', { file })
          : t('export.doneWithout', { file, things: new Intl.ListFormat(locale).format(things) }),
    });
  };
  return () => {
    download().catch(() => toast({ text: t('export.failed'), tone: 'danger' }));
  };
}
