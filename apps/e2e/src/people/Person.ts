import type { HttpPerson } from '@jejak/testbed';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { recordLayoutShifts } from '../pages/layoutShift.ts';
import { MapPage } from '../pages/MapPage.ts';

/** What somebody sits at, or holds. */
export type Device = 'desk' | 'phone';

const devices = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

/** The languages of the product. */
export type Language = 'en' | 'id';

/** Somebody with an account: in a browser of their own, and over HTTP with the same session. */
export class Person {
  readonly name: string;
  readonly language: Language;
  readonly http: HttpPerson;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Warnings and errors of the console, and uncaught exceptions. */
  readonly problems: string[] = [];
  readonly #url: string;

  private constructor(who: Identity, context: BrowserContext, page: Page, url: string) {
    this.name = who.name;
    this.language = who.language;
    this.http = who.http;
    this.context = context;
    this.page = page;
    this.#url = url;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        this.problems.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    page.on('pageerror', (error) => this.problems.push(`uncaught: ${error.message}`));
  }

  /** Opens a browser window for somebody; `url` is where they reach the server. */
  static async open(browser: Browser, who: Identity, url: string, device: Device = 'desk'): Promise<Person> {
    const context = await browser.newContext({
      ...devices[device],
      locale: who.language === 'id' ? 'id-ID' : 'en-GB',
    });
    await context.addCookies(who.http.cookies.map((cookie) => ({ ...cookie, url })));
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await recordLayoutShifts(page);
    return new Person(who, context, page, url);
  }

  /** Goes to a page of the product in this person's language. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.#url}/${this.language}${path}`);
  }

  /** Opens a map and waits until it is live. */
  async openMap(mapId: string): Promise<MapPage> {
    await this.visit(`/maps/${mapId}`);
    const map = new MapPage(this.page);
    await map.whenSaved();
    return map;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

/** Who somebody is before they have a browser. */
export interface Identity {
  readonly name: string;
  readonly language: Language;
  readonly http: HttpPerson;
}
