import type { BothLanguages } from './localText.ts';

/** Titles of maps by their id. */
export type MapTitles = Readonly<Record<string, BothLanguages>>;
