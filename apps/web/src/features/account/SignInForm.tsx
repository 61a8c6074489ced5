'use client';

import { Button } from '@jejak/ui/Button';
import { useTranslations } from 'next-intl';
import { FormError } from '../../components/FormError.tsx';
import { useSubmission } from '../../lib/useSubmission.ts';
import { signIn } from './accountApi.ts';
import { EmailField } from './EmailField.tsx';
import { PasswordField } from './PasswordField.tsx';

/** E-mail and password; then on to where one wanted to go. */
export function SignInForm({ returnPath }: { readonly returnPath: string }) {
  const t = useTranslations('account');
  const submission = useSubmission({
    required: { email: t('fields.emailMissing'), password: t('signIn.passwordMissing') },
    send: ({ email = '', password = '' }) => signIn(email.trim(), password),
    // A full load: every page the router may have kept was made for somebody signed out.
    onDone: () => window.location.assign(returnPath),
    leaves: true,
  });
  return (
    <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-5">
      <FormError submission={submission} />
      <EmailField error={submission.fieldError('email')} />
      <PasswordField error={submission.fieldError('password')} />
      <Button type="submit" tone="primary" wide busy={submission.busy}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
