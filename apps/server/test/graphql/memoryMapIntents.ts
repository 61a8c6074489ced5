import type { MapIntent, MapIntents } from '../../src/modules/maps/MapIntent.ts';

/** Intents for tests; they live as long as the object. */
export function memoryMapIntents(): MapIntents {
  const all = new Map<string, { readonly intent: MapIntent; readonly until: Date }>();
  return {
    async begin(intent, until) {
      all.set(intent.id, { intent, until });
    },
    async end(id) {
      all.delete(id);
    },
    async claim(now, until) {
      for (const [id, { intent, until: left }] of all) {
        if (left > now) continue;
        all.set(id, { intent, until });
        return intent;
      }
      return null;
    },
  };
}
