import { describe, expect, it } from 'vitest';
import type { DeliveryFieldsFragment, WebhookFieldsFragment } from '../../generated/graphql.ts';
import { type WebhookLog, withDelivery, withNewest, withOlder } from './WebhookLog.ts';

const webhook: WebhookFieldsFragment = {
  id: 'whk_1',
  url: 'https://hooks.example.org/',
  kinds: null,
  mapIds: null,
  pausedBecause: null,
  firstFailedAt: null,
  createdById: 'usr_1',
  createdAt: '2026-01-01T00:00:00.000Z',
};

/** The delivery of a second; later ones are newer. */
const delivery = (second: number, more: Partial<DeliveryFieldsFragment> = {}): DeliveryFieldsFragment => ({
  id: `whd_${second}`,
  type: 'PING',
  mapId: null,
  eventKinds: [],
  eventCount: 0,
  state: 'DELIVERED',
  createdAt: new Date(second * 1_000).toISOString(),
  nextAttemptAt: null,
  attempts: [],
  ...more,
});
const log = (seconds: readonly number[], olderAfter: string | null = null): WebhookLog => ({
  webhook,
  deliveries: seconds.map((second) => delivery(second)),
  olderAfter,
});
const shown = ({ deliveries, olderAfter }: WebhookLog) => [deliveries.map(({ id }) => id), olderAfter];

describe('the log of a webhook', () => {
  it('[HOOKPAGE3] takes what is new on top and keeps what stands behind', () => {
    const known = log([9, 8, 7, 6], 'after 6');
    const newest = { ...log([11, 10, 9, 8], 'after 8'), webhook: { ...webhook, firstFailedAt: 'now' } };
    const merged = withNewest(known, newest);
    expect(shown(merged)).toEqual([['whd_11', 'whd_10', 'whd_9', 'whd_8', 'whd_7', 'whd_6'], 'after 6']);
    expect(merged.webhook.firstFailedAt).toBe('now');
  });

  it('[HOOKPAGE3] begins anew where more came than one answer holds: no gap is hidden', () => {
    expect(shown(withNewest(log([3, 2, 1]), log([9, 8, 7], 'after 7')))).toEqual([
      ['whd_9', 'whd_8', 'whd_7'],
      'after 7',
    ]);
  });

  it('[HOOKPAGE3] lets go of what is not there any more', () => {
    expect(shown(withNewest(log([3, 2, 1], 'after 1'), log([3, 1])))).toEqual([['whd_3', 'whd_1'], null]);
  });

  it('[HOOKPAGE3] goes on with older ones, each once', () => {
    expect(shown(withOlder(log([5, 4], 'after 4'), log([4, 3], 'after 3')))).toEqual([
      ['whd_5', 'whd_4', 'whd_3'],
      'after 3',
    ]);
  });

  it('[HOOKPAGE3] shows one delivery as it is now, in its place', () => {
    const again = delivery(4, { state: 'PENDING' });
    expect(withDelivery(log([5, 4]), again).deliveries).toEqual([delivery(5), again]);
    expect(shown(withDelivery(log([5]), delivery(6)))).toEqual([['whd_6', 'whd_5'], null]);
  });
});
