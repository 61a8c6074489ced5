const keys = {
  access_denied: 'cancelled',
  email_not_found: 'unverified',
  unable_to_link_account: 'unverified',
  account_not_linked: 'notLinked',
  not_invited: 'notInvited',
  email_does_not_match: 'otherEmail',
  account_already_linked_to_different_user: 'otherAccount',
  too_many_attempts: 'tooMany',
  state_mismatch: 'begunElsewhere',
  state_not_found: 'begunElsewhere',
} as const;

/** Why a sign-in through the provider failed, as the page says it. */
export type ProviderErrorKey = (typeof keys)[keyof typeof keys] | 'failed';

/** The text for a code that came back in the address; codes nobody knows are told as a plain failure. */
export function providerErrorKey(code: string): ProviderErrorKey {
  return Object.entries(keys).find(([known]) => known === code)?.[1] ?? 'failed';
}
