import type { AppLocale } from './routing.ts';

/**
 * The texts of a language: one file per top-level namespace in `messages/<locale>/`, so that a feature's words
 * sit together; those for failures are a package of their own, as the server tells them too. English is the type;
 * `packages/tooling/src/messages.mjs` checks that Indonesian has the same keys.
 */
const english = async () => ({
  common: (await import('../../messages/en/common.json')).default,
  errors: (await import('@jejak/error-texts/en.json')).default,
  account: (await import('../../messages/en/account.json')).default,
  workspace: (await import('../../messages/en/workspace.json')).default,
  tokens: (await import('../../messages/en/tokens.json')).default,
  webhooks: (await import('../../messages/en/webhooks.json')).default,
  secret: (await import('../../messages/en/secret.json')).default,
  mapChoice: (await import('../../messages/en/mapChoice.json')).default,
  audit: (await import('../../messages/en/audit.json')).default,
  map: (await import('../../messages/en/map.json')).default,
  explorer: (await import('../../messages/en/explorer.json')).default,
});

/** Every text of the interface, as typed by the English files. */
export type Messages = Awaited<ReturnType<typeof english>>;

const indonesian = async () => ({
  common: (await import('../../messages/id/common.json')).default,
  errors: (await import('@jejak/error-texts/id.json')).default,
  account: (await import('../../messages/id/account.json')).default,
  workspace: (await import('../../messages/id/workspace.json')).default,
  tokens: (await import('../../messages/id/tokens.json')).default,
  webhooks: (await import('../../messages/id/webhooks.json')).default,
  secret: (await import('../../messages/id/secret.json')).default,
  mapChoice: (await import('../../messages/id/mapChoice.json')).default,
  audit: (await import('../../messages/id/audit.json')).default,
  map: (await import('../../messages/id/map.json')).default,
  explorer: (await import('../../messages/id/explorer.json')).default,
});

/** Loads the texts of one language. */
export async function loadMessages(locale: AppLocale): Promise<Messages> {
  return locale === 'id' ? indonesian() : english();
}
