import type { FieldAddress } from '@jejak/journey-model';
import type { MapPart } from '@jejak/protocol';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import { FieldHistory } from './FieldHistory.ts';
import type { MapEdit } from './MapEdit.ts';
import type { MapRoom } from './MapRoom.ts';
import { waitForVersion } from './mapWaits.ts';
import type { Room } from './Room.ts';

/** What stands against an edit; it may take place while that is nothing. */
export interface Condition {
  /** In all that the live document holds. */
  against(): readonly FieldAddress[];
  /** In what is journaled: asked before each attempt to journal the edit itself. */
  againstInLog(): readonly FieldAddress[];
}

/** The conditions of edits, told by what became of the fields they name. */
export class Conditions {
  readonly #log: Pick<UpdateLog, 'readAfter'>;
  readonly #histories = new WeakMap<Room, FieldHistory>();

  constructor(log: Pick<UpdateLog, 'readAfter'>) {
    this.#log = log;
  }

  /** What stands against an edit of these documents, by document. */
  async all(
    map: MapRoom,
    parts: readonly MapPart[],
    onlyIf: NonNullable<MapEdit<unknown>['onlyIf']>,
  ): Promise<ReadonlyMap<MapPart, Condition>> {
    const conditions = new Map<MapPart, Condition>();
    for (const part of parts) conditions.set(part, await this.#of(map, part, onlyIf));
    return conditions;
  }

  /** Finds out what must be known to tell; afterwards nothing has to be waited for. */
  async #of(
    map: MapRoom,
    part: MapPart,
    onlyIf: NonNullable<MapEdit<unknown>['onlyIf']>,
  ): Promise<Condition> {
    // What lies up to there is no conflict, but whether it does must be known.
    await waitForVersion(map, onlyIf.version);
    const room = map.part(part);
    const history = this.#histories.get(room) ?? new FieldHistory(room, this.#log);
    this.#histories.set(room, history);
    const since = onlyIf.version[part];
    await history.reach(since);
    return {
      against: () => history.changedAfter(since, onlyIf.fields, true),
      againstInLog: () => history.changedAfter(since, onlyIf.fields, false),
    };
  }
}
