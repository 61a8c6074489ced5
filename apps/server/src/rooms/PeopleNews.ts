import type { PresenceUser } from '@jejak/protocol';
import type { Bus } from '../bus/Bus.ts';
import { type PeopleMessage, parsePeopleMessage, peopleToldMax, peopleTopic } from './busMessages.ts';
import type { MapRoom } from './MapRoom.ts';
import type { PeopleElsewhere } from './PeopleElsewhere.ts';

interface PeopleNewsOptions {
  readonly bus: Bus;
  readonly elsewhere: PeopleElsewhere;
  /** The maps that are open here. */
  readonly maps: () => readonly MapRoom[];
  /** A name that no other node has, and that this one had in no other life. */
  readonly node: string;
  readonly now: () => number;
}

type News = Extract<PeopleMessage, { kind: 'people' }>['maps'][number];

const lookIntervalMs = 1_000;
const renewMs = 15_000;
/** A message stays near this length, so that none holds a node or Redis up. */
const messageLengthMax = 16 * 1024;

/**
 * Tells the other nodes who is in the maps of this one, and hears it from them: what changed once a second, all of it
 * each 15 s and to whoever asks. So each node knows who is in a map that it has not open, without asking.
 */
export class PeopleNews {
  readonly #options: PeopleNewsOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #stops: readonly (() => void)[];
  /** What was said last of each map. Of one that emptied it is said again with the next renewal, then forgotten. */
  readonly #told = new Map<string, string>();
  #count = 0;
  #renewAt: number;

  constructor(options: PeopleNewsOptions) {
    this.#options = options;
    this.#renewAt = options.now() + renewMs;
    this.#timer = setInterval(() => this.#look(this.#options.maps()), lookIntervalMs);
    this.#timer.unref();
    const { bus } = options;
    const ask = (): void => this.#ask();
    this.#stops = [bus.subscribe(peopleTopic, (text) => this.#hear(text), ask), bus.onResume(ask)];
  }

  /** Says that nobody is here any more, and no more. */
  close(): void {
    clearInterval(this.#timer);
    for (const stop of this.#stops) stop();
    this.#look([]);
  }

  /** Whoever begins to listen missed what was said, and was not heard. */
  #ask(): void {
    this.#publish({ kind: 'whoIsWhere' });
    this.#renewAt = this.#options.now();
  }

  #hear(text: string): void {
    const message = parsePeopleMessage(text);
    if (message === null) return;
    // With the next look: however many ask at once, they get one answer.
    if (message.kind === 'whoIsWhere') this.#renewAt = this.#options.now();
    else
      for (const { mapId, people } of message.maps)
        this.#options.elsewhere.hear(message.node, message.count, mapId, people);
  }

  #look(maps: readonly MapRoom[]): void {
    const now = this.#options.now();
    const renew = now >= this.#renewAt;
    if (renew) {
      this.#renewAt = now + renewMs;
      this.#options.elsewhere.sweep();
    }
    const emptied = new Set(this.#told.keys());
    const news: News[] = [];
    for (const map of maps) {
      const people = peopleHere(map);
      if (people.length === 0) continue;
      const { mapId } = map;
      emptied.delete(mapId);
      const text = JSON.stringify(people);
      if (!renew && this.#told.get(mapId) === text) continue;
      this.#told.set(mapId, text);
      news.push({ mapId, people });
    }
    for (const mapId of emptied) {
      const saidBefore = this.#told.get(mapId) === '[]';
      if (saidBefore && !renew) continue;
      if (saidBefore) this.#told.delete(mapId);
      else this.#told.set(mapId, '[]');
      news.push({ mapId, people: [] });
    }
    this.#tell(news);
  }

  #tell(news: readonly News[]): void {
    let maps: News[] = [];
    let length = 0;
    for (const about of news) {
      const more = JSON.stringify(about).length;
      if (maps.length > 0 && length + more > messageLengthMax) {
        this.#say(maps);
        maps = [];
        length = 0;
      }
      maps.push(about);
      length += more;
    }
    if (maps.length > 0) this.#say(maps);
  }

  #say(maps: News[]): void {
    this.#count += 1;
    this.#publish({ kind: 'people', node: this.#options.node, count: this.#count, maps });
  }

  #publish(message: PeopleMessage): void {
    this.#options.bus.publish(peopleTopic, JSON.stringify(message));
  }
}

/** Who is in a map by connections of this node, once per person. */
function peopleHere(map: MapRoom): PresenceUser[] {
  const people = new Map<string, PresenceUser>();
  for (const { state } of map.presence.here()) {
    if (people.size >= peopleToldMax) break;
    if (state !== null) people.set(state.user.id, state.user);
  }
  return [...people.values()];
}
