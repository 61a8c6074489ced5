/** Where a struct begins: whose, and at which of their clocks. */
export interface StructId {
  readonly client: number;
  readonly clock: number;
}

/** What a struct holds. `gc` and `deleted` are runs of what is gone; `map` and `text` are types of their own. */
export type StructKind = 'gc' | 'deleted' | 'string' | 'values' | 'map' | 'text';

/** One struct of an update, without its content. */
export interface WalkedStruct extends StructId {
  readonly length: number;
  readonly kind: StructKind;
  readonly left: StructId | null;
  readonly right: StructId | null;
  /** A root by name, a type by its struct; null: that of its neighbour. */
  readonly parent: string | StructId | null;
  readonly key: string | null;
}

/** What an update brings of one client: clocks from `firstClock` up to, without, `endClock`. */
export interface BroughtClocks {
  readonly client: number;
  readonly firstClock: number;
  readonly endClock: number;
  readonly structs: readonly WalkedStruct[];
}

/** What an update deletes of one client. */
export interface DeletedClocks {
  readonly client: number;
  /** Beginning and end of each range, one after the other. */
  readonly ranges: readonly number[];
  /** The furthest end. */
  readonly endClock: number;
}

/** An update that was read to its end and is within its budget. */
export interface WalkedUpdate {
  readonly ok: true;
  readonly brought: readonly BroughtClocks[];
  readonly deleted: readonly DeletedClocks[];
  readonly structCount: number;
}
