import { HttpPerson, type NewMember, openBrowser, ProductionServer, TestWorkspace } from '@jejak/testbed';
import type { Browser } from 'playwright-core';
import { type Device, type Language, Person } from './people/Person.ts';

/** The cast: who they are never changes, so that a journey reads like a story. */
export const cast = {
  ayu: { name: 'Ayu', locale: 'en', team: 'MARKETING' },
  budi: { name: 'Budi', locale: 'id', team: 'PRODUCT' },
  citra: { name: 'Citra', locale: 'id', team: 'SERVICE' },
} as const satisfies Record<string, NewMember>;

/** A real server with its own database, a workspace that Ayu owns, and a browser for everybody. */
export class World {
  readonly server: ProductionServer;
  readonly workspace: TestWorkspace;
  readonly #browser: Browser;
  readonly #people: Person[] = [];
  readonly #accounts = new Map<string, HttpPerson>();

  private constructor(server: ProductionServer, workspace: TestWorkspace, browser: Browser) {
    this.server = server;
    this.workspace = workspace;
    this.#browser = browser;
    this.#accounts.set(cast.ayu.name, workspace.owner);
  }

  static async begin(settings: Readonly<Record<string, string>> = {}): Promise<World> {
    const server = await ProductionServer.start({ settings });
    try {
      const workspace = await TestWorkspace.setUp(server.url, cast.ayu);
      return new World(server, workspace, await openBrowser());
    } catch (error) {
      await server.dispose();
      throw error;
    }
  }

  /** Lets somebody take a seat at a browser; a second seat is a second browser of the same person. */
  async seat(
    who: NewMember,
    {
      role = 'editor',
      url = this.server.url,
      device = 'desk',
    }: { role?: 'editor' | 'viewer'; url?: string; device?: Device } = {},
  ): Promise<Person> {
    let http = this.#accounts.get(who.name);
    if (http === undefined) {
      http = await this.workspace.join(who, role);
      this.#accounts.set(who.name, http);
    }
    const identity = { name: who.name, language: who.locale, http };
    const person = await Person.open(this.#browser, identity, url, device);
    this.#people.push(person);
    return person;
  }

  /** Lets somebody nobody knows take a seat at a browser that has never been here. */
  async stranger(name: string, language: Language, url = this.server.url): Promise<Person> {
    const person = await Person.open(this.#browser, { name, language, http: new HttpPerson(url) }, url);
    this.#people.push(person);
    return person;
  }

  async end(): Promise<void> {
    await Promise.all(this.#people.map((person) => person.leave()));
    await this.#browser.close();
    await this.server.dispose();
  }
}
