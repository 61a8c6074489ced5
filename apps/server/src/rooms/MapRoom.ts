import type { MapDocs } from '@jejak/journey-model';
import type { MapPart } from '@jejak/protocol';
import { docsOf } from './docsOf.ts';
import type { MapVersion } from './LiveMaps.ts';
import type { PresenceBoard } from './PresenceBoard.ts';
import type { Room } from './Room.ts';

/** An open map: the rooms of both documents, and who is in it. They open and close together. */
export class MapRoom {
  readonly mapId: string;
  readonly structure: Room;
  readonly content: Room;
  readonly presence: PresenceBoard;

  constructor(mapId: string, structure: Room, content: Room, presence: PresenceBoard) {
    this.mapId = mapId;
    this.structure = structure;
    this.content = content;
    this.presence = presence;
  }

  part(part: MapPart): Room {
    return part === 'structure' ? this.structure : this.content;
  }

  get rooms(): readonly Room[] {
    return [this.structure, this.content];
  }

  /** The live documents now; ask again after every wait. */
  get docs(): MapDocs {
    return docsOf(this);
  }

  get version(): MapVersion {
    return { structure: this.structure.tail, content: this.content.tail };
  }

  get ready(): boolean {
    return this.structure.ready && this.content.ready;
  }

  get settled(): boolean {
    return this.structure.settled && this.content.settled;
  }

  /** Whether one of the documents has ended; the map must be opened anew. */
  get closed(): boolean {
    return this.structure.closed || this.content.closed;
  }

  /** Hears when one of the documents ends, until the returned function is called. */
  onClose(listener: (code: number, reason: string) => void): () => void {
    const stops = this.rooms.map((room) => room.onClose(listener));
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Calls back when both documents may be read and written. */
  whenReady(callback: () => void): void {
    if (!this.structure.ready) this.structure.whenReady(() => this.whenReady(callback));
    else if (!this.content.ready) this.content.whenReady(() => this.whenReady(callback));
    else callback();
  }

  close(code: number, reason: string): void {
    for (const room of this.rooms) room.close(code, reason);
  }
}
