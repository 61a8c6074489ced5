import { useEffect } from 'react';
import { commands } from '../commands/commands.ts';
import { shortcutOf } from '../commands/shortcutOf.ts';
import { useSurroundings } from '../commands/useSurroundings.ts';

/** Keys that work wherever one is on the page, except while writing. */
export function usePageKeys(): void {
  const surroundings = useSurroundings();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { page } = surroundings;
      const shortcut = shortcutOf(event);
      const element = event.target instanceof Element ? event.target : null;
      const writing = element?.closest('textarea, input, select, [contenteditable]') != null;
      if (event.key === 'Escape' && page.ui.get().presenting && !writing) {
        event.preventDefault();
        page.ui.update((state) => ({ ...state, presenting: false }));
        return;
      }
      if (writing && shortcut !== 'Mod+K') return;
      if (element?.closest('[role="menu"], dialog') && shortcut !== 'Mod+K') return;
      const command = commands.find(
        (candidate) => candidate.group !== 'cards' && candidate.shortcut === shortcut,
      );
      if (!command?.available(surroundings)) return;
      event.preventDefault();
      command.run(surroundings);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [surroundings]);
}
