import type { Roots } from '@jejak/document-lives';
import { journeyMapModel } from '../../src/rooms/journeyMapModel.ts';
import type { MapModel } from '../../src/rooms/MapModel.ts';

const plain: Roots = new Map([['t', 'text']]);

/** The journey map, and a text of its own for tests to which it does not matter what is carried. */
export const transportModel: MapModel = {
  ...journeyMapModel,
  roots: {
    structure: new Map([...journeyMapModel.roots.structure, ...plain]),
    content: new Map([...journeyMapModel.roots.content, ...plain]),
  },
};
