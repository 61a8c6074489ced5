import { type MermaidExport, type MermaidLoss, mapToMermaid } from '@jejak/interchange';
import { builder } from '../../graphql/builder.ts';
import { reads } from '../../graphql/cost.ts';
import { localeEnum } from '../vocabulary/enums.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { fromContent } from './mapContent.ts';

const lossRef = builder.objectRef<MermaidLoss>('MermaidLoss').implement({
  description: "Something of a map that Mermaid's format has no place for.",
  fields: (t) => ({
    reason: t.exposeString('reasonKey', { description: 'Stable, e.g. `cards`.' }),
    count: t.exposeInt('count', { description: 'How many cards, texts or steps it is about.' }),
  }),
});

const exportRef = builder.objectRef<MermaidExport>('MermaidExport').implement({
  description: 'A map as Mermaid text.',
  fields: (t) => ({
    text: t.exposeString('text', { description: "The file, in Mermaid's `journey` syntax." }),
    lost: t.field({
      type: [lossRef],
      description: 'What is in the map and not in the file.',
      resolve: ({ lost }) => [...lost],
    }),
  }),
});

builder.objectField(journeyMapRef, 'mermaid', (t) =>
  t.field({
    type: exportRef,
    description: 'The map as Mermaid text; `importMermaid` takes it back.',
    args: {
      locale: t.arg({
        type: localeEnum,
        required: true,
        description: 'The language of its texts; the other one where a text is missing.',
      }),
    },
    extensions: reads(10),
    resolve: fromContent(({ snapshot }, { locale }) => mapToMermaid(snapshot, locale)),
  }),
);
