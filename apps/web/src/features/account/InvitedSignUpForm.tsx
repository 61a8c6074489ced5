'use client';

import { Button } from '@jejak/ui/Button';
import { useLocale, useTranslations } from 'next-intl';
import { FormError } from '../../components/FormError.tsx';
import { keepChoice } from '../../lib/keepChoice.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { workspaceCookie } from '../../lib/Viewer.ts';
import { signUpByInvitation } from './accountApi.ts';
import { NewAccountFields } from './NewAccountFields.tsx';

/** A new account by invitation. */
export function InvitedSignUpForm({ token }: { readonly token: string }) {
  const t = useTranslations('account');
  const locale = useLocale();
  const submission = useSubmission({
    required: {
      name: t('fields.nameMissing'),
      email: t('fields.emailMissing'),
      password: t('fields.passwordMissing'),
    },
    send: ({ name = '', email = '', password = '', team = '' }) =>
      signUpByInvitation(token, { name: name.trim(), email: email.trim(), password, team, locale }),
    onDone({ workspaceId }) {
      keepChoice(workspaceCookie, workspaceId);
      window.location.assign(`/${locale}`);
    },
    leaves: true,
  });
  return (
    <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-5">
      <FormError submission={submission} />
      <NewAccountFields submission={submission} />
      <Button type="submit" tone="primary" wide busy={submission.busy}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}
