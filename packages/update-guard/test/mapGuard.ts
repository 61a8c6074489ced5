import { contentRoots, structureRoots } from '@jejak/journey-model';
import type * as Y from 'yjs';
import { updateLimits } from '../../protocol/src/limits.ts';
import { checkAgainst, type RootKind, type Verdict, walkUpdate } from '../src/index.ts';

/** The limits a server has. */
export const limits = updateLimits;

/** The roots of both documents of a map. */
export const roots: ReadonlyMap<string, RootKind> = new Map(
  [...structureRoots, ...contentRoots].map((name): [string, RootKind] => [name, 'map']),
);

const serverKeys: ReadonlySet<string> = new Set(['schemaVersion']);

/** Walks and checks as a server does. */
export function judge(
  doc: Y.Doc,
  update: Uint8Array,
  mayExtend: (client: number) => boolean = () => true,
  size: 'live' | 'state' | 'work' = 'live',
): Verdict | ReturnType<typeof walkUpdate> {
  const { walk, ...check } = limits[size];
  const walked = walkUpdate(update, { budget: walk, roots });
  return walked.ok
    ? checkAgainst(doc, walked, { ...check, typeDepth: limits.typeDepth, serverKeys }, mayExtend)
    : walked;
}
