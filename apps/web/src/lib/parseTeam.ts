import { type TeamKey, teamLooks } from '@jejak/ui/tokens';

/** A team as the server names it; an unknown one is another team. */
export function parseTeam(value: string | null | undefined): TeamKey {
  const key = value?.toUpperCase() ?? '';
  return key in teamLooks ? (key as TeamKey) : 'OTHER';
}
