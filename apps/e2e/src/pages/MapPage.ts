import type { Locator, Page } from 'playwright-core';

/** What the page says about the work of the person in front of it. */
export type Status = 'saved' | 'saving' | 'offline';

/** The map as somebody sees and uses it. */
export class MapPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get cells(): Locator {
    return this.page.locator('[data-cell]');
  }

  /** Cells that take cards: all but those of the emotion lane. */
  get cardCells(): Locator {
    return this.page.locator('.map-cell[data-cell]:not(.map-emotion-cell)');
  }

  /** Opens all cells that fold their cards. */
  async unfold(): Promise<void> {
    const folded = this.page.locator('.map-more[aria-expanded="false"]');
    while ((await folded.count()) > 0) await folded.first().click();
  }

  /** The cell of a lane and a column. */
  cell(laneId: string, columnId: string): Locator {
    return this.page.locator(`[data-cell="${laneId}:${columnId}"]`);
  }

  card(cardId: string): Locator {
    return this.page.locator(`[data-card-id="${cardId}"]`);
  }

  cardWithText(text: string): Locator {
    return this.page.locator('[data-card-id]', { hasText: text });
  }

  status(status: Status): Locator {
    return this.page.locator(`[data-status="${status}"]`);
  }

  /** Waits until everything done so far is on the server's disk. */
  async whenSaved(): Promise<void> {
    await this.status('saved').first().waitFor();
  }

  /** Writes a new card at the end of a cell and answers its id. */
  async addCard(cell: Locator, text: string): Promise<string> {
    await cell.locator('.map-add').click();
    await cell.locator('textarea').pressSequentially(text);
    await this.page.keyboard.press('Enter');
    const card = cell.locator('[data-card-id]', { hasText: text });
    await card.waitFor();
    await this.page.keyboard.press('Escape');
    return (await card.getAttribute('data-card-id')) ?? '';
  }

  /** Opens a card for writing and puts the caret behind its text. */
  async edit(cardId: string): Promise<Locator> {
    const card = this.card(cardId);
    await card.dblclick();
    const area = card.locator('textarea');
    await area.waitFor();
    await area.press('End');
    return area;
  }

  /** The text of a card as shown. */
  async textOf(cardId: string): Promise<string> {
    return (await this.card(cardId).locator('.map-card-text').innerText()).trim();
  }
}
