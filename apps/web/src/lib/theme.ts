/** How light the interface is: as the system says, or always one of the two. */
export const themes = ['system', 'light', 'dark'] as const;

/** A choice in `themes`. */
export type Theme = (typeof themes)[number];

/** Where the choice is kept; the server reads it, so that no page flashes in the wrong one. */
export const themeCookie = 'jejak-theme';

/** The choice a cookie holds; anything unknown is the system's. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}
