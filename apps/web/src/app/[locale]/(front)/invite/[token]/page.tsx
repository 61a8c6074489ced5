import { buttonClasses } from '@jejak/ui/Button';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FormHeading } from '../../../../../components/FormHeading.tsx';
import { ServerUnavailable } from '../../../../../components/ServerUnavailable.tsx';
import { InvitedSignUpForm } from '../../../../../features/account/InvitedSignUpForm.tsx';
import { JoinForm } from '../../../../../features/account/JoinForm.tsx';
import { ProviderChoice } from '../../../../../features/account/ProviderChoice.tsx';
import { SignOutButton } from '../../../../../features/account/SignOutButton.tsx';
import { Link } from '../../../../../i18n/navigation.ts';
import { parseRole } from '../../../../../lib/parseRole.ts';
import { returnParameter } from '../../../../../lib/returnPath.ts';
import { readInvitation } from '../../../../../lib/server/invitation.ts';
import { readSignInMethods } from '../../../../../lib/server/signInMethods.ts';
import { readViewer } from '../../../../../lib/server/viewer.ts';

/** The title of the page; its address is a secret, so no engine may keep it. */
export async function generateMetadata({ params }: PageProps<'/[locale]/invite/[token]'>): Promise<Metadata> {
  const t = await getTranslations('account.signUp');
  const invitation = await readInvitation((await params).token);
  return {
    title: invitation.ok ? t('title', { workspace: invitation.value.workspaceName }) : t('gone'),
    robots: { index: false },
  };
}

/** Joining by invitation, with a new account or the one that is signed in. */
export default async function InvitePage({ params }: PageProps<'/[locale]/invite/[token]'>) {
  const { token } = await params;
  const t = await getTranslations('account.signUp');
  const common = await getTranslations('common.roles');
  const invitation = await readInvitation(token);
  const locale = await getLocale();
  if (!invitation.ok) {
    if (['UNREACHABLE', 'UNAVAILABLE'].includes(invitation.failure.code)) return <ServerUnavailable />;
    return (
      <>
        <FormHeading title={t('gone')} text={t('goneText')} />
        <Link href="/sign-in" className={buttonClasses('secondary', true)}>
          {t('toSignIn')}
        </Link>
      </>
    );
  }
  const { workspaceName, inviterName } = invitation.value;
  const role = common(parseRole(invitation.value.role));
  const [viewer, methods] = await Promise.all([readViewer(), readSignInMethods()]);
  const path = `/${locale}/invite/${encodeURIComponent(token)}`;
  return (
    <>
      <FormHeading
        title={t('title', { workspace: workspaceName })}
        text={inviterName ? t('text', { inviter: inviterName, role }) : t('textNobody', { role })}
      />
      {viewer.kind === 'member' ? (
        <>
          <p className="mb-5 text-body">{t('joinAs', { name: viewer.name, email: viewer.email })}</p>
          <JoinForm token={token} workspaceName={workspaceName} />
          <div className="mt-3">
            <SignOutButton to={path}>{t('otherAccount')}</SignOutButton>
          </div>
        </>
      ) : (
        <>
          <ProviderChoice name={methods.provider} returnPath={path} alone={!methods.passwords} />
          {methods.passwords && (
            <>
              <InvitedSignUpForm token={token} />
              <Link
                href={`/sign-in?${returnParameter}=${encodeURIComponent(path)}`}
                className={`${buttonClasses('quiet', true)} mt-3`}
              >
                {t('haveAccount')}
              </Link>
            </>
          )}
        </>
      )}
    </>
  );
}
