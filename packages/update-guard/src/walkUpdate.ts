import { ByteReader } from './ByteReader.ts';
import type { RootKind, UpdateBudget } from './UpdateBudget.ts';
import type {
  BroughtClocks,
  DeletedClocks,
  StructId,
  StructKind,
  WalkedStruct,
  WalkedUpdate,
} from './WalkedUpdate.ts';
import { type StaticReason, WalkRefusal } from './WalkRefusal.ts';
import { Allowance, readKey, walkValue } from './walkValue.ts';

/** What the documents of an application are made of. */
export interface WalkOptions {
  readonly budget: UpdateBudget;
  /** The roots a document has; anything else is refused. */
  readonly roots: ReadonlyMap<string, RootKind>;
}

/** Bytes that are refused without a look at the document. */
export interface StaticRefusal {
  readonly ok: false;
  readonly reason: StaticReason;
}

const clientMax = 0xffffffff;
/** Clocks of ten thousand clients still add up to a safe integer. */
const clockMax = 0x7fffffff;

const hasLeft = 0x80;
const hasRight = 0x40;
const hasKey = 0x20;
const kindBits = 0x1f;

/**
 * Reads an update from first to last byte without applying it. Takes memory only for what is there, whatever is
 * claimed; never throws.
 */
export function walkUpdate(bytes: Uint8Array, options: WalkOptions): WalkedUpdate | StaticRefusal {
  try {
    return new Walk(bytes, options).run();
  } catch (error) {
    if (error instanceof WalkRefusal) return { ok: false, reason: error.reason };
    throw error;
  }
}

class Walk {
  readonly #reader: ByteReader;
  readonly #budget: UpdateBudget;
  readonly #roots: WalkOptions['roots'];
  readonly #structs: Allowance;
  readonly #values: Allowance;
  /** Strings that no text could hold, unless they are gone. */
  readonly #longStrings: WalkedStruct[] = [];
  #structCount = 0;

  constructor(bytes: Uint8Array, { budget, roots }: WalkOptions) {
    this.#reader = new ByteReader(bytes);
    this.#budget = budget;
    this.#roots = roots;
    this.#structs = new Allowance(budget.structs);
    this.#values = new Allowance(budget.values);
  }

  run(): WalkedUpdate {
    const brought = this.#eachClient(this.#budget.clients, () => this.#brought());
    const ranges = new Allowance(this.#budget.deleteRanges);
    const deleted = this.#eachClient(this.#budget.deleteRanges, () => this.#deleted(ranges));
    // An update in format V2 reads as an empty one in V1 with something behind it.
    if (!this.#reader.atEnd) throw new WalkRefusal('malformed');
    if (!this.#longStrings.every((struct) => isDeletedBy(struct, deleted))) throw new WalkRefusal('text');
    return { ok: true, brought, deleted, structCount: this.#structCount };
  }

  #eachClient<T extends { readonly client: number }>(max: number, read: () => T): readonly T[] {
    const count = this.#reader.count(4);
    if (count > max) throw new WalkRefusal('tooMany');
    const found: T[] = [];
    const seen = new Set<number>();
    for (let index = 0; index < count; index++) {
      const one = read();
      // Of two lists of one client Yjs would forget the first.
      if (seen.has(one.client)) throw new WalkRefusal('malformed');
      seen.add(one.client);
      found.push(one);
    }
    return found;
  }

  #brought(): BroughtClocks {
    const count = this.#reader.count(2);
    if (count === 0) throw new WalkRefusal('malformed');
    this.#structs.take(count);
    this.#structCount += count;
    const client = this.#reader.varUint(clientMax);
    const firstClock = this.#reader.varUint(clockMax);
    const structs: WalkedStruct[] = [];
    let clock = firstClock;
    for (let index = 0; index < count; index++) {
      const struct = this.#struct(client, clock);
      clock += struct.length;
      if (clock > clockMax) throw new WalkRefusal('number');
      structs.push(struct);
    }
    return { client, firstClock, endClock: clock, structs };
  }

  #struct(client: number, clock: number): WalkedStruct {
    const info = this.#reader.uint8();
    if (info === 0) {
      const length = this.#runLength();
      return { client, clock, length, kind: 'gc', left: null, right: null, parent: null, key: null };
    }
    const left = (info & hasLeft) === 0 ? null : this.#id();
    const right = (info & hasRight) === 0 ? null : this.#id();
    let parent: string | StructId | null = null;
    let key: string | null = null;
    if (left === null && right === null) {
      parent = this.#parent();
      if ((info & hasKey) !== 0) key = readKey(this.#reader, this.#budget);
      // A root map has nothing that stands in a row.
      if (typeof parent === 'string' && (this.#roots.get(parent) === 'map') !== (key !== null))
        throw new WalkRefusal('root');
    }
    const { kind, length } = this.#content(info & kindBits);
    const struct = { client, clock, length, kind, left, right, parent, key };
    // Undo keeps what was deleted, and Yjs joins it: a text filled and emptied twice is one string.
    if (kind === 'string' && length > this.#budget.textLength) this.#longStrings.push(struct);
    return struct;
  }

  #id(): StructId {
    return { client: this.#reader.varUint(clientMax), clock: this.#reader.varUint(clockMax) };
  }

  #parent(): string | StructId {
    const byName = this.#reader.varUint(Number.MAX_SAFE_INTEGER);
    if (byName === 0) return this.#id();
    if (byName !== 1) throw new WalkRefusal('malformed');
    const name = this.#reader.string(this.#budget.keyLength, 'key');
    if (!this.#roots.has(name)) throw new WalkRefusal('root');
    return name;
  }

  #content(ref: number): { readonly kind: StructKind; readonly length: number } {
    switch (ref) {
      case 1:
        return { kind: 'deleted', length: this.#runLength() };
      case 4: {
        const length = this.#reader.stringLength(this.#reader.left, 'text');
        if (length === 0) throw new WalkRefusal('malformed');
        return { kind: 'string', length };
      }
      case 7:
        return { kind: this.#type(), length: 1 };
      case 8:
        return { kind: 'values', length: this.#listOfValues() };
      case 2: // JSON
      case 3: // binary
      case 5: // embed
      case 6: // format
      case 9: // sub-document
      case 10: // skip
        throw new WalkRefusal('content');
      default:
        throw new WalkRefusal('malformed');
    }
  }

  #type(): StructKind {
    const ref = this.#reader.varUint(Number.MAX_SAFE_INTEGER);
    if (ref === 1) return 'map';
    if (ref === 2) return 'text';
    throw new WalkRefusal(ref <= 6 ? 'content' : 'malformed');
  }

  #listOfValues(): number {
    const count = this.#reader.count(1);
    if (count === 0) throw new WalkRefusal('malformed');
    // The first is counted as the struct.
    this.#structs.take(count - 1);
    for (let index = 0; index < count; index++) walkValue(this.#reader, this.#budget, this.#values);
    return count;
  }

  #runLength(): number {
    const length = this.#reader.varUint(clockMax);
    if (length === 0) throw new WalkRefusal('malformed');
    return length;
  }

  #deleted(allowance: Allowance): DeletedClocks {
    const client = this.#reader.varUint(clientMax);
    const count = this.#reader.count(2);
    if (count === 0) throw new WalkRefusal('malformed');
    allowance.take(count);
    const ranges: number[] = [];
    let endClock = 0;
    for (let index = 0; index < count; index++) {
      const start = this.#reader.varUint(clockMax);
      const end = start + this.#runLength();
      if (end > clockMax) throw new WalkRefusal('number');
      ranges.push(start, end);
      endClock = Math.max(endClock, end);
    }
    return { client, ranges, endClock };
  }
}

/** Whether one range of an update's deletions holds a whole struct; Yjs joins ranges that touch. */
function isDeletedBy({ client, clock, length }: WalkedStruct, deleted: readonly DeletedClocks[]): boolean {
  const ranges = deleted.find((one) => one.client === client)?.ranges ?? [];
  for (let at = 0; at < ranges.length; at += 2) {
    if ((ranges[at] ?? 0) <= clock && clock + length <= (ranges[at + 1] ?? 0)) return true;
  }
  return false;
}
