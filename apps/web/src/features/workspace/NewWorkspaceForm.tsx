'use client';

import { accountLimits } from '@jejak/access';
import { readResult } from '@jejak/client';
import { Button } from '@jejak/ui/Button';
import { TextField } from '@jejak/ui/TextField';
import { useLocale, useTranslations } from 'next-intl';
import { useClient } from 'urql';
import { FormError } from '../../components/FormError.tsx';
import { TeamSelect } from '../../components/TeamSelect.tsx';
import { CreateWorkspaceDocument } from '../../generated/graphql.ts';
import { keepChoice } from '../../lib/keepChoice.ts';
import { parseTeam } from '../../lib/parseTeam.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { workspaceCookie } from '../../lib/Viewer.ts';

/** A workspace of one's own, besides those one is in. */
export function NewWorkspaceForm() {
  const t = useTranslations('workspace.create');
  const locale = useLocale();
  const client = useClient();
  const submission = useSubmission({
    required: { name: t('nameMissing') },
    aliases: { 'input.name': 'name' },
    send: async ({ name = '', team }) => {
      const answer = await runMutation(client, CreateWorkspaceDocument, {
        input: { name: name.trim(), team: parseTeam(team ?? '') },
      });
      return readResult(
        answer.ok ? { ok: true, value: answer.value.createWorkspace } : answer,
        (member) => member.__typename === 'CreateWorkspacePayload',
      );
    },
    onDone({ workspace }) {
      keepChoice(workspaceCookie, workspace.id);
      // A full load: the frame around the page is that of another workspace.
      window.location.assign(`/${locale}`);
    },
    leaves: true,
  });
  return (
    <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-5">
      <FormError submission={submission} />
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={submission.fieldError('name')}
        maxLength={accountLimits.nameLengthMax}
        autoComplete="organization"
        aria-required
      />
      <TeamSelect />
      <div>
        <Button type="submit" tone="primary" busy={submission.busy}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
