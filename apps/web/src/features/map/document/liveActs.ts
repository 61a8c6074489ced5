import {
  laneNames,
  type MapDocs,
  type OperationContext,
  type OperationResult,
  operations,
} from '@jejak/journey-model';
import type { MapActs } from './MapActs.ts';

/** The acts of the page, by way of the same operations the server runs. */
export function liveActs(docs: MapDocs, context: OperationContext): MapActs {
  const idOf = (result: OperationResult<{ readonly id: string }>): string | null =>
    result.ok ? result.value.id : null;
  const inOneStep = (act: () => void) => docs.content.transact(act, context.origin);
  const after = (afterId: string | null | undefined) => (afterId === undefined ? {} : { afterId });

  return {
    addCards(place, texts, locale) {
      const ids: string[] = [];
      let { afterId } = place;
      inOneStep(() => {
        for (const text of texts) {
          const { columnId, laneId } = place;
          const card = { columnId, laneId, afterId, team: null, tags: [], channel: null, cause: null };
          const id = idOf(operations.addCard.run(docs, { ...card, text: { [locale]: text } }, context));
          // The neighbour may have been deleted meanwhile: what was written must not be lost with it.
          const added =
            id ??
            idOf(
              operations.addCard.run(
                docs,
                { ...card, afterId: undefined, text: { [locale]: text } },
                context,
              ),
            );
          if (added === null) return;
          ids.push(added);
          afterId = added;
        }
      });
      return ids;
    },
    moveCards(cardIds, place) {
      let { afterId } = place;
      inOneStep(() => {
        for (const cardId of cardIds) {
          const result = operations.moveCard.run(
            docs,
            { cardId, columnId: place.columnId, laneId: place.laneId, afterId },
            context,
          );
          if (result.ok) afterId = cardId;
        }
      });
    },
    deleteCards(cardIds) {
      inOneStep(() => {
        for (const cardId of cardIds) operations.deleteCard.run(docs, { cardId }, context);
      });
    },
    editCard(cardId, change) {
      operations.editCard.run(docs, { cardId, ...change }, context);
    },
    tagCard(cardId, change) {
      operations.tagCard.run(
        docs,
        { cardId, add: [...(change.add ?? [])], remove: [...(change.remove ?? [])] },
        context,
      );
    },
    setEmotion(stepId, personaId, score) {
      operations.setEmotion.run(docs, { stepId, personaId, score }, context);
    },
    setEmotionWord(stepId, personaId, locale, text) {
      operations.setEmotionWord.run(docs, { stepId, personaId, locale, text }, context);
    },
    setMapTitle(locale, text) {
      operations.setMapTitle.run(docs, { locale, text }, context);
    },
    setMapType(type) {
      operations.setMapType.run(docs, { type }, context);
    },
    setCurrentStateMap(currentStateMapId) {
      const result = operations.setCurrentStateMap.run(docs, { currentStateMapId }, context);
      return result.ok ? null : result.error;
    },
    addStage: (name, locale, afterId) =>
      idOf(
        operations.addStage.run(
          docs,
          {
            name: { [locale]: name },
            purpose: {},
            brandGoal: {},
            position: null,
            colour: null,
            ...after(afterId),
          },
          context,
        ),
      ),
    addStep: (stageId, name, locale, afterId) =>
      idOf(
        operations.addStep.run(
          docs,
          {
            stageId,
            name: { [locale]: name },
            advanceAct: {},
            exitAct: {},
            colour: null,
            ...after(afterId),
          },
          context,
        ),
      ),
    addLane: (name, locale, afterId) =>
      idOf(
        operations.addLane.run(
          docs,
          { kind: 'CUSTOM', name: { [locale]: name }, colour: null, ...after(afterId) },
          context,
        ),
      ),
    addLaneOfKind: (kind) =>
      idOf(operations.addLane.run(docs, { kind, name: laneNames[kind], colour: null }, context)),
    addPersona: (name, locale) =>
      idOf(operations.addPersona.run(docs, { name: { [locale]: name }, description: {} }, context)),
    moveStage(stageId, afterId) {
      operations.moveStage.run(docs, { stageId, afterId }, context);
    },
    moveStep(stepId, stageId, afterId) {
      operations.moveStep.run(docs, { stepId, stageId, afterId }, context);
    },
    moveLane(laneId, afterId) {
      operations.moveLane.run(docs, { laneId, afterId }, context);
    },
    recolour({ kind, id }, colour) {
      if (kind === 'stage') operations.recolourStage.run(docs, { stageId: id, colour }, context);
      else if (kind === 'step') operations.recolourStep.run(docs, { stepId: id, colour }, context);
      else operations.recolourLane.run(docs, { laneId: id, colour }, context);
    },
    setStagePosition(stageId, position) {
      operations.setStagePosition.run(docs, { stageId, position }, context);
    },
    restore({ kind, ids }) {
      const doc = kind === 'card' ? docs.content : docs.structure;
      doc.transact(() => {
        for (const id of ids) {
          if (kind === 'card') operations.restoreCard.run(docs, { cardId: id }, context);
          else operations.restoreStructure.run(docs, { recordId: id }, context);
        }
      }, context.origin);
    },
    remove({ kind, id }) {
      if (kind === 'stage') operations.deleteStage.run(docs, { stageId: id }, context);
      else if (kind === 'step') operations.deleteStep.run(docs, { stepId: id }, context);
      else if (kind === 'lane') operations.deleteLane.run(docs, { laneId: id }, context);
      else operations.deletePersona.run(docs, { personaId: id }, context);
    },
  };
}
