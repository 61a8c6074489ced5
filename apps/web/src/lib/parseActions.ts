import { type Action, actions } from '@jejak/access';

/** The actions among some names; names of a newer server are left out. */
export function parseActions(names: readonly string[]): readonly Action[] {
  return actions.filter((action) => names.includes(action));
}
