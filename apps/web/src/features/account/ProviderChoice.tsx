import { useTranslations } from 'next-intl';
import { ProviderButton } from './ProviderButton.tsx';

/** The provider's button, above a form for a password unless it is alone; nothing where there is no provider. */
export function ProviderChoice({
  name,
  returnPath,
  alone,
}: {
  readonly name: string | null;
  readonly returnPath: string;
  /** Whether it is the only way to sign in. */
  readonly alone: boolean;
}) {
  const t = useTranslations('account.provider');
  if (name === null) return null;
  return (
    <div className="mb-5 flex flex-col gap-5">
      <ProviderButton name={name} returnPath={returnPath} alone={alone} />
      {!alone && <p className="text-center text-meta text-muted">{t('or')}</p>}
    </div>
  );
}
