import type { AuditFilterInput } from '../../generated/graphql.ts';
import { isActKey } from './actKeys.ts';

/** What of the activity is wanted, as the address of the page says it. */
export interface ActivityFilter {
  readonly person: string;
  readonly act: string;
  readonly outcome: 'all' | 'done' | 'refused';
}

/** What an address may hold; the same name may come several times. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One value of an address; empty where there is none. */
export function readParam(params: SearchParams, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

/** The filter in an address; what nobody knows is as if it were not there. */
export function readFilter(params: SearchParams): ActivityFilter {
  const act = readParam(params, 'act');
  const outcome = readParam(params, 'outcome');
  return {
    person: readParam(params, 'person').slice(0, 64),
    act: isActKey(act) ? act : '',
    outcome: outcome === 'done' || outcome === 'refused' ? outcome : 'all',
  };
}

/** The filter as the server wants it. */
export function filterInput({ person, act, outcome }: ActivityFilter): AuditFilterInput {
  return {
    ...(person === '' ? {} : { actorId: person }),
    ...(act === '' ? {} : { acts: [act] }),
    ...(outcome === 'all' ? {} : { isRefused: outcome === 'refused' }),
  };
}

/** The same page with the same filter, and more. */
export function addressOf(
  filter: ActivityFilter,
  more: { readonly after?: string; readonly check?: '1' } = {},
): string {
  const { person, act, outcome } = filter;
  const params = new URLSearchParams({
    ...(person === '' ? {} : { person }),
    ...(act === '' ? {} : { act }),
    ...(outcome === 'all' ? {} : { outcome }),
    ...more,
  });
  const query = params.toString();
  return query === '' ? '/people/activity' : `/people/activity?${query}`;
}
