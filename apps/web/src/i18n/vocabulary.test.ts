import * as model from '@jejak/journey-model';
import { describe, expect, it } from 'vitest';
import english from '../../messages/en/map.json' with { type: 'json' };
import indonesian from '../../messages/id/map.json' with { type: 'json' };

const languages = { en: english, id: indonesian };

/** The closed lists of the model, and the group of messages that names their members. */
const lists = {
  laneKind: model.laneKinds,
  lanePrompt: model.laneKinds.filter((kind) => kind !== 'CUSTOM'),
  cardKind: model.cardKinds,
  channel: model.channelKeys,
  negativeCause: model.negativeCauses,
  painCause: model.painCauses,
  mapType: model.mapTypes,
  team: model.teams,
  position: model.purchasePositions,
  colour: model.colours,
  blueprint: model.blueprintLines,
  charter: model.charterFields,
} as const;

describe.each(Object.entries(languages))('the words of %s', (_language, messages) => {
  it.each(Object.entries(lists))('[WORD1] name every %s the model knows', (group, members) => {
    const words = new Map(
      Object.entries(messages).map(([name, texts]) => [name, new Map(Object.entries(texts))]),
    );
    expect(members.filter((member) => !words.get(group)?.get(member))).toEqual([]);
  });

  it('[WORD1] say what every warning is about', () => {
    expect(Object.keys(messages.check.note).sort()).toEqual([...model.warningCodes].sort());
  });
});
