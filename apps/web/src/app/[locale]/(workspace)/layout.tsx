import { LogoMark } from '@jejak/ui/LogoMark';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { OfflineNotice } from '../../../components/OfflineNotice.tsx';
import { ServerUnavailable } from '../../../components/ServerUnavailable.tsx';
import { AccountMenu } from '../../../features/account/AccountMenu.tsx';
import { WorkspaceNav } from '../../../features/workspace/WorkspaceNav.tsx';
import { Link } from '../../../i18n/navigation.ts';
import { GraphqlProvider } from '../../../lib/GraphqlProvider.tsx';
import { IntlMessages } from '../../../lib/IntlMessages.tsx';
import { requireViewer } from '../../../lib/server/viewer.ts';
import { parseTheme, themeCookie } from '../../../lib/theme.ts';
import { chooseWorkspace, workspaceCookie } from '../../../lib/Viewer.ts';

/** The frame of a workspace: one line with its name, its places and one's account. */
export default async function WorkspaceLayout({ children }: LayoutProps<'/[locale]'>) {
  const viewer = await requireViewer();
  const jar = await cookies();
  const t = await getTranslations('workspace.nav');
  const product = (await getTranslations('common'))('product');
  const workspace = viewer && chooseWorkspace(viewer, jar.get(workspaceCookie)?.value);
  return (
    <IntlMessages namespaces={['common', 'errors', 'account', 'workspace']}>
      <GraphqlProvider>
        <div className="flex min-h-dvh flex-col">
          <header className="border-b border-line">
            <div className="mx-auto flex min-h-14 w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
              <Link
                href="/"
                aria-label={t('home', { workspace: workspace?.name ?? product })}
                className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-card font-semibold"
              >
                <LogoMark size={26} />
                <span className="truncate max-sm:sr-only">{workspace?.name ?? product}</span>
              </Link>
              {workspace && <WorkspaceNav />}
              {viewer && (
                <div className="ml-auto">
                  <AccountMenu
                    viewer={viewer}
                    workspaceId={workspace?.id ?? null}
                    theme={parseTheme(jar.get(themeCookie)?.value)}
                  />
                </div>
              )}
            </div>
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6"
          >
            {viewer === null ? <ServerUnavailable /> : children}
          </main>
          <OfflineNotice />
        </div>
      </GraphqlProvider>
    </IntlMessages>
  );
}
