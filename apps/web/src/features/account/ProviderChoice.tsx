import { useTranslations } from 'next-intl';
import { ProviderButton } from './ProviderButton.tsx';

/** The provider's button above a form for a password; nothing where there is no provider. */
export function ProviderChoice({
  name,
  returnPath,
}: {
  readonly name: string | null;
  readonly returnPath: string;
}) {
  const t = useTranslations('account.provider');
  if (name === null) return null;
  return (
    <div className="mb-5 flex flex-col gap-5">
      <ProviderButton name={name} returnPath={returnPath} />
      <p className="text-center text-meta text-muted">{t('or')}</p>
    </div>
  );
}
