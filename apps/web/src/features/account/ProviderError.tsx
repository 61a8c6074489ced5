import { Notice } from '@jejak/ui/Notice';
import { useTranslations } from 'next-intl';
import { providerErrorKey } from '../../lib/providerErrorKey.ts';

/** Why one came back from the provider without being signed in; nothing where all went well. */
export function ProviderError({
  name,
  code,
  passwords = true,
}: {
  readonly name: string | null;
  readonly code: string | null;
  readonly passwords?: boolean;
}) {
  const t = useTranslations('account.provider');
  if (code === null || name === null) return null;
  const key = providerErrorKey(code);
  return (
    <div className="mb-5">
      <Notice tone="danger" announced>
        {t(`errors.${key === 'notLinked' && !passwords ? 'notLinkedAtAll' : key}`, { name })}
      </Notice>
    </div>
  );
}
