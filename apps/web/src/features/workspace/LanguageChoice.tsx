'use client';

import { Select } from '@jejak/ui/Select';
import { useLocale } from 'next-intl';
import { languageNames } from '../../components/LanguageLinks.tsx';
import { routing } from '../../i18n/routing.ts';

interface LanguageChoiceProps {
  readonly label: string;
  readonly hint?: string;
}

/** The language somebody writes a map in; the interface's own unless chosen. */
export function LanguageChoice({ label, hint }: LanguageChoiceProps) {
  const locale = useLocale();
  return (
    <Select
      name="locale"
      label={label}
      hint={hint}
      defaultValue={locale}
      options={routing.locales.map((value) => ({ value, label: languageNames[value] }))}
    />
  );
}
