import { cache } from 'react';
import { textField } from '../readJson.ts';
import { askServer } from './askServer.ts';

/** What people call the provider they may sign in through; null where there is none. Asked once per page. */
export const readSignInProvider = cache(async (): Promise<string | null> => {
  const result = await askServer('/api/sign-in-methods', (body) => textField(body, 'provider'));
  return result.ok && result.value !== '' ? result.value : null;
});
