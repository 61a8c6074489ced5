import { lazyPart } from './lazyPart.ts';

/** Details beside the map. */
export const sidePanel = lazyPart(() => import('../panels/SidePanel.tsx'));
/** Finds every command. */
export const palette = lazyPart(() => import('../components/Palette.tsx'));
/** All keys. */
export const shortcutsHelp = lazyPart(() => import('../components/ShortcutsHelp.tsx'));

/** Everything that is opened later, so that it opens without a connection too. */
export const laterParts = [sidePanel, palette, shortcutsHelp];
