'use client';

import { Button } from '@jejak/ui/Button';
import { TextField } from '@jejak/ui/TextField';
import { useToast } from '@jejak/ui/Toast';
import { Copy } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { OpenInvitation } from './WorkspaceMember.ts';

interface InvitationLinkProps {
  readonly url: string;
  readonly invitation: OpenInvitation;
}

/** A link to hand out, selected and ready to be copied. */
export function InvitationLink({ url, invitation }: InvitationLinkProps) {
  const t = useTranslations('workspace.people');
  const format = useFormatter();
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef('');
  useEffect(() => {
    if (shown.current === url) return;
    shown.current = url;
    field.current?.focus();
    field.current?.select();
  }, [url]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      toast({ text: t('copied') });
    } catch {
      // Without a secure address there is no clipboard: the selected text can still be copied by hand.
      field.current?.focus();
      field.current?.select();
      toast({ text: t('copyFailed'), tone: 'danger' });
    }
  };
  const until = format.dateTime(new Date(invitation.expiresAt), { dateStyle: 'long' });
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-60 flex-1">
        <TextField
          ref={field}
          label={t('inviteLink')}
          hint={t('inviteOnce', { until, uses: invitation.usesMax })}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <Button
        className="min-h-10"
        icon={<Copy aria-hidden="true" className="size-4" />}
        onClick={() => void copy()}
      >
        {t('copy')}
      </Button>
    </div>
  );
}
