import type { GraphqlContext } from '../../graphql/Context.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { type MapHandle, readView } from './MapHandle.ts';
import type { MapView } from './MapView.ts';
import { findMaps } from './readMaps.ts';
import { mapPorts } from './services.ts';

/** Maps by id, without their content: one query for all that a request asks for. */
export const mapBatch: Batch<string, MapHandle> = async (ids, context) =>
  findMaps(mapPorts(context), context.actor, ids);

const viewBatch: Batch<string, MapView> = async (ids, context) =>
  Promise.all(ids.map((id) => readView(context.liveMaps, id, 'goes')));

/** The content of a map: read along with it, or now. */
export function contentOf(
  { id, view, read }: MapHandle,
  context: GraphqlContext,
): MapView | Promise<MapView> {
  return view ?? read?.() ?? context.loaders.get(viewBatch).load(id).then(present);
}

function present(view: MapView | null): MapView {
  if (view === null) throw new Error('A live map answered nothing');
  return view;
}

/** Answers from the content, at once where it is at hand: a promise per field would cost more than the field. */
export function fromContent<T, Args = object>(read: (view: MapView, args: Args) => T) {
  return (map: MapHandle, args: Args, context: GraphqlContext): T | Promise<T> => {
    const view = contentOf(map, context);
    return view instanceof Promise ? view.then((loaded) => read(loaded, args)) : read(view, args);
  };
}
