import type { Express } from 'express';
import { mapVersionPage, mapVersionPath } from './mapVersionPage.ts';
import type { Guide } from './readGuides.ts';
import { createTextHandler } from './textHandler.ts';

/** Where everybody reads the schema, whether or not introspection is on. */
export const sdlPath = '/graphql/schema.graphql';

/** Where the documents for those who write programs are; they find each other there by their names. */
export const guidesPath = '/graphql/docs/';

/** Adds what is read before anything is asked: the schema, what its scalars are, and the documents about it. */
export function contractRoutes(sdl: string, guides: readonly Guide[]): (app: Express) => void {
  return (app) => {
    for (const { name, mediaType, text } of guides)
      app.get(`${guidesPath}${name}`, createTextHandler(text, mediaType));
    app.get(sdlPath, createTextHandler(sdl, 'application/graphql'));
    app.get(mapVersionPath, createTextHandler(mapVersionPage, 'text/markdown'));
  };
}
