import { type EventKind, eventKinds } from '@jejak/journey-events';
import { z } from 'zod';
import type { Actor } from '../../auth/Actor.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import { receiverOf } from '../../outbound/receiverOf.ts';
import { findMaps } from '../maps/readMaps.ts';
import type { WebhookPorts } from './WebhookPorts.ts';
import { webhookLimits } from './webhookLimits.ts';

const allKinds: readonly EventKind[] = Object.values(eventKinds).flat();

const schema = z.object({
  kinds: z
    .array(z.enum(allKinds))
    .min(1, 'errors.webhookKindsMissing')
    .max(allKinds.length)
    .transform((kinds) => allKinds.filter((kind) => kinds.includes(kind)))
    .nullable(),
  mapIds: z
    .array(z.string())
    .min(1, 'errors.webhookMapsMissing')
    .max(webhookLimits.mapsMax, 'errors.webhookMapsMissing')
    .transform((ids) => [...new Set(ids)])
    .nullable(),
});

/** What a webhook is for. */
export interface WebhookAim {
  readonly url: string;
  readonly kinds: readonly EventKind[] | null;
  readonly mapIds: readonly string[] | null;
}

/** Checks what a webhook is for: an address that may be reached, and maps of its workspace. */
export async function checkedAim(
  ports: WebhookPorts,
  actor: Actor,
  workspaceId: string,
  { url, ...rest }: WebhookAim,
): Promise<WebhookAim> {
  const receiver = receiverOf(url, ports.allowed);
  if (typeof receiver === 'string')
    throw new DomainError('INVALID', { field: 'url', messageKey: 'errors.webhookUrlInvalid' });
  const { kinds, mapIds } = parseInput(schema, rest);
  const maps = mapIds === null ? [] : await findMaps(ports, actor, mapIds);
  if (maps.some((map) => map?.record.workspaceId !== workspaceId))
    throw new DomainError('NOT_FOUND', { field: 'mapIds' });
  return { url: receiver.url.href, kinds, mapIds };
}
