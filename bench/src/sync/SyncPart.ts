import type { SyncServer } from './SyncServer.ts';

/** Figures by name; NaN where a server has none. */
export type Figures = Readonly<Record<string, number>>;

/** A line of the table: what it says, and the figures in it. */
export interface Line {
  readonly title: string;
  readonly figures: readonly string[];
}

interface Part {
  readonly name: string;
  /** How often it is measured; medians are told. */
  readonly rounds: number;
  /** Takes minutes and is left out unless asked for by its name or by `--long`. */
  readonly long: boolean;
  readonly lines: readonly Line[];
}

/** A part that is measured on each server, started for it alone. */
export interface ComparedPart extends Part {
  measure(server: SyncServer): Promise<Figures>;
}

/** A part no peer has; it starts what it needs. */
export interface OwnPart extends Part {
  measureOurs(): Promise<Figures>;
}

/** A part of the suite that can be run by itself: `npm run bench -- sync:<name>`. */
export type SyncPart = ComparedPart | OwnPart;
