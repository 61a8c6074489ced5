import { contentRoots, structureRoots } from '@jejak/journey-model';
import type * as Y from 'yjs';
import { checkAgainst, type RootKind, type Verdict, walkUpdate } from '../src/index.ts';

const shape = { textLength: 20_000, keyLength: 128, valueDepth: 16 } as const;

/** Limits of the size a server has. */
export const limits = {
  live: {
    walk: { structs: 1_000, values: 4_000, clients: 64, deleteRanges: 1_000, ...shape },
    placeSteps: 50_000,
    newDeletes: 1_000,
  },
  state: {
    walk: { structs: 5_000, values: 20_000, clients: 64, deleteRanges: 100_000, ...shape },
    placeSteps: 200_000,
    newDeletes: 5_000,
  },
} as const;

/** The roots of both documents of a map. */
export const roots: ReadonlyMap<string, RootKind> = new Map(
  [...structureRoots, ...contentRoots].map((name): [string, RootKind] => [name, 'map']),
);

/** Walks and checks as a server does. */
export function judge(
  doc: Y.Doc,
  update: Uint8Array,
  mayExtend: (client: number) => boolean = () => true,
  size: 'live' | 'state' = 'live',
): Verdict | ReturnType<typeof walkUpdate> {
  const { walk, ...check } = limits[size];
  const walked = walkUpdate(update, { budget: walk, roots });
  return walked.ok ? checkAgainst(doc, walked, { ...check, typeDepth: 8, mayExtend }) : walked;
}
