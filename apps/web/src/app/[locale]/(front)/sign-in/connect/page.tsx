import { buttonClasses } from '@jejak/ui/Button';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FormHeading } from '../../../../../components/FormHeading.tsx';
import { ServerUnavailable } from '../../../../../components/ServerUnavailable.tsx';
import { ProviderButton } from '../../../../../features/account/ProviderButton.tsx';
import { ProviderError } from '../../../../../features/account/ProviderError.tsx';
import { redirect } from '../../../../../i18n/navigation.ts';
import { returnParameter, safeReturnPath } from '../../../../../lib/returnPath.ts';
import { readSignInMethods } from '../../../../../lib/server/signInMethods.ts';
import { requireViewer } from '../../../../../lib/server/viewer.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { provider: name } = await readSignInMethods();
  return { title: (await getTranslations('account.provider'))('connect', { name: name ?? '' }) };
}

/** Lets somebody who is signed in by password say that the provider's account of the same address is theirs too. */
export default async function ConnectPage({ searchParams }: PageProps<'/[locale]/sign-in/connect'>) {
  const locale = await getLocale();
  const viewer = await requireViewer();
  if (viewer === null) return <ServerUnavailable />;
  const { provider: name } = await readSignInMethods();
  if (name === null) return redirect({ href: '/', locale });
  const { error, [returnParameter]: asked } = await searchParams;
  const returnPath = safeReturnPath(typeof asked === 'string' ? asked : null) ?? `/${locale}`;
  const t = await getTranslations('account.provider');
  return (
    <>
      <FormHeading title={t('connect', { name })} text={t('connectText', { name, email: viewer.email })} />
      <ProviderError name={name} code={typeof error === 'string' ? error : null} />
      <ProviderButton name={name} returnPath={returnPath} connects />
      <a href={returnPath} className={`${buttonClasses('quiet', true)} mt-3`}>
        {t('later')}
      </a>
    </>
  );
}
