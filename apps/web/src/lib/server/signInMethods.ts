import { cache } from 'react';
import { fieldOf, textField } from '../readJson.ts';
import { askServer } from './askServer.ts';

/** How people sign in. */
export interface SignInMethods {
  /** What they call the provider they may sign in through; null where there is none. */
  readonly provider: string | null;
  readonly passwords: boolean;
}

/** How people sign in here; by password where the server does not answer. Asked once per page. */
export const readSignInMethods = cache(async (): Promise<SignInMethods> => {
  const result = await askServer('/api/sign-in-methods', (body) => ({
    provider: textField(body, 'provider') || null,
    passwords: fieldOf(body, 'passwords') !== false,
  }));
  return result.ok ? result.value : { provider: null, passwords: true };
});
