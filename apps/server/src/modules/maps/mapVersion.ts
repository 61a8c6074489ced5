import type { MapVersion } from '../../rooms/LiveMaps.ts';

/** A version as programs see it, e.g. `12.345`. */
export function printVersion({ structure, content }: MapVersion): string {
  return `${structure}.${content}`;
}

/** The version in a text that the scalar has already checked. */
export function parseVersion(text: string): MapVersion {
  const [structure, content] = text.split('.');
  return { structure: Number(structure), content: Number(content) };
}
