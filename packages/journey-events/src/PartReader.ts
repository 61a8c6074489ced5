import type { MapDocs } from '@jejak/journey-model';
import {
  changedKeys,
  emotionKeyOf,
  isLiving,
  isRecord,
  openRoot,
  parseEmotion,
  parseMeta,
  type RootName,
  recordParsers,
  sameValue,
} from '@jejak/journey-model/records';
import * as Y from 'yjs';
import type { EventRecords, EventSubject, MapFacts } from './JourneyEvent.ts';
import type { MapPart } from './LoggedEntry.ts';

/** A record before and after an update; null where there is no living one. */
export interface RecordChange<Subject extends EventSubject> {
  readonly subject: Subject;
  readonly id: string;
  readonly before: EventRecords[Subject] | null;
  readonly after: EventRecords[Subject] | null;
  /** It was deleted before, and had been there. */
  readonly wasDeleted: boolean;
}

/** Any record before and after an update. */
export type AnyChange = { [Subject in EventSubject]: RecordChange<Subject> }[EventSubject];

/** What is known of a record: its facts, or that it is deleted. */
type Known<T> = T | 'deleted';

/** What is read under a key of a root; null for nothing. */
type Read<T> = (key: string) => { readonly id: string; readonly now: Known<T> | null } | null;

/** Follows the records of one kind. */
class Records<Subject extends EventSubject> {
  readonly #subject: Subject;
  readonly #read: Read<EventRecords[Subject]>;
  readonly #known = new Map<string, Known<EventRecords[Subject]>>();

  constructor(subject: Subject, read: Read<EventRecords[Subject]>) {
    this.#subject = subject;
    this.#read = read;
  }

  /** Notes what stands under these keys without telling of it. */
  learn(keys: Iterable<string>): void {
    for (const key of keys) {
      const found = this.#read(key);
      if (found?.now) this.#known.set(found.id, found.now);
    }
  }

  /** What changed under these keys since they were last read. */
  changes(keys: Iterable<string>): RecordChange<Subject>[] {
    const changes: RecordChange<Subject>[] = [];
    for (const key of [...keys].sort()) {
      const found = this.#read(key);
      if (found === null) continue;
      const { id, now } = found;
      const known = this.#known.get(id) ?? null;
      if (now === null) this.#known.delete(id);
      else this.#known.set(id, now);
      const [before, after] = [living(known), living(now)];
      if (sameValue(before, after)) continue;
      changes.push({ subject: this.#subject, id, before, after, wasDeleted: known === 'deleted' });
    }
    return changes;
  }
}

/** One document of a map as it stands at some place of its log, and what each further update changes in it. */
export class PartReader {
  readonly #part: MapPart;
  #doc = new Y.Doc();
  #records: readonly { readonly roots: readonly RootName[]; readonly of: AnyRecords }[] = [];

  constructor(part: MapPart, ground: readonly Uint8Array[]) {
    this.#part = part;
    this.begin(ground);
  }

  /** Goes on from another document. */
  begin(ground: readonly Uint8Array[]): void {
    this.#doc.destroy();
    this.#doc = new Y.Doc();
    this.take(ground);
  }

  /** Takes updates in without telling what they change. */
  take(updates: readonly Uint8Array[]): void {
    this.#doc.transact(() => {
      for (const update of updates) this.#apply(update);
    });
    this.#records = recordsOf(this.#part, this.#doc);
    for (const { roots, of } of this.#records)
      for (const root of roots) of.learn(openRoot(this.#doc, root)?.keys() ?? []);
  }

  /** What one update changes, in a fixed order. */
  changes(update: Uint8Array): AnyChange[] {
    let changed: ReadonlyMap<RootName, ReadonlySet<string>> = new Map();
    const note = (transaction: Y.Transaction): void => {
      changed = changedKeys(transaction);
    };
    this.#doc.on('afterTransaction', note);
    try {
      this.#apply(update);
    } finally {
      this.#doc.off('afterTransaction', note);
    }
    if (this.#isWaiting()) throw new Error('an update rests on what is not there');
    return this.#records.flatMap(({ roots, of }): AnyChange[] =>
      of.changes(new Set(roots.flatMap((root) => [...(changed.get(root) ?? [])]))),
    );
  }

  /** The document as one update. */
  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** What the map says of itself. */
  facts(): MapFacts {
    return factsOf(this.#doc);
  }

  destroy(): void {
    this.#doc.destroy();
  }

  #apply(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update);
  }

  #isWaiting(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }
}

type AnyRecords = { [Subject in EventSubject]: Records<Subject> }[EventSubject];

function recordsOf(
  part: MapPart,
  doc: Y.Doc,
): readonly { readonly roots: readonly RootName[]; readonly of: AnyRecords }[] {
  const under = <Subject extends keyof typeof recordParsers, T>(
    root: Subject,
    parse: (id: string, record: Y.Map<unknown>) => T,
  ): Read<T> => {
    return (id) => {
      const stored = openRoot(doc, root)?.get(id);
      if (isLiving(stored)) return { id, now: parse(id, stored) };
      return { id, now: isRecord(stored) ? 'deleted' : null };
    };
  };
  if (part === 'structure') {
    return [
      { roots: ['meta'], of: new Records('map', () => ({ id: 'meta', now: factsOf(doc) })) },
      { roots: ['stages'], of: new Records('stage', under('stages', recordParsers.stages)) },
      { roots: ['steps'], of: new Records('step', under('steps', recordParsers.steps)) },
      { roots: ['lanes'], of: new Records('lane', under('lanes', recordParsers.lanes)) },
      { roots: ['personas'], of: new Records('persona', under('personas', recordParsers.personas)) },
    ];
  }
  const docs: Pick<MapDocs, 'content'> = { content: doc };
  const emotionAt = (stored: string): ReturnType<Read<EventRecords['emotion']>> => {
    const id = emotionKeyOf('emotionScores', stored) ?? emotionKeyOf('emotionWords', stored);
    return id === null ? null : { id, now: parseEmotion(docs, id) };
  };
  return [
    { roots: ['cards'], of: new Records('card', under('cards', recordParsers.cards)) },
    { roots: ['emotionScores', 'emotionWords'], of: new Records('emotion', emotionAt) },
  ];
}

function factsOf(doc: Y.Doc): MapFacts {
  const { type, title, currentStateMapId, charter } = parseMeta(openRoot(doc, 'meta'));
  return { type, title, currentStateMapId, ...charter };
}

function living<T>(known: Known<T> | null): T | null {
  return known === 'deleted' ? null : known;
}
