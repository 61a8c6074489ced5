import type { ActorRef } from '@jejak/access';
import { eventsOf, type Happening } from './eventsOf.ts';
import type { EventSubject, JourneyEvent } from './JourneyEvent.ts';
import type { LoggedEntry, LogPosition, MapPart } from './LoggedEntry.ts';
import { meanings } from './meanings.ts';
import { type AnyChange, PartReader } from './PartReader.ts';

/** Where reading begins: both documents, each as updates, and the numbers of the last entries that are in them. */
export interface ReaderStart extends Readonly<Record<MapPart, readonly Uint8Array[]>> {
  readonly version: LogPosition;
}

type Seal = Pick<JourneyEvent, 'by' | 'at' | 'version'>;

/** Reads the log of a map, entry after entry, and tells what happened. */
export class EventReader {
  readonly #parts: Readonly<Record<MapPart, PartReader>>;
  #version: LogPosition;

  constructor({ structure, content, version }: ReaderStart) {
    this.#parts = {
      structure: new PartReader('structure', structure),
      content: new PartReader('content', content),
    };
    this.#version = version;
  }

  /** How far it has read. */
  get version(): LogPosition {
    return this.#version;
  }

  /**
   * What happened in the next entry. Throws where the entry is not the next one of its log, or cannot be applied: the
   * reader must not be used again.
   */
  read(entry: LoggedEntry): JourneyEvent[] {
    const { part, seq, at } = entry;
    if (seq !== this.#version[part] + 1) throw new Error('an entry is missing');
    const reader = this.#parts[part];
    const version = { ...this.#version, [part]: seq };
    const seal = (by: ActorRef | null) => ({ by, at, version });
    const events = this.#told(entry, reader, seal);
    this.#version = version;
    return events;
  }

  /** Both documents as far as it has read, for another reader to begin with. */
  get ground(): ReaderStart {
    const { structure, content } = this.#parts;
    return { structure: [structure.state], content: [content.state], version: this.#version };
  }

  destroy(): void {
    for (const reader of Object.values(this.#parts)) reader.destroy();
  }

  #told(entry: LoggedEntry, reader: PartReader, seal: (by: ActorRef | null) => Seal): JourneyEvent[] {
    const { part, seq, updates, authors } = entry;
    if (entry.begins) {
      reader.begin(updates);
      return [];
    }
    if (seq === 1) {
      reader.take(updates);
      return part === 'structure' ? [{ ...created(reader), ...seal(authors[0] ?? null) }] : [];
    }
    if (entry.migrates) {
      reader.take(updates);
      return [];
    }
    return updates.flatMap((update, index) => {
      const sealed = seal(authors[index] ?? null);
      return reader.changes(update).flatMap((change) => told(change, sealed));
    });
  }
}

/** The first content of a map is told as one event, however much is in it. */
function created(reader: PartReader): Happening<'map'> {
  const after = reader.facts();
  const fields = meanings.map.facets.flatMap((facet) => facet.fields);
  return { subject: 'map', kind: 'MapCreated', recordId: null, fields, before: null, after };
}

function told(change: AnyChange, seal: Seal): JourneyEvent[] {
  switch (change.subject) {
    case 'map':
      return sealed(eventsOf(change, meanings.map), seal);
    case 'stage':
      return sealed(eventsOf(change, meanings.stage), seal);
    case 'step':
      return sealed(eventsOf(change, meanings.step), seal);
    case 'lane':
      return sealed(eventsOf(change, meanings.lane), seal);
    case 'persona':
      return sealed(eventsOf(change, meanings.persona), seal);
    case 'card':
      return sealed(eventsOf(change, meanings.card), seal);
    case 'emotion':
      return sealed(eventsOf(change, meanings.emotion), seal);
  }
}

function sealed<Subject extends EventSubject>(happenings: readonly Happening<Subject>[], seal: Seal) {
  return happenings.map((happening) => ({ ...happening, ...seal }));
}
