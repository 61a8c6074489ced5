'use client';

import { readResult } from '@jejak/client';
import { Button } from '@jejak/ui/Button';
import { TextField } from '@jejak/ui/TextField';
import { useTranslations } from 'next-intl';
import { useClient } from 'urql';
import { ChoiceCards } from '../../components/ChoiceCards.tsx';
import { FormError } from '../../components/FormError.tsx';
import { MapPicture } from '../../components/MapPicture.tsx';
import { CreateMapDocument } from '../../generated/graphql.ts';
import { useRouter } from '../../i18n/navigation.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { mapTypes, parseMapType } from './mapTypes.ts';
import { parseContentLocale } from './parseContentLocale.ts';
import { templateKeys, templateSketches } from './templateSketches.ts';

/** What a new map begins as. */
export function NewMapForm({ workspaceId }: { readonly workspaceId: string }) {
  const t = useTranslations('workspace');
  const client = useClient();
  const router = useRouter();
  const submission = useSubmission({
    required: { title: t('newMap.nameMissing') },
    aliases: { 'input.title': 'title' },
    send: async ({ title = '', template, type, locale }) => {
      const answer = await runMutation(client, CreateMapDocument, {
        input: {
          workspaceId,
          title: title.trim(),
          template: templateKeys.find((key) => key === template) ?? 'DIGITAL',
          type: parseMapType(type),
          locale: parseContentLocale(locale),
        },
      });
      return readResult(
        answer.ok ? { ok: true, value: answer.value.createMap } : answer,
        (member) => member.__typename === 'CreateMapPayload',
      );
    },
    onDone: ({ map }) => router.push(`/maps/${map.id}`),
    leaves: true,
  });
  return (
    <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-7">
      <FormError submission={submission} />
      <div className="max-w-xl">
        <TextField
          name="title"
          label={t('newMap.name')}
          hint={t('newMap.nameHint')}
          error={submission.fieldError('title')}
          maxLength={200}
          autoComplete="off"
          aria-required
        />
      </div>
      <ChoiceCards
        name="template"
        legend={t('newMap.template')}
        columns={3}
        defaultValue="DIGITAL"
        choices={templateKeys.map((key) => ({
          value: key,
          label: t(`newMap.templates.${key}`),
          text: t(`newMap.templateTexts.${key}`),
          picture: <MapPicture sketch={templateSketches[key]} />,
        }))}
      />
      <ChoiceCards
        name="type"
        legend={t('newMap.type')}
        columns={2}
        defaultValue="CURRENT_STATE"
        choices={mapTypes.map((type) => ({
          value: type,
          label: t(`types.${type}`),
          text: t(`typeTexts.${type}`),
        }))}
      />
      <div className="max-w-xl">
        <LanguageChoice label={t('newMap.language')} hint={t('newMap.languageHint')} />
      </div>
      <div>
        <Button type="submit" tone="primary" busy={submission.busy}>
          {t('newMap.submit')}
        </Button>
      </div>
    </form>
  );
}
