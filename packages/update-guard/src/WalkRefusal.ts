/** Why bytes are no update that is taken, whatever the document holds. */
export type StaticReason =
  /** Not the bytes of one V1 update from first to last. */
  | 'malformed'
  /** More structs, values, clients or delete ranges than the budget. */
  | 'tooMany'
  /** A kind of content no map is made of: lists, binary, sub-documents, formats, gaps. */
  | 'content'
  /** A root name or a place in a root the document does not have. */
  | 'root'
  /** A key too long, or one that means something to every object. */
  | 'key'
  /** A string longer than any text may be. */
  | 'text'
  /** A value nested too deep. */
  | 'valueDepth'
  /** A client id or clock beyond what is counted with. */
  | 'number';

/** Ends a walk; `walkUpdate` catches it. */
export class WalkRefusal extends Error {
  readonly reason: StaticReason;

  constructor(reason: StaticReason) {
    super(reason);
    this.reason = reason;
  }
}
