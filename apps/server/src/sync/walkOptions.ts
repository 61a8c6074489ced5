import { contentRoots, structureRoots } from '@jejak/journey-model';
import { type MapPart, updateLimits } from '@jejak/protocol';
import type { RootKind, WalkOptions } from '@jejak/update-guard';

function rootsOf(names: readonly string[]): ReadonlyMap<string, RootKind> {
  return new Map(names.map((name): [string, RootKind] => [name, 'map']));
}

const roots: Readonly<Record<MapPart, ReadonlyMap<string, RootKind>>> = {
  structure: rootsOf(structureRoots),
  content: rootsOf(contentRoots),
};

/** What a large update of a document may be made of: the answer to a step 1, or work that was uploaded. */
export function walkOptions(part: MapPart, size: 'state' | 'work'): WalkOptions {
  return { budget: updateLimits[size].walk, roots: roots[part] };
}
