import type { MapView, StageView, StepView } from './MapView.ts';

const views = new WeakMap<StageView | StepView, MapView>();

/** Remembers which version of a map a stage or step was read from; pages of its cards need the map's order. */
export function rememberView(record: StageView | StepView, view: MapView): void {
  views.set(record, view);
}

/** The version of the map that a stage or step was read from. */
export function viewOfRecord(record: StageView | StepView): MapView {
  const view = views.get(record);
  if (view === undefined) throw new Error('A stage or step outside a map view');
  return view;
}
