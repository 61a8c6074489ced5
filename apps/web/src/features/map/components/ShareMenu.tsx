'use client';

import { Button } from '@jejak/ui/Button';
import { Link2, Share2, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from '../../../i18n/navigation.ts';
import { keepChoice } from '../../../lib/keepChoice.ts';
import { workspaceCookie } from '../../../lib/Viewer.ts';
import { useMapPage } from '../document/MapPage.ts';
import { PopMenu, PopMenuItem } from './PopMenu.tsx';
import { useCopyLink } from './useCopyLink.ts';

/** The ways to bring others to this map. */
export function ShareMenu() {
  const t = useTranslations('map');
  const copy = useCopyLink();
  const router = useRouter();
  const { workspace } = useMapPage();
  const invite = () => {
    // One may have come here from another workspace than the one chosen last.
    keepChoice(workspaceCookie, workspace.id);
    router.push('/people');
  };
  return (
    <PopMenu
      label={t('share.title')}
      trigger={(props) => (
        <Button {...props} icon={<Share2 aria-hidden="true" size={16} />} className="map-bar-share">
          {t('share.title')}
        </Button>
      )}
    >
      {() => (
        <>
          <PopMenuItem icon={<Link2 aria-hidden="true" size={16} />} onSelect={copy}>
            {t('share.copyLink')}
          </PopMenuItem>
          {workspace.mayInvite && (
            <PopMenuItem icon={<UserPlus aria-hidden="true" size={16} />} onSelect={invite}>
              {t('share.invite')}
            </PopMenuItem>
          )}
        </>
      )}
    </PopMenu>
  );
}
