'use client';

import { joinClasses } from '@jejak/ui/joinClasses';
import { useTranslations } from 'next-intl';
import { Link, usePathname } from '../../i18n/navigation.ts';

/** The places of a workspace. */
export function WorkspaceNav() {
  const t = useTranslations('workspace.nav');
  const pathname = usePathname();
  const places = [
    { href: '/', label: t('maps'), here: pathname === '/' },
    { href: '/people', label: t('people'), here: pathname === '/people' },
  ];
  return (
    <nav aria-label={t('label')} className="flex items-center gap-1">
      {places.map((place) => (
        <Link
          key={place.href}
          href={place.href}
          aria-current={place.here ? 'page' : undefined}
          className={joinClasses(
            'inline-flex min-h-9 pointer-coarse:min-h-11 items-center rounded-card px-3 text-body transition-colors',
            place.here ? 'bg-hover font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {place.label}
        </Link>
      ))}
    </nav>
  );
}
