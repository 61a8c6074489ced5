import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '../i18n/navigation.ts';

const places = { maps: '/', people: '/people', webhooks: '/people/webhooks' } as const;

interface PageHeadingProps {
  readonly title: string;
  readonly text?: string;
  /** The place it lies below. */
  readonly back?: keyof typeof places;
  /** A mark beside the title. */
  readonly children?: ReactNode;
}

/** The title of a page below one of the places of a workspace, with the way back. */
export function PageHeading({ title, text, back = 'maps', children }: PageHeadingProps) {
  const t = useTranslations('workspace.nav');
  return (
    <div className="mb-7 flex flex-col gap-1.5">
      <Link
        href={places[back]}
        className="-ml-1 inline-flex min-h-8 items-center gap-1.5 self-start rounded-card px-1 text-meta text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        {t(back)}
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1 className="min-w-0 text-title font-semibold break-words">{title}</h1>
        {children}
      </div>
      {text && <p className="max-w-prose text-body text-muted text-pretty">{text}</p>}
    </div>
  );
}
