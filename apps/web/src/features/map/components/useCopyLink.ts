import { useToast } from '@jejak/ui/Toast';
import { useTranslations } from 'next-intl';

/** Puts the address of this map on the clipboard and says so. */
export function useCopyLink(): () => void {
  const t = useTranslations('map');
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      toast({ text: t('share.copied') });
    } catch {
      // Without a secure address browsers give no clipboard: show what to copy instead.
      toast({ text: t('share.copyByHand', { address: window.location.href }) });
    }
  };
  return () => void copy();
}
