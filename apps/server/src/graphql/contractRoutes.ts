import type { Express } from 'express';
import { mapVersionPage, mapVersionPath } from './mapVersionPage.ts';
import { createTextHandler } from './textHandler.ts';

/** Where everybody reads the schema, whether or not introspection is on. */
export const sdlPath = '/graphql/schema.graphql';

/** Adds what programs read before they ask anything: the schema, and what its scalars are. */
export function contractRoutes(sdl: string): (app: Express) => void {
  return (app) => {
    app.get(sdlPath, createTextHandler(sdl, 'application/graphql'));
    app.get(mapVersionPath, createTextHandler(mapVersionPage, 'text/markdown'));
  };
}
