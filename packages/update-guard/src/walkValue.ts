import type { ByteReader } from './ByteReader.ts';
import type { UpdateBudget } from './UpdateBudget.ts';
import { WalkRefusal } from './WalkRefusal.ts';

/** Keys that mean something to every JavaScript object. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Counts down what a budget allows. */
export class Allowance {
  #left: number;

  constructor(count: number) {
    this.#left = count;
  }

  take(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw new WalkRefusal('tooMany');
  }
}

/** Reads a key of a map or an object. */
export function readKey(reader: ByteReader, budget: UpdateBudget): string {
  const key = reader.string(budget.keyLength, 'key');
  if (forbiddenKeys.has(key)) throw new WalkRefusal('key');
  return key;
}

/** Passes one value as lib0 writes it; everything JSON has, and `undefined`. */
export function walkValue(reader: ByteReader, budget: UpdateBudget, values: Allowance, depth = 1): void {
  if (depth > budget.valueDepth) throw new WalkRefusal('valueDepth');
  switch (reader.uint8()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      reader.passVarInt();
      return;
    case 124:
      reader.pass(4);
      return;
    case 123:
      reader.pass(8);
      return;
    case 119:
      reader.stringLength(budget.textLength, 'text');
      return;
    case 118: {
      const count = reader.count(2);
      values.take(count);
      for (let index = 0; index < count; index++) {
        readKey(reader, budget);
        walkValue(reader, budget, values, depth + 1);
      }
      return;
    }
    case 117: {
      const count = reader.count(1);
      values.take(count);
      for (let index = 0; index < count; index++) walkValue(reader, budget, values, depth + 1);
      return;
    }
    case 122: // a bigint, which no JSON can hold
    case 116: // binary
      throw new WalkRefusal('content');
    default:
      throw new WalkRefusal('malformed');
  }
}
