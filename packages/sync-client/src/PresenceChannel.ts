import {
  MessageKind,
  type Presence,
  type PresenceState,
  presenceSchema,
  presenceUserSchema,
} from '@jejak/protocol';
import * as encoding from 'lib0/encoding';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';

/** Somebody else in the map: one entry per window. */
export type Person = PresenceState & { readonly clientId: number };

/** Who is where, typed. */
export interface PresenceChannel {
  /** Says something new about oneself; fields not named stay. Sent at most 15 times a second. */
  set(change: Presence): void;
  /** Everybody else, as the server vouches for them. */
  others(): readonly Person[];
  /** Calls back after others changed until the returned function is called. */
  onChange(listener: () => void): () => void;
}

const stateSchema = presenceSchema.extend({ user: presenceUserSchema });
const intervalMs = 1_000 / 15;

/** Presence over the content document's awareness. */
export class AwarenessPresence implements PresenceChannel {
  readonly #awareness: Awareness;
  readonly #listeners = new Set<() => void>();
  /** States are immutable: each is checked once. */
  readonly #checked = new WeakMap<object, PresenceState | false>();
  #mine: Presence;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #waiting = false;
  #destroyed = false;
  #stop: () => void = () => {};

  constructor(awareness: Awareness, initial: Presence) {
    this.#awareness = awareness;
    this.#mine = initial;
    awareness.setLocalState({ ...initial });
    const onChange = (): void => {
      for (const listener of [...this.#listeners]) listener();
    };
    awareness.on('change', onChange);
    this.#stop = () => awareness.off('change', onChange);
  }

  /** y-websocket sends back everything it hears; this sends only what we say ourselves. */
  attach(provider: WebsocketProvider): void {
    this.#awareness.off('update', provider._awarenessUpdateHandler);
    const onUpdate = (_changes: unknown, origin: unknown): void => {
      if (origin !== 'local' || !provider.wsconnected || provider.ws === null) return;
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, MessageKind.Awareness);
      const mine = encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]);
      encoding.writeVarUint8Array(encoder, mine);
      provider.ws.send(encoding.toUint8Array(encoder));
    };
    this.#awareness.on('update', onUpdate);
    const before = this.#stop;
    this.#stop = () => {
      before();
      this.#awareness.off('update', onUpdate);
    };
  }

  /** What is said about oneself now. */
  get mine(): Presence {
    return this.#mine;
  }

  /** After a reconnection: others hold our last clock as "left", so we speak with a new one. */
  renew(): void {
    this.#awareness.setLocalState({ ...this.#mine });
  }

  set(change: Presence): void {
    if (this.#destroyed) return;
    this.#mine = { ...this.#mine, ...change };
    if (this.#timer !== null) {
      this.#waiting = true;
      return;
    }
    this.#awareness.setLocalState({ ...this.#mine });
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#waiting) {
        this.#waiting = false;
        this.set({});
      }
    }, intervalMs);
  }

  others(): readonly Person[] {
    const people: Person[] = [];
    for (const [clientId, state] of this.#awareness.getStates()) {
      if (clientId === this.#awareness.clientID) continue;
      const checked = this.#check(state);
      if (checked !== null) people.push({ ...checked, clientId });
    }
    return people;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#destroyed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#stop();
  }

  #check(state: object): PresenceState | null {
    let checked = this.#checked.get(state);
    if (checked === undefined) {
      const parsed = stateSchema.safeParse(state);
      checked = parsed.success ? parsed.data : false;
      this.#checked.set(state, checked);
    }
    return checked === false ? null : checked;
  }
}
