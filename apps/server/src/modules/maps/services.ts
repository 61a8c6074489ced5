import type { GraphqlContext } from '../../graphql/Context.ts';
import type { MapPorts } from './MapHandle.ts';
import type { MapRepository } from './MapRepository.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    readonly maps: MapRepository;
    /** New ids: url-safe and random, at least 12 characters. */
    readonly newId: () => string;
  }
}

/** What the use cases of maps need, out of a request. */
export function mapPorts({ services }: GraphqlContext): MapPorts & {
  readonly newId: () => string;
  readonly now: () => Date;
} {
  return services;
}
