import type { Failure } from '@jejak/client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type ErrorTranslator = ReturnType<typeof useTranslations<'errors'>>;
type ErrorKey = Parameters<ErrorTranslator>[0];

/** The server may know a newer failure than these texts. */
function isErrorKey(t: ErrorTranslator, key: string): key is ErrorKey {
  const has: (key: never) => boolean = t.has;
  return has(key as never);
}

/** The words for a failure in the language of the page. */
export function errorText(t: ErrorTranslator, failure: Failure): string {
  const key = failure.messageKey.replace(/^errors\./, '');
  return isErrorKey(t, key) ? t(key, failure.params as never) : t('internal');
}

/** `errorText` for components. */
export function useErrorText(): (failure: Failure) => string {
  const t = useTranslations('errors');
  return useCallback((failure: Failure) => errorText(t, failure), [t]);
}
