import type { LogEntry, UpdateLog } from '../persistence/UpdateLog.ts';
import { type ChangedField, changedFields } from './changedFields.ts';
import type { Room } from './Room.ts';

interface Unread {
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
}

const limits = { unread: 2_000, unreadBytes: 4 * 1024 * 1024, fields: 50_000 } as const;

/**
 * When each field of an open document changed last, as far back as the log keeps. Begun by the first who asks; until then
 * it costs nothing, and from then on an edit costs it a reference to bytes that are read when somebody asks again.
 */
export class FieldHistory {
  readonly #room: Room;
  readonly #log: Pick<UpdateLog, 'readAfter'>;
  /** All changes after this number are known. */
  #from: number;
  #through: number;
  /** The log keeps nothing at or below it. */
  #floor = 0;
  #unread: Unread[] = [];
  #unreadBytes = 0;
  readonly #fields = new Map<string, number>();

  constructor(room: Room, log: Pick<UpdateLog, 'readAfter'>) {
    this.#room = room;
    this.#log = log;
    this.#from = room.tail;
    this.#through = room.tail;
    room.onBatch(({ seq, items }) => this.#hear({ seq, updates: items.map(({ update }) => update) }));
  }

  /** Learns what was changed after a number, as far as the log tells. */
  async reach(seq: number): Promise<void> {
    const wanted = Math.max(seq, this.#floor);
    if (wanted >= this.#from) return;
    const before = this.#from;
    const entries = await this.#log.readAfter(this.#room.docId, wanted);
    // Somebody else has asked meanwhile, or it began again.
    if (this.#from !== before) return;
    const known: LogEntry[] = [];
    // Back to a number that is merged and gone, or to the beginning of this life: of a former one nothing can be told.
    for (const entry of entries.filter(({ seq: at }) => at <= before).reverse()) {
      if (entry.seq !== before - known.length || entry.epoch !== undefined) break;
      known.push(entry);
    }
    this.#from = before - known.length;
    if (this.#from > wanted) this.#floor = this.#from;
    this.#read(known);
  }

  /**
   * Which of these were changed after a number: all of them when that is not known any more. `waiting`: what is not journaled
   * yet counts too.
   */
  changedAfter<F extends ChangedField>(seq: number, fields: readonly F[], waiting: boolean): readonly F[] {
    if (fields.length === 0 || seq < this.#from) return fields;
    this.#read(this.#unread.splice(0));
    this.#unreadBytes = 0;
    // Reading may have come to an end.
    if (seq < this.#from) return fields;
    const { backlog, doc } = this.#room;
    const open = waiting ? backlog.updates.flatMap((update) => changedFields(doc, update)) : [];
    return fields.filter((field) => this.#lastOf(field) > seq || open.some((change) => meet(change, field)));
  }

  #hear(entry: Unread): void {
    // It was loaded anew and tells no single changes.
    const single = entry.seq === this.#through + 1;
    this.#through = entry.seq;
    this.#unread.push(entry);
    for (const update of entry.updates) this.#unreadBytes += update.byteLength;
    const tooMuch = this.#unread.length > limits.unread || this.#unreadBytes > limits.unreadBytes;
    if (!single || tooMuch) this.#begin(entry.seq);
  }

  #begin(seq: number): void {
    this.#from = seq;
    this.#through = seq;
    this.#unread = [];
    this.#unreadBytes = 0;
    this.#fields.clear();
  }

  #read(entries: readonly Unread[]): void {
    const { doc } = this.#room;
    for (const { seq, updates } of entries) {
      for (const update of updates) for (const field of changedFields(doc, update)) this.#note(field, seq);
    }
    if (this.#fields.size > limits.fields) this.#begin(this.#through);
  }

  #note({ root, key, field }: ChangedField, seq: number): void {
    const later = (name: string): void => {
      this.#fields.set(name, Math.max(seq, this.#fields.get(name) ?? 0));
    };
    // Of a record: when any of it changed, and when all of it did.
    later(`any ${root} ${key}`);
    later(field === null ? `all ${root} ${key}` : `${root} ${key} ${field}`);
  }

  #lastOf({ root, key, field }: ChangedField): number {
    const last = (name: string): number => this.#fields.get(name) ?? 0;
    if (field === null) return last(`any ${root} ${key}`);
    return Math.max(last(`all ${root} ${key}`), last(`${root} ${key} ${field}`));
  }
}

function meet(one: ChangedField, other: ChangedField): boolean {
  if (one.root !== other.root || one.key !== other.key) return false;
  return one.field === null || other.field === null || one.field === other.field;
}
