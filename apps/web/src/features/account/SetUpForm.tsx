'use client';

import { accountLimits } from '@jejak/access';
import { localFailure } from '@jejak/client';
import { Button } from '@jejak/ui/Button';
import { TextField } from '@jejak/ui/TextField';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormError } from '../../components/FormError.tsx';
import { useSubmission } from '../../lib/useSubmission.ts';
import { setUp } from './accountApi.ts';
import { NewAccountFields } from './NewAccountFields.tsx';

/** The first account and workspace, with the code where the server wants one. */
export function SetUpForm({ codeRequired: initiallyRequired }: { readonly codeRequired: boolean }) {
  const t = useTranslations('account');
  const locale = useLocale();
  const [codeRequired, setCodeRequired] = useState(initiallyRequired);
  const submission = useSubmission({
    required: {
      ...(codeRequired ? { code: t('setUp.codeMissing') } : {}),
      workspaceName: t('setUp.workspaceNameMissing'),
      name: t('fields.nameMissing'),
      email: t('fields.emailMissing'),
      password: t('fields.passwordMissing'),
    },
    revealed: ['code'],
    send: async ({ code = '', workspaceName = '', name = '', email = '', password = '', team = '' }) => {
      const result = await setUp({
        workspaceName: workspaceName.trim(),
        name: name.trim(),
        email: email.trim(),
        password,
        team,
        locale,
        ...(codeRequired ? { code: code.trim() } : {}),
      });
      if (result.ok || codeRequired || result.failure.code !== 'SETUP_CODE_WRONG') return result;
      // What passed this request on made it look like one from elsewhere; the page could not know.
      setCodeRequired(true);
      return { ok: false, failure: localFailure('SETUP_CODE_NEEDED', 'errors.setupCodeNeeded', 'code') };
    },
    onDone: () => window.location.assign(`/${locale}`),
    leaves: true,
  });
  return (
    <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-5">
      <FormError submission={submission} />
      {codeRequired && (
        <TextField
          name="code"
          label={t('setUp.code')}
          hint={t('setUp.codeHint')}
          error={submission.fieldError('code')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          className="tabular-nums"
        />
      )}
      <TextField
        name="workspaceName"
        label={t('setUp.workspaceName')}
        hint={t('setUp.workspaceNameHint')}
        error={submission.fieldError('workspaceName')}
        autoComplete="organization"
        maxLength={accountLimits.nameLengthMax}
        aria-required
      />
      <NewAccountFields submission={submission} />
      <Button type="submit" tone="primary" wide busy={submission.busy}>
        {t('setUp.submit')}
      </Button>
    </form>
  );
}
