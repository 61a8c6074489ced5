'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { CopyField } from '../../components/CopyField.tsx';
import type { OpenInvitation } from './WorkspaceMember.ts';

interface InvitationLinkProps {
  readonly url: string;
  readonly invitation: OpenInvitation;
}

/** A link to hand out, selected and ready to be copied. */
export function InvitationLink({ url, invitation }: InvitationLinkProps) {
  const t = useTranslations('workspace.people');
  const format = useFormatter();
  const until = format.dateTime(new Date(invitation.expiresAt), { dateStyle: 'long' });
  return (
    <CopyField
      label={t('inviteLink')}
      hint={t('inviteOnce', { until, uses: invitation.usesMax })}
      value={url}
      texts={{ copy: t('copy'), copied: t('copied'), copyFailed: t('copyFailed') }}
    />
  );
}
