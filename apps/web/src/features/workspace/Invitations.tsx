'use client';

import type { Role } from '@jejak/access';
import { readFailure } from '@jejak/client';
import { Button } from '@jejak/ui/Button';
import { useToast } from '@jejak/ui/Toast';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { RevokeInvitationDocument } from '../../generated/graphql.ts';
import { useErrorText } from '../../lib/errorText.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { InviteForm } from './InviteForm.tsx';
import type { OpenInvitation } from './WorkspaceMember.ts';

interface InvitationsProps {
  readonly workspaceId: string;
  readonly initial: readonly OpenInvitation[];
  readonly viewerRole: Role;
  readonly mayRevoke: boolean;
}

/** Links into the workspace: making one, and those that still work. */
export function Invitations({ workspaceId, initial, viewerRole, mayRevoke }: InvitationsProps) {
  const t = useTranslations('workspace.people');
  const common = useTranslations('common');
  const format = useFormatter();
  const client = useClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [invitations, setInvitations] = useState(initial);
  const [busyId, setBusyId] = useState<string | null>(null);

  const revoke = async (invitation: OpenInvitation) => {
    setBusyId(invitation.id);
    const answer = await runMutation(client, RevokeInvitationDocument, {
      input: { workspaceId, invitationId: invitation.id },
    });
    setBusyId(null);
    const result = answer.ok ? answer.value.revokeInvitation : null;
    if (result?.__typename === 'RevokeInvitationPayload') {
      setInvitations((all) => all.filter((one) => one.id !== invitation.id));
      toast({ text: t('revoked') });
    } else {
      toast({ text: errorText(answer.ok ? readFailure(result) : answer.failure), tone: 'danger' });
    }
  };

  return (
    <>
      <InviteForm
        workspaceId={workspaceId}
        viewerRole={viewerRole}
        onCreated={(made) => setInvitations((all) => [made, ...all])}
      />
      <section aria-labelledby="invitations" className="flex flex-col gap-3">
        <h2 id="invitations" className="text-lead font-semibold">
          {t('invitations')}
        </h2>
        {invitations.length === 0 ? (
          <p className="text-muted">{t('invitationsEmpty')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-panel border border-line bg-raised">
            {invitations.map((invitation) => {
              const role = common(`roles.${invitation.role}`);
              return (
                <li
                  key={invitation.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
                >
                  <div>
                    <p className="font-medium">{t('invitationAs', { role })}</p>
                    <p className="text-meta text-muted">
                      {t('invitationUntil', {
                        until: format.dateTime(new Date(invitation.expiresAt), { dateStyle: 'long' }),
                      })}
                      <span aria-hidden="true"> · </span>
                      {t('invitationUses', { used: invitation.uses, most: invitation.usesMax })}
                    </p>
                  </div>
                  {mayRevoke && (
                    <Button
                      tone="danger"
                      aria-label={t('revokeLabel', { role })}
                      busy={busyId === invitation.id}
                      onClick={() => void revoke(invitation)}
                    >
                      {t('revoke')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </section>
    </>
  );
}
