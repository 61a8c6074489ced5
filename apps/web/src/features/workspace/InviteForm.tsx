'use client';

import { mayInvite, type Role, roles } from '@jejak/access';
import { readResult } from '@jejak/client';
import { Button } from '@jejak/ui/Button';
import { Select } from '@jejak/ui/Select';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { FormError } from '../../components/FormError.tsx';
import { CreateInvitationDocument } from '../../generated/graphql.ts';
import { graphqlRole } from '../../lib/graphqlRole.ts';
import { parseRole } from '../../lib/parseRole.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { InvitationLink } from './InvitationLink.tsx';
import { type OpenInvitation, readOpenInvitation } from './WorkspaceMember.ts';

interface InviteFormProps {
  readonly workspaceId: string;
  readonly viewerRole: Role;
  readonly onCreated: (invitation: OpenInvitation) => void;
}

/** Makes an invitation and shows its link, this once. */
export function InviteForm({ workspaceId, viewerRole, onCreated }: InviteFormProps) {
  const t = useTranslations('workspace.people');
  const common = useTranslations('common');
  const client = useClient();
  const [made, setMade] = useState<{ readonly url: string; readonly invitation: OpenInvitation } | null>(
    null,
  );
  const [role, setRole] = useState<Role>('editor');
  const choices = roles.filter((role) => mayInvite(viewerRole, role));
  const submission = useSubmission({
    required: {},
    send: async () => {
      const answer = await runMutation(client, CreateInvitationDocument, {
        input: { workspaceId, role: graphqlRole(role) },
      });
      return readResult(
        answer.ok ? { ok: true, value: answer.value.createInvitation } : answer,
        (member) => member.__typename === 'CreateInvitationPayload',
      );
    },
    onDone: ({ url, invitation }) => {
      const read = readOpenInvitation(invitation);
      setMade({ url, invitation: read });
      onCreated(read);
    },
  });
  return (
    <section
      aria-labelledby="invite"
      className="flex flex-col gap-4 rounded-panel border border-line bg-raised p-4 sm:p-5"
    >
      <div>
        <h2 id="invite" className="text-lead font-semibold">
          {t('inviteTitle')}
        </h2>
        <p className="text-muted">{t('inviteText')}</p>
      </div>
      <FormError submission={submission} />
      <form
        method="post"
        noValidate
        onSubmit={submission.onSubmit}
        className="flex flex-wrap items-end gap-3"
      >
        <div className="w-full max-w-sm">
          <Select
            name="role"
            label={t('inviteRole')}
            hint={t(`roleTexts.${role}`)}
            value={role}
            onChange={(event) => setRole(parseRole(event.target.value))}
            options={choices.map((choice) => ({ value: choice, label: common(`roles.${choice}`) }))}
          />
        </div>
        <Button type="submit" tone="primary" busy={submission.busy} className="min-h-10">
          {t('inviteCreate')}
        </Button>
      </form>
      {made && <InvitationLink url={made.url} invitation={made.invitation} />}
    </section>
  );
}
