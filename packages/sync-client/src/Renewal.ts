import { type MapPart, mapParts } from '@jejak/protocol';
import * as Y from 'yjs';
import { carryWork } from './carryWork.ts';
import type { LiveMap } from './LiveMap.ts';
import type { MapStatus } from './MapStatus.ts';
import { reconnectDelayMs } from './reconnectDelayMs.ts';

/** A map whose former life has ended, as far as its renewal has to do with it. */
export interface FormerMap {
  readonly parts: LiveMap['parts'];
  readonly docs: LiveMap['docs'];
  readonly fetch: typeof fetch;
  readonly random: () => number;
  openNext(): LiveMap;
  tell(): void;
  handOver(next: LiveMap): void;
}

const requestMsMax = 300_000;
/** Whoever writes on is waited for: for a moment without a letter, but so many times at most. */
const quietMs = 200;
const quietTriesMax = 10;
const askAgainMs = 500;
/** A node that does not get as far as the log in this time is given up, and the work is brought once more. */
const behindMsMax = 20_000;

/**
 * Brings what was written in the former life of a map to the server, waits until the next connection holds it, and
 * hands over in a turn in which nothing is missing there.
 */
export class Renewal {
  readonly #former: FormerMap;
  /** What of each document is in the present life: its writes up to here, at this place of the log. */
  readonly #carried = new Map<MapPart, { readonly writes: number; readonly sequence: number }>();
  #request: AbortController | null = null;
  #stopped = false;
  #next: LiveMap | null = null;
  #unwatch: () => void = () => {};
  #refused: number | null = null;
  #away = false;
  #seen: boolean;
  #attempt = 0;
  #running = false;
  /** Ends the pause that is under way; one that does not wait for the next connection goes on after its news. */
  #wake: (why: 'now' | 'news') => void = () => {};

  /** `seen`: somebody has seen the former documents, and may be writing in them. */
  constructor(former: FormerMap, seen: boolean) {
    this.#former = former;
    this.#seen = seen;
  }

  get status(): MapStatus {
    if (this.#refused !== null) return { kind: 'refused', code: this.#refused };
    const next = this.#next?.status.kind;
    if (next === 'waiting') return { kind: 'waiting' };
    if (this.#away || next === 'offline') return { kind: 'offline', unsaved: this.#missing.length > 0 };
    return { kind: this.#seen ? 'saving' : 'connecting' };
  }

  /** Goes on until it is handed over, refused or stopped. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const { parts, random } = this.#former;
    await Promise.all(mapParts.map((part) => parts[part].loaded));
    // Everybody on the map was sent away at the same moment.
    if (this.#seen) await this.#pause(reconnectDelayMs(0, random));
    while (!this.#over) {
      // It comes while the work is on its way.
      if (this.#next === null) this.#watch(this.#former.openNext());
      if ((await this.#carry()) && (await this.#arrive())) break;
    }
    this.#running = false;
  }

  /** Tries at once, also after a refusal. */
  retryNow(): void {
    this.#refused = null;
    this.#attempt = 0;
    this.#wake('now');
    void this.#next?.retryNow();
    void this.run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#request?.abort();
    this.#wake('now');
    await this.#next?.destroy();
  }

  get #over(): boolean {
    return this.#stopped || this.#refused !== null;
  }

  /** The documents that hold something the present life may lack. What has no epoch never met the server. */
  get #missing(): readonly MapPart[] {
    const { parts } = this.#former;
    return mapParts.filter((part) => {
      const { epoch, unsaved, writes } = parts[part].state;
      if (epoch === undefined) return false;
      const carried = this.#carried.get(part);
      return carried === undefined ? unsaved : carried.writes !== writes;
    });
  }

  /** Brings what is missing; false: not now, or never. */
  async #carry(): Promise<boolean> {
    const { parts, docs, fetch } = this.#former;
    if (this.#seen && this.#missing.length > 0) await this.#quiet();
    for (const part of this.#missing) {
      let { writes } = parts[part].state;
      const request = new AbortController();
      this.#request = request;
      const timer = setTimeout(() => request.abort(), requestMsMax);
      const place = { url: parts[part].address, params: () => parts[part].params(), fetch };
      const outcome = await carryWork({ ...place, signal: request.signal }, docs[part], () => {
        ({ writes } = parts[part].state);
      });
      clearTimeout(timer);
      if (this.#over) return false;
      if (outcome.kind === 'refused') {
        await this.#refuse(outcome.code);
        return false;
      }
      if (outcome.kind === 'later') {
        this.#away = true;
        this.#tell();
        const backOffMs = reconnectDelayMs(this.#attempt, this.#former.random);
        this.#attempt += 1;
        await this.#pause(outcome.waitMs + backOffMs);
        return false;
      }
      this.#carried.set(part, { writes, sequence: outcome.sequence });
      this.#attempt = 0;
    }
    this.#away = false;
    this.#tell();
    return true;
  }

  /** Waits for the next connection and hands over to it; false: something is missing there. */
  async #arrive(): Promise<boolean> {
    const until = performance.now() + behindMsMax;
    for (let next = this.#next; next !== null && !this.#over; next = this.#next) {
      const { status } = next;
      if (status.kind === 'refused') {
        await this.#refuse(status.code);
        return false;
      }
      if (status.kind === 'saved') {
        if (this.#missing.length > 0) return false;
        const behind = mapParts.filter(
          (part) => next.parts[part].state.sequence < (this.#carried.get(part)?.sequence ?? 0),
        );
        if (behind.length === 0) {
          this.#handOver(next);
          return true;
        }
        if (performance.now() > until) {
          this.#carried.clear();
          return false;
        }
        for (const part of behind) next.parts[part].ask();
      }
      await this.#pause(status.kind === 'saved' ? askAgainMs : requestMsMax, 'news');
    }
    return false;
  }

  #watch(next: LiveMap): void {
    this.#next = next;
    const stops = [
      next.onStatus(() => {
        this.#tell();
        this.#wake('news');
      }),
      // Begun anew once more, before anybody changed to it.
      next.onRenewed((after) => {
        this.#watch(after);
        this.#wake('news');
        void next.destroy();
      }),
    ];
    this.#unwatch = () => {
      for (const stop of stops) stop();
    };
  }

  #handOver(next: LiveMap): void {
    const { parts, docs } = this.#former;
    for (const part of mapParts) {
      // Written before the server was met for the first time: it belongs to no life yet.
      if (parts[part].state.epoch === undefined)
        Y.applyUpdate(next.docs[part], Y.encodeStateAsUpdate(docs[part]));
    }
    this.#unwatch();
    this.#next = null;
    this.#stopped = true;
    this.#former.handOver(next);
  }

  async #refuse(code: number): Promise<void> {
    this.#refused = code;
    const next = this.#next;
    this.#next = null;
    this.#tell();
    await next?.destroy();
  }

  /** Lets whoever is writing come to a pause. */
  async #quiet(): Promise<void> {
    const { parts } = this.#former;
    const writes = (): number => parts.structure.state.writes + parts.content.state.writes;
    for (let tries = 0; tries < quietTriesMax && !this.#over; tries += 1) {
      const before = writes();
      await this.#pause(quietMs);
      if (writes() === before) return;
    }
  }

  #tell(): void {
    // Without a connection what is on this device is shown.
    if (this.status.kind === 'offline') this.#seen = true;
    this.#former.tell();
  }

  async #pause(ms: number, until: 'now' | 'news' = 'now'): Promise<void> {
    if (ms <= 0 || this.#over) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#wake('now'), ms);
      this.#wake = (why) => {
        if (why === 'news' && until !== 'news') return;
        clearTimeout(timer);
        this.#wake = () => {};
        resolve();
      };
    });
  }
}
