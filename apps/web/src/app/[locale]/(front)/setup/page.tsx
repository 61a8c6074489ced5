import { buttonClasses } from '@jejak/ui/Button';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FormHeading } from '../../../../components/FormHeading.tsx';
import { ServerUnavailable } from '../../../../components/ServerUnavailable.tsx';
import { SetUpForm } from '../../../../features/account/SetUpForm.tsx';
import { Link } from '../../../../i18n/navigation.ts';
import { readSetupState } from '../../../../lib/server/setupState.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.setUp'))('title') };
}

/** The first account and workspace. */
export default async function SetUpPage() {
  const state = await readSetupState();
  if (state === null) return <ServerUnavailable />;
  const t = await getTranslations('account.setUp');
  if (!state.needed) {
    const signUp = await getTranslations('account.signUp');
    return (
      <>
        <FormHeading title={t('done')} text={t('doneText')} />
        <Link href="/sign-in" className={buttonClasses('primary', true)}>
          {signUp('toSignIn')}
        </Link>
      </>
    );
  }
  return (
    <>
      <FormHeading title={t('title')} text={t('text')} />
      <SetUpForm codeRequired={state.codeRequired} />
    </>
  );
}
