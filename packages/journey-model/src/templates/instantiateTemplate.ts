import type { MapDocs, OperationContext } from '../operation.ts';
import type { Locale, MapType } from '../vocabulary.ts';
import { createMap } from './createMap.ts';
import { laneSetFor } from './laneSets.ts';
import { type StageKey, templateStages } from './stageTexts.ts';

/** What a new map can begin as: three stages for buying offline (S2), five for digital (S3), or none. */
export const templateKeys = ['offline', 'digital', 'blank'] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** The stages each template brings, in order. */
export const stagesOfTemplate: { readonly [Key in TemplateKey]: readonly StageKey[] } = {
  offline: ['awareness', 'consideration', 'conversion'],
  digital: ['awareness', 'consideration', 'conversion', 'retention', 'advocacy'],
  blank: [],
};

/** A new map as its maker asks for it. `locale` is the language the title is written in. */
export interface TemplateRequest {
  readonly template: TemplateKey;
  readonly type: MapType;
  readonly title: string;
  readonly locale: Locale;
}

/** Fills the empty documents of a new map from a template; all texts but the title come in both languages. */
export function instantiateTemplate(
  docs: MapDocs,
  request: TemplateRequest,
  context: OperationContext,
): void {
  createMap(
    docs,
    {
      type: request.type,
      title: { [request.locale]: request.title },
      stages: stagesOfTemplate[request.template].map((key) => templateStages[key]),
      lanes: laneSetFor(request.type).map((kind) => ({ kind })),
    },
    context,
  );
}
