import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from '../i18n/messages.ts';

interface IntlMessagesProps {
  /** The only texts that travel to the browser; it has to list those of the outer one again. */
  readonly namespaces: readonly (keyof Messages)[];
  readonly children: ReactNode;
}

/** Gives the components below it the texts of some namespaces. */
export async function IntlMessages({ namespaces, children }: IntlMessagesProps) {
  const messages = await getMessages();
  const picked = Object.fromEntries(namespaces.map((name) => [name, messages[name]]));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
