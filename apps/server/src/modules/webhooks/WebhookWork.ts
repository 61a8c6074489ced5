import type { LiveMaps } from '../../rooms/LiveMaps.ts';
import type { MapRepository } from '../maps/MapRepository.ts';
import type { Courier } from './Courier.ts';
import type { DeliveryRepository } from './DeliveryRepository.ts';
import type { Enqueuer } from './Enqueuer.ts';
import type { SweepTurn, WebhookRepository } from './WebhookRepository.ts';

/** What keeps webhooks going on one node. */
export interface WebhookWorkOptions {
  readonly liveMaps: Pick<LiveMaps, 'onAnyChange'>;
  readonly maps: Pick<MapRepository, 'page'>;
  readonly webhooks: Pick<WebhookRepository, 'activeWorkspaces' | 'takeSweep' | 'swept'>;
  readonly deliveries: Pick<DeliveryRepository, 'release'>;
  readonly enqueuer: Pick<Enqueuer, 'enqueue'>;
  readonly courier: Pick<Courier, 'wake' | 'close'>;
  readonly report: (error: unknown) => void;
  /** The time, by the database. */
  readonly now: () => Date;
  readonly elapsedMs: () => number;
}

/** What happens on maps within this time is enqueued together. */
const gatherMs = 1_000;
/** Whether anybody wants to be told is asked this often while people write. */
const askMs = 5_000;
const lookMs = 2_000;
const sweepMs = 60_000;
/** What lists of maps know follows their documents by a moment. */
const marginMs = 5 * 60_000;
const pageMax = 50;

/** Notices changes of maps that are open here, sweeps for what was missed, and wakes whoever sends. */
export class WebhookWork {
  readonly #options: WebhookWorkOptions;
  readonly #changed = new Set<string>();
  #stopHearing: (() => void) | null = null;
  #timers: readonly NodeJS.Timeout[] = [];
  #working: Promise<void> | null = null;
  #wanted: { readonly any: boolean; readonly at: number } | null = null;
  #closed = false;

  constructor(options: WebhookWorkOptions) {
    this.#options = options;
  }

  start(): void {
    const { liveMaps, courier } = this.#options;
    this.#stopHearing = liveMaps.onAnyChange((mapId) => this.#changed.add(mapId));
    this.#timers = [
      setInterval(() => this.#work(() => this.bringChanged()), gatherMs),
      setInterval(() => courier.wake(), lookMs),
      setInterval(() => this.#work(() => this.sweep()), sweepMs / 6),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopHearing?.();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#working;
    await this.#options.courier.close();
  }

  /** Enqueues what happened on maps that changed here. */
  async bringChanged(): Promise<void> {
    if (this.#changed.size === 0) return;
    const { enqueuer, courier, report } = this.#options;
    const isWanted = await this.#isWanted();
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!isWanted) return;
    for (const mapId of changed) {
      if (this.#closed) return;
      // One map that cannot be told holds the others not up; the sweep makes it good.
      await enqueuer.enqueue(mapId).catch(report);
      courier.wake();
    }
  }

  /** Looks through the maps of each webhook that is due for what nobody noticed. */
  async sweep(): Promise<void> {
    const { webhooks, now } = this.#options;
    while (!this.#closed) {
      const at = now();
      const turn = await webhooks.takeSweep(at, new Date(at.getTime() + sweepMs));
      if (turn === null) return;
      await this.#sweep(turn);
      if (!this.#closed) await webhooks.swept(turn.webhook.id, at);
    }
  }

  async #sweep({ webhook, sweptTo }: SweepTurn): Promise<void> {
    const { maps, deliveries, enqueuer, courier, now } = this.#options;
    const { id, workspaceId, mapIds } = webhook;
    // What was held in the moment in which it went on.
    await deliveries.release(id, now());
    const since = new Date(sweptTo.getTime() - marginMs);
    const query = { workspaceId, only: mapIds, words: [], order: 'LAST_EDITED', limit: pageMax } as const;
    let after: { readonly at: Date; readonly id: string } | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof maps.page>> = await maps.page({ ...query, after });
      for (const map of page) {
        if (map.lastEditedAt < since || this.#closed) return;
        await enqueuer.enqueue(map.id, id);
        courier.wake();
      }
      const last = page.at(-1);
      if (last === undefined || page.length < pageMax) return;
      after = { at: last.lastEditedAt, id: last.id };
    }
  }

  async #isWanted(): Promise<boolean> {
    const { webhooks, elapsedMs } = this.#options;
    const at = elapsedMs();
    if (this.#wanted === null || at - this.#wanted.at > askMs)
      this.#wanted = { any: (await webhooks.activeWorkspaces()).length > 0, at };
    return this.#wanted.any;
  }

  /** One thing at a time; what fails is made good by the next turn. */
  #work(run: () => Promise<void>): void {
    if (this.#working !== null) return;
    this.#working = run()
      .catch(this.#options.report)
      .finally(() => {
        this.#working = null;
      });
  }
}
