import { type Colour, colours } from '@jejak/journey-model';

/** An entry of the palette as GraphQL names it, in capitals; null for none. */
export function parseColour(value: string | null | undefined): Colour | null {
  return colours.find((colour) => colour === value?.toLowerCase()) ?? null;
}
