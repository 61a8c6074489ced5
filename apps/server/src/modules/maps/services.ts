import type { GraphqlContext } from '../../graphql/Context.ts';
import '../mutations/services.ts';
import type { OncePorts } from '../mutations/runOnce.ts';
import type { ChangePorts } from './applySteps.ts';
import type { CreatePorts } from './createMap.ts';
import type { MapIntents } from './MapIntent.ts';
import type { MapRepository } from './MapRepository.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    readonly maps: MapRepository;
    readonly intents: MapIntents;
    /** New ids: url-safe and random, at least 12 characters. */
    readonly newId: () => string;
    /** Uniform in [0, 1). */
    readonly random: () => number;
  }
}

/** What the use cases of maps need, out of a request. */
export function mapPorts({ services }: GraphqlContext): CreatePorts & OncePorts & ChangePorts {
  return services;
}
