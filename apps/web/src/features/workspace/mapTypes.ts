import type { MapType } from '@jejak/journey-model';

/** The four kinds of map, the usual first one first. */
export const mapTypes = [
  'CURRENT_STATE',
  'FUTURE_STATE',
  'DAY_IN_LIFE',
  'SERVICE_BLUEPRINT',
] as const satisfies readonly MapType[];

/** The kind a form field names. */
export function parseMapType(value: string | undefined): MapType {
  return mapTypes.find((type) => type === value) ?? 'CURRENT_STATE';
}
