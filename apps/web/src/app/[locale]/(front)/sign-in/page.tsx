import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FormHeading } from '../../../../components/FormHeading.tsx';
import { ProviderChoice } from '../../../../features/account/ProviderChoice.tsx';
import { ProviderError } from '../../../../features/account/ProviderError.tsx';
import { SignInForm } from '../../../../features/account/SignInForm.tsx';
import { redirect } from '../../../../i18n/navigation.ts';
import { returnParameter, safeReturnPath } from '../../../../lib/returnPath.ts';
import { readSetupState } from '../../../../lib/server/setupState.ts';
import { readSignInMethods } from '../../../../lib/server/signInMethods.ts';
import { readViewer } from '../../../../lib/server/viewer.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.signIn'))('title') };
}

/** Signing in; those who are signed in already go on at once. */
export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const locale = await getLocale();
  const { error, [returnParameter]: asked } = await searchParams;
  const returnPath = safeReturnPath(typeof asked === 'string' ? asked : null);
  const viewer = await readViewer();
  if (viewer.kind === 'member') redirect({ href: '/', locale });
  if (viewer.kind === 'nobody' && (await readSetupState())?.needed) redirect({ href: '/setup', locale });
  const t = await getTranslations('account.signIn');
  const { provider, passwords } = await readSignInMethods();
  const code = typeof error === 'string' ? error : null;
  const home = returnPath ?? `/${locale}`;
  // Who has an account by password says so by signing in with it, and connects the two then.
  const afterPassword =
    code === 'account_not_linked' && provider !== null
      ? `/${locale}/sign-in/connect?${returnParameter}=${encodeURIComponent(home)}`
      : home;
  return (
    <>
      <FormHeading title={t('title')} text={returnPath === null ? undefined : t('returning')} />
      <ProviderError name={provider} code={code} passwords={passwords} />
      <ProviderChoice name={provider} returnPath={home} alone={!passwords} />
      {passwords && <SignInForm returnPath={afterPassword} />}
      <p className="mt-6 text-meta text-muted">{t('noAccount')}</p>
    </>
  );
}
