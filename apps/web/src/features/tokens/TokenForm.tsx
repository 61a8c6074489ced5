'use client';

import { type Role, type TokenScope, tokenLimits, tokenScopes, workspaceTokenScopes } from '@jejak/access';
import { Button } from '@jejak/ui/Button';
import { Select } from '@jejak/ui/Select';
import { TextField } from '@jejak/ui/TextField';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { AllOrSome } from '../../components/AllOrSome.tsx';
import { CheckList } from '../../components/CheckList.tsx';
import { FormError } from '../../components/FormError.tsx';
import { MapLimit } from '../../components/MapLimit.tsx';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { useMapChoices } from '../../lib/useMapChoices.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { scopeKeys } from './scopeKeys.ts';
import type { TokenHome } from './TokenHome.ts';
import { type MadeToken, useCreateToken } from './useCreateToken.ts';

interface TokenFormProps {
  readonly home: TokenHome;
  readonly onMade: (made: MadeToken, titles: MapTitles) => void;
  readonly onCancel: () => void;
}

const dayMs = 24 * 60 * 60_000;
const dayChoices = [7, 30, tokenLimits.daysDefault, 180, tokenLimits.daysMax];
const everywhere = '';

/** Settles what a new token may do, where and how long. */
export function TokenForm({ home, onMade, onCancel }: TokenFormProps) {
  const t = useTranslations('tokens.form');
  const words = useTranslations('tokens.scopes');
  const maps = useTranslations('mapChoice');
  const common = useTranslations('common');
  const format = useFormatter();
  const create = useCreateToken(home);
  const [scopes, setScopes] = useState<readonly TokenScope[]>(['maps:read']);
  const [role, setRole] = useState<Role>('editor');
  const [workspaceId, setWorkspaceId] = useState(home.workspaceId ?? everywhere);
  const [someMaps, setSomeMaps] = useState(false);
  const [mapIds, setMapIds] = useState<readonly string[]>([]);
  const [days, setDays] = useState<number>(tokenLimits.daysDefault);
  const mayChooseMaps = workspaceId !== everywhere;
  const limited = mayChooseMaps && someMaps;
  const choices = useMapChoices(limited ? workspaceId : null);
  const titles = choices.state === 'there' ? choices.titles : {};
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const submission = useSubmission({
    required: {
      name: t('nameMissing'),
      scopes: t('scopesMissing'),
      ...(limited ? { mapIds: maps('missing') } : {}),
    },
    revealed: ['scopes', 'mapIds'],
    send: ({ name = '' }) =>
      create({
        name,
        scopes,
        role,
        workspaceId: workspaceId === everywhere ? null : workspaceId,
        mapIds: limited ? mapIds : null,
        expiresInDays: days,
      }),
    onDone: (made) => onMade(made, titles),
  });
  const offered = home.kind === 'personal' ? tokenScopes : workspaceTokenScopes;
  const ends = format.dateTime(new Date(Date.now() + days * dayMs), { dateStyle: 'long' });
  return (
    <section
      aria-labelledby="new-token"
      className="flex flex-col gap-5 rounded-panel border border-line bg-raised p-4 sm:p-5"
    >
      <h2 id="new-token" className="text-lead font-semibold">
        {t('title')}
      </h2>
      <FormError submission={submission} />
      <form method="post" noValidate onSubmit={submission.onSubmit} className="flex flex-col gap-5">
        <div className="max-w-xl">
          <TextField
            ref={first}
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            error={submission.fieldError('name')}
            maxLength={tokenLimits.nameLengthMax}
            autoComplete="off"
            aria-required
          />
        </div>
        {home.kind === 'workspace' && (
          <div className="max-w-sm">
            <Select
              name="role"
              label={t('role')}
              hint={t('roleHint')}
              error={submission.fieldError('role')}
              value={role}
              onChange={({ target }) => setRole(home.roles.find((each) => each === target.value) ?? 'viewer')}
              options={home.roles.map((value) => ({ value, label: common(`roles.${value}`) }))}
            />
          </div>
        )}
        <CheckList
          name="scopes"
          legend={t('scopes')}
          hint={home.kind === 'personal' ? t('scopesHint') : t('scopesHintRole')}
          error={submission.fieldError('scopes')}
          choices={offered.map((value) => ({
            value,
            label: words(`${scopeKeys[value]}.label`),
            text: words(`${scopeKeys[value]}.text`),
            code: value,
          }))}
          chosen={scopes}
          onChange={setScopes}
        />
        <div className="flex flex-wrap gap-x-4 gap-y-5">
          {home.kind === 'personal' && (
            <div className="w-full max-w-sm flex-1 basis-60">
              <Select
                name="workspaceId"
                label={t('where')}
                error={submission.fieldError('workspaceId')}
                value={workspaceId}
                onChange={({ target }) => {
                  setWorkspaceId(target.value);
                  setMapIds([]);
                }}
                options={[
                  ...home.workspaces.map(({ id, name }) => ({ value: id, label: name })),
                  { value: everywhere, label: t('everywhere') },
                ]}
              />
            </div>
          )}
          {mayChooseMaps && (
            <div className="w-full max-w-sm flex-1 basis-60">
              <AllOrSome
                name="limit"
                label={maps('limit')}
                all={maps('all')}
                some={maps('some')}
                isSome={someMaps}
                onChange={setSomeMaps}
              />
            </div>
          )}
        </div>
        {limited && (
          <MapLimit
            choices={choices}
            chosen={mapIds}
            error={submission.fieldError('mapIds')}
            onChange={setMapIds}
          />
        )}
        <div className="max-w-sm">
          <Select
            name="expiresInDays"
            label={t('expiry')}
            hint={t('ends', { at: ends })}
            error={submission.fieldError('expiresInDays')}
            value={String(days)}
            onChange={({ target }) => setDays(Number(target.value))}
            options={dayChoices.map((count) => ({ value: String(count), label: t('days', { count }) }))}
          />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" busy={submission.busy} className="min-h-10">
            {t('submit')}
          </Button>
          <Button onClick={onCancel} className="min-h-10">
            {common('cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}
