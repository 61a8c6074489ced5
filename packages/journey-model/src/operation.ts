import type { Action } from '@jejak/access';
import type * as Y from 'yjs';
import type { z } from 'zod';

/** The two live documents of one map. */
export interface MapDocs {
  readonly structure: Y.Doc;
  readonly content: Y.Doc;
}

/** What an operation may not make up itself. */
export interface OperationContext {
  /** A new id, unique in the map. */
  newId(): string;
  /** Uniform in [0, 1); spreads ranks that are made at the same moment. */
  random(): number;
  /** Passed to `doc.transact`: undo and the server tell by it who wrote. */
  origin: unknown;
  /** Called when an operation has no objection and is about to write; what it throws keeps it from that. */
  beforeWrite?(): void;
}

/** Why an operation changed nothing. `code` is stable; `field` names the argument at fault. */
export interface OperationError {
  readonly code: 'NOT_FOUND' | 'INVALID' | 'LIMIT';
  readonly field: string;
  readonly messageKey: string;
}

export type OperationResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: OperationError };

/** A map other than the one that is changed, and the argument that names it. */
export interface OtherMap {
  readonly id: string;
  readonly field: string;
}

/**
 * A named change of a map in the language of the domain. `run` parses nothing: callers at an edge
 * parse with `input` first. It does at most one transaction on `part`, or none when nothing changes.
 */
export interface Operation<Name extends string, Schema extends z.ZodType, T> {
  readonly name: Name;
  readonly action: Action;
  /** The document it writes. */
  readonly part: 'structure' | 'content';
  readonly input: Schema;
  /** The other map that an argument names, if any: these documents know nothing of it, so the server looks first. */
  otherMap?(input: z.output<Schema>): OtherMap | null;
  run(docs: MapDocs, input: z.output<Schema>, context: OperationContext): OperationResult<T>;
}
