import type { EventFeed } from '../../events/EventFeed.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { mapPorts } from '../maps/services.ts';
import type { EventPorts } from './permitEvents.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    /** What happened on maps. */
    readonly events: EventFeed;
  }
}

/** What hearing of events works with, out of a request. */
export function eventPorts(context: GraphqlContext): EventPorts {
  return { maps: mapPorts(context).maps, events: context.services.events };
}
