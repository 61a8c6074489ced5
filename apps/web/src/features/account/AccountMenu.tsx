'use client';

import { Avatar } from '@jejak/ui/Avatar';
import { Menu, MenuChoice, MenuItem, MenuSeparator, MenuText } from '@jejak/ui/Menu';
import { useToast } from '@jejak/ui/Toast';
import { VisuallyHidden } from '@jejak/ui/VisuallyHidden';
import { Braces, KeyRound, LogOut, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { languageNames } from '../../components/LanguageLinks.tsx';
import { SetViewerLocaleDocument } from '../../generated/graphql.ts';
import { usePathname, useRouter } from '../../i18n/navigation.ts';
import { type AppLocale, routing } from '../../i18n/routing.ts';
import { useErrorText } from '../../lib/errorText.ts';
import { keepChoice } from '../../lib/keepChoice.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { type Theme, themeCookie, themes } from '../../lib/theme.ts';
import { type MemberViewer, workspaceCookie } from '../../lib/Viewer.ts';
import { signOut } from './accountApi.ts';

interface AccountMenuProps {
  readonly viewer: MemberViewer;
  readonly workspaceId: string | null;
  readonly theme: Theme;
}

/** Language, appearance, workspace and signing out. */
export function AccountMenu({ viewer, workspaceId, theme: initialTheme }: AccountMenuProps) {
  const t = useTranslations('account.menu');
  const common = useTranslations('common');
  const locale = useLocale();
  const pathname = usePathname();
  const router = useRouter();
  const toast = useToast();
  const errorText = useErrorText();
  const client = useClient();
  const [theme, setTheme] = useState(initialTheme);
  const team = viewer.workspaces.find((workspace) => workspace.id === workspaceId)?.team ?? 'OTHER';

  const chooseTheme = (next: Theme) => {
    setTheme(next);
    keepChoice(themeCookie, next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  const chooseLanguage = async (next: AppLocale) => {
    router.replace(`${pathname}${window.location.search}`, { locale: next });
    // The page is in the new language whatever comes of this: it only tells other devices.
    await runMutation(client, SetViewerLocaleDocument, { input: { locale: next === 'id' ? 'ID' : 'EN' } });
  };
  const leave = async () => {
    const result = await signOut();
    if (result.ok) window.location.assign(`/${locale}/sign-in`);
    else toast({ text: errorText(result.failure), tone: 'danger' });
  };

  return (
    <Menu
      label={t('open', { name: viewer.name })}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          className="relative inline-flex size-9 pointer-coarse:size-11 items-center justify-center rounded-full transition-colors hover:bg-hover aria-expanded:bg-hover"
        >
          <Avatar name={viewer.name} team={team} decorative />
          <VisuallyHidden>{t('open', { name: viewer.name })}</VisuallyHidden>
        </button>
      )}
    >
      <MenuText>
        <span className="block font-medium text-ink">{viewer.name}</span>
        <span className="block break-all">{viewer.email}</span>
      </MenuText>
      <MenuSeparator />
      {viewer.workspaces.length > 1 && (
        <MenuChoice
          label={t('workspace')}
          value={workspaceId ?? ''}
          options={viewer.workspaces.map((workspace) => ({ value: workspace.id, label: workspace.name }))}
          onChange={(id) => {
            keepChoice(workspaceCookie, id);
            router.push('/');
            router.refresh();
          }}
        />
      )}
      <MenuItem
        icon={<Plus aria-hidden="true" className="size-4" />}
        onSelect={() => router.push('/workspaces/new')}
      >
        {t('newWorkspace')}
      </MenuItem>
      <MenuItem
        icon={<KeyRound aria-hidden="true" className="size-4" />}
        onSelect={() => router.push('/tokens')}
      >
        {t('tokens')}
      </MenuItem>
      <MenuItem
        icon={<Braces aria-hidden="true" className="size-4" />}
        onSelect={() => router.push('/explorer')}
      >
        {t('explorer')}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label={common('language')}
        value={locale}
        options={routing.locales.map((value) => ({ value, label: languageNames[value], lang: value }))}
        onChange={(next) => void chooseLanguage(next)}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChange={chooseTheme}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" className="size-4" />} onSelect={() => void leave()}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
