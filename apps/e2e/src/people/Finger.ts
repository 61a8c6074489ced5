import type { CDPSession, Page } from 'playwright-core';

/** A place on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One finger on the glass: touches as the browser gets them from a screen, with the pointer events that follow. */
export class Finger {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async press(at: Point): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ ...at }] });
  }

  async slide(to: Point): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ ...to }] });
  }

  async lift(): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}
