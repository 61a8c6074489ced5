import type { MapPage } from '../document/MapPage.ts';

/** The words of a place, for sentences about it. */
export interface CommandSurroundings {
  readonly page: MapPage;
  /** Names the cell for announcements. */
  cellName(laneId: string, columnId: string): string;
  /** Says a message of the namespace `map.announce`. */
  announce(key: AnnounceKey, values?: { readonly count?: number; readonly cell?: string }): void;
  /** Says that cards were deleted, with a button that brings just those back. */
  offerBack(count: number, run: () => void): void;
  addStage(): void;
  addLane(): void;
  /** Hands over the map as a Mermaid file. */
  exportMermaid(): void;
  /** Goes to another map. */
  openMap(mapId: string): void;
}

/** What commands can announce. */
export type AnnounceKey =
  | 'lifted'
  | 'moved'
  | 'over'
  | 'putBack'
  | 'deleted'
  | 'undone'
  | 'redone'
  | 'nothing'
  | 'refused'
  | 'selected';

/** Where the palette and the shortcuts help list a command. */
export type CommandGroup = 'cards' | 'map' | 'view' | 'help';

/** Something one can do: the same object feeds keys, palette, menus and help, under one name everywhere. */
export interface Command {
  /** Also the message key of its name, `map.command.<id>`. */
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** Keys as the help shows them; `Mod` is Ctrl or Cmd. */
  readonly shortcut?: string;
  available(surroundings: CommandSurroundings): boolean;
  run(surroundings: CommandSurroundings): void;
}

/** The commands there are. */
export type CommandId =
  | 'addCard'
  | 'editCard'
  | 'moveCards'
  | 'deleteCards'
  | 'selectAll'
  | 'openDetails'
  | 'resolve'
  | 'undo'
  | 'redo'
  | 'addStage'
  | 'addLane'
  | 'check'
  | 'nextQuestion'
  | 'exportMermaid'
  | 'openCurrentState'
  | 'personas'
  | 'charter'
  | 'emotionTable'
  | 'pinEmotion'
  | 'unplaced'
  | 'people'
  | 'present'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'zoomFit'
  | 'contentEnglish'
  | 'contentIndonesian'
  | 'palette'
  | 'shortcuts';
