import type { AuditFilterInput } from '../../generated/graphql.ts';
import { isActKey } from './actKeys.ts';
import { endOfDay, startOfDay } from './startOfDay.ts';

/** What of the activity is wanted, as the address of the page says it. */
export interface ActivityFilter {
  readonly person: string;
  readonly act: string;
  readonly outcome: 'all' | 'done' | 'refused';
  /** Days, each included; empty for no bound. */
  readonly from: string;
  readonly until: string;
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
  const day = (name: string) => {
    const value = readParam(params, name);
    return startOfDay(value, 'UTC') === null ? '' : value;
  };
  return {
    person: readParam(params, 'person').slice(0, 64),
    act: isActKey(act) ? act : '',
    outcome: outcome === 'done' || outcome === 'refused' ? outcome : 'all',
    from: day('from'),
    until: day('until'),
  };
}

/** The days of a filter as moments, by the clocks of whoever looks. */
export function spanOf(
  { from, until }: Pick<ActivityFilter, 'from' | 'until'>,
  timeZone: string,
): { readonly from: string | null; readonly until: string | null } {
  return {
    from: startOfDay(from, timeZone)?.toISOString() ?? null,
    until: endOfDay(until, timeZone)?.toISOString() ?? null,
  };
}

/** The filter as the server wants it. */
export function filterInput(filter: ActivityFilter, timeZone: string): AuditFilterInput {
  const { person, act, outcome } = filter;
  const { from, until } = spanOf(filter, timeZone);
  return {
    ...(person === '' ? {} : { actorId: person }),
    ...(act === '' ? {} : { acts: [act] }),
    ...(outcome === 'all' ? {} : { isRefused: outcome === 'refused' }),
    ...(from === null ? {} : { earliestAt: from }),
    ...(until === null ? {} : { latestAt: until }),
  };
}

/** Whether anything is left out. */
export function isNarrowed(filter: ActivityFilter): boolean {
  return addressOf(filter) !== addressOf(everything);
}

const everything: ActivityFilter = { person: '', act: '', outcome: 'all', from: '', until: '' };

/** The page without a filter. */
export const wholeAddress = '/people/activity';

/** The same page with the same filter, and more. */
export function addressOf(
  filter: ActivityFilter,
  more: { readonly after?: string; readonly check?: '1' } = {},
): string {
  const { person, act, outcome, from, until } = filter;
  const params = new URLSearchParams({
    ...(person === '' ? {} : { person }),
    ...(act === '' ? {} : { act }),
    ...(outcome === 'all' ? {} : { outcome }),
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
    ...more,
  });
  const query = params.toString();
  return query === '' ? wholeAddress : `${wholeAddress}?${query}`;
}
