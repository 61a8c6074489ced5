'use client';

import { Button } from '@jejak/ui/Button';
import { TextField } from '@jejak/ui/TextField';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { AllOrSome } from '../../components/AllOrSome.tsx';
import { FormError } from '../../components/FormError.tsx';
import { MapLimit } from '../../components/MapLimit.tsx';
import type { JourneyEventKind, WebhookFieldsFragment } from '../../generated/graphql.ts';
import type { ApiResult } from '../../lib/callApi.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { useMapChoices } from '../../lib/useMapChoices.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { KindChoice } from './KindChoice.tsx';

/** What the form settles; null is everything, or all maps. */
export interface WebhookWish {
  readonly url: string;
  readonly kinds: JourneyEventKind[] | null;
  readonly mapIds: string[] | null;
}

interface WebhookFormProps<Saved> {
  readonly workspaceId: string;
  /** The webhook that is changed; null for a new one. */
  readonly webhook: WebhookFieldsFragment | null;
  /** Titles of the maps it is limited to: there may be more maps than can be chosen from. */
  readonly knownTitles: MapTitles;
  readonly save: (wish: WebhookWish) => Promise<ApiResult<Saved>>;
  readonly onSaved: (saved: Saved, titles: MapTitles) => void;
  readonly onCancel: () => void;
}

/** Settles where a webhook sends to, and what it tells of which maps. */
export function WebhookForm<Saved>(props: WebhookFormProps<Saved>) {
  const { workspaceId, webhook, knownTitles, save, onSaved, onCancel } = props;
  const t = useTranslations('webhooks.form');
  const maps = useTranslations('mapChoice');
  const common = useTranslations('common');
  const [someKinds, setSomeKinds] = useState(webhook !== null && webhook.kinds !== null);
  const [kinds, setKinds] = useState<readonly JourneyEventKind[]>(webhook?.kinds ?? []);
  const [someMaps, setSomeMaps] = useState(webhook !== null && webhook.mapIds !== null);
  const [mapIds, setMapIds] = useState<readonly string[]>(webhook?.mapIds ?? []);
  const found = useMapChoices(someMaps ? workspaceId : null);
  const choices = found.state === 'there' ? { ...found, titles: { ...found.titles, ...knownTitles } } : found;
  const titles = choices.state === 'there' ? choices.titles : knownTitles;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const submission = useSubmission({
    required: {
      url: t('urlMissing'),
      ...(someKinds ? { kinds: t('kindsMissing') } : {}),
      ...(someMaps ? { mapIds: maps('missing') } : {}),
    },
    revealed: ['kinds', 'mapIds'],
    send: ({ url = '' }) =>
      save({
        url: url.trim(),
        kinds: someKinds ? [...kinds] : null,
        // A map that is gone meanwhile is not asked for again.
        mapIds: someMaps ? mapIds.filter((id) => id in titles) : null,
      }),
    onDone: (saved) => onSaved(saved, titles),
  });
  return (
    <section
      aria-labelledby="webhook-form"
      className="flex flex-col gap-5 rounded-panel border border-line bg-raised p-4 sm:p-5"
    >
      <h2 id="webhook-form" className="text-lead font-semibold">
        {webhook === null ? t('newTitle') : t('editTitle')}
      </h2>
      <FormError submission={submission} />
      <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-5">
        <TextField
          ref={first}
          type="url"
          name="url"
          label={t('url')}
          hint={t('urlHint')}
          error={submission.fieldError('url')}
          defaultValue={webhook?.url ?? ''}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          aria-required
        />
        <div className="max-w-sm">
          <AllOrSome
            name="kindLimit"
            label={t('kinds')}
            all={t('allKinds')}
            some={t('someKinds')}
            isSome={someKinds}
            onChange={setSomeKinds}
          />
        </div>
        {someKinds && (
          <KindChoice chosen={kinds} error={submission.fieldError('kinds')} onChange={setKinds} />
        )}
        <div className="max-w-sm">
          <AllOrSome
            name="mapLimit"
            label={maps('limit')}
            all={maps('all')}
            some={maps('some')}
            isSome={someMaps}
            onChange={setSomeMaps}
          />
        </div>
        {someMaps && (
          <MapLimit
            choices={choices}
            chosen={mapIds}
            error={submission.fieldError('mapIds')}
            onChange={setMapIds}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" busy={submission.busy} className="min-h-10">
            {webhook === null ? t('create') : t('save')}
          </Button>
          <Button onClick={onCancel} className="min-h-10">
            {common('cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}
