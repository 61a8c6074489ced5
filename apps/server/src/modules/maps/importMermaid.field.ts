import type { LineNote } from '@jejak/interchange';
import { builder } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
import { localeEnum, mapTypeEnum } from '../vocabulary/enums.ts';
import { importMermaid } from './createMap.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import type { MapHandle } from './MapHandle.ts';
import { mapPorts } from './services.ts';

const lineNoteRef = builder.objectRef<LineNote>('ImportLineNote').implement({
  description: 'A line of an imported file that deserves a word.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Its number; the first is 1.' }),
    text: t.exposeString('text', { description: 'The line, cut at 200 characters.' }),
    reason: t.exposeString('reasonKey', { description: 'Stable reason, e.g. `notAStatement`.' }),
    messageKey: t.string({
      description: 'Names the translated reason in the interface.',
      resolve: ({ reasonKey }) => `import.reasons.${reasonKey}`,
    }),
  }),
});

interface Imported {
  readonly map: MapHandle;
  readonly skippedLines: LineNote[];
  readonly adjustedLines: LineNote[];
}

resultField({
  name: 'importMermaid',
  description:
    "Makes a map from Mermaid's `journey` syntax: sections become stages, tasks steps, scores emotions, actors " +
    'personas. Lines that cannot be taken are listed and the rest is imported.',
  input: builder.inputType('ImportMermaidInput', {
    description: 'A Mermaid journey to become a map.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: 'The workspace the map will belong to.' }),
      text: t.string({ required: true, description: 'The file.' }),
      title: t.string({ required: false, description: 'The title where the file has none.' }),
      type: t.field({
        type: mapTypeEnum,
        required: false,
        description: 'What the map describes; `CURRENT_STATE` unless told.',
      }),
      locale: t.field({
        type: localeEnum,
        required: false,
        description: 'The language the file is written in; yours unless told.',
      }),
    }),
  }),
  payload: builder.objectRef<Imported>('ImportMermaidPayload').implement({
    description: 'The new map, and the lines that were left out or changed.',
    fields: (t) => ({
      map: t.expose('map', { type: journeyMapRef, description: 'The new map.' }),
      skippedLines: t.expose('skippedLines', {
        type: [lineNoteRef],
        description: 'Lines that are not in the map.',
      }),
      adjustedLines: t.expose('adjustedLines', {
        type: [lineNoteRef],
        description: 'Lines that are in the map, but not as written.',
      }),
    }),
  }),
  repeatable: true,
  resolve: async ({ workspaceId, text, title, type, locale }, context, repeat) => {
    const input = {
      workspaceId,
      text,
      title: title ?? '',
      type: type ?? 'CURRENT_STATE',
      locale: locale ?? context.locale,
    };
    const { map, parsed } = await importMermaid(mapPorts(context), context.actor, input, repeat);
    return { map, skippedLines: [...parsed.skipped], adjustedLines: [...parsed.adjusted] };
  },
});
