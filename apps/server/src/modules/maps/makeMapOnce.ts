import type { Actor } from '../../auth/Actor.ts';
import { actorRefOf } from '../../auth/actorRefOf.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { type Call, type OncePorts, type Run, runOnce } from '../mutations/runOnce.ts';
import { type MapHandle, type MapPorts, readView } from './MapHandle.ts';
import { idsOf } from './MapStep.ts';

/** Makes a map under an id; `assertOwned` is asked right before anybody can find it. */
export type MakeMap = (id: string, assertOwned: () => void) => Promise<MapHandle>;

/** Makes a map once for all who repeat the call. */
export async function makeMapOnce(
  ports: MapPorts & OncePorts,
  actor: Actor,
  call: Omit<Call, 'by'>,
  make: MakeMap,
): Promise<MapHandle> {
  let made: MapHandle | null = null;
  const { id } = await runOnce(
    ports,
    { ...call, by: actorRefOf(actor) },
    async () => null,
    async (run) => {
      const [found] = (await ports.maps.findMany(earlierIds(run))).filter((record) => record !== null);
      if (found !== undefined) return { id: found.id };
      made = await make(mapIdOf(run.seed, attemptOf(run)), run.assertOwned);
      return { id: made.id };
    },
  );
  if (made !== null) return made;
  const [record] = await ports.maps.findMany([id]);
  // It may have been deleted since.
  if (!record) throw new DomainError('NOT_FOUND');
  return { id, record, view: await readView(ports.liveMaps, id, 'comes in') };
}

/** What an earlier run began and left is nobody's, and swept away: each run makes a map of its own. */
function mapIdOf(seed: string, attempt: number): string {
  return `map_${idsOf(seed, attempt)()}`;
}

function attemptOf({ again }: Run): number {
  return again?.attempt ?? 0;
}

function earlierIds(run: Run): readonly string[] {
  return Array.from({ length: attemptOf(run) }, (_, attempt) => mapIdOf(run.seed, attempt));
}
