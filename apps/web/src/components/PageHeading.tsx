import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '../i18n/navigation.ts';

const places = { maps: '/', people: '/people' } as const;

interface PageHeadingProps {
  readonly title: string;
  readonly text?: string;
  /** The place it lies below. */
  readonly back?: keyof typeof places;
}

/** The title of a page below one of the places of a workspace, with the way back. */
export function PageHeading({ title, text, back = 'maps' }: PageHeadingProps) {
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
      <h1 className="text-title font-semibold">{title}</h1>
      {text && <p className="max-w-prose text-body text-muted text-pretty">{text}</p>}
    </div>
  );
}
