/** Why a line was left out or taken with a change. Stable keys: the interface translates them. */
export type LineReason =
  | 'accessibilityText'
  | 'beforeJourney'
  | 'comment'
  | 'directive'
  | 'frontMatter'
  | 'nameCut'
  | 'noName'
  | 'notAJourney'
  | 'notAStatement'
  | 'outsideDiagram'
  | 'scoreAdjusted'
  | 'scoreMissing'
  | 'secondHeader'
  | 'secondTitle'
  | 'sectionMissing'
  | 'tooManyActors'
  | 'tooManySections'
  | 'tooManyTasks';

/** A line of the file that deserves a word, by its number as an editor shows it (the first is 1). */
export interface LineNote {
  readonly line: number;
  /** The line as it stands, trimmed and cut at 200 characters. */
  readonly text: string;
  readonly reasonKey: LineReason;
}

/** One thing a customer does. */
export interface JourneyTask {
  readonly name: string;
  /** As written, also outside 1-5; null when there is no number. */
  readonly score: number | null;
  /** Without doubles, in the order written. */
  readonly actors: readonly string[];
}

/** A part of the journey; tasks above the first `section` line stand in one with an empty name. */
export interface JourneySection {
  readonly name: string;
  readonly tasks: readonly JourneyTask[];
}

/** Why a file was not read at all. */
export interface FileRefusal {
  readonly reasonKey: 'fileTooLarge' | 'tooManyLines';
  readonly limit: number;
}

/** A Mermaid journey as read: every line that is not blank is either in here or in `skipped`. */
export interface ParsedJourney {
  readonly title: string;
  readonly sections: readonly JourneySection[];
  /** Lines that are not in the result. */
  readonly skipped: readonly LineNote[];
  /** Lines that are in the result, but not as written. */
  readonly adjusted: readonly LineNote[];
  /** Set when the file as a whole is beyond a limit; the rest is empty then. */
  readonly refused: FileRefusal | null;
}
