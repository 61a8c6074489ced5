import type { CommandStartedEvent } from 'mongodb';
import type { Connection } from 'mongoose';

/** What a command holds beside the question itself. */
const wireFields = new Set(['lsid', '$clusterTime', '$db', '$readPreference']);
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** Stages and fields in which a text that begins with $ is a field and not a text. */
const expressions = new Set([
  '$group',
  '$project',
  '$addFields',
  '$set',
  '$replaceWith',
  '$expr',
  '$unionWith',
]);
/** A pattern without any sign that means more than itself. */
const literalPattern = /^(\\[^a-z0-9]|[^\\^$.*+?()[\]{}|])*$/i;

/** Where a walk through a command has come to. */
interface Place {
  readonly path: string;
  /** Whether texts are evaluated here. */
  readonly evaluated: boolean;
  readonly inPipeline: boolean;
}

/**
 * Every command that is sent to a database while it listens: which operators it uses, and where it holds what somebody
 * sent. A text that was sent may stand in a command as a value and nowhere else.
 */
export class QueryLog {
  readonly #connection: Connection;
  readonly #marker: string;
  /** Names of all operators. */
  readonly operators = new Set<string>();
  /** Places that hold the marker, with the command and the collection. */
  readonly holding = new Set<string>();
  /** What no command may hold, and where. */
  readonly found: string[] = [];
  #commands = 0;

  constructor(connection: Connection, marker: string) {
    this.#connection = connection;
    this.#marker = marker;
  }

  get commands(): number {
    return this.#commands;
  }

  /** Listens until the returned function is called. */
  listen(): () => void {
    const client = this.#connection.getClient();
    client.on('commandStarted', this.#hear);
    return () => client.off('commandStarted', this.#hear);
  }

  /** Looks at one command. */
  readonly #hear = ({ commandName, command }: CommandStartedEvent): void => {
    this.#commands += 1;
    const asked = Object.fromEntries(Object.entries(command).filter(([key]) => !wireFields.has(key)));
    const path = `${commandName} ${String(command[commandName])}`;
    this.#walk(asked, { path, evaluated: false, inPipeline: false });
  };

  #walk(value: unknown, place: Place): void {
    if (typeof value === 'string') this.#text(value, place);
    else if (value instanceof RegExp) this.#text(value.source, { ...place, path: `${place.path}.$regex` });
    else if (Array.isArray(value))
      for (const each of value) this.#walk(each, { ...place, path: `${place.path}[]` });
    else if (isPlain(value))
      for (const [key, inner] of Object.entries(value)) this.#walk(inner, this.#below(place, key, inner));
  }

  #below({ path, evaluated, inPipeline }: Place, key: string, inner: unknown): Place {
    const at = { path: `${path}.${key}`, evaluated, inPipeline };
    if (key.startsWith('$')) this.operators.add(key);
    if (this.#isSent(key) || forbiddenKeys.has(key)) this.found.push(`${at.path}: a key`);
    // An update in the form of a pipeline evaluates what an ordinary one takes as it is.
    if (key === 'pipeline' || (['u', 'update', 'updateMods'].includes(key) && Array.isArray(inner)))
      return { ...at, inPipeline: true };
    if (key === '$literal') return { ...at, evaluated: false };
    if (expressions.has(key) && (inPipeline || key === '$expr')) return { ...at, evaluated: true };
    return at;
  }

  #text(text: string, { path, evaluated }: Place): void {
    const isPattern = path.endsWith('.$regex');
    if (isPattern && !literalPattern.test(text)) this.found.push(`${path}: the pattern ${text}`);
    if (!this.#isSent(isPattern ? text.replaceAll(/\\(.)/g, '$1') : text)) return;
    this.holding.add(path);
    if (evaluated) this.found.push(`${path}: evaluates ${text}`);
  }

  #isSent(text: string): boolean {
    return text.toLowerCase().includes(this.#marker);
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
