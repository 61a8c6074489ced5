'use client';

import { Button } from '@jejak/ui/Button';
import { Notice } from '@jejak/ui/Notice';
import { TextField } from '@jejak/ui/TextField';
import { useToast } from '@jejak/ui/Toast';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

interface TokenSecretProps {
  readonly name: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** The secret of a new token, shown this once, selected and ready to be copied. */
export function TokenSecret({ name, secret, onDone }: TokenSecretProps) {
  const t = useTranslations('tokens.secret');
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  const select = () => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      toast({ text: t('copied') });
    } catch {
      // Without a secure address there is no clipboard: the selected text can still be copied by hand.
      select();
      toast({ text: t('copyFailed'), tone: 'danger' });
    }
  };
  return (
    <section
      aria-labelledby="secret"
      className="flex flex-col gap-4 rounded-panel border border-line bg-raised p-4 sm:p-5"
    >
      <h2 id="secret" className="text-lead font-semibold break-words">
        {t('title', { name })}
      </h2>
      <Notice tone="warning" announced>
        {t('warning')}
      </Notice>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-60 flex-1">
          <TextField
            ref={field}
            label={t('label')}
            hint={t('hint')}
            value={secret}
            readOnly
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
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
      <div>
        <Button onClick={onDone}>{t('done')}</Button>
      </div>
    </section>
  );
}
