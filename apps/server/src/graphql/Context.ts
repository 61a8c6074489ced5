import type { Locale } from '@jejak/journey-model';
import type { Actor } from '../auth/Actor.ts';
import type { LiveMaps } from '../rooms/LiveMaps.ts';
import { Basis } from './Basis.ts';
import { Loaders } from './Loaders.ts';
import type { NotedAct } from './noted.ts';
import type { Charge } from './rate/Charge.ts';

/**
 * What fields may use. A module adds its ports by declaration merging
 * (`declare module '../../graphql/Context.ts' { interface Services { … } }`), so this folder knows no module.
 */
export interface Services {
  readonly liveMaps: LiveMaps;
  /** The clock; parameters keep tests in charge of time. */
  readonly now: () => Date;
  /** Writes down how a mutation ended. */
  readonly noteAct: (context: GraphqlContext, act: NotedAct) => Promise<void>;
}

/** What every resolver receives. */
export interface GraphqlContext {
  readonly actor: Actor;
  /** The language somebody writes in unless they say so: that of their account. */
  readonly locale: Locale;
  /** The language of messages: the one the request asks for, else that of the account. */
  readonly messageLocale: Locale;
  readonly liveMaps: LiveMaps;
  readonly services: Services;
  readonly loaders: Loaders;
  /** What this operation took from the allowance of whoever asks. */
  readonly charge: Charge;
  readonly requestId: string;
  /** Where a field tells on which version its answer rests. */
  readonly basis: Basis;
}

/** The context of one request or of one event of a subscription. */
export function createContext(given: {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly messageLocale: Locale;
  readonly services: Services;
  readonly requestId: string;
  readonly charge: Charge;
}): GraphqlContext {
  const loaders: Loaders = new Loaders(() => context);
  const { liveMaps } = given.services;
  const context: GraphqlContext = { ...given, liveMaps, loaders, basis: new Basis() };
  return context;
}
