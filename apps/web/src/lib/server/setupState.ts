import { cache } from 'react';
import { flagField } from '../readJson.ts';
import { askServer } from './askServer.ts';

/** Whether somebody still has to make the first account, and whether a code is wanted for it. */
export interface SetupState {
  readonly needed: boolean;
  readonly codeRequired: boolean;
}

/** Asks the server once per page; null when it does not answer. */
export const readSetupState = cache(async (): Promise<SetupState | null> => {
  const result = await askServer('/api/setup', (body) => ({
    needed: flagField(body, 'needed'),
    codeRequired: flagField(body, 'codeRequired'),
  }));
  return result.ok ? result.value : null;
});
