'use client';

import { Button } from '@jejak/ui/Button';
import { useLocale, useTranslations } from 'next-intl';
import { FormError } from '../../components/FormError.tsx';
import { TeamSelect } from '../../components/TeamSelect.tsx';
import { keepChoice } from '../../lib/keepChoice.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { workspaceCookie } from '../../lib/Viewer.ts';
import { joinByInvitation } from './accountApi.ts';

interface JoinFormProps {
  readonly token: string;
  readonly workspaceName: string;
}

/** Joins with the account that is signed in. */
export function JoinForm({ token, workspaceName }: JoinFormProps) {
  const t = useTranslations('account');
  const locale = useLocale();
  const submission = useSubmission({
    required: {},
    send: ({ team = '' }) => joinByInvitation(token, { team }),
    onDone({ workspaceId }) {
      keepChoice(workspaceCookie, workspaceId);
      window.location.assign(`/${locale}`);
    },
    leaves: true,
  });
  return (
    <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-5">
      <FormError submission={submission} />
      <TeamSelect />
      <Button type="submit" tone="primary" wide busy={submission.busy}>
        {t('signUp.join', { workspace: workspaceName })}
      </Button>
    </form>
  );
}
