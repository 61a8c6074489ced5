'use client';

import { Button } from '@jejak/ui/Button';
import { useToast } from '@jejak/ui/Toast';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '../../lib/errorText.ts';
import { leaveToProvider } from './accountApi.ts';

interface ProviderButtonProps {
  /** What people call the provider. */
  readonly name: string;
  /** Where to go once signed in. */
  readonly returnPath: string;
  /** Connects the account that is signed in, instead of signing in. */
  readonly connects?: boolean;
  /** The only thing to do on the page. */
  readonly alone?: boolean;
}

/** Leads to the provider, to come back signed in. */
export function ProviderButton({ name, returnPath, connects = false, alone = false }: ProviderButtonProps) {
  const t = useTranslations('account.provider');
  const locale = useLocale();
  const toast = useToast();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const result = await leaveToProvider({ returnPath, locale, connects });
    if (result.ok) return window.location.assign(result.value);
    setBusy(false);
    toast({ text: errorText(result.failure), tone: 'danger' });
  };
  return (
    <Button tone={connects || alone ? 'primary' : 'secondary'} wide busy={busy} onClick={() => void leave()}>
      {connects ? t('connect', { name }) : t('continue', { name })}
    </Button>
  );
}
