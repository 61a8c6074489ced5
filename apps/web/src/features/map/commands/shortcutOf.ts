/** The part of a key event that shortcuts look at. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Writes a key press as commands name their shortcuts: `Mod+Shift+Z`, `M`, `?`. */
export function shortcutOf(press: KeyPress): string {
  const mod = press.ctrlKey || press.metaKey;
  const letter = press.key.length === 1;
  const key = letter ? press.key.toUpperCase() : press.key === 'Backspace' ? 'Delete' : press.key;
  const parts: string[] = [];
  if (mod) parts.push('Mod');
  if (press.altKey) parts.push('Alt');
  // A sign such as `?` already says that Shift was held.
  if (press.shiftKey && (!letter || /[A-Z]/.test(key))) parts.push('Shift');
  parts.push(key === '=' ? '+' : key);
  return parts.join('+');
}
